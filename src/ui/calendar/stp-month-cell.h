// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "calendar/stp-line-cache.h"
#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/**
 * StpCellMetrics:
 * @number: width of the number
 * @head: height of the line of the number
 * @slot: height of the chip's line, and of each band below it
 * @width: from here on there is room for words
 *
 * The measures within a cell, in pixels; they grow with the font and are the same in all cells of a
 * month.
 */
typedef struct
{
  int number, head, slot, width;
} StpCellMetrics;

/**
 * StpCellFlags:
 * @STP_CELL_COMPACT: there is room for marks only
 * @STP_CELL_UNREADY: its planned session cannot be then any more
 * @STP_CELL_MOVING: a session is moved, whose verdict is over the cell; its own would contradict it
 *
 * How a cell shows its day.
 */
typedef enum
{
  STP_CELL_COMPACT = 1 << 0,
  STP_CELL_UNREADY = 1 << 1,
  STP_CELL_MOVING = 1 << 2,
} StpCellFlags;

/**
 * StpMonthCell:
 *
 * A day of the month. It is permanent: another month binds it to another day.
 */
#define STP_TYPE_MONTH_CELL (stp_month_cell_get_type ())
G_DECLARE_FINAL_TYPE (StpMonthCell, stp_month_cell, STP, MONTH_CELL, GtkWidget)

StpMonthCell *
stp_month_cell_new (int row, int column, StpLineCache *lines) G_GNUC_WARN_UNUSED_RESULT;

void stp_month_cell_bind (StpMonthCell *self,
                          const StpDayView *view,
                          guint today,
                          GTimeZone *zone,
                          StpCellFlags flags,
                          guint n_hidden);
guint stp_month_cell_get_day (StpMonthCell *self);
gboolean stp_month_cell_is_more_at (StpMonthCell *self, double x, double y);
StpCellMetrics stp_month_cell_find_metrics (StpMonthCell *self);
void stp_month_cell_set_metrics (StpMonthCell *self, const StpCellMetrics *metrics);
void stp_month_cell_set_row (StpMonthCell *self, int row);
void stp_month_cell_set_outside (StpMonthCell *self, gboolean outside);
void stp_month_cell_set_selected (StpMonthCell *self, gboolean selected);

G_END_DECLS
