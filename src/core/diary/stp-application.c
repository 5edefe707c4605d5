// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-application.h"

#include "diary/stp-record-private.h"

/* clang-format off */
static const StpMember stp_application_members[] = {
  { "product", STP_MEMBER_ID, STP_AT (StpApplication, product), .required = TRUE, .target = STP_RECORD_PRODUCT },
  { "at", STP_MEMBER_INSTANT, STP_AT (StpApplication, at) },
  { "on", STP_MEMBER_DAY, STP_AT (StpApplication, on) },
  { "zone", STP_MEMBER_TEXT, STP_AT (StpApplication, zone) },
  { "areas", STP_MEMBER_SET, STP_AT (StpApplication, areas), .enum_type = stp_area_get_type },
  { "withdrawn", STP_MEMBER_INSTANT, STP_AT (StpApplication, withdrawn) },
};

STP_DEFINE_RECORD (StpApplication, stp_application, STP_RECORD_APPLICATION, "application")

static const StpMember stp_denial_members[] = {
  { "product", STP_MEMBER_ID, STP_AT (StpDenial, product), .required = TRUE, .target = STP_RECORD_PRODUCT },
  { "since", STP_MEMBER_INSTANT, STP_AT (StpDenial, since), .required = TRUE },
  { "at", STP_MEMBER_INSTANT, STP_AT (StpDenial, at) },
};

STP_DEFINE_RECORD (StpDenial, stp_denial, STP_RECORD_DENIAL, "denial")

static const StpMember stp_event_members[] = {
  { "kind", STP_MEMBER_ENUM, STP_AT (StpEvent, kind), .required = TRUE, .enum_type = stp_event_kind_get_type },
  { "at", STP_MEMBER_INSTANT, STP_AT (StpEvent, at) },
  { "on", STP_MEMBER_DAY, STP_AT (StpEvent, on) },
  { "zone", STP_MEMBER_TEXT, STP_AT (StpEvent, zone) },
  { "until", STP_MEMBER_INSTANT, STP_AT (StpEvent, until) },
  { "areas", STP_MEMBER_SET, STP_AT (StpEvent, areas), .enum_type = stp_area_get_type },
  { "planned", STP_MEMBER_BOOL, STP_AT (StpEvent, planned) },
  { "name", STP_MEMBER_TEXT, STP_AT (StpEvent, name) },
  { "detail", STP_MEMBER_ENUM, STP_AT (StpEvent, detail), .enum_type = stp_event_detail_get_type },
  { "notes", STP_MEMBER_TEXT, STP_AT (StpEvent, notes) },
};

STP_DEFINE_RECORD (StpEvent, stp_event, STP_RECORD_EVENT, "event")
