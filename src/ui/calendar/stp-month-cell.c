// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-cell.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "calendar/stp-day-text.h"
#include "calendar/stp-mark.h"
#include "calendar/stp-week.h"

#define MARKS_MAX 4
#define NUMBER_WIDTH 26
#define MARGIN 4
#define HEAD_HEIGHT 24
#define SLOT_HEIGHT 17
#define TAG_SCALE 0.8
#define TAG_WIDEST "D+28"

typedef enum
{
  TEXT_NUMBER,
  TEXT_CHIP,
  N_TEXTS,
} Text;

static const struct
{
  const char *css_class;
  guint n_chars;
} looks[N_TEXTS] = {
  [TEXT_NUMBER] = { "number", 2 },
  [TEXT_CHIP] = { "chip", 8 },
};

struct _StpMonthCell
{
  GtkWidget parent_instance;

  /* (nullable): made with the first words, since most cells of a month never have any but their
   * number, and 42 times four widgets are most of what a start takes */
  GtkWidget *texts[N_TEXTS];
  char *tag, *more; /* "D+3"; "+2" where it is full: drawn, since they are spoken with the day */
  StpCellMetrics metrics;

  guint day;
  gboolean compact, unready;
  int chip_mark; /* a StpMark, or -1 */
  StpMark marks[MARKS_MAX];
  guint n_marks;
};

G_DEFINE_FINAL_TYPE (StpMonthCell, stp_month_cell, GTK_TYPE_WIDGET)

/* An inscription aligns to the left or the right, whatever the direction. */
static float
get_xalign (StpMonthCell *self, Text text)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (text == TEXT_NUMBER)
    return 0.5f;

  return mirrored ? 1.0f : 0.0f;
}

static GtkWidget *
ensure_text (StpMonthCell *self, Text text)
{
  if (self->texts[text])
    return self->texts[text];

  self->texts[text] = g_object_new (
    GTK_TYPE_INSCRIPTION, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "css-classes",
    (const char *[]) { looks[text].css_class, NULL }, "min-chars", 0u, "nat-chars",
    looks[text].n_chars, "nat-lines", 1u, "min-lines", 0u, "text-overflow",
    GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, "xalign", get_xalign (self, text), NULL);
  gtk_widget_set_child_visible (self->texts[text], FALSE);
  gtk_widget_set_parent (self->texts[text], GTK_WIDGET (self));

  return self->texts[text];
}

static void
set_text (StpMonthCell *self, Text text, const char *words)
{
  if (!words && !self->texts[text])
    return;

  gtk_inscription_set_text (GTK_INSCRIPTION (ensure_text (self, text)), words);
  gtk_widget_set_child_visible (self->texts[text], words != NULL);
}

