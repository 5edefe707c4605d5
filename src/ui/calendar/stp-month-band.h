// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/**
 * StpPauseKind:
 *
 * What kind of product stays off. The month says it per kind, not per product and rule, or a shelf
 * of twenty would bury it. The order is that of the lanes.
 */
typedef enum
{
  STP_PAUSE_RETINOIDS,
  STP_PAUSE_ACIDS,
  STP_PAUSE_VITAMIN_C,
  STP_PAUSE_BENZOYL_PEROXIDE,
  STP_PAUSE_OTHERS,
  STP_PAUSE_KIND_N
} StpPauseKind;

/**
 * StpMonthBand:
 * @before: %TRUE for the pause before a session, %FALSE for the hold after it
 * @forecast: it stems from a session that is only planned
 * @returns: @to is when all of the kind are back; not so where another band follows at once
 * @from: UTC microseconds
 * @to: UTC microseconds
 * @first_day: first day that it is drawn on
 * @last_day: last day that it is drawn on
 *
 * A stretch of days in which products of one kind stay off.
 */
typedef struct
{
  StpPauseKind kind;
  gboolean before, forecast, returns;
  gint64 from, to;
  guint first_day, last_day;
} StpMonthBand;

StpPauseKind stp_pause_kind_of (const StpPause *pause);
const char *stp_pause_kind_get_name (StpPauseKind kind);

GArray *stp_month_bands_collect (GPtrArray *days, GTimeZone *zone);
GArray *stp_month_bands_merge (GPtrArray *pauses);
void stp_month_bands_place (GArray *bands, GTimeZone *zone);
char *stp_month_band_format (const StpMonthBand *self, GTimeZone *zone, gboolean brief);

G_END_DECLS
