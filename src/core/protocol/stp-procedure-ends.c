// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-procedure-private.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-diary-private.h"
#include "protocol/stp-numbing-private.h"
#include "protocol/stp-step-list-private.h"
#include "rules/stp-planner.h"

/* How a session ends: with its last step, by a stop, where it was interrupted, or never begun. */

static StpDiary *
get_diary (StpProcedure *self)
{
  return stp_timeline_get_diary (stp_procedure_get_timeline (self));
}

static gboolean
put_state (StpProcedure *self,
           StpSession *session,
           StpSessionState state,
           StpInstant end,
           GError **error)
{
  g_autoptr (StpSession) draft = stp_record_copy (session);

  draft->state = state;
  if (end.us != STP_TIME_UNSET)
    draft->end = end;
  return stp_diary_put_guarded (get_diary (self), draft, STP_EDIT_PERMANENT, error);
}

/*
 * stp_procedure_end_with:
 * @step: what ends it
 * @end: unset if nothing was needled
 *
 * One edit or none: a step that ends a session is never saved without the end.
 */
gboolean
stp_procedure_end_with (StpProcedure *self,
                        StpStep *step,
                        StpSession *session,
                        StpSessionState state,
                        StpInstant end,
                        GError **error)
{
  StpDiary *diary = get_diary (self);
  g_autoptr (StpSession) held = g_object_ref (session);

  stp_diary_begin_edit (diary, _ ("End Session"));
  if (!stp_diary_put_guarded (diary, step, STP_EDIT_PERMANENT, error) ||
      !put_state (self, held, state, end, error))
    {
      stp_diary_cancel_edit (diary);
      return FALSE;
    }
  stp_diary_end_edit (diary);
  return TRUE;
}

/* A head that needles badly, or was on somebody else, is not used again (E8). */
static gboolean
mark_head (StpProcedure *self, StpSession *session, const char *reason, GError **error)
{
  const gboolean dropped = g_str_equal (reason, "head"), shared = g_str_equal (reason, "mix-up");
  StpHead *head = session->head
                    ? stp_diary_lookup (get_diary (self), STP_RECORD_HEAD, session->head)
                    : NULL;
  g_autoptr (StpHead) draft = NULL;

  if (head == NULL || !(dropped || shared))
    return TRUE;
  draft = stp_record_copy (head);
  draft->dropped |= dropped;
  draft->shared |= shared;
  return stp_diary_put (get_diary (self), draft, error);
}

/**
 * stp_procedure_is_needling:
 *
 * Returns: whether needles are in the hand: after the first stroke, before the last area is done
 */
gboolean
stp_procedure_is_needling (StpProcedure *self)
{
  StpSituation *situation;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), FALSE);

  situation = stp_procedure_get_situation (self);
  return situation->phase == STP_PHASE_STEPS && stp_session_log_has_stroke (situation->log) &&
         !stp_step_list_is_needled (situation->steps);
}

/**
 * stp_procedure_stop:
 * @reason: (nullable): id of a [struct@StpStopReason]; %NULL = said later, if ever
 *
 * Stops at once. With a stroke the session is done and its aftercare begins; without one
 * nothing was needled and it is cancelled.
 *
 * Returns: %FALSE with %STP_PROCEDURE_ERROR_STATE if none is in progress, or with an error of
 *   the diary
 */
gboolean
stp_procedure_stop (StpProcedure *self, const char *reason, GError **error)
{
  StpSituation *situation;
  g_autoptr (StpSession) session = NULL;
  g_autoptr (StpStep) step = NULL;
  StpInstant now, never = { STP_TIME_UNSET, 0 };
  gboolean needled;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), FALSE);

  situation = stp_procedure_look (self);
  if (situation->phase != STP_PHASE_STEPS)
    return stp_procedure_refuse (error, _ ("No session is in progress."));

  session = g_object_ref (situation->session);
  now = stp_procedure_get_now (self);
  needled = stp_session_log_has_stroke (situation->log);
  step = stp_procedure_draft_step (situation, STP_STEP_STOP, 0, now);
  step->done_at = now;
  g_set_str (&step->detail, reason);
  return stp_procedure_end_with (self, step, session,
                                 needled ? STP_SESSION_DONE : STP_SESSION_CANCELLED,
                                 needled ? now : never, error) &&
         (reason == NULL || mark_head (self, session, reason, error));
}

static StpStep *
find_silent_stop (StpSessionLog *log)
{
  for (guint i = log->steps->len; i > 0; i--)
    {
      StpStep *step = log->steps->pdata[i - 1];

      if (step->step == STP_STEP_STOP && step->detail == NULL)
        return step;
    }
  return NULL;
}

/**
 * stp_procedure_explain_stop:
 * @session: id of a session that was stopped without a word
 * @reason: id of a [struct@StpStopReason]
 *
 * Says afterwards why it was stopped: the needles had to be lifted off first.
 *
 * Returns: %FALSE with %STP_PROCEDURE_ERROR_STATE if that is no such session, or with an error of
 *   the diary
 */
