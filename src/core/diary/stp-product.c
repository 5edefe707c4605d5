// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-product.h"

#include "diary/stp-record-private.h"

/* clang-format off */
static const StpMember stp_correction_members[] = {
  { "class", STP_MEMBER_ENUM, STP_AT (StpCorrection, ingredient_class), .enum_type = stp_ingredient_class_get_type },
  { "token", STP_MEMBER_TEXT, STP_AT (StpCorrection, token), .required = TRUE },
  { "as", STP_MEMBER_ENUM, STP_AT (StpCorrection, as), .enum_type = stp_treat_as_get_type },
  { "on", STP_MEMBER_DAY, STP_AT (StpCorrection, on) },
};

STP_DEFINE_VALUE (StpCorrection, stp_correction, "correction", 0)

static const StpMember stp_routine_members[] = {
  { "when", STP_MEMBER_SET, STP_AT (StpRoutine, when), .enum_type = stp_day_part_get_type },
  { "days", STP_MEMBER_WEEKDAYS, STP_AT (StpRoutine, days) },
  { "every", STP_MEMBER_INT, STP_AT (StpRoutine, every), .min = 1, .max = 365 },
  { "from", STP_MEMBER_DAY, STP_AT (StpRoutine, from) },
  { "since", STP_MEMBER_DAY, STP_AT (StpRoutine, since) },
  { "until", STP_MEMBER_DAY, STP_AT (StpRoutine, until) },
  { "except", STP_MEMBER_DAYS, STP_AT (StpRoutine, except) },
};

STP_DEFINE_VALUE (StpRoutine, stp_routine, "routine", 0)

static const StpMember stp_product_members[] = {
  { "name", STP_MEMBER_TEXT, STP_AT (StpProduct, name), .required = TRUE },
  { "brand", STP_MEMBER_TEXT, STP_AT (StpProduct, brand) },
  { "kind", STP_MEMBER_ENUM, STP_AT (StpProduct, kind), .enum_type = stp_product_kind_get_type },
  { "areas", STP_MEMBER_SET, STP_AT (StpProduct, areas), .enum_type = stp_area_get_type },
  { "leave_on", STP_MEMBER_MAYBE, STP_AT (StpProduct, leave_on) },
  { "ingredients", STP_MEMBER_TEXT, STP_AT (StpProduct, ingredients) },
  { "corrections", STP_MEMBER_VALUES, STP_AT (StpProduct, corrections), .nested = &stp_correction_shape },
  { "routine", STP_MEMBER_VALUE, STP_AT (StpProduct, routine), .nested = &stp_routine_shape },
  { "opened", STP_MEMBER_DAY, STP_AT (StpProduct, opened) },
  { "pao_months", STP_MEMBER_INT, STP_AT (StpProduct, pao_months), .min = 1, .max = 120 },
  { "expires", STP_MEMBER_DAY, STP_AT (StpProduct, expires) },
  { "prescribed", STP_MEMBER_BOOL, STP_AT (StpProduct, prescribed) },
  { "strength_permille", STP_MEMBER_INT, STP_AT (StpProduct, strength_permille), .min = 0, .max = 1000 },
  { "spf", STP_MEMBER_INT, STP_AT (StpProduct, spf), .min = 1, .max = 100 },
  { "barcode", STP_MEMBER_TEXT, STP_AT (StpProduct, barcode) },
  { "photo", STP_MEMBER_TEXT, STP_AT (StpProduct, photo) },
  { "archived", STP_MEMBER_BOOL, STP_AT (StpProduct, archived) },
  { "notes", STP_MEMBER_TEXT, STP_AT (StpProduct, notes) },
  { "card_checked", STP_MEMBER_BOOL, STP_AT (StpProduct, card_checked) },
};

STP_DEFINE_RECORD (StpProduct, stp_product, STP_RECORD_PRODUCT, "product")
