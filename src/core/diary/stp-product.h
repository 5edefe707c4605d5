// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-record.h"

G_BEGIN_DECLS

/**
 * StpCorrection:
 *
 * What the user said of one token of the list; rules never go below their floors for it (E6).
 */
typedef struct
{
  JsonObject *extras;
  StpIngredientClass ingredient_class;
  char *token;
  StpTreatAs as;
  guint on; /* day */
} StpCorrection;

extern const StpShape stp_correction_shape;
StpCorrection *stp_correction_new (void);
StpCorrection *stp_correction_copy (const StpCorrection *self);
void stp_correction_free (StpCorrection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpCorrection, stp_correction_free)

/**
 * StpRoutine:
 *
 * When a product is normally used: an intent, never a use.
 */
typedef struct
{
  JsonObject *extras;
  guint64 when;       /* set of StpDayPart */
  guint64 days;       /* bits 1 (Monday) to 7 */
  int every;          /* days, instead of weekdays */
  guint from;         /* day that `every` counts from */
  guint since, until; /* days */
  GArray *except;     /* (nullable): guint days */
} StpRoutine;

extern const StpShape stp_routine_shape;
StpRoutine *stp_routine_new (void);
StpRoutine *stp_routine_copy (const StpRoutine *self);
void stp_routine_free (StpRoutine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpRoutine, stp_routine_free)

#define STP_TYPE_PRODUCT (stp_product_get_type ())
G_DECLARE_FINAL_TYPE (StpProduct, stp_product, STP, PRODUCT, StpRecord)

/**
 * StpProduct:
 *
 * Something on the shelf.
 */
struct _StpProduct
{
  StpRecord parent_instance;
  JsonObject *extras;

  char *name;
  char *brand;
  StpProductKind kind;
  guint64 areas;          /* set of StpArea; empty = face */
  int leave_on;           /* TRUE, FALSE, or STP_UNSET: as its kind normally is */
  char *ingredients;      /* the list as given */
  GPtrArray *corrections; /* (nullable): StpCorrection */
  StpRoutine *routine;    /* (nullable) */
  guint opened;           /* day */
  int pao_months;
  guint expires; /* day */
  gboolean prescribed;
  int strength_permille;
  int spf;
  char *barcode;
  char *photo;
  gboolean archived;
  char *notes;
  gboolean card_checked; /* the pack shows none of the word card (E5) */
};

G_END_DECLS
