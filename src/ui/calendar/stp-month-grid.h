// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "calendar/stp-move.h"

G_BEGIN_DECLS

/* The weeks in sight, and one more for when the first is only half in sight. */
#define STP_MONTH_WEEKS 6u
#define STP_MONTH_ROWS 7u
#define STP_MONTH_DAYS 49u

/**
 * StpMonthGrid:
 *
 * Six weeks of days, which scroll without end. Cells are permanent and only bound anew; bands run
 * across them in lanes that stay where they are. It computes nothing: whoever owns it answers a new
 * `first-day` with stp_month_grid_set_days().
 *
 * Properties: `first-day` and `month` (read only), `selected-day`, `today`: day numbers.
 *
 * Signal `day-activated (guint day, gboolean by_key)`: a day was clicked, or Enter was pressed on
 * it.
 */
#define STP_TYPE_MONTH_GRID (stp_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (StpMonthGrid, stp_month_grid, STP, MONTH_GRID, GtkWidget)

GtkWidget *stp_month_grid_new (void) G_GNUC_WARN_UNUSED_RESULT;

guint stp_month_grid_get_first_day (StpMonthGrid *self);
guint stp_month_grid_get_month (StpMonthGrid *self);
guint stp_month_grid_get_selected_day (StpMonthGrid *self);
void stp_month_grid_set_selected_day (StpMonthGrid *self, guint day);
void stp_month_grid_go_to (StpMonthGrid *self, guint day);
void stp_month_grid_turn (StpMonthGrid *self, int months);
GtkWidget *stp_month_grid_get_cell (StpMonthGrid *self, guint day);
guint stp_month_grid_find_day_at (StpMonthGrid *self, double x, double y);
guint stp_month_grid_get_today (StpMonthGrid *self);
void stp_month_grid_set_today (StpMonthGrid *self, guint day);
void
stp_month_grid_set_days (StpMonthGrid *self, GPtrArray *days, GTimeZone *zone, guint64 unready);
GPtrArray *stp_month_grid_get_days (StpMonthGrid *self);
StpSession *stp_month_grid_find_planned (StpMonthGrid *self, guint day);
void stp_month_grid_show_more (StpMonthGrid *self, guint day);
void stp_month_grid_activate (StpMonthGrid *self, gboolean by_key);

void stp_month_grid_show_move (StpMonthGrid *self, StpMove *move);
void stp_month_grid_follow_move (StpMonthGrid *self);

G_END_DECLS
