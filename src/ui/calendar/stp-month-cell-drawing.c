// SPDX-License-Identifier: GPL-3.0-or-later

/* How a cell of the month looks: its number, marks and chip, and the measures they have. */

#include "config.h"

#include <adwaita.h>

#include "calendar/stp-month-cell-private.h"
#include "calendar/stp-week.h"

#define NUMBER_WIDTH 26
#define MARGIN 4
#define HEAD_HEIGHT 24
#define SLOT_HEIGHT 17
#define CHIP_BORDER 1
#define CHIP_RADIUS 5
#define CHIP_PADDING 6
#define TAG_WIDEST "D+28"
/* The 28th of a month */
#define WIDEST_DAY 28

typedef enum
{
  LOOK_NUMBER,
  LOOK_TODAY,
  LOOK_SMALL,
  LOOK_CHIP,
  N_LOOKS,
} Look;

static const char *const looks[N_LOOKS] = {
  [LOOK_NUMBER] = "0 -1 font-features \"tnum\"",
  [LOOK_TODAY] = "0 -1 font-features \"tnum\", 0 -1 weight bold",
  [LOOK_SMALL] = "0 -1 scale 0.8",
  [LOOK_CHIP] = "0 -1 scale 0.8, 0 -1 weight bold",
};

static PangoAttrList *
get_attributes (Look look)
{
  static PangoAttrList *attributes[N_LOOKS];

  if (!attributes[look])
    attributes[look] = pango_attr_list_from_string (looks[look]);

  return attributes[look];
}

gboolean
stp_month_cell_is_mirrored (StpMonthCell *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

gboolean
stp_month_cell_is_first_of_month (StpMonthCell *self)
{
  return self->day != 0 && stp_month_find_start (self->day) == self->day;
}

void
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

/* With its month a number is wider than alone. */
static int
measure_number (StpMonthCell *self, const StpLine *line)
{
  int width;

  if (!stp_month_cell_is_first_of_month (self))
    return self->metrics.number;

  stp_line_cache_measure (self->lines, line, &width, NULL);

  return MAX (self->metrics.number, width + 8);
}

/* Beside the number, or below it where the cell is small. */
static void
snapshot_marks (StpMonthCell *self, GtkSnapshot *snapshot, int number_width)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const gboolean mirrored = stp_month_cell_is_mirrored (self);
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
  StpLine line = { self->number,
                   get_attributes (is_today ? LOOK_TODAY : LOOK_NUMBER),
                   { 1, 1, 1, 1 } };

  if (!self->number)
    return box.width;

  if (!is_today)
    gtk_widget_get_color (GTK_WIDGET (self), &line.color);
  box.width = measure_number (self, &line);
  if (stp_month_cell_is_mirrored (self))
    box.x = gtk_widget_get_width (GTK_WIDGET (self)) - MARGIN - box.width;
  if (is_today)
    snapshot_disc (snapshot, &box);
  stp_line_cache_snapshot (self->lines, snapshot, &line, &box, 0.5f);

  return box.width;
}

/* At the end edge, in the middle of a line of that height. */
static void
snapshot_tag (StpMonthCell *self, GtkSnapshot *snapshot, const char *text, int y, int height)
{
  const gboolean plain = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  const GdkRectangle box = { MARGIN, y, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN,
                             height };
  StpLine line = { text, get_attributes (LOOK_SMALL), { 0 } };

  if (!text)
    return;

  gtk_widget_get_color (GTK_WIDGET (self), &line.color);
  line.color.alpha *= plain ? 0.9f : 0.55f;
  stp_line_cache_snapshot (self->lines, snapshot, &line, &box,
                           stp_month_cell_is_mirrored (self) ? 0 : 1);
}

/* Of the accent: as it stands on the window where the chip is only a frame. */
static GdkRGBA
get_chip_color (StpMonthCell *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  const AdwAccentColor accent = adw_style_manager_get_accent_color (style);
  GdkRGBA color;

  if (self->planned)
    adw_accent_color_to_standalone_rgba (accent, adw_style_manager_get_dark (style), &color);
  else
    adw_accent_color_to_rgba (accent, &color);

  return color;
}

/* Filled is a fact, outlined is a plan. */
static void
snapshot_chip_frame (StpMonthCell *self, GtkSnapshot *snapshot, const GdkRectangle *box)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height);
  const float widths[] = { CHIP_BORDER, CHIP_BORDER, CHIP_BORDER, CHIP_BORDER };
  const GdkRGBA color = get_chip_color (self);
  GskRoundedRect frame;

  gsk_rounded_rect_init_from_rect (&frame, &bounds, CHIP_RADIUS);
  if (self->planned)
    {
      gtk_snapshot_append_border (snapshot, &frame, widths,
                                  (GdkRGBA[]) { color, color, color, color });
      return;
    }

  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, &color, &bounds);
  gtk_snapshot_pop (snapshot);
}

/* Returns how much room it takes. */
static int
snapshot_chip_mark (StpMonthCell *self,
                    GtkSnapshot *snapshot,
                    const GdkRectangle *box,
                    const GdkRGBA *color)
{
  const int start = CHIP_PADDING;

  if (self->chip_mark < 0)
    return 0;

  stp_mark_snapshot ((StpMark) self->chip_mark, snapshot,
                     (float) (stp_month_cell_is_mirrored (self)
                                ? box->x + box->width - STP_MARK_SIZE - start
                                : box->x + start),
                     (float) box->y + (float) (box->height - STP_MARK_SIZE) / 2, color);

  return STP_MARK_SIZE + CHIP_PADDING - 1;
}

static void
snapshot_chip (StpMonthCell *self, GtkSnapshot *snapshot)
{
  const gboolean mirrored = stp_month_cell_is_mirrored (self);
  GdkRectangle box = { MARGIN, self->metrics.head,
                       gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN,
                       self->metrics.slot - 2 };
  StpLine line = { self->chip, get_attributes (LOOK_CHIP), { 1, 1, 1, 1 } };
  int used;

  if (!self->chip || box.width <= 0)
    return;

  if (self->planned)
    line.color = get_chip_color (self);
  snapshot_chip_frame (self, snapshot, &box);
  used = snapshot_chip_mark (self, snapshot, &box, &line.color);
  box.x += CHIP_PADDING + (mirrored ? 0 : used);
  box.width -= 2 * CHIP_PADDING + used;
  stp_line_cache_snapshot (self->lines, snapshot, &line, &box, mirrored ? 1 : 0);
}

void
stp_month_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StpMonthCell *self = STP_MONTH_CELL (widget);

  snapshot_marks (self, snapshot, snapshot_number (self, snapshot));
  snapshot_chip (self, snapshot);
  snapshot_tag (self, snapshot, self->tag, 2, self->metrics.head - 5);
  snapshot_tag (self, snapshot, self->more, self->metrics.head, self->metrics.slot - 2);
}

static void
measure_words (StpMonthCell *self, const char *words, Look look, int *width, int *height)
{
  const StpLine line = { words, get_attributes (look), { 0 } };

  stp_line_cache_measure (self->lines, &line, width, height);
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
