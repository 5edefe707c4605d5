// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-cell.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "calendar/stp-day-text.h"
#include "calendar/stp-mark.h"
#include "calendar/stp-month-text.h"
#include "calendar/stp-week.h"

#define MARKS_MAX 5
#define NUMBER_WIDTH 26
#define MARGIN 4
#define HEAD_HEIGHT 24
#define SLOT_HEIGHT 17
#define CHIP_BORDER 1
#define TAG_WIDEST "D+28"
/* The 28th of a month */
#define WIDEST_DAY 28

typedef enum
{
  LOOK_NUMBER,
  LOOK_TODAY,
  LOOK_SMALL,
  N_LOOKS,
} Look;

static const char *const looks[N_LOOKS] = {
  [LOOK_NUMBER] = "0 -1 font-features \"tnum\"",
  [LOOK_TODAY] = "0 -1 font-features \"tnum\", 0 -1 weight bold",
  [LOOK_SMALL] = "0 -1 scale 0.8",
};

/**
 * StpMonthCell:
 * @chip: (nullable): made with the first session, since most cells never have one
 * @number: the day of the month, @tag: as in "D+3", @more: as in "+2". They are drawn, since they
 *   are spoken with the day, and a widget for each is most of what a start takes
 * @sentence: (nullable): what it says of its day, with @look all that it shows
 * @chip_mark: a StpMark, or -1
 */
struct _StpMonthCell
{
  GtkWidget parent_instance;

  GtkWidget *chip;
  char *number, *tag, *more, *sentence;
  StpCellMetrics metrics;

  guint day, today, look;
  int row;
  gboolean compact, unready, moving, has_more;
  int chip_mark;
  StpMark marks[MARKS_MAX];
  guint n_marks;
};

G_DEFINE_FINAL_TYPE (StpMonthCell, stp_month_cell, GTK_TYPE_WIDGET)

static void
set_chip (StpMonthCell *self, const char *words)
{
  if (!words && !self->chip)
    return;

  if (!self->chip)
    {
      self->chip = stp_month_text_new ("chip", GTK_ACCESSIBLE_ROLE_PRESENTATION);
      gtk_widget_set_parent (self->chip, GTK_WIDGET (self));
    }
  stp_month_text_set_text (STP_MONTH_TEXT (self->chip), words);
  gtk_widget_set_child_visible (self->chip, words != NULL);
}

static void
toggle_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
stp_month_cell_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  const StpCellMetrics metrics = STP_MONTH_CELL (widget)->metrics;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = NUMBER_WIDTH + 2 * MARGIN;
      *natural = metrics.width * 3 / 2;
    }
  else
    {
      *minimum = metrics.head + metrics.slot;
      *natural = metrics.head + 4 * metrics.slot;
    }
}

static gboolean
is_mirrored (StpMonthCell *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
stp_month_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StpMonthCell *self = STP_MONTH_CELL (widget);
  GtkAllocation place = { MARGIN, self->metrics.head, 0, 0 };

  if (!self->chip || !gtk_widget_get_child_visible (self->chip))
    return;

  gtk_widget_measure (self->chip, GTK_ORIENTATION_HORIZONTAL, -1, &place.width, NULL, NULL, NULL);
  gtk_widget_measure (self->chip, GTK_ORIENTATION_VERTICAL, -1, &place.height, NULL, NULL, NULL);
  place.width = MAX (place.width, width - 2 * MARGIN);
  place.height = MAX (place.height, self->metrics.slot - 2);
  gtk_widget_size_allocate (self->chip, &place, -1);
}

static gboolean
is_first_of_month (StpMonthCell *self)
{
  return self->day != 0 && stp_month_find_start (self->day) == self->day;
}

/* With its month a number is wider than alone. */
static int
measure_number (StpMonthCell *self, PangoLayout *layout)
{
  int width;

  if (!is_first_of_month (self))
    return self->metrics.number;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return MAX (self->metrics.number, width + 8);
}

/* Beside the number, or below it where the cell is small. */
static void
snapshot_marks (StpMonthCell *self, GtkSnapshot *snapshot, int number_width)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const gboolean mirrored = is_mirrored (self);
  const float head = (float) self->metrics.head;
  const float y = self->compact ? head : (head - STP_MARK_SIZE) / 2;
  float start = (float) (self->compact ? MARGIN + 2 : MARGIN + number_width + 4);
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  for (guint i = 0; i < self->n_marks; i++, start += STP_MARK_SIZE + 3)
    {
      if (start + STP_MARK_SIZE > width)
        break;
      stp_mark_snapshot (self->marks[i], snapshot, mirrored ? width - start - STP_MARK_SIZE : start,
                         y, &color);
    }
}

static void
snapshot_chip_mark (StpMonthCell *self, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds;
  GdkRGBA color;
  float x;

  if (self->chip_mark < 0 || !gtk_widget_compute_bounds (self->chip, GTK_WIDGET (self), &bounds))
    return;

  x = is_mirrored (self) ? bounds.origin.x + bounds.size.width - STP_MARK_SIZE - 5
                         : bounds.origin.x + 5;
  gtk_widget_get_color (self->chip, &color);
  stp_mark_snapshot ((StpMark) self->chip_mark, snapshot, x,
                     bounds.origin.y + (bounds.size.height - STP_MARK_SIZE) / 2, &color);
}

