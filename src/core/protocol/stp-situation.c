// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-situation-private.h"

#include "protocol/stp-numbing-private.h"
#include "protocol/stp-step-list-private.h"
#include "rules/stp-person.h"
#include "rules/stp-reactions.h"

/* A boundary that is still to come wakes the procedure; the nearest one wins. */
static void
wake_at (StpSituation *self, gint64 at, gint64 now)
{
  if (at > now && (self->next == STP_TIME_UNSET || at < self->next))
    self->next = at;
}

static gboolean
is_live (StpSession *session)
{
  return !session->hidden && session->start.us != STP_TIME_UNSET;
}

/* The one in progress; of several, which only a merge can make, the one started last. */
static StpSession *
find_open_session (StpDiary *diary)
{
  StpSession *open = NULL;

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_SESSION); i++)
    {
      StpSession *session = stp_diary_peek_record (diary, STP_RECORD_SESSION, i);

      if (session->state == STP_SESSION_IN_PROGRESS && is_live (session) &&
          (open == NULL || session->start.us > open->start.us))
        open = session;
    }
  return open;
}

/* The earliest planned one, even if its time is past: it still waits for an answer (E3). */
static StpSession *
find_planned_session (StpDiary *diary)
{
  StpSession *planned = NULL;

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_SESSION); i++)
    {
      StpSession *session = stp_diary_peek_record (diary, STP_RECORD_SESSION, i);

      if (session->state == STP_SESSION_PLANNED && is_live (session) &&
          (planned == NULL || session->start.us < planned->start.us))
        planned = session;
    }
  return planned;
}

/*
 * stp_session_get_question:
 *
 * Returns: "may this session start now?"; borrows from @session
 */
StpQuestion
stp_session_get_question (StpSession *session, gint64 now)
{
  return (StpQuestion) {
    .start = now,
    .now = now,
    .device = session->device,
    .needle_um = stp_session_get_needle_um (session),
    .areas = stp_session_get_areas (session),
    .purpose = session->purpose ? session->purpose : STP_PURPOSE_FULL,
    .ignore_session = stp_record_get_id (session),
  };
}

/* Something that was recorded since the gate may have taken the ground from under it (E4). */
static gboolean
is_blocked (StpTimeline *timeline, StpSession *session, gint64 now)
{
  StpQuestion question = stp_session_get_question (session, now);
  g_autoptr (StpVerdict) verdict = stp_timeline_judge (timeline, &question);

  return verdict->strength >= STP_DOCTOR;
}

/*
 * In progress without a stroke: the gate holds for two hours (E13). Cream on the skin comes before
 * questions, and leads to no needle: once it is off, the age of the gate counts again. Left for a
 * day, nobody is about to start: what became of it is asked.
 */
static void
judge_unneedled (StpSituation *self, StpTimeline *timeline, gint64 now)
{
  StpGate *gate = self->log->gate;
  gboolean needs_washing = stp_numbing_is_on (self->log) ||
                           stp_numbing_is_too_long (self->log, now);
  gint64 since = MAX (self->session->start.us, self->log->last_event);

  if (now - since > STP_PLAN_LIFE)
    self->phase = STP_PHASE_OVERDUE;
  else if (needs_washing)
    self->phase = STP_PHASE_STEPS;
  else if (gate == NULL || !stp_moments_within (gate->at.us, now, STP_GATE_LIFE) ||
           is_blocked (timeline, self->session, now))
    self->phase = STP_PHASE_GATE;
  else
    self->phase = STP_PHASE_STEPS;
  wake_at (self, stp_numbing_get_next_alert (timeline, self->log, now), now);
  wake_at (self, since + STP_PLAN_LIFE + 1, now);
  if (gate != NULL)
    wake_at (self, gate->at.us + STP_GATE_LIFE + 1, now);
}

/*
 * After a stroke there is no way back to the gate, and after a break of over 30 minutes none
 * back to needling (E13). With the last area done only rinsing and caring are left, which
 * harm nobody if they come late: there the longer life of a gate tells a session that was
 * left open from one that goes on.
 */
static void
judge_needled (StpSituation *self, gint64 now)
{
  gboolean needled = stp_step_list_is_needled (self->steps);
  gint64 since = needled ? self->log->last_event : self->log->last_stroke;
  gint64 limit = needled ? STP_GATE_LIFE : STP_STROKE_BREAK;

  self->phase = stp_moments_within (since, now, limit) ? STP_PHASE_STEPS : STP_PHASE_INTERRUPTED;
  wake_at (self, since + limit + 1, now);
}

static void
judge_open (StpSituation *self, StpTimeline *timeline, gint64 now)
{
  self->steps = stp_step_list_new (timeline, self->session, self->log, now);
  if (stp_session_log_has_stroke (self->log))
    judge_needled (self, now);
  else
    judge_unneedled (self, timeline, now);
}

/* A clinic has its own gate: such a session is waited for and then asked about. */
static void
judge_planned (StpSituation *self, gint64 now)
{
  gint64 start = self->session->start.us;
  gboolean home = self->session->place != STP_PLACE_CLINIC;

  if (now < start - STP_GATE_LIFE)
    self->phase = STP_PHASE_PREPARE;
  else if (now <= start + STP_GATE_LIFE)
    self->phase = home ? STP_PHASE_GATE : STP_PHASE_PREPARE;
  else
    self->phase = STP_PHASE_OVERDUE;
  wake_at (self, start - STP_GATE_LIFE, now);
  wake_at (self, start + STP_GATE_LIFE + 1, now);
}

