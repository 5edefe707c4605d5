// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-grid.h"

#include <glib/gi18n.h>

#include "calendar/stp-month-bands.h"
#include "calendar/stp-month-cell.h"
#include "calendar/stp-month-keys.h"
#include "calendar/stp-month-text.h"
#include "calendar/stp-week.h"

#define HEAD_HEIGHT 26

struct _StpMonthGrid
{
  GtkWidget parent_instance;

  GtkWidget *heads[STP_WEEK_LENGTH]; /* names of the weekdays */
  StpMonthCell *cells[STP_MONTH_DAYS];
  StpMonthBands *bands; /* over the cells */
  StpCellMetrics metrics;

  GPtrArray *days; /* (owned) (nullable) */
  GTimeZone *zone; /* (owned) (nullable) */
  guint64 unready;

  GDateWeekday first_weekday;
  guint first_day, selected_day, today;
  gboolean compact;
};

G_DEFINE_FINAL_TYPE (StpMonthGrid, stp_month_grid, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_FIRST_DAY = 1,
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

static guint
count_hidden (StpMonthGrid *self, const StpDayView *view)
{
  if (self->compact)
    return 0;

  return stp_month_bands_count_hidden (self->bands, view->day) +
         (view->sessions->len > 1 ? view->sessions->len - 1 : 0);
}

static void
bind_cells (StpMonthGrid *self)
{
  const guint month = stp_month_grid_get_month (self);

  if (!self->days)
    return;

  for (guint i = 0; i < STP_MONTH_DAYS; i++)
    {
      const StpDayView *view = self->days->pdata[i];
      StpCellFlags flags = 0;

      if (stp_month_find_start (view->day) != month)
        flags |= STP_CELL_OUTSIDE;
      if (self->compact)
        flags |= STP_CELL_COMPACT;
      if (self->unready & (G_GUINT64_CONSTANT (1) << i))
        flags |= STP_CELL_UNREADY;
      stp_month_cell_bind (self->cells[i], view, self->today, self->zone, flags,
                           count_hidden (self, view));
      stp_month_cell_set_selected (self->cells[i], view->day == self->selected_day);
    }
}

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
  const gboolean compact = width < self->metrics.width * (int) STP_WEEK_LENGTH;

  self->compact = compact;
  if (stp_month_bands_set_room (self->bands, week_height, &self->metrics, compact))
    bind_cells (self);

  for (guint i = 0; i < STP_WEEK_LENGTH; i++)
    place (self, self->heads[i], i, 0, HEAD_HEIGHT);
  for (guint i = 0; i < STP_MONTH_DAYS; i++)
    place (self, GTK_WIDGET (self->cells[i]), i % STP_WEEK_LENGTH,
           HEAD_HEIGHT + (int) (i / STP_WEEK_LENGTH) * week_height, week_height);
  gtk_widget_size_allocate (GTK_WIDGET (self->bands),
                            &(GtkAllocation) { 0, HEAD_HEIGHT, width, height - HEAD_HEIGHT }, -1);
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

  self->metrics = stp_month_cell_find_metrics (self->cells[0]);
  for (guint i = 0; i < STP_MONTH_DAYS; i++)
    stp_month_cell_set_metrics (self->cells[i], &self->metrics);
  gtk_widget_measure (GTK_WIDGET (self->cells[0]), orientation, -1, minimum, natural, NULL, NULL);
  *minimum = *minimum * times + extra;
  *natural = *natural * times + extra;
}

static GtkWidget *
get_cell (StpMonthGrid *self, guint day)
{
  if (day < self->first_day || day >= self->first_day + STP_MONTH_DAYS)
    return NULL;

  return GTK_WIDGET (self->cells[day - self->first_day]);
}

static gboolean
stp_month_grid_grab_focus (GtkWidget *widget)
{
  StpMonthGrid *self = STP_MONTH_GRID (widget);
  GtkWidget *cell = get_cell (self, self->selected_day);

  return cell && gtk_widget_grab_focus (cell);
}

/* One stop for Tab: the chosen day. */
static gboolean
stp_month_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget))
    return FALSE;

  return stp_month_grid_grab_focus (widget);
}

static void
on_click_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, StpMonthGrid *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = widget ? gtk_widget_get_ancestor (widget, STP_TYPE_MONTH_CELL) : NULL;

  if (!cell)
    return;

  stp_month_grid_set_selected_day (self, stp_month_cell_get_day (STP_MONTH_CELL (cell)));
  stp_month_grid_grab_focus (GTK_WIDGET (self));
  stp_month_grid_activate (self);
}

/* --- object --- */

