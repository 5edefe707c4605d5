// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-grid.h"

#include <glib/gi18n.h>

#include "calendar/stp-day-text.h"
#include "calendar/stp-month-grid-private.h"
#include "calendar/stp-month-keys.h"
#include "calendar/stp-month-layout.h"
#include "calendar/stp-month-text.h"
#include "calendar/stp-month-travel.h"

G_DEFINE_FINAL_TYPE (StpMonthGrid, stp_month_grid, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_FIRST_DAY = 1,
  PROP_MONTH,
  PROP_SELECTED_DAY,
  PROP_TODAY,
} StpMonthGridProperty;

static GParamSpec *properties[PROP_TODAY + 1];

enum
{
  SIGNAL_DAY_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The first day of a week; weeks are numbered from the one of day 7. */
guint
stp_month_grid_find_first_day (StpMonthGrid *self, guint week)
{
  return stp_week_find_start ((week + 1) * STP_WEEK_LENGTH - 1, self->first_weekday);
}

GtkWidget *
stp_month_grid_get_cell_at (StpMonthGrid *self, guint row, guint column)
{
  return GTK_WIDGET (self->cells[(self->top + row) % STP_MONTH_ROWS][column]);
}

/* How far the first row is pushed out of sight, in weeks. */
double
stp_month_grid_get_passed (StpMonthGrid *self)
{
  return stp_month_scroll_get_position (self->scroll) - self->top;
}

static guint
count_hidden (StpMonthGrid *self, const StpDayView *view)
{
  if (self->compact)
    return 0;

  return stp_month_bands_count_hidden (self->bands, view->day) +
         (view->sessions->len > 1 ? view->sessions->len - 1 : 0);
}

void
stp_month_grid_mark_outside (StpMonthGrid *self, StpMonthCell *cell)
{
  const guint day = stp_month_cell_get_day (cell);

  stp_month_cell_set_outside (cell, stp_month_find_start (day) != self->month);
}

static void
bind_cell (StpMonthGrid *self, StpMonthCell *cell, guint index)
{
  const StpDayView *view = self->days->pdata[index];
  StpCellFlags flags = 0;

  if (self->compact)
    flags |= STP_CELL_COMPACT;
  if (self->unready & (G_GUINT64_CONSTANT (1) << index))
    flags |= STP_CELL_UNREADY;
  if (self->move)
    flags |= STP_CELL_MOVING;
  stp_month_cell_bind (cell, view, self->today, self->zone, flags, count_hidden (self, view));
  stp_month_cell_set_row (cell, (int) (index / STP_WEEK_LENGTH));
  stp_month_grid_mark_outside (self, cell);
  stp_month_cell_set_selected (cell, view->day == self->selected_day);
}

void
stp_month_grid_bind_cells (StpMonthGrid *self)
{
  for (guint i = 0; self->days && i < STP_MONTH_DAYS; i++)
    bind_cell (
      self,
      STP_MONTH_CELL (stp_month_grid_get_cell_at (self, i / STP_WEEK_LENGTH, i % STP_WEEK_LENGTH)),
      i);
}

/**
 * stp_month_grid_get_cell:
 *
 * Returns: (transfer none) (nullable): the cell of @day, if it is in sight
 */
GtkWidget *
stp_month_grid_get_cell (StpMonthGrid *self, guint day)
{
  guint first_day;
  GtkWidget *cell;

  g_return_val_if_fail (STP_IS_MONTH_GRID (self), NULL);

  first_day = stp_month_grid_get_first_day (self);
  if (first_day == 0 || day < first_day || day >= first_day + STP_MONTH_DAYS)
    return NULL;

  cell = stp_month_grid_get_cell_at (self, (day - first_day) / STP_WEEK_LENGTH,
                                     (day - first_day) % STP_WEEK_LENGTH);

  return gtk_widget_get_child_visible (cell) ? cell : NULL;
}

gboolean
stp_month_grid_has_focus (StpMonthGrid *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) || gtk_widget_is_focus (GTK_WIDGET (self));
}

/* While the chosen day is out of sight the month itself holds the focus, so that its keys work. */
static gboolean
stp_month_grid_grab_focus (GtkWidget *widget)
{
  StpMonthGrid *self = STP_MONTH_GRID (widget);
  GtkWidget *cell = stp_month_grid_get_cell (self, self->selected_day);

  return cell ? gtk_widget_grab_focus (cell)
              : GTK_WIDGET_CLASS (stp_month_grid_parent_class)->grab_focus (widget);
}