gboolean
stp_procedure_explain_stop (StpProcedure *self,
                            const char *session,
                            const char *reason,
                            GError **error)
{
  StpDiary *diary;
  StpSession *stopped;
  StpStep *stop;
  g_autoptr (StpSessionLog) log = NULL;
  g_autoptr (StpStep) draft = NULL;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), FALSE);
  g_return_val_if_fail (session != NULL && reason != NULL, FALSE);

  diary = get_diary (self);
  stopped = stp_diary_lookup (diary, STP_RECORD_SESSION, session);
  log = stp_session_log_new (diary, session);
  stop = find_silent_stop (log);
  if (stopped == NULL || stop == NULL)
    return stp_procedure_refuse (error, _ ("No session waits for that answer."));
  draft = stp_record_copy (stop);
  g_set_str (&draft->detail, reason);
  return stp_diary_put_guarded (diary, draft, STP_EDIT_PERMANENT, error) &&
         mark_head (self, stopped, reason, error);
}

/**
 * stp_procedure_finish_interrupted:
 * @last_stroke: when the skin was last needled, UTC microseconds
 *
 * Ends a session that was left for too long (E13): the skin heals from @last_stroke on.
 *
 * Returns: %FALSE with %STP_PROCEDURE_ERROR_INVALID if that lies before what was recorded of
 *   needling or in the future, with %STP_PROCEDURE_ERROR_STATE if no session is interrupted,
 *   or with an error of the diary
 */
gboolean
stp_procedure_finish_interrupted (StpProcedure *self, gint64 last_stroke, GError **error)
{
  StpSituation *situation;
  StpClock *clock;
  gint64 now;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), FALSE);

  situation = stp_procedure_look (self);
  if (situation->phase != STP_PHASE_INTERRUPTED)
    return stp_procedure_refuse (error, _ ("No session was interrupted."));

  now = stp_procedure_get_now (self).us;
  if (last_stroke < situation->log->last_stroke ||
      last_stroke > MAX (now, situation->log->last_stroke))
    {
      g_set_error_literal (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_INVALID,
                           _ ("The last stroke cannot be earlier than what was recorded of it, nor "
                              "in the future."));
      return FALSE;
    }
  clock = stp_diary_get_clock (get_diary (self));
  return put_state (self, situation->session, STP_SESSION_DONE,
                    stp_instant_local (last_stroke, stp_clock_get_zone (clock)), error);
}

/**
 * stp_procedure_abandon:
 *
 * Goes back from a session in progress to the planned one, as long as nothing was needled.
 *
 * Returns: %FALSE with %STP_PROCEDURE_ERROR_STATE after a stroke or if none is in progress, or
 *   with an error of the diary
 */
gboolean
stp_procedure_abandon (StpProcedure *self, GError **error)
{
  StpSituation *situation;
  StpInstant never = { STP_TIME_UNSET, 0 };

  g_return_val_if_fail (STP_IS_PROCEDURE (self), FALSE);

  situation = stp_procedure_look (self);
  if (situation->session == NULL || situation->session->state != STP_SESSION_IN_PROGRESS)
    return stp_procedure_refuse (error, _ ("No session is in progress."));
  if (stp_session_log_has_stroke (situation->log))
    return stp_procedure_refuse (
      error, _ ("The skin was needled already. Finish or stop the session instead."));
  if (situation->phase == STP_PHASE_STEPS && stp_numbing_is_on (situation->log))
    return stp_procedure_refuse (error, _ ("Wash the numbing cream off first."));
  return put_state (self, situation->session, STP_SESSION_PLANNED, never, error);
}

/**
 * stp_procedure_record_done:
 *
 * Answers "done" for a planned session whose time is past. What happened is never refused (E4).
 *
 * Returns: %FALSE with %STP_PROCEDURE_ERROR_STATE if no session waits for that answer, or with
 *   an error of the planner
 */
gboolean
stp_procedure_record_done (StpProcedure *self, GError **error)
{
  StpSituation *situation;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), FALSE);

  situation = stp_procedure_look (self);
  if (situation->phase != STP_PHASE_OVERDUE)
    return stp_procedure_refuse (error, _ ("No planned session is past its time."));
  /* One that was begun and left is a plan again before it is one that was done. */
  if (situation->session->state == STP_SESSION_IN_PROGRESS && !stp_procedure_abandon (self, error))
    return FALSE;

  situation = stp_procedure_look (self);
  return stp_planner_record_done (stp_procedure_get_timeline (self), situation->session, error);
}

/**
 * stp_procedure_is_overdue:
 * @session: a session
 * @now: UTC microseconds
 *
 * Returns: whether it is planned for a time that is past by more than a gate's life, so that the
 *   question is "Done, move, not this time?" (E3)
 */
gboolean
stp_procedure_is_overdue (const StpSession *session, gint64 now)
{
  return session->state == STP_SESSION_PLANNED && session->start.us != STP_TIME_UNSET &&
         now > session->start.us + STP_GATE_LIFE;
}