/* Whether @session still holds a product back now; notes when the next one is let go. */
static gboolean
has_aftercare (StpSituation *self, StpTimeline *timeline, StpSession *session, gint64 now)
{
  g_autoptr (GPtrArray) pauses = stp_timeline_list_pauses (timeline, now, now + 1);
  gboolean holds = FALSE;

  for (guint i = 0; i < pauses->len; i++)
    {
      const StpPause *pause = pauses->pdata[i];

      if (pause->before || pause->strength < STP_WARN ||
          g_strcmp0 (pause->session, stp_record_get_id (session)) != 0)
        continue;
      holds = TRUE;
      wake_at (self, pause->to, now);
    }
  return holds;
}

/*
 * Between two sessions the nearer one has the pane: aftercare first, then the way to the next.
 */
static gboolean
is_in_aftercare (StpSituation *self, StpTimeline *timeline, StpSession *last, gint64 now)
{
  gint64 end;

  if (last == NULL || !has_aftercare (self, timeline, last, now))
    return FALSE;
  if (self->phase == STP_PHASE_NOTHING)
    return TRUE;
  if (self->phase != STP_PHASE_PREPARE)
    return FALSE;

  end = stp_timeline_get_session_end (timeline, last);
  wake_at (self, end + (self->session->start.us - end) / 2 + 1, now);
  return now - end <= self->session->start.us - now;
}

/* The strongest that stands against a session, and when time lifts one of them. */
static StpReactionGrade
find_standing (StpSituation *self, StpTimeline *timeline, gint64 now)
{
  g_autoptr (GPtrArray) standing = stp_reaction_list_standing (timeline);
  StpReactionGrade strongest = STP_REACTION_CALM;

  for (guint i = 0; i < standing->len; i++)
    {
      const StpStandingReaction *it = standing->pdata[i];

      strongest = MAX (strongest, it->grade);
      if (it->until != STP_TIME_UNSET)
        wake_at (self, it->until, now);
    }
  return strongest;
}

static void
find_check_in (StpSituation *self, StpTimeline *timeline, gint64 now)
{
  self->check_in = stp_check_in_find (timeline, now);
  if (self->check_in.session)
    g_object_ref (self->check_in.session);
  if (self->check_in.at != STP_TIME_UNSET)
    wake_at (self, self->check_in.at, now);
}

/* An alarm comes before whatever is planned; other looks at the skin fill the time without plans.
 */
static gboolean
is_about_skin (StpSituation *self, StpTimeline *timeline, gint64 now)
{
  const StpReactionGrade standing = find_standing (self, timeline, now);
  const gboolean due = self->check_in.at != STP_TIME_UNSET && self->check_in.at <= now;

  switch ((int) self->phase)
    {
    case STP_PHASE_NOTHING:
      return due || standing >= STP_REACTION_AMBER;
    case STP_PHASE_PREPARE:
    case STP_PHASE_GATE:
      return standing == STP_REACTION_RED && self->session->place != STP_PLACE_CLINIC;
    default:
      return FALSE;
    }
}

/* What was begun is brought to its end, and a clinic has doctors of its own (E15). */
static gboolean
is_barred (StpSituation *self, StpDiary *diary)
{
  g_autoptr (GPtrArray) rules = NULL;

  if (self->phase != STP_PHASE_NOTHING && self->phase != STP_PHASE_PREPARE &&
      self->phase != STP_PHASE_GATE)
    return FALSE;
  if (self->session != NULL && self->session->place == STP_PLACE_CLINIC)
    return FALSE;
  rules = stp_person_list_absolute (stp_diary_get_profile (diary));
  return rules->len > 0;
}

static void
take_session (StpSituation *self, StpDiary *diary, StpSession *session)
{
  g_set_object (&self->session, session);
  g_clear_pointer (&self->log, stp_session_log_free);
  if (!session)
    return;
  self->log = stp_session_log_new (diary, stp_record_get_id (session));
}

/*
 * stp_situation_new:
 *
 * Returns: (transfer full): what the Session pane is about at @now
 */
StpSituation *
stp_situation_new (StpTimeline *timeline, gint64 now)
{
  StpSituation *self = g_new0 (StpSituation, 1);
  StpDiary *diary = stp_timeline_get_diary (timeline);
  StpSession *open = find_open_session (diary);
  StpSession *planned = open == NULL ? find_planned_session (diary) : NULL;
  StpSession *last = stp_timeline_get_last_session (timeline);

  self->next = STP_TIME_UNSET;
  self->phase = STP_PHASE_NOTHING;
  find_check_in (self, timeline, now);
  if (open != NULL)
    {
      take_session (self, diary, open);
      judge_open (self, timeline, now);
      if (is_barred (self, diary))
        self->phase = STP_PHASE_BARRED;
      return self;
    }
  if (planned != NULL)
    {
      take_session (self, diary, planned);
      if (stp_session_log_has_stroke (self->log))
        judge_open (self, timeline, now);
      else
        judge_planned (self, now);
    }
  if (is_in_aftercare (self, timeline, last, now) || is_about_skin (self, timeline, now))
    {
      take_session (self, diary, last);
      self->phase = STP_PHASE_AFTERCARE;
    }
  if (is_barred (self, diary))
    self->phase = STP_PHASE_BARRED;
  return self;
}

void
stp_situation_free (StpSituation *self)
{
  g_clear_object (&self->session);
  g_clear_object (&self->check_in.session);
  g_clear_pointer (&self->log, stp_session_log_free);
  g_clear_pointer (&self->steps, g_array_unref);
  g_free (self);
}
