// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-layout.h"

#include <math.h>

#include "calendar/stp-month-grid-private.h"

#define HEAD_HEIGHT 26

/* The edge of a column, so that columns add up to the width in whole pixels. */
static int
find_edge (StpMonthGrid *self, guint column)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) * (int) column / (int) STP_WEEK_LENGTH;
}

static void
place (StpMonthGrid *self, GtkWidget *child, guint column, int y, int height)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int start = find_edge (self, column);
  const int end = find_edge (self, column + 1);
  const int x = mirrored ? gtk_widget_get_width (GTK_WIDGET (self)) - end : start;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, end - start, height }, -1);
}

static void
stp_month_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StpMonthGrid *self = STP_MONTH_GRID (widget);
  const int week_height = MAX (0, height - HEAD_HEIGHT) / (int) STP_MONTH_WEEKS;
  const int top = HEAD_HEIGHT - (int) round (stp_month_grid_get_passed (self) * week_height);

  self->compact = width < self->metrics.width * (int) STP_WEEK_LENGTH;
  stp_month_scroll_set_week_height (self->scroll, week_height);
  if (stp_month_bands_set_room (self->bands, week_height, &self->metrics, self->compact))
    stp_month_grid_bind_cells (self);

  for (guint row = 0; row < STP_MONTH_ROWS; row++)
    for (guint column = 0; column < STP_WEEK_LENGTH; column++)
      place (self, stp_month_grid_get_cell_at (self, row, column), column,
             top + (int) row * week_height, week_height);
  for (guint i = 0; i < STP_WEEK_LENGTH; i++)
    place (self, self->heads[i], i, 0, HEAD_HEIGHT);
  gtk_widget_size_allocate (GTK_WIDGET (self->bands),
                            &(GtkAllocation) { 0, top, width, (int) STP_MONTH_ROWS * week_height },
                            -1);
  stp_month_moving_set_room (self->moving, &self->metrics, self->compact);
  gtk_widget_size_allocate (GTK_WIDGET (self->moving), &(GtkAllocation) { 0, 0, width, height },
                            -1);
}

/* Weeks pass below the names of their days. */
static void
stp_month_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StpMonthGrid *self = STP_MONTH_GRID (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget) - HEAD_HEIGHT;

  for (guint i = 0; i < STP_WEEK_LENGTH; i++)
    gtk_widget_snapshot_child (widget, self->heads[i], snapshot);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, HEAD_HEIGHT, width, height));
  for (guint row = 0; row < STP_MONTH_ROWS; row++)
    for (guint column = 0; column < STP_WEEK_LENGTH; column++)
      gtk_widget_snapshot_child (widget, stp_month_grid_get_cell_at (self, row, column), snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->bands), snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->moving), snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
stp_month_grid_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  StpMonthGrid *self = STP_MONTH_GRID (widget);
  const int times = orientation == GTK_ORIENTATION_HORIZONTAL ? (int) STP_WEEK_LENGTH
                                                              : (int) STP_MONTH_WEEKS;
  const int extra = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : HEAD_HEIGHT;

  self->metrics = stp_month_cell_find_metrics (self->cells[0][0]);
  for (guint i = 0; i < STP_MONTH_DAYS; i++)
    stp_month_cell_set_metrics (self->cells[i / STP_WEEK_LENGTH][i % STP_WEEK_LENGTH],
                                &self->metrics);
  gtk_widget_measure (GTK_WIDGET (self->cells[0][0]), orientation, -1, minimum, natural, NULL,
                      NULL);
  *minimum = *minimum * times + extra;
  *natural = *natural * times + extra;
}

/**
 * stp_month_layout_install:
 *
 * Lays a month out: names of weekdays over six weeks of cells, bands over the cells.
 */
void
stp_month_layout_install (GtkWidgetClass *grid_class)
{
  grid_class->measure = stp_month_grid_measure;
  grid_class->size_allocate = stp_month_grid_size_allocate;
  grid_class->snapshot = stp_month_grid_snapshot;
}

/**
 * stp_month_grid_find_day_at:
 *
 * Returns: the day at this place in the coordinates of the grid, or 0
 */
guint
stp_month_grid_find_day_at (StpMonthGrid *self, double x, double y)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self)) - HEAD_HEIGHT;
  const int week_height = height / (int) STP_MONTH_WEEKS;
  guint row, column = 0;

  g_return_val_if_fail (STP_IS_MONTH_GRID (self), 0);

  y -= HEAD_HEIGHT;
  if (self->top == 0 || x < 0 || x >= width || y < 0 || y >= height || week_height == 0)
    return 0;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - 1 - x;
  while (x >= find_edge (self, column + 1))
    column++;
  row = (guint) (y / week_height + stp_month_grid_get_passed (self));
  row = MIN (row, stp_month_grid_get_passed (self) > 0 ? STP_MONTH_ROWS - 1 : STP_MONTH_WEEKS - 1);

  return stp_month_grid_get_first_day (self) + row * STP_WEEK_LENGTH + column;
}
