// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-bands.h"

#include "calendar/stp-month-text.h"
#include "calendar/stp-week.h"

#define COMPACT_LANE 5
#define MARKS_HEIGHT 14
#define GAP 2
/* What a window of the usual size has room for, until the true room is known. */
#define USUAL_LANES 3

#define UNUSED G_MAXUINT

/**
 * Piece:
 * @day: the day that it begins on, and @lane: a piece that scrolls along is found by these again
 * @look: what its style hangs on
 * @segment: index in the segments, or UNUSED
 */
typedef struct
{
  GtkWidget *widget;
  guint day, lane, look, segment;
} Piece;

/**
 * StpMonthBands:
 * @pieces: (element-type Piece): one a segment that is shown; grows, and is never emptied
 * @n_shown_lanes: lanes that there is room for
 * @top: where the first lane begins in a week
 */
struct _StpMonthBands
{
  GtkWidget parent_instance;

  GArray *bands, *segments; /* (owned) (nullable) */
  GTimeZone *zone;          /* (owned) (nullable) */
  StpLanes lanes;

  StpLineCache *lines; /* (owned) */
  GArray *pieces;
  guint first_day, n_shown_lanes;
  int week_height, lane_height, top;
  gboolean compact;
};

G_DEFINE_FINAL_TYPE (StpMonthBands, stp_month_bands, GTK_TYPE_WIDGET)

static guint
find_look (const StpMonthBand *band, const StpSegment *segment)
{
  return 1u | (guint) band->before << 1 | (guint) band->forecast << 2 |
         (guint) segment->starts << 3 | (guint) segment->ends << 4;
}

static void
set_look (Piece *piece, const StpMonthBand *band, const StpSegment *segment)
{
  const guint look = find_look (band, segment);
  const char *classes[] = { band->before ? "before" : "after",
                            band->forecast ? "forecast" : "fact",
                            segment->starts ? "starts" : "continued",
                            segment->ends ? "ends" : "continues",
                            "month-band",
                            NULL };

  if (piece->look == look)
    return;

  piece->look = look;
  gtk_widget_set_css_classes (piece->widget, classes);
}

static Piece *
get_piece (StpMonthBands *self, guint index)
{
  return &g_array_index (self->pieces, Piece, index);
}

static guint
find_day (StpMonthBands *self, const StpSegment *segment)
{
  return self->first_day + segment->week * STP_WEEK_LENGTH + segment->first_column;
}

static Piece *
find_same_piece (StpMonthBands *self, const StpSegment *segment)
{
  const guint day = find_day (self, segment);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      Piece *piece = get_piece (self, i);

      if (piece->day == day && piece->lane == segment->lane)
        return piece;
    }

  return NULL;
}

/* Another look means to find a style again, so one of the same look is taken first. */
static Piece *
find_unused_piece (StpMonthBands *self, guint look)
{
  Piece *unused = NULL;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      Piece *piece = get_piece (self, i);

      if (piece->segment != UNUSED)
        continue;
      unused = piece;
      if (piece->look == look)
        break;
    }

  return unused;
}

static Piece *
take_piece (StpMonthBands *self, const StpSegment *segment)
{
  const StpMonthBand *band = &g_array_index (self->bands, StpMonthBand, segment->band);
  Piece *unused = find_unused_piece (self, find_look (band, segment));
  Piece piece = { .segment = UNUSED };

  if (unused)
    return unused;

  piece.widget = stp_month_text_new ("month-band", GTK_ACCESSIBLE_ROLE_PRESENTATION);
  stp_month_text_share_lines (STP_MONTH_TEXT (piece.widget), self->lines);
  gtk_widget_set_parent (piece.widget, GTK_WIDGET (self));
  g_array_append_val (self->pieces, piece);

  return get_piece (self, self->pieces->len - 1);
}

static void
bind_piece (StpMonthBands *self, Piece *piece, guint index)
{
  const StpSegment *segment = &g_array_index (self->segments, StpSegment, index);
  const StpMonthBand *band = &g_array_index (self->bands, StpMonthBand, segment->band);
  g_autofree char *text = NULL;

  piece->segment = index;
  piece->day = find_day (self, segment);
  piece->lane = segment->lane;
  if (!self->compact)
    text = stp_month_band_format (band, self->zone, segment->first_column == segment->last_column);
  stp_month_text_set_text (STP_MONTH_TEXT (piece->widget), text);
  set_look (piece, band, segment);
  gtk_widget_set_child_visible (piece->widget, TRUE);
}

/* What was in sight before keeps its widget, so that scrolling by a week draws one week anew. */
static void
bind_segments (StpMonthBands *self, gboolean seen)
{
  for (guint i = 0; self->segments && i < self->segments->len; i++)
    {
      const StpSegment *segment = &g_array_index (self->segments, StpSegment, i);
      Piece *same = find_same_piece (self, segment);

      if (segment->lane < self->n_shown_lanes && (same != NULL) == seen)
        bind_piece (self, seen ? same : take_piece (self, segment), i);
    }
}

