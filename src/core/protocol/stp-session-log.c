// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-session-log-private.h"

static StpGate *
find_latest_gate (StpDiary *diary, const char *session)
{
  StpGate *latest = NULL;
  guint n = stp_diary_get_n_records (diary, STP_RECORD_GATE);

  for (guint i = 0; i < n; i++)
    {
      StpGate *gate = stp_diary_peek_record (diary, STP_RECORD_GATE, i);

      if (g_strcmp0 (gate->session, session) == 0 &&
          (latest == NULL || stp_record_get_modified (gate) > stp_record_get_modified (latest)))
        latest = gate;
    }
  return latest;
}

/* What was only laid ready before the session is no step of it. */
static gboolean
happened (StpStep *step)
{
  return step->at.us != STP_TIME_UNSET || step->done_at.us != STP_TIME_UNSET;
}

/* Also in another session: the skin is the same. */
static gboolean
is_numbing_before (StpStep *step, StpGate *gate)
{
  return step->step == STP_STEP_NUMB && gate != NULL && happened (step) &&
         !stp_step_is_skipped (step) &&
         stp_record_get_modified (step) < stp_record_get_modified (gate) &&
         stp_moments_within (step->at.us != STP_TIME_UNSET ? step->at.us : step->done_at.us,
                             gate->at.us, STP_NUMBING_REST);
}

/*
 * A gate that was asked again starts the preparation anew: skin that was washed three hours
 * ago is not washed. The stamp tells what came after what, since it never runs backwards;
 * the clock may. A stroke stays a stroke whatever came later.
 */
static gboolean
counts (StpStep *step, StpGate *gate)
{
  return step->step == STP_STEP_NEEDLE || gate == NULL ||
         stp_record_get_modified (step) > stp_record_get_modified (gate);
}

static gint64
step_last_moment (StpStep *step)
{
  return MAX (step->at.us, step->done_at.us);
}

/* Whatever it says of itself: the engine counts it too, and needles that touched skin did (E13). */
static void
add_stroke (StpSessionLog *self, StpStep *step)
{
  gint64 begun = step->at.us != STP_TIME_UNSET ? step->at.us : step->done_at.us;

  if (self->first_stroke == STP_TIME_UNSET || begun < self->first_stroke)
    self->first_stroke = begun;
  self->last_stroke = MAX (self->last_stroke, step_last_moment (step));
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  gint64 at = stp_record_get_modified (a), bt = stp_record_get_modified (b);

  return (at > bt) - (at < bt);
}

/*
 * stp_session_log_new:
 * @session: id
 *
 * Returns: (transfer full): what @diary has of that session
 */
StpSessionLog *
stp_session_log_new (StpDiary *diary, const char *session)
{
  StpSessionLog *self = g_new0 (StpSessionLog, 1);
  StpGate *gate = find_latest_gate (diary, session);
  guint n = stp_diary_get_n_records (diary, STP_RECORD_STEP);

  g_set_object (&self->gate, gate);
  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
  self->first_stroke = self->last_stroke = STP_TIME_UNSET;
  self->last_event = gate ? gate->at.us : STP_TIME_UNSET;

  for (guint i = 0; i < n; i++)
    {
      StpStep *step = stp_diary_peek_record (diary, STP_RECORD_STEP, i);

      self->numbed_before = self->numbed_before || is_numbing_before (step, gate);
      if (g_strcmp0 (step->session, session) != 0 || !happened (step) || !counts (step, gate))
        continue;
      g_ptr_array_add (self->steps, g_object_ref (step));
      self->last_event = MAX (self->last_event, step_last_moment (step));
      if (step->step == STP_STEP_NEEDLE)
        add_stroke (self, step);
    }
  g_ptr_array_sort_values (self->steps, compare_steps);
  return self;
}

void
stp_session_log_free (StpSessionLog *self)
{
  g_clear_object (&self->gate);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

gboolean
stp_session_log_has_stroke (StpSessionLog *self)
{
  return self->first_stroke != STP_TIME_UNSET;
}

/*
 * stp_session_log_find:
 * @nth: from 0: drying comes twice when numbing cream was used
 *
 * Returns: (nullable): the record of that step
 */
StpStep *
stp_session_log_find (StpSessionLog *self, StpStepKind kind, StpArea area, guint nth)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      StpStep *step = self->steps->pdata[i];

      if (step->step == kind && step->area == area && nth-- == 0)
        return step;
    }
  return NULL;
}

gboolean
stp_step_is_skipped (StpStep *step)
{
  return g_strcmp0 (step->detail, STP_STEP_SKIPPED) == 0;
}

/*
 * stp_moments_within:
 *
 * Returns: whether two moments lie within @span of each other. Which of them is later does
 *   not matter: after the clock was set back nobody knows how long ago something was.
 */
gboolean
stp_moments_within (gint64 a, gint64 b, gint64 span)
{
  return ABS (a - b) <= span;
}