static void
stp_month_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpMonthGrid *self = STP_MONTH_GRID (object);

  switch ((StpMonthGridProperty) id)
    {
    case PROP_FIRST_DAY:
      g_value_set_uint (value, self->first_day);
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_month_grid_dispose (GObject *object)
{
  StpMonthGrid *self = STP_MONTH_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);

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
  widget_class->measure = stp_month_grid_measure;
  widget_class->size_allocate = stp_month_grid_size_allocate;
  widget_class->focus = stp_month_grid_focus;
  widget_class->grab_focus = stp_month_grid_grab_focus;

  properties[PROP_FIRST_DAY] = g_param_spec_uint ("first-day", NULL, NULL, 0, G_MAXUINT, 0,
                                                  G_PARAM_READABLE | flags);
  properties[PROP_SELECTED_DAY] = g_param_spec_uint ("selected-day", NULL, NULL, 0, G_MAXUINT, 0,
                                                     G_PARAM_READWRITE | flags);
  properties[PROP_TODAY] = g_param_spec_uint ("today", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_DAY_ACTIVATED] = g_signal_new ("day-activated", STP_TYPE_MONTH_GRID,
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                1, G_TYPE_UINT);

  stp_month_keys_install (widget_class);
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
stp_month_grid_init (StpMonthGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->first_weekday = stp_week_get_first_weekday ();
  add_heads (self);
  for (guint i = 0; i < STP_MONTH_DAYS; i++)
    {
      self->cells[i] = stp_month_cell_new ((int) (i / STP_WEEK_LENGTH),
                                           (int) (i % STP_WEEK_LENGTH));
      gtk_widget_set_parent (GTK_WIDGET (self->cells[i]), GTK_WIDGET (self));
    }
  self->bands = g_object_new (STP_TYPE_MONTH_BANDS, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->bands), GTK_WIDGET (self));

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

  return self->first_day;
}

/**
 * stp_month_grid_get_month:
 *
 * Returns: the first day of the month that the grid shows: the one that its third week lies in
 */
guint
stp_month_grid_get_month (StpMonthGrid *self)
{
  g_return_val_if_fail (STP_IS_MONTH_GRID (self), 0);

  return stp_month_find_start (self->first_day + 2 * STP_WEEK_LENGTH);
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
  GtkWidget *cell = get_cell (self, day);

  if (cell)
    stp_month_cell_set_selected (STP_MONTH_CELL (cell), selected);
}

static void
show_month_of (StpMonthGrid *self, guint day)
{
  const guint first_day = stp_week_find_start (stp_month_find_start (day), self->first_weekday);

  if (self->first_day == first_day)
    return;

  self->first_day = first_day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST_DAY]);
}

/**
 * stp_month_grid_set_selected_day:
 *
 * Chooses a day, and shows its month.
 */
void
stp_month_grid_set_selected_day (StpMonthGrid *self, guint day)
{
  gboolean focused;

  g_return_if_fail (STP_IS_MONTH_GRID (self));
  g_return_if_fail (g_date_valid_julian (day));

  if (self->selected_day == day)
    return;

  focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  mark_selected (self, self->selected_day, FALSE);
  self->selected_day = day;
  show_month_of (self, day);
  mark_selected (self, day, TRUE);
  if (focused)
    stp_month_grid_grab_focus (GTK_WIDGET (self));
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
  bind_cells (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
}

/**
 * stp_month_grid_activate:
 *
 * Opens the chosen day, as Enter does.
 */
void
stp_month_grid_activate (StpMonthGrid *self)
{
  g_return_if_fail (STP_IS_MONTH_GRID (self));

  g_signal_emit (self, signals[SIGNAL_DAY_ACTIVATED], 0, self->selected_day);
}

/**
 * stp_month_grid_set_days:
 * @days: (element-type StpDayView): the 42 days from `first-day` on
 * @zone: the zone that they were asked for
 * @unready: by place in @days, a bit where a planned session cannot be then any more
 *
 * Binds the cells and the bands to what these days are.
 */
void
stp_month_grid_set_days (StpMonthGrid *self, GPtrArray *days, GTimeZone *zone, guint64 unready)
{
  g_autoptr (GArray) bands = NULL;

  g_return_if_fail (STP_IS_MONTH_GRID (self));
  g_return_if_fail (days->len == STP_MONTH_DAYS);

  g_ptr_array_ref (days);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  self->days = days;
  g_time_zone_ref (zone);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone;
  self->unready = unready;

  bands = stp_month_bands_collect (days, zone);
  stp_month_bands_set_bands (self->bands, bands, self->first_day, STP_MONTH_WEEKS, zone);
  bind_cells (self);
}
