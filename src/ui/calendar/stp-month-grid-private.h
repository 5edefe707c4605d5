// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "calendar/stp-month-bands.h"
#include "calendar/stp-month-cell.h"
#include "calendar/stp-month-grid.h"
#include "calendar/stp-month-moving.h"
#include "calendar/stp-month-scroll.h"
#include "calendar/stp-week.h"

G_BEGIN_DECLS

/**
 * StpMonthGrid:
 * @heads: names of the weekdays, over the cells that move below them
 * @cells: a ring: a week keeps its row of cells for as long as it is shown
 * @bands: over the cells
 * @moving: over the bands
 * @more: (nullable): what the last full day holds that was asked about
 * @still: (element-type StpMonthBand): while a session is moved, the bands of all the others
 * @top: the week that the first row shows, 0 before a day was chosen
 * @month: first day of the month that is shown
 */
struct _StpMonthGrid
{
  GtkWidget parent_instance;

  GtkWidget *heads[STP_WEEK_LENGTH];
  StpMonthCell *cells[STP_MONTH_ROWS][STP_WEEK_LENGTH];
  StpMonthBands *bands;
  StpMonthMoving *moving;
  GtkWidget *more;
  StpMonthScroll *scroll;
  StpCellMetrics metrics;

  GPtrArray *days; /* (owned) (nullable) */
  GTimeZone *zone; /* (owned) (nullable) */
  StpMove *move;   /* (owned) (nullable) */
  GArray *still;   /* (owned) (nullable) */
  guint64 unready;

  GDateWeekday first_weekday;
  guint top, month, selected_day, today;
  gboolean compact;
};

guint stp_month_grid_find_first_day (StpMonthGrid *self, guint week);
GtkWidget *stp_month_grid_get_cell_at (StpMonthGrid *self, guint row, guint column);
double stp_month_grid_get_passed (StpMonthGrid *self);
gboolean stp_month_grid_has_focus (StpMonthGrid *self);
void stp_month_grid_bind_cells (StpMonthGrid *self);
void stp_month_grid_mark_outside (StpMonthGrid *self, StpMonthCell *cell);

G_END_DECLS
