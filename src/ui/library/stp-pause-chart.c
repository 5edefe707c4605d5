// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-pause-chart.h"

#define HEIGHT 32
#define MARGIN 12
#define BAND 10
#define DOT 5
#define RING 4
#define LINE 2

struct _StpPauseChart
{
  GtkWidget parent_instance;

  GPtrArray *stretches; /* (owned) (element-type StpStretch) */
  gint64 from, to;
};

G_DEFINE_FINAL_TYPE (StpPauseChart, stp_pause_chart, GTK_TYPE_WIDGET)

static float
find_x (StpPauseChart *self, gint64 at)
{
  const float width = gtk_widget_get_width (GTK_WIDGET (self)) - 2.0f * MARGIN;
  const double share = (double) (CLAMP (at, self->from, self->to) - self->from) /
                       (double) (self->to - self->from);
  const float x = MARGIN + width * (float) share;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return gtk_widget_get_width (GTK_WIDGET (self)) - x;
  return x;
}

static void
fill (StpPauseChart *self, GtkSnapshot *snapshot, gint64 from, gint64 to, float height, float alpha)
{
  const float middle = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0f;
  const float a = find_x (self, from);
  const float b = find_x (self, to);
  GskRoundedRect rect;
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= alpha;
  gsk_rounded_rect_init_from_rect (
    &rect, &GRAPHENE_RECT_INIT (MIN (a, b), middle - height / 2, MAX (ABS (b - a), height), height),
    height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, &color, &rect.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_circle (StpPauseChart *self, GtkSnapshot *snapshot, gint64 at, float radius, gboolean filled)
{
  const float middle = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0f;
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (LINE);
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (find_x (self, at), middle), radius);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  if (filled)
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);
  else
    gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
}

/* The pause before a session ends where the session begins. */
static void
draw_stretch (StpPauseChart *self, GtkSnapshot *snapshot, const StpStretch *stretch)
{
  fill (self, snapshot, stretch->from, stretch->to, BAND, 0.35f);
  for (guint i = 0; i < stretch->pauses->len; i++)
    {
      const StpPause *pause = stretch->pauses->pdata[i];

      if (pause->before && pause->to >= self->from)
        draw_circle (self, snapshot, pause->to, DOT, TRUE);
    }
  if (stretch->to < self->to)
    draw_circle (self, snapshot, stretch->to, RING, FALSE);
}

static void
stp_pause_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StpPauseChart *self = STP_PAUSE_CHART (widget);

  fill (self, snapshot, self->from, self->to, LINE, 0.5f);
  for (guint i = 0; i < self->stretches->len; i++)
    draw_stretch (self, snapshot, self->stretches->pdata[i]);
}

static void
stp_pause_chart_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 4 * MARGIN;
}

static void
stp_pause_chart_finalize (GObject *object)
{
  g_clear_pointer (&STP_PAUSE_CHART (object)->stretches, g_ptr_array_unref);

  G_OBJECT_CLASS (stp_pause_chart_parent_class)->finalize (object);
}

static void
stp_pause_chart_class_init (StpPauseChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stp_pause_chart_finalize;
  widget_class->measure = stp_pause_chart_measure;
  widget_class->snapshot = stp_pause_chart_snapshot;
  gtk_widget_class_set_css_name (widget_class, "stp-pause-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
stp_pause_chart_init (StpPauseChart *self)
{
}

/**
 * stp_pause_chart_new:
 * @stretches: (element-type StpStretch): when a product is off, at least one
 * @now: where the line begins, UTC microseconds
 * @description: all of it in words
 *
 * Returns: (transfer floating): a chart until some time after the first return
 */
GtkWidget *
stp_pause_chart_new (GPtrArray *stretches, gint64 now, const char *description)
{
  StpPauseChart *self = g_object_new (STP_TYPE_PAUSE_CHART, NULL);
  const StpStretch *first = stretches->pdata[0];

  self->stretches = g_ptr_array_ref (stretches);
  self->from = now;
  self->to = first->to + MAX ((first->to - now) / 5, STP_DAY_LENGTH);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);

  return GTK_WIDGET (self);
}
