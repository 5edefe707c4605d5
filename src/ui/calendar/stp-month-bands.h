// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "calendar/stp-month-cell.h"
#include "calendar/stp-month-lanes.h"

G_BEGIN_DECLS

/**
 * StpMonthBands:
 *
 * The bands of a month: a layer over its cells. Its widgets are bound anew from month to month; as
 * many as ever were needed at once are kept. Nothing here is read aloud: each day says it.
 */
#define STP_TYPE_MONTH_BANDS (stp_month_bands_get_type ())
G_DECLARE_FINAL_TYPE (StpMonthBands, stp_month_bands, STP, MONTH_BANDS, GtkWidget)

void stp_month_bands_set_bands (StpMonthBands *self,
                                GArray *bands,
                                guint first_day,
                                guint n_weeks,
                                GTimeZone *zone);
gboolean stp_month_bands_set_room (StpMonthBands *self,
                                   int week_height,
                                   const StpCellMetrics *metrics,
                                   gboolean compact);
guint stp_month_bands_count_hidden (StpMonthBands *self, guint day);
void stp_month_bands_add_words (StpMonthBands *self, guint day, GPtrArray *lines);

G_END_DECLS