/* Of the month where there is one, so that its cells share one context and one font. */
static PangoLayout *
create_layout (StpMonthCell *self, const char *text, Look look)
{
  static PangoAttrList *attributes[N_LOOKS];
  GtkWidget *month = gtk_widget_get_parent (GTK_WIDGET (self));
  PangoLayout *layout = gtk_widget_create_pango_layout (month ? month : GTK_WIDGET (self), text);

  if (!attributes[look])
    attributes[look] = pango_attr_list_from_string (looks[look]);
  pango_layout_set_attributes (layout, attributes[look]);

  return layout;
}

static void
snapshot_disc (GtkSnapshot *snapshot, const GdkRectangle *box)
{
  g_autoptr (
    GdkRGBA) color = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height);
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &bounds, (float) MIN (box->width, box->height) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

/* At the start edge, on a disc if it is today. Returns how much room it takes. */
static int
snapshot_number (StpMonthCell *self, GtkSnapshot *snapshot)
{
  const gboolean is_today = self->day == self->today;
  GdkRectangle box = { MARGIN, 2, self->metrics.number, self->metrics.head - 5 };
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA color = { 1, 1, 1, 1 };

  if (!self->number)
    return box.width;

  layout = create_layout (self, self->number, is_today ? LOOK_TODAY : LOOK_NUMBER);
  box.width = measure_number (self, layout);
  if (is_mirrored (self))
    box.x = gtk_widget_get_width (GTK_WIDGET (self)) - MARGIN - box.width;
  if (is_today)
    snapshot_disc (snapshot, &box);
  else
    gtk_widget_get_color (GTK_WIDGET (self), &color);
  stp_snapshot_line (snapshot, layout, &color, &box, 0.5f);

  return box.width;
}

/* At the end edge, in the middle of a line of that height. */
static void
snapshot_tag (StpMonthCell *self, GtkSnapshot *snapshot, const char *text, int y, int height)
{
  const gboolean plain = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  const GdkRectangle box = { MARGIN, y, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN,
                             height };
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA color;

  if (!text)
    return;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= plain ? 0.9f : 0.55f;
  layout = create_layout (self, text, LOOK_SMALL);
  stp_snapshot_line (snapshot, layout, &color, &box, is_mirrored (self) ? 0 : 1);
}

static void
stp_month_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StpMonthCell *self = STP_MONTH_CELL (widget);

  GTK_WIDGET_CLASS (stp_month_cell_parent_class)->snapshot (widget, snapshot);
  snapshot_marks (self, snapshot, snapshot_number (self, snapshot));
  snapshot_chip_mark (self, snapshot);
  snapshot_tag (self, snapshot, self->tag, 2, self->metrics.head - 5);
  snapshot_tag (self, snapshot, self->more, self->metrics.head, self->metrics.slot - 2);
}

static void
stp_month_cell_dispose (GObject *object)
{
  StpMonthCell *self = STP_MONTH_CELL (object);

  g_clear_pointer (&self->chip, gtk_widget_unparent);
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
  widget_class->size_allocate = stp_month_cell_size_allocate;
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
 */
StpMonthCell *
stp_month_cell_new (int row, int column)
{
  StpMonthCell *self = g_object_new (STP_TYPE_MONTH_CELL, NULL);

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
  set_chip (self, text);
  if (!text)
    return;

  if (session->place == STP_PLACE_CLINIC)
    self->chip_mark = STP_MARK_CLINIC;
  else if (self->unready)
    self->chip_mark = STP_MARK_WAIT;
  toggle_class (self->chip, "planned", session->state == STP_SESSION_PLANNED);
  toggle_class (self->chip, "marked", self->chip_mark >= 0);
}

static void
add_mark (StpMonthCell *self, StpMark mark)
{
  if (self->n_marks < MARKS_MAX)
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

  if (view->d_plus > 0 && !has_session && !self->compact && !is_first_of_month (self))
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
  const char *format = is_first_of_month (self) ? C_ ("day", "%-d %b") : "%-d";
  g_autofree char *number = stp_day_format_words (view->day, format);

  g_set_str (&self->number, number);
  bind_chip (self, view, zone);
  bind_marks (self, view, self->today);
  bind_tags (self, view, n_hidden);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->sentence, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
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

  return (is_mirrored (self) ? x < width / 2.0 : x >= width / 2.0) && y >= top &&
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

static void
measure_words (StpMonthCell *self, const char *words, Look look, int *width, int *height)
{
  g_autoptr (PangoLayout) layout = create_layout (self, words, look);

  pango_layout_get_pixel_size (layout, width, height);
}

/**
 * stp_month_cell_find_metrics:
 *
 * Returns: the measures within a cell in the font that it has now
 */
StpCellMetrics
stp_month_cell_find_metrics (StpMonthCell *self)
{
  /* Every locale writes its weekdays in its own script, and may write its numbers so. */
  g_autofree char *number = stp_day_format_words (WIDEST_DAY, "%-d");
  g_autofree char *words = stp_day_format_words (WIDEST_DAY, "%-d %a");
  StpCellMetrics metrics = { 0 };
  int head, slot, tag;

  g_return_val_if_fail (STP_IS_MONTH_CELL (self), metrics);

  measure_words (self, number, LOOK_TODAY, &metrics.number, NULL);
  measure_words (self, words, LOOK_TODAY, NULL, &head);
  measure_words (self, words, LOOK_SMALL, NULL, &slot);
  measure_words (self, TAG_WIDEST, LOOK_SMALL, &tag, NULL);
  metrics.number = MAX (NUMBER_WIDTH, metrics.number + 8);
  metrics.head = MAX (HEAD_HEIGHT, head + 4);
  metrics.slot = MAX (SLOT_HEIGHT, slot + 2 * CHIP_BORDER + 1);
  metrics.width = metrics.number + tag + 2 * MARGIN;

  return metrics;
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
