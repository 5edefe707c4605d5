// SPDX-License-Identifier: GPL-3.0-or-later

/* What a month shows: its days, the session that is moved over them, and all of one of them. */

#include "config.h"

#include "calendar/stp-day-text.h"
#include "calendar/stp-month-grid-private.h"
#include "calendar/stp-month-more.h"

static void
on_more_closed_cb (StpMonthGrid *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * stp_month_grid_show_more:
 * @day: one of the days that are in sight
 *
 * Lists all that a day holds, and that its cell has no room for.
 */
void
stp_month_grid_show_more (StpMonthGrid *self, guint day)
{
  GtkWidget *cell;
  guint index;
  g_autoptr (GPtrArray) lines = NULL;
  graphene_rect_t bounds;

  g_return_if_fail (STP_IS_MONTH_GRID (self));

  cell = stp_month_grid_get_cell (self, day);
  if (!cell || !self->days || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    return;

  index = day - stp_month_grid_get_first_day (self);
  lines = stp_day_text_list (self->days->pdata[index], self->zone,
                             (self->unready & (G_GUINT64_CONSTANT (1) << index)) != 0);
  stp_month_bands_add_words (self->bands, day, lines);
  if (lines->len == 0)
    return;

  g_clear_pointer (&self->more, gtk_widget_unparent);
  self->more = stp_month_more_new (day, lines);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  g_signal_connect_object (self->more, "closed", G_CALLBACK (on_more_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->more),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width,
                                                 (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->more));
  gtk_widget_grab_focus (gtk_popover_get_child (GTK_POPOVER (self->more)));
}

/**
 * stp_month_grid_find_planned:
 * @day: one of the days that are shown
 *
 * Returns: (transfer none) (nullable): the session that is planned for then
 */
StpSession *
stp_month_grid_find_planned (StpMonthGrid *self, guint day)
{
  const guint first_day = stp_month_grid_get_first_day (self);
  const StpDayView *view;

  g_return_val_if_fail (STP_IS_MONTH_GRID (self), NULL);

  if (!self->days || day < first_day || day >= first_day + STP_MONTH_DAYS)
    return NULL;

  view = self->days->pdata[day - first_day];
  for (guint i = 0; i < view->sessions->len; i++)
    {
      StpSession *session = view->sessions->pdata[i];

      if (session->state == STP_SESSION_PLANNED && session->start.us != STP_TIME_UNSET)
        return session;
    }

  return NULL;
}

/* Those of the session that is moved, among those that stay where they are. */
static GArray *
reckon_moved_bands (StpMonthGrid *self)
{
  g_autoptr (GPtrArray) pauses = stp_move_list_pauses (self->move);
  GArray *bands = stp_month_bands_merge (pauses);

  g_array_append_vals (bands, self->still->data, self->still->len);
  stp_month_bands_place (bands, self->zone);

  return bands;
}

static void
show_bands (StpMonthGrid *self)
{
  g_autoptr (GArray) bands = self->move ? reckon_moved_bands (self)
                             : stp_month_bands_collect (self->days, self->zone);

  stp_month_bands_set_bands (self->bands, bands, stp_month_grid_get_first_day (self),
                             STP_MONTH_ROWS, self->zone);
}

/**
 * stp_month_grid_show_move:
 * @move: (nullable): a session on its way, which knows the days that are shown
 *
 * Marks each day with its verdict; the session and its windows are shown where it would go.
 */
void
stp_month_grid_show_move (StpMonthGrid *self, StpMove *move)
{
  g_return_if_fail (STP_IS_MONTH_GRID (self));
  g_return_if_fail (self->days != NULL);

  g_set_object (&self->move, move);
  g_clear_pointer (&self->still, g_array_unref);
  if (move)
    {
      self->still = stp_month_bands_merge (stp_move_get_others (move));
      stp_month_moving_show (self->moving, move, stp_month_grid_get_first_day (self),
                             STP_MONTH_DAYS, self->zone);
    }
  else
    {
      stp_month_moving_hide (self->moving);
    }
  stp_month_grid_bind_cells (self);
  show_bands (self);
}

/**
 * stp_month_grid_follow_move:
 *
 * Brings the session and its windows to the day of the move; nothing else is bound anew.
 */
void
stp_month_grid_follow_move (StpMonthGrid *self)
{
  g_return_if_fail (STP_IS_MONTH_GRID (self));
  g_return_if_fail (self->move != NULL);

  stp_month_moving_follow (self->moving);
  show_bands (self);
}

/**
 * stp_month_grid_set_days:
 * @days: (element-type StpDayView): the %STP_MONTH_DAYS days from `first-day` on
 * @zone: the zone that they were asked for
 * @unready: by place in @days, a bit where a planned session cannot be then any more
 *
 * Binds the cells and the bands to what these days are.
 */
void
stp_month_grid_set_days (StpMonthGrid *self, GPtrArray *days, GTimeZone *zone, guint64 unready)
{
  g_return_if_fail (STP_IS_MONTH_GRID (self));
  g_return_if_fail (days->len == STP_MONTH_DAYS);

  g_ptr_array_ref (days);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  self->days = days;
  g_time_zone_ref (zone);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone;
  self->unready = unready;

  if (!self->move)
    show_bands (self);
  stp_month_grid_bind_cells (self);
}
