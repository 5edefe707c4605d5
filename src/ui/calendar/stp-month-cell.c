// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-cell.h"

#include <glib/gi18n.h>

#include "calendar/stp-day-text.h"
#include "calendar/stp-month-cell-private.h"
#include "calendar/stp-week.h"

G_DEFINE_FINAL_TYPE (StpMonthCell, stp_month_cell, GTK_TYPE_WIDGET)

static void
toggle_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
stp_month_cell_dispose (GObject *object)
{
  StpMonthCell *self = STP_MONTH_CELL (object);

  g_clear_object (&self->lines);
  g_clear_pointer (&self->chip, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->tag, g_free);
  g_clear_pointer (&self->more, g_free);
  g_clear_pointer (&self->sentence, g_free);

  G_OBJECT_CLASS (stp_month_cell_parent_class)->dispose (object);
}

static void
stp_month_cell_class_init (StpMonthCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_month_cell_dispose;
  widget_class->measure = stp_month_cell_measure;
  widget_class->snapshot = stp_month_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "day");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
stp_month_cell_init (StpMonthCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * stp_month_cell_new:
 * @row: its week, from 0
 * @column: its place within the week, from 0
 * @lines: of the month, so that its cells share their numbers and one font
 */
StpMonthCell *
stp_month_cell_new (int row, int column, StpLineCache *lines)
{
  StpMonthCell *self = g_object_new (STP_TYPE_MONTH_CELL, NULL);

  self->lines = g_object_ref (lines);
  self->row = -1;
  stp_month_cell_set_row (self, row);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  column + 1, -1);

  return self;
}

static void
bind_chip (StpMonthCell *self, const StpDayView *view, GTimeZone *zone)
{
  StpSession *session = view->sessions->len > 0 ? view->sessions->pdata[0] : NULL;
  g_autofree char *text = NULL;

  self->chip_mark = -1;
  if (session && !self->compact)
    text = stp_day_text_session (session, zone);
  g_set_str (&self->chip, text);
  if (!text)
    return;

  self->planned = session->state == STP_SESSION_PLANNED;
  if (session->place == STP_PLACE_CLINIC)
    self->chip_mark = STP_MARK_CLINIC;
  else if (self->unready)
    self->chip_mark = STP_MARK_WAIT;
}

static void
add_mark (StpMonthCell *self, StpMark mark)
{
  if (self->n_marks < STP_CELL_MARKS_MAX)
    self->marks[self->n_marks++] = mark;
}

/* On a day with a session it is in the chip, where there is one. */
static gboolean
has_to_wait (StpMonthCell *self, const StpDayView *view, guint today)
{
  if (self->unready)
    return self->compact;

  return view->sessions->len == 0 && view->strength >= STP_DOCTOR && view->day >= today;
}

static void
bind_marks (StpMonthCell *self, const StpDayView *view, guint today)
{
  self->n_marks = 0;
  if (self->compact && view->sessions->len > 0)
    {
      const StpSession *session = view->sessions->pdata[0];

      if (session->place == STP_PLACE_CLINIC)
        add_mark (self, STP_MARK_CLINIC);
      else
        add_mark (self, session->state == STP_SESSION_PLANNED ? STP_MARK_PLANNED : STP_MARK_DONE);
    }
  if (view->n_uses > 0)
    add_mark (self, STP_MARK_USE);
  if (view->n_reactions > 0)
    add_mark (self, STP_MARK_REACTION);
  if (view->events->len > 0)
    add_mark (self, STP_MARK_EVENT);
  if (!self->moving && has_to_wait (self, view, today))
    add_mark (self, STP_MARK_WAIT);
}

static void
bind_tags (StpMonthCell *self, const StpDayView *view, guint n_hidden)
{
  const gboolean has_session = view->sessions->len > 0;
  g_autofree char *since = NULL;
  g_autofree char *more = NULL;

  if (view->d_plus > 0 && !has_session && !self->compact &&
      !stp_month_cell_is_first_of_month (self))
    /* Translators: short for "days since the last session" */
    since = g_strdup_printf (C_ ("day", "D+%d"), view->d_plus);
  if (n_hidden > 0)
    /* Translators: so many more things of the day than there is room for */
    more = g_strdup_printf (C_ ("day", "+%u"), n_hidden);

  self->has_more = more != NULL;
  /* The chip of a session wants its line for itself; without one there is room for both. */
  g_set_str (&self->tag, has_session ? more : since);
  g_set_str (&self->more, has_session ? NULL : more);
}

