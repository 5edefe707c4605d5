// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "calendar/stp-mark.h"
#include "calendar/stp-month-cell.h"

G_BEGIN_DECLS

#define STP_CELL_MARKS_MAX 5

/**
 * StpMonthCell:
 * @chip: (nullable): the words of its session, @number: the day of the month, @tag: as in "D+3",
 *   @more: as in "+2". They are drawn, since they are spoken with the day, and a widget for each
 *   is most of what a start takes, and finds its style again in every month
 * @sentence: (nullable): what it says of its day, with @look all that it shows
 * @planned: the session of the chip is still to come
 * @chip_mark: a StpMark, or -1
 */
struct _StpMonthCell
{
  GtkWidget parent_instance;

  StpLineCache *lines; /* (owned) */
  char *chip, *number, *tag, *more, *sentence;
  StpCellMetrics metrics;

  guint day, today, look;
  int row;
  gboolean compact, unready, moving, planned, has_more;
  int chip_mark;
  StpMark marks[STP_CELL_MARKS_MAX];
  guint n_marks;
};

gboolean stp_month_cell_is_mirrored (StpMonthCell *self);
gboolean stp_month_cell_is_first_of_month (StpMonthCell *self);
void stp_month_cell_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline);
void stp_month_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
