// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-step-timer.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define RING_SIZE 148
#define RING_WIDTH 8

struct _StpStepTimer
{
  GtkWidget parent_instance;

  StpClock *clock; /* (owned) (nullable) */
  gint64 from;
  guint seconds; /* until the ring is full, 0 = only count */
  guint tick;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (StpStepTimer, stp_step_timer, GTK_TYPE_WIDGET)

static gint64
get_elapsed (StpStepTimer *self)
{
  return self->clock ? MAX (0, stp_clock_get_now (self->clock) - self->from) : 0;
}

/**
 * stp_step_timer_format:
 *
 * Returns: (transfer full): minutes and seconds, as in "4:05"
 */
char *
stp_step_timer_format (guint seconds)
{
  /* Translators: elapsed minutes and seconds, as in "4:05" */
  return g_strdup_printf (_ ("%1$d:%2$02d"), (int) (seconds / 60), (int) (seconds % 60));
}

static void
show_elapsed (StpStepTimer *self)
{
  g_autofree char *text = stp_step_timer_format ((guint) (get_elapsed (self) / STP_SECOND));

  gtk_label_set_label (self->label, text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_tick_cb (gpointer user_data)
{
  show_elapsed (STP_STEP_TIMER (user_data));

  return G_SOURCE_CONTINUE;
}

static void
stp_step_timer_map (GtkWidget *widget)
{
  StpStepTimer *self = STP_STEP_TIMER (widget);

  GTK_WIDGET_CLASS (stp_step_timer_parent_class)->map (widget);
  show_elapsed (self);
  self->tick = g_timeout_add_seconds (1, on_tick_cb, self);
}

static void
stp_step_timer_unmap (GtkWidget *widget)
{
  StpStepTimer *self = STP_STEP_TIMER (widget);

  g_clear_handle_id (&self->tick, g_source_remove);
  GTK_WIDGET_CLASS (stp_step_timer_parent_class)->unmap (widget);
}

static GskPath *
create_arc (const graphene_point_t *center, float radius, double turn)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  const int n_points = 96;

  for (int i = 0; i <= n_points; i++)
    {
      const double angle = turn * 2 * G_PI * i / n_points - G_PI_2;
      const float x = center->x + radius * (float) cos (angle);
      const float y = center->y + radius * (float) sin (angle);

      if (i == 0)
        gsk_path_builder_move_to (builder, x, y);
      else
        gsk_path_builder_line_to (builder, x, y);
    }

  return gsk_path_builder_to_path (builder);
}

static void
append_ring (GtkSnapshot *snapshot,
             const graphene_point_t *center,
             float radius,
             double turn,
             const GdkRGBA *color)
{
  g_autoptr (GskPath) path = create_arc (center, radius, turn);
  GskStroke *stroke = gsk_stroke_new (RING_WIDTH);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

static double
get_turn (StpStepTimer *self)
{
  if (self->seconds == 0)
    return 0;

  return MIN (1.0, (double) get_elapsed (self) / (double) (self->seconds * STP_SECOND));
}

static void
stp_step_timer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StpStepTimer *self = STP_STEP_TIMER (widget);
  const graphene_point_t center = { (float) gtk_widget_get_width (widget) / 2,
                                    (float) gtk_widget_get_height (widget) / 2 };
  const float radius = (float) (RING_SIZE - RING_WIDTH) / 2;
  GdkRGBA track;
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (
    adw_style_manager_get_for_display (gtk_widget_get_display (widget)));

  gtk_widget_get_color (widget, &track);
  track.alpha *= 0.15f;
  append_ring (snapshot, &center, radius, 1, &track);
  if (get_turn (self) > 0)
    append_ring (snapshot, &center, radius, get_turn (self), accent);

  GTK_WIDGET_CLASS (stp_step_timer_parent_class)->snapshot (widget, snapshot);
}

static void
stp_step_timer_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = RING_SIZE;
}

static void
stp_step_timer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (GTK_WIDGET (STP_STEP_TIMER (widget)->label), width, height, -1, NULL);
}

static void
stp_step_timer_dispose (GObject *object)
{
  StpStepTimer *self = STP_STEP_TIMER (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->label)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->label)));
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (stp_step_timer_parent_class)->dispose (object);
}

static void
stp_step_timer_class_init (StpStepTimerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_step_timer_dispose;
  widget_class->map = stp_step_timer_map;
  widget_class->unmap = stp_step_timer_unmap;
  widget_class->snapshot = stp_step_timer_snapshot;
  widget_class->measure = stp_step_timer_measure;
  widget_class->size_allocate = stp_step_timer_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TIMER);
}

static void
stp_step_timer_init (StpStepTimer *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "title-1");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Time since the step began"), -1);
}

/**
 * stp_step_timer_start:
 * @from: when the step was begun, UTC microseconds
 * @seconds: when the ring is full; 0 = it only counts
 */
void
stp_step_timer_start (StpStepTimer *self, StpClock *clock, gint64 from, guint seconds)
{
  g_return_if_fail (STP_IS_STEP_TIMER (self));

  g_set_object (&self->clock, clock);
  self->from = from;
  self->seconds = seconds;
  show_elapsed (self);
}

/**
 * stp_step_timer_get_text:
 *
 * Returns: (transfer none): what it shows, as in "4:05"
 */
const char *
stp_step_timer_get_text (StpStepTimer *self)
{
  g_return_val_if_fail (STP_IS_STEP_TIMER (self), NULL);

  return gtk_label_get_label (self->label);
}
