// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-grid.h"

#include <glib/gi18n.h>
#include <math.h>

#include "calendar/stp-day-text.h"
#include "calendar/stp-month-bands.h"
#include "calendar/stp-month-cell.h"
#include "calendar/stp-month-keys.h"
#include "calendar/stp-month-more.h"
#include "calendar/stp-month-moving.h"
#include "calendar/stp-month-scroll.h"
#include "calendar/stp-month-text.h"
#include "calendar/stp-week.h"

#define HEAD_HEIGHT 26

/**
 * StpMonthGrid:
 * @heads: names of the weekdays, over the cells that move below them
 * @cells: a ring: a week keeps its row of cells for as long as it is shown
 * @bands: over the cells
 * @moving: over the bands
 * @more: (nullable): what the last full day holds that was asked about
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
  guint64 unready;

  GDateWeekday first_weekday;
  guint top, month, selected_day, today;
  gboolean compact;
};

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

/* Weeks are numbered from the one of day 7, whatever day they begin with. */
static guint
find_week (StpMonthGrid *self, guint day)
{
  return stp_week_find_start (day, self->first_weekday) / STP_WEEK_LENGTH;
}

static guint
find_first_day (StpMonthGrid *self, guint week)
{
  return stp_week_find_start ((week + 1) * STP_WEEK_LENGTH - 1, self->first_weekday);
}

static GtkWidget *
get_cell_at (StpMonthGrid *self, guint row, guint column)
{
  return GTK_WIDGET (self->cells[(self->top + row) % STP_MONTH_ROWS][column]);
}

static guint
count_hidden (StpMonthGrid *self, const StpDayView *view)
{
  if (self->compact)
    return 0;

  return stp_month_bands_count_hidden (self->bands, view->day) +
         (view->sessions->len > 1 ? view->sessions->len - 1 : 0);
}

static void
mark_outside (StpMonthGrid *self, StpMonthCell *cell)
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
  mark_outside (self, cell);
  stp_month_cell_set_selected (cell, view->day == self->selected_day);
}

static void
bind_cells (StpMonthGrid *self)
{
  for (guint i = 0; self->days && i < STP_MONTH_DAYS; i++)
    bind_cell (self, STP_MONTH_CELL (get_cell_at (self, i / STP_WEEK_LENGTH, i % STP_WEEK_LENGTH)),
               i);
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

/* How far the first row is pushed out of sight, in weeks. */
static double
get_passed (StpMonthGrid *self)
{
  return stp_month_scroll_get_position (self->scroll) - self->top;
}

static void
stp_month_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StpMonthGrid *self = STP_MONTH_GRID (widget);
  const int week_height = MAX (0, height - HEAD_HEIGHT) / (int) STP_MONTH_WEEKS;
  const int top = HEAD_HEIGHT - (int) round (get_passed (self) * week_height);

  self->compact = width < self->metrics.width * (int) STP_WEEK_LENGTH;
  stp_month_scroll_set_week_height (self->scroll, week_height);
  if (stp_month_bands_set_room (self->bands, week_height, &self->metrics, self->compact))
    bind_cells (self);

  for (guint row = 0; row < STP_MONTH_ROWS; row++)
    for (guint column = 0; column < STP_WEEK_LENGTH; column++)
      place (self, get_cell_at (self, row, column), column, top + (int) row * week_height,
             week_height);
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
      gtk_widget_snapshot_child (widget, get_cell_at (self, row, column), snapshot);
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

  cell = get_cell_at (self, (day - first_day) / STP_WEEK_LENGTH,
                      (day - first_day) % STP_WEEK_LENGTH);

  return gtk_widget_get_child_visible (cell) ? cell : NULL;
}

static gboolean
has_focus (StpMonthGrid *self)
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
  if (has_focus (STP_MONTH_GRID (widget)))
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

/* --- scrolling --- */

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
      gtk_widget_set_child_visible (get_cell_at (self, row, column),
                                    row < STP_MONTH_WEEKS || get_passed (self) > 0);
}

/* That of the row in the middle, which belongs to the month that most of its days lie in. */
static guint
find_month (StpMonthGrid *self)
{
  const double middle = stp_month_scroll_get_position (self->scroll) + (STP_MONTH_WEEKS - 1) / 2.0;

  return stp_month_find_start (find_first_day (self, (guint) middle) + STP_WEEK_LENGTH / 2);
}

static void
update_month (StpMonthGrid *self)
{
  const guint month = find_month (self);

  if (self->month == month)
    return;

  self->month = month;
  for (guint i = 0; self->days && i < STP_MONTH_DAYS; i++)
    mark_outside (self, self->cells[i / STP_WEEK_LENGTH][i % STP_WEEK_LENGTH]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONTH]);
}

/* The day that has the focus takes it along, and finds it again when it comes back. */
static void
moved_cb (StpMonthGrid *self)
{
  const guint top = (guint) stp_month_scroll_get_position (self->scroll);
  const gboolean focused = has_focus (self);

  if (self->top != top)
    {
      self->top = top;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST_DAY]);
    }
  update_month (self);
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

/* A step over the edge brings one week; what is farther away is shown with its month. */
static void
reveal (StpMonthGrid *self, guint day)
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

/* --- object --- */

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
  widget_class->snapshot = stp_month_grid_snapshot;
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
  for (guint i = 0; i < STP_MONTH_DAYS; i++)
    {
      const int row = (int) (i / STP_WEEK_LENGTH);
      const int column = (int) (i % STP_WEEK_LENGTH);

      self->cells[row][column] = stp_month_cell_new (row, column);
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
  self->scroll = stp_month_scroll_new (GTK_WIDGET (self));
  g_signal_connect_object (self->scroll, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);

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

  return self->top == 0 ? 0 : find_first_day (self, self->top);
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
      reveal (self, day);
      return;
    }

  mark_selected (self, self->selected_day, FALSE);
  self->selected_day = day;
  reveal (self, day);
  mark_selected (self, day, TRUE);
  if (has_focus (self) && stp_month_grid_get_cell (self, day))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_DAY]);
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
  row = (guint) (y / week_height + get_passed (self));
  row = MIN (row, get_passed (self) > 0 ? STP_MONTH_ROWS - 1 : STP_MONTH_WEEKS - 1);

  return stp_month_grid_get_first_day (self) + row * STP_WEEK_LENGTH + column;
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

static void
show_bands (StpMonthGrid *self)
{
  g_autoptr (GPtrArray) pauses = self->move ? stp_move_list_pauses (self->move) : NULL;
  g_autoptr (GArray) bands = pauses ? stp_month_bands_of (pauses, self->zone)
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
  if (move)
    stp_month_moving_show (self->moving, move, stp_month_grid_get_first_day (self), STP_MONTH_DAYS,
                           self->zone);
  else
    stp_month_moving_hide (self->moving);
  bind_cells (self);
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
  bind_cells (self);
}
