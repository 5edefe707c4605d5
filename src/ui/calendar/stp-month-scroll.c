// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-scroll.h"

#include <adwaita.h>
#include <math.h>

/* The years 2 to 9980 or so: all that dates are sure to reach. */
#define FIRST_WEEK 53
#define LAST_WEEK 520000
/* What is farther away comes at once: nobody could read what passes. */
#define FARTHEST_GLIDE 8
/* How soon a flick comes to rest, per second: as fast as a scrolled window of the toolkit. */
#define FRICTION 4.0
#define NEAR_ENOUGH 0.002
#define STIFFNESS 600.0
#define STIFFNESS_AFTER_FLICK 60.0

struct _StpMonthScroll
{
  GObject parent_instance;

  AdwAnimation *glide; /* (owned) */
  double position;     /* in weeks */
  guint target;        /* the week that it comes to rest at */
  double clicks;       /* of the wheel, less than a whole one */
  gboolean touched;    /* by fingers that were not lifted yet */
  int week_height;
};

G_DEFINE_FINAL_TYPE (StpMonthScroll, stp_month_scroll, G_TYPE_OBJECT)

enum
{
  SIGNAL_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A glide ends on a whole week, and not on a hair's breadth before it. */
static void
set_position (double position, gpointer user_data)
{
  StpMonthScroll *self = user_data;

  if (fabs (position - self->target) < NEAR_ENOUGH)
    position = self->target;
  self->position = CLAMP (position, FIRST_WEEK, LAST_WEEK);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static guint
find_week (double position)
{
  return (guint) CLAMP (round (position), FIRST_WEEK, LAST_WEEK);
}

/* Where animations are off, or nobody sees the month, the glide is over at once. */
static void
start_glide (StpMonthScroll *self, guint week, double velocity, double stiffness)
{
  AdwSpringAnimation *spring = ADW_SPRING_ANIMATION (self->glide);
  AdwSpringParams *params = adw_spring_params_new (1, 1, stiffness);

  adw_animation_pause (self->glide);
  self->target = week;
  adw_spring_animation_set_spring_params (spring, params);
  adw_spring_animation_set_value_from (spring, self->position);
  adw_spring_animation_set_value_to (spring, week);
  adw_spring_animation_set_initial_velocity (spring, velocity);
  adw_animation_play (self->glide);
  adw_spring_params_unref (params);
}

/* Wheels that turn finely tell parts of a click. */
static void
turn_wheel (StpMonthScroll *self, double clicks)
{
  double whole;

  self->touched = FALSE;
  self->clicks = modf (self->clicks + clicks, &whole);
  if (fabs (whole) >= 1)
    stp_month_scroll_glide (self, find_week (self->target + whole));
}

static void
follow_fingers (StpMonthScroll *self, double pixels)
{
  adw_animation_pause (self->glide);
  self->touched = TRUE;
  set_position (self->position + pixels / self->week_height, self);
  self->target = find_week (self->position);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, StpMonthScroll *self)
{
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    turn_wheel (self, dy);
  else if (self->week_height > 0)
    follow_fingers (self, dy);

  return GDK_EVENT_STOP;
}

static void
decelerate_cb (StpMonthScroll *self, double velocity_x, double velocity_y)
{
  double velocity;

  if (!self->touched)
    return;

  self->touched = FALSE;
  velocity = velocity_y / self->week_height;
  start_glide (self, find_week (self->position + velocity / FRICTION), velocity,
               STIFFNESS_AFTER_FLICK);
}

static void
stp_month_scroll_dispose (GObject *object)
{
  g_clear_object (&STP_MONTH_SCROLL (object)->glide);

  G_OBJECT_CLASS (stp_month_scroll_parent_class)->dispose (object);
}

static void
stp_month_scroll_class_init (StpMonthScrollClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stp_month_scroll_dispose;

  signals[SIGNAL_MOVED] = g_signal_new ("moved", STP_TYPE_MONTH_SCROLL, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
stp_month_scroll_init (StpMonthScroll *self)
{
}

/**
 * stp_month_scroll_new:
 * @month: the widget that is scrolled; it owns the scroll, and stops it before it goes
 */
StpMonthScroll *
stp_month_scroll_new (GtkWidget *month)
{
  StpMonthScroll *self = g_object_new (STP_TYPE_MONTH_SCROLL, NULL);
  GtkEventController *controller = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  self->glide = adw_spring_animation_new (
    month, 0, 0, adw_spring_params_new (1, 1, STIFFNESS),
    adw_callback_animation_target_new (set_position, self, NULL));
  g_signal_connect_object (controller, "scroll", G_CALLBACK (scroll_cb), self, 0);
  g_signal_connect_object (controller, "decelerate", G_CALLBACK (decelerate_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (month, controller);

  return self;
}

/**
 * stp_month_scroll_get_position:
 *
 * Returns: the week at the top, and how much of it has passed
 */
double
stp_month_scroll_get_position (StpMonthScroll *self)
{
  return self->position;
}

/**
 * stp_month_scroll_get_target:
 *
 * Returns: the week that will be at the top when it comes to rest
 */
guint
stp_month_scroll_get_target (StpMonthScroll *self)
{
  return self->target;
}

void
stp_month_scroll_set_week_height (StpMonthScroll *self, int height)
{
  self->week_height = height;
}

void
stp_month_scroll_jump (StpMonthScroll *self, guint week)
{
  adw_animation_pause (self->glide);
  self->target = find_week (week);
  set_position (self->target, self);
}

/**
 * stp_month_scroll_glide:
 *
 * Moves to a week so that the eye can follow, if it is near enough for that.
 */
void
stp_month_scroll_glide (StpMonthScroll *self, guint week)
{
  if (fabs (self->position - week) > FARTHEST_GLIDE)
    stp_month_scroll_jump (self, week);
  else
    start_glide (self, find_week (week), 0, STIFFNESS);
}

void
stp_month_scroll_stop (StpMonthScroll *self)
{
  adw_animation_pause (self->glide);
}