static void
toggle_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static int
get_natural (GtkWidget *text, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (text, orientation, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static gboolean
is_shown (StpMonthCell *self, Text text)
{
  return self->texts[text] && gtk_widget_get_child_visible (self->texts[text]);
}

static int
get_number_width (StpMonthCell *self)
{
  return MAX (NUMBER_WIDTH,
              get_natural (ensure_text (self, TEXT_NUMBER), GTK_ORIENTATION_HORIZONTAL) + 8);
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

/* Allocates from the start edge, which is on the right in right-to-left. */
static void
place (StpMonthCell *self, Text text, int start, int y, int width, int height)
{
  GtkWidget *child = self->texts[text];
  int minimum, x;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  height = MAX (height, minimum);
  x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
        ? gtk_widget_get_width (GTK_WIDGET (self)) - start - width
        : start;
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
stp_month_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StpMonthCell *self = STP_MONTH_CELL (widget);
  const int head = self->metrics.head;
  const int slot = self->metrics.slot;
  const int number = get_number_width (self);

  place (self, TEXT_NUMBER, MARGIN, 2, number, head - 5);
  if (is_shown (self, TEXT_CHIP))
    place (self, TEXT_CHIP, MARGIN, head, width - 2 * MARGIN, slot - 2);
}

/* Beside the number, or below it where the cell is small. */
static void
snapshot_marks (StpMonthCell *self, GtkSnapshot *snapshot)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const float head = (float) self->metrics.head;
  const float y = self->compact ? head : (head - STP_MARK_SIZE) / 2;
  float start = (float) (self->compact ? MARGIN + 2 : MARGIN + get_number_width (self) + 4);
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

  if (self->chip_mark < 0 ||
      !gtk_widget_compute_bounds (self->texts[TEXT_CHIP], GTK_WIDGET (self), &bounds))
    return;

  x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
        ? bounds.origin.x + bounds.size.width - STP_MARK_SIZE - 5
        : bounds.origin.x + 5;
  gtk_widget_get_color (self->texts[TEXT_CHIP], &color);
  stp_mark_snapshot ((StpMark) self->chip_mark, snapshot, x,
                     bounds.origin.y + (bounds.size.height - STP_MARK_SIZE) / 2, &color);
}

/* Of the month where there is one, so that its cells share one context and one font. */
static PangoLayout *
create_tag_layout (StpMonthCell *self, const char *text)
{
  GtkWidget *month = gtk_widget_get_parent (GTK_WIDGET (self));
  PangoLayout *layout = gtk_widget_create_pango_layout (month ? month : GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (TAG_SCALE));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

/* At the end edge, in the middle of a line of that height. */
static void
snapshot_tag (StpMonthCell *self, GtkSnapshot *snapshot, const char *text, int y, int line)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const gboolean plain = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA color;
  int width, height, x;

  if (!text)
    return;

  layout = create_tag_layout (self, text);
  pango_layout_get_pixel_size (layout, &width, &height);
  x = mirrored ? MARGIN : gtk_widget_get_width (GTK_WIDGET (self)) - MARGIN - width;
  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= plain ? 0.9f : 0.55f;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y + (line - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
stp_month_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StpMonthCell *self = STP_MONTH_CELL (widget);

  GTK_WIDGET_CLASS (stp_month_cell_parent_class)->snapshot (widget, snapshot);
  snapshot_marks (self, snapshot);
  snapshot_chip_mark (self, snapshot);
  snapshot_tag (self, snapshot, self->tag, 2, self->metrics.head - 5);
  snapshot_tag (self, snapshot, self->more, self->metrics.head, self->metrics.slot - 2);
}

static void
stp_month_cell_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  StpMonthCell *self = STP_MONTH_CELL (widget);

  for (Text text = 0; text < N_TEXTS; text++)
    if (self->texts[text])
      gtk_inscription_set_xalign (GTK_INSCRIPTION (self->texts[text]), get_xalign (self, text));
}

static void
stp_month_cell_dispose (GObject *object)
{
  StpMonthCell *self = STP_MONTH_CELL (object);

  for (Text text = 0; text < N_TEXTS; text++)
    g_clear_pointer (&self->texts[text], gtk_widget_unparent);
  g_clear_pointer (&self->tag, g_free);
  g_clear_pointer (&self->more, g_free);

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
  widget_class->direction_changed = stp_month_cell_direction_changed;
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

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, row + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, column + 1, -1);

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
  set_text (self, TEXT_CHIP, text);
  if (!text)
    return;

  if (session->place == STP_PLACE_CLINIC)
    self->chip_mark = STP_MARK_CLINIC;
  else if (self->unready)
    self->chip_mark = STP_MARK_WAIT;
  toggle_class (self->texts[TEXT_CHIP], "planned", session->state == STP_SESSION_PLANNED);
  toggle_class (self->texts[TEXT_CHIP], "marked", self->chip_mark >= 0);
}

static void
add_mark (StpMonthCell *self, StpMark mark)
{
  if (self->n_marks < MARKS_MAX)
    self->marks[self->n_marks++] = mark;
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
  if (self->unready
        ? self->compact
        : view->sessions->len == 0 && view->strength >= STP_DOCTOR && view->day >= today)
    add_mark (self, STP_MARK_WAIT);
}

static void
bind_tags (StpMonthCell *self, const StpDayView *view, guint n_hidden)
{
  const gboolean has_session = view->sessions->len > 0;
  g_autofree char *since = NULL;
  g_autofree char *more = NULL;

  if (view->d_plus > 0 && !has_session && !self->compact)
    /* Translators: short for "days since the last session" */
    since = g_strdup_printf (C_ ("day", "D+%d"), view->d_plus);
  if (n_hidden > 0)
    /* Translators: so many more things of the day than there is room for */
    more = g_strdup_printf (C_ ("day", "+%u"), n_hidden);

  /* The chip of a session wants its line for itself; without one there is room for both. */
  g_set_str (&self->tag, has_session ? more : since);
  g_set_str (&self->more, has_session ? NULL : more);
}

/**
 * stp_month_cell_bind:
 * @view: the day to show; nothing of it is kept
 * @today: the day that it is
 * @n_hidden: things of that day that had no room
 */
void
stp_month_cell_bind (StpMonthCell *self,
                     const StpDayView *view,
                     guint today,
                     GTimeZone *zone,
                     StpCellFlags flags,
                     guint n_hidden)
{
  g_autofree char *number = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (STP_IS_MONTH_CELL (self));

  self->day = view->day;
  self->compact = (flags & STP_CELL_COMPACT) != 0;
  self->unready = (flags & STP_CELL_UNREADY) != 0;
  number = stp_day_format_words (view->day, "%-d");
  set_text (self, TEXT_NUMBER, number);
  bind_chip (self, view, zone);
  bind_marks (self, view, today);
  bind_tags (self, view, n_hidden);
  toggle_class (GTK_WIDGET (self), "today", view->day == today);
  toggle_class (GTK_WIDGET (self), "outside", (flags & STP_CELL_OUTSIDE) != 0);

  sentence = stp_day_text_sentence (view, zone, today, self->unready);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
stp_month_cell_get_day (StpMonthCell *self)
{
  g_return_val_if_fail (STP_IS_MONTH_CELL (self), 0);

  return self->day;
}

void
stp_month_cell_set_selected (StpMonthCell *self, gboolean selected)
{
  g_return_if_fail (STP_IS_MONTH_CELL (self));

  toggle_class (GTK_WIDGET (self), "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * stp_month_cell_find_metrics:
 *
 * Returns: the measures within a cell in the font that it has now
 */
StpCellMetrics
stp_month_cell_find_metrics (StpMonthCell *self)
{
  StpCellMetrics metrics = { HEAD_HEIGHT, SLOT_HEIGHT, 0 };
  g_autoptr (PangoLayout) tag = NULL;
  GtkWidget *number, *chip;
  int tag_width;

  g_return_val_if_fail (STP_IS_MONTH_CELL (self), metrics);

  number = ensure_text (self, TEXT_NUMBER);
  chip = ensure_text (self, TEXT_CHIP);
  tag = create_tag_layout (self, TAG_WIDEST);
  pango_layout_get_pixel_size (tag, &tag_width, NULL);
  metrics.head = MAX (metrics.head, get_natural (number, GTK_ORIENTATION_VERTICAL) + 4);
  metrics.slot = MAX (metrics.slot, get_natural (chip, GTK_ORIENTATION_VERTICAL) + 1);
  metrics.width = get_number_width (self) + tag_width + 2 * MARGIN;

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
