// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-travel.h"

#include "calendar/stp-month-grid-private.h"

/* Weeks are numbered from the one of day 7, whatever day they begin with. */
static guint
find_week (StpMonthGrid *self, guint day)
{
  return stp_week_find_start (day, self->first_weekday) / STP_WEEK_LENGTH;
}

static gboolean
is_at_rest_on (StpMonthGrid *self, guint day)
{
  const guint week = find_week (self, day);
  const guint top = stp_month_scroll_get_target (self->scroll);

  return self->top != 0 && week >= top && week < top + STP_MONTH_WEEKS;
}

/* The row below the last one is in sight only while weeks pass. */
static void
show_rows (StpMonthGrid *self)
{
  for (guint row = 0; row < STP_MONTH_ROWS; row++)
    for (guint column = 0; column < STP_WEEK_LENGTH; column++)
      gtk_widget_set_child_visible (stp_month_grid_get_cell_at (self, row, column),
                                    row < STP_MONTH_WEEKS || stp_month_grid_get_passed (self) > 0);
}

/* That of the row in the middle, which belongs to the month that most of its days lie in. */
static guint
find_month (StpMonthGrid *self)
{
  const double middle = stp_month_scroll_get_position (self->scroll) + (STP_MONTH_WEEKS - 1) / 2.0;

  return stp_month_find_start (stp_month_grid_find_first_day (self, (guint) middle) +
                               STP_WEEK_LENGTH / 2);
}

/* The month first: who answers a new first day binds cells that look otherwise outside of it. */
static void
take_place (StpMonthGrid *self, guint top)
{
  const guint old_top = self->top;
  const guint old_month = self->month;

  self->top = top;
  self->month = find_month (self);
  if (self->top != old_top)
    g_object_notify (G_OBJECT (self), "first-day");
  if (self->month == old_month)
    return;

  for (guint row = 0; self->days && row < STP_MONTH_ROWS; row++)
    for (guint column = 0; column < STP_WEEK_LENGTH; column++)
      stp_month_grid_mark_outside (self, self->cells[row][column]);
  g_object_notify (G_OBJECT (self), "month");
}

/* The day that has the focus takes it along, and finds it again when it comes back. */
static void
moved_cb (StpMonthGrid *self)
{
  const gboolean focused = stp_month_grid_has_focus (self);

  take_place (self, (guint) stp_month_scroll_get_position (self->scroll));
  show_rows (self);
  if (focused && (stp_month_grid_get_cell (self, self->selected_day) ||
                  !is_at_rest_on (self, self->selected_day)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
show_month_of (StpMonthGrid *self, guint day)
{
  const guint week = find_week (self, stp_month_find_start (day));

  if (self->top == 0)
    stp_month_scroll_jump (self->scroll, week);
  else if (stp_month_scroll_get_target (self->scroll) != week)
    stp_month_scroll_glide (self->scroll, week);
}

/**
 * stp_month_travel_reveal:
 *
 * Brings a day into sight: a step over the edge brings one week, and what is farther away is shown
 * with its month.
 */
void
stp_month_travel_reveal (StpMonthGrid *self, guint day)
{
  const guint week = find_week (self, day);
  const guint top = stp_month_scroll_get_target (self->scroll);

  if (is_at_rest_on (self, day))
    return;

  if (self->top != 0 && week + 1 == top)
    stp_month_scroll_glide (self->scroll, top - 1);
  else if (self->top != 0 && week == top + STP_MONTH_WEEKS)
    stp_month_scroll_glide (self->scroll, top + 1);
  else
    show_month_of (self, day);
}

/**
 * stp_month_grid_go_to:
 *
 * Chooses a day, and shows its month from the first week on.
 */
void
stp_month_grid_go_to (StpMonthGrid *self, guint day)
{
  g_return_if_fail (STP_IS_MONTH_GRID (self));
  g_return_if_fail (g_date_valid_julian (day));

  show_month_of (self, day);
  stp_month_grid_set_selected_day (self, day);
}

/**
 * stp_month_grid_turn:
 * @months: how many months onwards, or back
 *
 * Goes to the same day in another month; where the chosen day was scrolled out of sight, onwards
 * from the month that is shown.
 */
void
stp_month_grid_turn (StpMonthGrid *self, int months)
{
  guint from;

  g_return_if_fail (STP_IS_MONTH_GRID (self));

  from = is_at_rest_on (self, self->selected_day) ? self->selected_day : self->month;
  stp_month_grid_go_to (self, stp_month_shift (from, months));
}

/**
 * stp_month_travel_start:
 *
 * Lets the weeks of a month pass, by wheel, by fingers and by what is asked for.
 */
void
stp_month_travel_start (StpMonthGrid *self)
{
  self->scroll = stp_month_scroll_new (GTK_WIDGET (self));
  g_signal_connect_object (self->scroll, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}