/* One stop for Tab: the chosen day. */
static gboolean
stp_month_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (stp_month_grid_has_focus (STP_MONTH_GRID (widget)))
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static gboolean
is_more_at (StpMonthGrid *self, guint day, double x, double y)
{
  GtkWidget *cell = stp_month_grid_get_cell (self, day);
  graphene_point_t point;

  return cell &&
         gtk_widget_compute_point (GTK_WIDGET (self), cell,
                                   &GRAPHENE_POINT_INIT ((float) x, (float) y), &point) &&
         stp_month_cell_is_more_at (STP_MONTH_CELL (cell), point.x, point.y);
}

static void
on_click_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, StpMonthGrid *self)
{
  const guint day = stp_month_grid_find_day_at (self, x, y);

  if (day == 0)
    return;

  stp_month_grid_set_selected_day (self, day);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (is_more_at (self, day, x, y))
    stp_month_grid_show_more (self, day);
  else
    stp_month_grid_activate (self, FALSE);
}

static void
stp_month_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpMonthGrid *self = STP_MONTH_GRID (object);

  switch ((StpMonthGridProperty) id)
    {
    case PROP_FIRST_DAY:
      g_value_set_uint (value, stp_month_grid_get_first_day (self));
      break;
    case PROP_MONTH:
      g_value_set_uint (value, self->month);
      break;
    case PROP_SELECTED_DAY:
      g_value_set_uint (value, self->selected_day);
      break;
    case PROP_TODAY:
      g_value_set_uint (value, self->today);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_month_grid_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StpMonthGrid *self = STP_MONTH_GRID (object);

  switch ((StpMonthGridProperty) id)
    {
    case PROP_SELECTED_DAY:
      stp_month_grid_set_selected_day (self, g_value_get_uint (value));
      break;
    case PROP_TODAY:
      stp_month_grid_set_today (self, g_value_get_uint (value));
      break;
    case PROP_FIRST_DAY:
    case PROP_MONTH:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_month_grid_dispose (GObject *object)
{
  StpMonthGrid *self = STP_MONTH_GRID (object);
  GtkWidget *child;

  if (self->scroll)
    stp_month_scroll_stop (self->scroll);
  g_clear_object (&self->scroll);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->move);
  g_clear_pointer (&self->still, g_array_unref);

  G_OBJECT_CLASS (stp_month_grid_parent_class)->dispose (object);
}

static void
stp_month_grid_class_init (StpMonthGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = stp_month_grid_get_property;
  object_class->set_property = stp_month_grid_set_property;
  object_class->dispose = stp_month_grid_dispose;
  widget_class->focus = stp_month_grid_focus;
  widget_class->grab_focus = stp_month_grid_grab_focus;

  properties[PROP_FIRST_DAY] = g_param_spec_uint ("first-day", NULL, NULL, 0, G_MAXUINT, 0,
                                                  G_PARAM_READABLE | flags);
  properties[PROP_MONTH] = g_param_spec_uint ("month", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | flags);
  properties[PROP_SELECTED_DAY] = g_param_spec_uint ("selected-day", NULL, NULL, 0, G_MAXUINT, 0,
                                                     G_PARAM_READWRITE | flags);
  properties[PROP_TODAY] = g_param_spec_uint ("today", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_DAY_ACTIVATED] = g_signal_new ("day-activated", STP_TYPE_MONTH_GRID,
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  stp_month_keys_install (widget_class);
  stp_month_layout_install (widget_class);
  gtk_widget_class_set_css_name (widget_class, "month");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
add_heads (StpMonthGrid *self)
{
  for (guint i = 0; i < STP_WEEK_LENGTH; i++)
    {
      /* Day 1 is a Monday, so day N is the weekday N. */
      const guint day = ((guint) self->first_weekday + i - 1) % STP_WEEK_LENGTH + 1;
      g_autofree char *name = stp_day_format_words (day, "%a");
      g_autofree char *full_name = stp_day_format_words (day, "%A");

      self->heads[i] = stp_month_text_new ("weekday", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
      stp_month_text_set_text (STP_MONTH_TEXT (self->heads[i]), name);
      stp_month_text_set_centered (STP_MONTH_TEXT (self->heads[i]), TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->heads[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, full_name, -1);
      gtk_widget_set_parent (self->heads[i], GTK_WIDGET (self));
    }
}

static void
add_cells (StpMonthGrid *self)
{
  g_autoptr (StpLineCache) lines = stp_line_cache_new (GTK_WIDGET (self));

  for (guint i = 0; i < STP_MONTH_DAYS; i++)
    {
      const int row = (int) (i / STP_WEEK_LENGTH);
      const int column = (int) (i % STP_WEEK_LENGTH);

      self->cells[row][column] = stp_month_cell_new (row, column, lines);
      gtk_widget_set_parent (GTK_WIDGET (self->cells[row][column]), GTK_WIDGET (self));
    }
  self->bands = g_object_new (STP_TYPE_MONTH_BANDS, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->bands), GTK_WIDGET (self));
  self->moving = g_object_new (STP_TYPE_MONTH_MOVING, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->moving), GTK_WIDGET (self));
}

static void
stp_month_grid_init (StpMonthGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->first_weekday = stp_week_get_first_weekday ();
  add_cells (self);
  add_heads (self);
  stp_month_travel_start (self);

  g_signal_connect_object (click, "released", G_CALLBACK (on_click_released_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Month"),
                                  -1);
}

GtkWidget *
stp_month_grid_new (void)
{
  return g_object_new (STP_TYPE_MONTH_GRID, NULL);
}

guint
stp_month_grid_get_first_day (StpMonthGrid *self)
{
  g_return_val_if_fail (STP_IS_MONTH_GRID (self), 0);

  return self->top == 0 ? 0 : stp_month_grid_find_first_day (self, self->top);
}

/**
 * stp_month_grid_get_month:
 *
 * Returns: the first day of the month that the grid shows: the one of the week in its middle
 */
guint
stp_month_grid_get_month (StpMonthGrid *self)
{
  g_return_val_if_fail (STP_IS_MONTH_GRID (self), 0);

  return self->month;
}

guint
stp_month_grid_get_selected_day (StpMonthGrid *self)
{
  g_return_val_if_fail (STP_IS_MONTH_GRID (self), 0);

  return self->selected_day;
}

static void
mark_selected (StpMonthGrid *self, guint day, gboolean selected)
{
  GtkWidget *cell = stp_month_grid_get_cell (self, day);

  if (cell)
    stp_month_cell_set_selected (STP_MONTH_CELL (cell), selected);
}

/**
 * stp_month_grid_set_selected_day:
 *
 * Chooses a day, and brings it into sight.
 */
void
stp_month_grid_set_selected_day (StpMonthGrid *self, guint day)
{
  g_return_if_fail (STP_IS_MONTH_GRID (self));
  g_return_if_fail (g_date_valid_julian (day));

  if (self->selected_day == day)
    {
      stp_month_travel_reveal (self, day);
      return;
    }

  mark_selected (self, self->selected_day, FALSE);
  self->selected_day = day;
  stp_month_travel_reveal (self, day);
  mark_selected (self, day, TRUE);
  if (stp_month_grid_has_focus (self) && stp_month_grid_get_cell (self, day))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_DAY]);
}

guint
stp_month_grid_get_today (StpMonthGrid *self)
{
  g_return_val_if_fail (STP_IS_MONTH_GRID (self), 0);

  return self->today;
}

void
stp_month_grid_set_today (StpMonthGrid *self, guint day)
{
  g_return_if_fail (STP_IS_MONTH_GRID (self));

  if (self->today == day)
    return;

  self->today = day;
  stp_month_grid_bind_cells (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
}

/**
 * stp_month_grid_activate:
 * @by_key: by Enter, and not by a click
 *
 * Opens the chosen day.
 */
void
stp_month_grid_activate (StpMonthGrid *self, gboolean by_key)
{
  g_return_if_fail (STP_IS_MONTH_GRID (self));

  g_signal_emit (self, signals[SIGNAL_DAY_ACTIVATED], 0, self->selected_day, by_key);
}

/**
 * stp_month_grid_get_days:
 *
 * Returns: (transfer none) (nullable) (element-type StpDayView): what is shown
 */
GPtrArray *
stp_month_grid_get_days (StpMonthGrid *self)
{
  g_return_val_if_fail (STP_IS_MONTH_GRID (self), NULL);

  return self->days;
}