static void
show_day (StpMonthCell *self, const StpDayView *view, GTimeZone *zone, guint n_hidden)
{
  /* Translators: the first day of a month within the month, in the format of g_date_time_format()
   */
  const char *format = stp_month_cell_is_first_of_month (self) ? C_ ("day", "%-d %b") : "%-d";
  g_autofree char *number = stp_day_format_words (view->day, format);

  g_set_str (&self->number, number);
  bind_chip (self, view, zone);
  bind_marks (self, view, self->today);
  bind_tags (self, view, n_hidden);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->sentence, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * stp_month_cell_bind:
 * @view: the day to show; nothing of it is kept
 * @today: the day that it is
 * @n_hidden: things of that day that had no room
 *
 * A day that looks as it did costs nothing more: most do while weeks pass.
 */
void
stp_month_cell_bind (StpMonthCell *self,
                     const StpDayView *view,
                     guint today,
                     GTimeZone *zone,
                     StpCellFlags flags,
                     guint n_hidden)
{
  const guint look = (guint) flags | n_hidden << 3;
  g_autofree char *sentence = NULL;

  g_return_if_fail (STP_IS_MONTH_CELL (self));

  self->day = view->day;
  self->today = today;
  self->compact = (flags & STP_CELL_COMPACT) != 0;
  self->unready = (flags & STP_CELL_UNREADY) != 0;
  self->moving = (flags & STP_CELL_MOVING) != 0;

  sentence = stp_day_text_sentence (view, zone, today, self->unready);
  if (g_set_str (&self->sentence, sentence) || self->look != look)
    {
      self->look = look;
      show_day (self, view, zone, n_hidden);
    }
}

guint
stp_month_cell_get_day (StpMonthCell *self)
{
  g_return_val_if_fail (STP_IS_MONTH_CELL (self), 0);

  return self->day;
}

/**
 * stp_month_cell_is_more_at:
 * @x: in pixels, within the cell
 * @y: in pixels
 *
 * Returns: whether the mark there, as in "+2", says that the day holds more
 */
gboolean
stp_month_cell_is_more_at (StpMonthCell *self, double x, double y)
{
  int width, top;

  g_return_val_if_fail (STP_IS_MONTH_CELL (self), FALSE);

  if (!self->has_more)
    return FALSE;

  width = gtk_widget_get_width (GTK_WIDGET (self));
  top = self->more ? self->metrics.head : 0;

  return (stp_month_cell_is_mirrored (self) ? x < width / 2.0 : x >= width / 2.0) && y >= top &&
         y < top + (self->more ? self->metrics.slot : self->metrics.head);
}

/**
 * stp_month_cell_set_row:
 * @row: the week that it shows, from 0 at the top
 */
void
stp_month_cell_set_row (StpMonthCell *self, int row)
{
  g_return_if_fail (STP_IS_MONTH_CELL (self));

  if (self->row == row)
    return;

  self->row = row;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, row + 1,
                                  -1);
}

/**
 * stp_month_cell_set_outside:
 * @outside: it lies outside of the month that is shown
 */
void
stp_month_cell_set_outside (StpMonthCell *self, gboolean outside)
{
  g_return_if_fail (STP_IS_MONTH_CELL (self));

  toggle_class (GTK_WIDGET (self), "outside", outside);
}

void
stp_month_cell_set_selected (StpMonthCell *self, gboolean selected)
{
  g_return_if_fail (STP_IS_MONTH_CELL (self));

  toggle_class (GTK_WIDGET (self), "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * stp_month_cell_set_metrics:
 * @metrics: what stp_month_cell_find_metrics() found for one cell of the month
 */
void
stp_month_cell_set_metrics (StpMonthCell *self, const StpCellMetrics *metrics)
{
  g_return_if_fail (STP_IS_MONTH_CELL (self));

  self->metrics = *metrics;
}
