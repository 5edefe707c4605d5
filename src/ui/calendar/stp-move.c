// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-move.h"

#include <glib/gi18n.h>

#include "rules/stp-words.h"

struct _StpMove
{
  GObject parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpSession *session;     /* (owned) */
  StpMoveScope scope;
  guint day;

  guint first_day;   /* of @strengths */
  GArray *strengths; /* (owned) (nullable): of StpStrength, one a day */
  GPtrArray *others; /* (owned) (nullable): of StpPause, what stays where it is */
  gint64 from, to;
};

G_DEFINE_FINAL_TYPE (StpMove, stp_move, G_TYPE_OBJECT)

typedef enum
{
  PROP_DAY = 1,
} StpMoveProperty;

static GParamSpec *properties[PROP_DAY + 1];

static StpTimeline *
get_timeline (StpMove *self)
{
  return stp_workspace_get_timeline (self->workspace);
}

static void
stp_move_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpMove *self = STP_MOVE (object);

  switch ((StpMoveProperty) id)
    {
    case PROP_DAY:
      g_value_set_uint (value, self->day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_move_finalize (GObject *object)
{
  StpMove *self = STP_MOVE (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->session);
  g_clear_pointer (&self->strengths, g_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);

  G_OBJECT_CLASS (stp_move_parent_class)->finalize (object);
}

static void
stp_move_class_init (StpMoveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = stp_move_get_property;
  object_class->finalize = stp_move_finalize;

  properties[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                              G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
stp_move_init (StpMove *self)
{
}

/**
 * stp_move_new:
 * @session: a planned session of the workspace's diary that has a start
 */
StpMove *
stp_move_new (StpWorkspace *workspace, StpSession *session)
{
  StpMove *self = g_object_new (STP_TYPE_MOVE, NULL);

  self->workspace = g_object_ref (workspace);
  self->session = g_object_ref (session);
  self->day = stp_move_get_origin (self);

  return self;
}

StpSession *
stp_move_get_session (StpMove *self)
{
  g_return_val_if_fail (STP_IS_MOVE (self), NULL);

  return self->session;
}

/**
 * stp_move_get_origin:
 *
 * Returns: the day that the session is planned for, in the user's zone
 */
guint
stp_move_get_origin (StpMove *self)
{
  g_return_val_if_fail (STP_IS_MOVE (self), STP_DAY_UNSET);

  return stp_day_of (self->session->start.us,
                     stp_clock_get_zone (stp_workspace_get_clock (self->workspace)));
}

guint
stp_move_get_day (StpMove *self)
{
  g_return_val_if_fail (STP_IS_MOVE (self), STP_DAY_UNSET);

  return self->day;
}

void
stp_move_set_day (StpMove *self, guint day)
{
  g_return_if_fail (STP_IS_MOVE (self));
  g_return_if_fail (g_date_valid_julian (day));

  if (self->day == day)
    return;

  self->day = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

/**
 * stp_move_get_start:
 *
 * Returns: when the session would start, UTC microseconds: on `day`, at its time of day
 */
gint64
stp_move_get_start (StpMove *self)
{
  g_return_val_if_fail (STP_IS_MOVE (self), STP_TIME_UNSET);

  return stp_planner_find_start_on (get_timeline (self), self->session, self->day);
}

StpMoveScope
stp_move_get_scope (StpMove *self)
{
  g_return_val_if_fail (STP_IS_MOVE (self), STP_MOVE_THIS);

  return self->scope;
}

void
stp_move_set_scope (StpMove *self, StpMoveScope scope)
{
  g_return_if_fail (STP_IS_MOVE (self));

  self->scope = scope;
}

/* A day lists each pause that touches it: so a pause is taken from the first of its days. */
static GPtrArray *
list_others (GPtrArray *days, const char *session)
{
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_pause_unref);

  for (guint i = 0; i < days->len; i++)
    {
      const StpDayView *view = days->pdata[i];

      for (guint j = 0; j < view->pauses->len; j++)
        {
          StpPause *pause = view->pauses->pdata[j];

          if ((i == 0 || pause->from >= view->from) && g_strcmp0 (pause->session, session) != 0)
            g_ptr_array_add (others, stp_pause_ref (pause));
        }
    }

  return others;
}

/**
 * stp_move_set_days:
 * @days: (element-type StpDayView): the days that the month shows
 *
 * Asks the engine about all of them.
 */
void
stp_move_set_days (StpMove *self, GPtrArray *days)
{
  const StpDayView *first = days->pdata[0];
  const StpDayView *last = days->pdata[days->len - 1];

  g_return_if_fail (STP_IS_MOVE (self));

  g_clear_pointer (&self->strengths, g_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  self->first_day = first->day;
  self->from = first->from;
  self->to = last->to;
  self->strengths = stp_planner_weigh_days (get_timeline (self), self->session, first->day,
                                            days->len);
  self->others = list_others (days, stp_record_get_id (self->session));
}

/**
 * stp_move_get_strength:
 * @day: one of the days that are shown
 *
 * Returns: how strongly facts speak against moving the session there
 */
StpStrength
stp_move_get_strength (StpMove *self, guint day)
{
  g_return_val_if_fail (STP_IS_MOVE (self), STP_BLOCK);

  if (!self->strengths || day < self->first_day || day >= self->first_day + self->strengths->len)
    return STP_BLOCK;

  return g_array_index (self->strengths, StpStrength, day - self->first_day);
}

/**
 * stp_move_get_others:
 *
 * Returns: (transfer none) (element-type StpPause): the pauses that stay where they are, wherever
 * the session goes
 */
GPtrArray *
stp_move_get_others (StpMove *self)
{
  g_return_val_if_fail (STP_IS_MOVE (self), NULL);

  return self->others;
}

/**
 * stp_move_list_pauses:
 *
 * Returns: (transfer full) (element-type StpPause): the pauses that the session brings on `day`
 */
GPtrArray *
stp_move_list_pauses (StpMove *self)
{
  g_autoptr (StpPlan) plan = NULL;

  g_return_val_if_fail (STP_IS_MOVE (self), NULL);

  plan = stp_planner_preview_move (get_timeline (self), self->session, stp_move_get_start (self),
                                   STP_MOVE_THIS, NULL);
  if (!plan)
    return g_ptr_array_new ();

  return stp_planner_list_plan_pauses (get_timeline (self), plan, self->from, self->to);
}

/**
 * stp_move_is_over:
 * @start: UTC microseconds
 *
 * Returns: whether it is too late to plan for then
 */
gboolean
stp_move_is_over (StpMove *self, gint64 start)
{
  g_return_val_if_fail (STP_IS_MOVE (self), TRUE);

  return !stp_planner_check_start (get_timeline (self), start, NULL);
}

/**
 * stp_move_preview:
 * @start: UTC microseconds
 *
 * Returns: (transfer full) (nullable): what would be moved, in the scope that was chosen
 */
StpPlan *
stp_move_preview (StpMove *self, gint64 start, GError **error)
{
  g_return_val_if_fail (STP_IS_MOVE (self), NULL);

  if (!stp_planner_check_start (get_timeline (self), start, error))
    return NULL;

  return stp_planner_preview_move (get_timeline (self), self->session, start, self->scope, error);
}

/**
 * stp_move_describe:
 * @plan: what was moved
 *
 * Returns: (transfer full): that it was done, in one sentence
 */
char *
stp_move_describe (const StpPlan *plan, gint64 now, GTimeZone *zone)
{
  const guint n = plan->sessions->len;
  g_autofree char *moment = stp_words_moment (stp_plan_get_start (plan), now, zone);

  if (n > 1)
    return g_strdup_printf (ngettext ("%d session moved", "%d sessions moved", n), (int) n);

  /* Translators: %s is a moment, as in "Saturday 21:00" */
  return g_strdup_printf (_ ("Session moved to %s"), moment);
}
