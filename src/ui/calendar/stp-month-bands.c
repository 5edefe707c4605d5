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

/**
 * StpMonthBands:
 * @pool: (element-type GtkWidget): one a segment, %NULL for one that was never shown; grows, and is
 *   never emptied
 * @n_shown_lanes: lanes that there is room for
 * @top: where the first lane begins in a week
 */
struct _StpMonthBands
{
  GtkWidget parent_instance;

  GArray *bands, *segments; /* (owned) (nullable) */
  GTimeZone *zone;          /* (owned) (nullable) */
  StpLanes lanes;

  GPtrArray *pool;
  guint n_shown_lanes;
  int week_height, lane_height, top;
  gboolean compact;
};

G_DEFINE_FINAL_TYPE (StpMonthBands, stp_month_bands, GTK_TYPE_WIDGET)

static void
set_classes (GtkWidget *widget, const StpMonthBand *band, const StpSegment *segment)
{
  const char *classes[] = { band->before ? "before" : "after",
                            band->forecast ? "forecast" : "fact",
                            segment->starts ? "starts" : "continued",
                            segment->ends ? "ends" : "continues",
                            "month-band",
                            NULL };

  gtk_widget_set_css_classes (widget, classes);
}

static GtkWidget *
get_widget (StpMonthBands *self, guint index)
{
  GtkWidget *widget;

  if (index >= self->pool->len)
    g_ptr_array_set_size (self->pool, (int) index + 1);
  if (self->pool->pdata[index])
    return self->pool->pdata[index];

  widget = stp_month_text_new ("month-band", GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  self->pool->pdata[index] = widget;

  return widget;
}

static void
bind_segment (StpMonthBands *self, GtkWidget *widget, const StpSegment *segment)
{
  const StpMonthBand *band = &g_array_index (self->bands, StpMonthBand, segment->band);
  g_autofree char *text = NULL;

  if (!self->compact)
    text = stp_month_band_format (band, self->zone, segment->first_column == segment->last_column);
  stp_month_text_set_text (STP_MONTH_TEXT (widget), text);
  set_classes (widget, band, segment);
  gtk_widget_set_child_visible (widget, TRUE);
}

static gboolean
is_shown (StpMonthBands *self, guint index)
{
  return index < self->pool->len && self->pool->pdata[index] &&
         gtk_widget_get_child_visible (self->pool->pdata[index]);
}

static void
bind (StpMonthBands *self)
{
  const guint n_segments = self->segments ? self->segments->len : 0;

  for (guint i = 0; i < MAX (n_segments, self->pool->len); i++)
    {
      const StpSegment *segment = i < n_segments ? &g_array_index (self->segments, StpSegment, i)
                                                 : NULL;

      if (segment && segment->lane < self->n_shown_lanes)
        bind_segment (self, get_widget (self, i), segment);
      else if (is_shown (self, i))
        gtk_widget_set_child_visible (self->pool->pdata[i], FALSE);
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

  for (guint i = 0; self->segments && i < self->segments->len; i++)
    if (is_shown (self, i))
      place (self, self->pool->pdata[i], &g_array_index (self->segments, StpSegment, i), width);
}

static void
stp_month_bands_dispose (GObject *object)
{
  StpMonthBands *self = STP_MONTH_BANDS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->pool, g_ptr_array_unref);
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
  self->pool = g_ptr_array_new ();
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

      if (band->first_day <= day && day <= band->last_day &&
          self->lanes.lane[band->kind] > self->n_shown_lanes)
        n_hidden++;
    }

  return n_hidden;
}