static void
bind (StpMonthBands *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    get_piece (self, i)->segment = UNUSED;
  bind_segments (self, TRUE);
  bind_segments (self, FALSE);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      Piece *piece = get_piece (self, i);

      if (piece->segment != UNUSED)
        continue;
      piece->day = 0;
      gtk_widget_set_child_visible (piece->widget, FALSE);
    }

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The edge of a column, so that columns add up to the width in whole pixels. */
static int
find_edge (int width, guint column)
{
  return width * (int) column / (int) STP_WEEK_LENGTH;
}

static void
place (StpMonthBands *self, GtkWidget *child, const StpSegment *segment, int width)
{
  const int start = find_edge (width, segment->first_column) + (segment->starts ? GAP : 0);
  const int end = find_edge (width, segment->last_column + 1) - (segment->ends ? GAP : 0);
  const int y = (int) segment->week * self->week_height + self->top +
                (int) segment->lane * self->lane_height;
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int minimum_width, minimum_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &minimum_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (child,
                            &(GtkAllocation) { mirrored ? width - end : start, y,
                                               MAX (minimum_width, end - start),
                                               MAX (minimum_height, self->lane_height - GAP) },
                            -1);
}

static void
stp_month_bands_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  StpMonthBands *self = STP_MONTH_BANDS (widget);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = get_piece (self, i);

      if (piece->segment != UNUSED)
        place (self, piece->widget, &g_array_index (self->segments, StpSegment, piece->segment),
               width);
    }
}

static void
stp_month_bands_dispose (GObject *object)
{
  StpMonthBands *self = STP_MONTH_BANDS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->segments, g_array_unref);
  g_clear_pointer (&self->bands, g_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (stp_month_bands_parent_class)->dispose (object);
}

static void
stp_month_bands_class_init (StpMonthBandsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_month_bands_dispose;
  widget_class->size_allocate = stp_month_bands_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "bands");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
stp_month_bands_init (StpMonthBands *self)
{
  self->lines = stp_line_cache_new (GTK_WIDGET (self));
  self->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  self->n_shown_lanes = USUAL_LANES;
  /* The pointer is for the days below. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * stp_month_bands_set_bands:
 * @bands: (element-type StpMonthBand): as from stp_month_bands_collect()
 * @first_day: first day that is shown
 */
void
stp_month_bands_set_bands (StpMonthBands *self,
                           GArray *bands,
                           guint first_day,
                           guint n_weeks,
                           GTimeZone *zone)
{
  g_return_if_fail (STP_IS_MONTH_BANDS (self));

  g_clear_pointer (&self->segments, g_array_unref);
  g_clear_pointer (&self->bands, g_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  self->first_day = first_day;
  self->bands = g_array_ref (bands);
  self->zone = g_time_zone_ref (zone);
  stp_lanes_assign (&self->lanes, bands);
  self->segments = stp_lanes_cut (&self->lanes, bands, first_day, n_weeks);
  bind (self);
}

/**
 * stp_month_bands_set_room:
 * @week_height: in pixels
 * @metrics: the measures of the cells below
 * @compact: lines without words
 *
 * Says how much room a week has.
 *
 * Returns: whether that changes how many bands are shown
 */
gboolean
stp_month_bands_set_room (StpMonthBands *self,
                          int week_height,
                          const StpCellMetrics *metrics,
                          gboolean compact)
{
  guint n_lanes;
  gboolean changed;

  g_return_val_if_fail (STP_IS_MONTH_BANDS (self), FALSE);

  self->week_height = week_height;
  self->lane_height = compact ? COMPACT_LANE : metrics->slot;
  self->top = metrics->head + (compact ? MARKS_HEIGHT : metrics->slot);
  n_lanes = (guint) MAX (0, week_height - self->top) / (guint) self->lane_height;

  changed = self->n_shown_lanes != n_lanes || self->compact != compact;
  self->n_shown_lanes = n_lanes;
  self->compact = compact;
  if (changed)
    bind (self);

  return changed;
}

static gboolean
is_on (const StpMonthBand *band, guint day)
{
  return band->first_day <= day && day <= band->last_day;
}

/**
 * stp_month_bands_count_hidden:
 *
 * Returns: the bands on @day that there is no room for
 */
guint
stp_month_bands_count_hidden (StpMonthBands *self, guint day)
{
  guint n_hidden = 0;

  g_return_val_if_fail (STP_IS_MONTH_BANDS (self), 0);

  for (guint i = 0; self->bands && i < self->bands->len; i++)
    {
      const StpMonthBand *band = &g_array_index (self->bands, StpMonthBand, i);

      if (is_on (band, day) && self->lanes.lane[band->kind] > self->n_shown_lanes)
        n_hidden++;
    }

  return n_hidden;
}

/**
 * stp_month_bands_add_words:
 * @lines: (element-type utf8): what each band on @day says is added, whether there is room or not
 */
void
stp_month_bands_add_words (StpMonthBands *self, guint day, GPtrArray *lines)
{
  g_return_if_fail (STP_IS_MONTH_BANDS (self));

  for (guint i = 0; self->bands && i < self->bands->len; i++)
    {
      const StpMonthBand *band = &g_array_index (self->bands, StpMonthBand, i);

      if (is_on (band, day))
        g_ptr_array_add (lines, stp_month_band_format (band, self->zone, FALSE));
    }
}
