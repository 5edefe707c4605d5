// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-planner.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-diary-private.h"
#include "rules/stp-head-life.h"
#include "rules/stp-plan-private.h"
#include "rules/stp-words.h"

G_DEFINE_QUARK (stp-planner-error-quark, stp_planner_error)

/* The first reason of a refusal, one with a time if time lifts it. */
static const char *
find_reason (StpVerdict *verdict, gboolean timed)
{
  for (guint i = 0; i < verdict->reasons->len; i++)
    {
      StpReason *reason = g_ptr_array_index (verdict->reasons, i);

      if (reason->strength >= STP_DOCTOR && (!timed || reason->until != STP_TIME_UNSET))
        return stp_reason_get_text (reason);
    }
  return "";
}

/* Why, and the earliest start: what the user needs to go on (E2). */
static void
set_impossible (StpTimeline *timeline, StpPlan *plan, GError **error)
{
  StpClock *clock = stp_diary_get_clock (stp_timeline_get_diary (timeline));
  g_autoptr (StpVerdict) verdict = stp_planner_judge_plan (timeline, plan);
  g_autofree char *moment = NULL;
  gint64 earliest, evening;

  stp_planner_find_offers (timeline, plan, &earliest, &evening);
  if (earliest == STP_TIME_UNSET)
    {
      g_set_error_literal (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_IMPOSSIBLE,
                           find_reason (verdict, FALSE));
      return;
    }
  moment = stp_words_moment (earliest, stp_clock_get_now (clock), stp_clock_get_zone (clock));
  g_set_error (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_IMPOSSIBLE,
               /* Translators: %1$s is a whole sentence, %2$s a moment such as "Saturday 21:00" */
               _ ("%1$s The earliest start is %2$s."), find_reason (verdict, TRUE), moment);
}

/* One undoable edit, named for "Undo …". */
static gboolean
put (StpTimeline *timeline, StpSession *draft, const char *label, GError **error)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  gboolean done;

  stp_diary_begin_edit (diary, label);
  done = stp_diary_put_guarded (diary, draft, STP_EDIT_UNDOABLE, error);
  stp_diary_end_edit (diary);
  return done;
}

/* The plan keeps its drafts: a preview may be applied to a copy of the diary first. */
static gboolean
put_copy (StpDiary *diary, gpointer draft, GError **error)
{
  g_autoptr (StpRecord) copy = stp_record_copy (draft);

  return stp_diary_put_guarded (diary, copy, STP_EDIT_UNDOABLE, error);
}

static gboolean
put_plan (StpDiary *diary, const StpPlan *plan, GError **error)
{
  gboolean done;

  stp_diary_begin_edit (diary, plan->label);
  done = !plan->course || put_copy (diary, plan->course, error);
  for (guint i = 0; done && i < plan->sessions->len; i++)
    done = put_copy (diary, g_ptr_array_index (plan->sessions, i), error);
  if (done)
    stp_diary_end_edit (diary);
  else
    stp_diary_cancel_edit (diary);
  return done;
}

/**
 * stp_planner_check_start:
 * @start: UTC microseconds
 * @error: %STP_PLANNER_ERROR_IMPOSSIBLE
 *
 * What is over is recorded, not planned (E4). The minute that runs is not over.
 *
 * Returns: whether a session can still be planned for then
 */
gboolean
stp_planner_check_start (StpTimeline *timeline, gint64 start, GError **error)
{
  StpClock *clock = stp_diary_get_clock (stp_timeline_get_diary (timeline));

  if (start >= stp_clock_get_now (clock) - STP_MINUTE)
    return TRUE;
  g_set_error_literal (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_IMPOSSIBLE,
                       _ ("This time is over. Choose a later one."));
  return FALSE;
}

/* A clinic's date is recorded, not planned, and never refused (E2). */
static gboolean
check_starts (StpTimeline *timeline, const StpPlan *plan, GError **error)
{
  for (guint i = 0; i < plan->sessions->len; i++)
    {
      StpSession *session = g_ptr_array_index (plan->sessions, i);

      if (session->place != STP_PLACE_CLINIC &&
          !stp_planner_check_start (timeline, session->start.us, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * stp_planner_apply:
 * @plan: a plan of @timeline, or of one whose diary is the same
 * @error: %STP_PLANNER_ERROR_IMPOSSIBLE, with the reason and the earliest start in its message
 *   (E2), that its time is over, or why the diary could not be edited
 *
 * Does what was previewed, as one undoable edit.
 *
 * Returns: whether it was done; if not, nothing changed
 */
gboolean
stp_planner_apply (StpTimeline *timeline, StpPlan *plan, GError **error)
{
  if (!check_starts (timeline, plan, error))
    return FALSE;
  /* Facts may have been recorded since the preview. */
  stp_plan_weigh (plan, timeline);
  if (stp_plan_is_refused (plan))
    {
      set_impossible (timeline, plan, error);
      return FALSE;
    }
  return put_plan (stp_timeline_get_diary (timeline), plan, error);
}

static GPtrArray *
make_areas (guint64 areas, int needle_um)
{
  GPtrArray *made = stp_values_new (&stp_session_area_shape);

  areas = stp_areas_expand (areas);
  for (guint area = STP_AREA_FACE; area <= STP_AREA_OTHER; area++)
    if (areas & STP_BIT (area))
      {
        StpSessionArea *value = stp_session_area_new ();

        value->area = area;
        value->needle_um = needle_um > 0 ? needle_um : STP_UNSET;
        g_ptr_array_add (made, value);
      }
  return made;
}

/* @question: resolved */
StpSession *
stp_planner_draft_session (StpTimeline *timeline, const StpQuestion *question)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  StpHead *head = stp_timeline_find_head (timeline, question);
  StpClock *clock = stp_diary_get_clock (diary);
  StpSession *session = stp_record_new (STP_RECORD_SESSION);

  session->state = STP_SESSION_PLANNED;
  session->purpose = question->purpose ? question->purpose : STP_PURPOSE_FULL;
  session->place = STP_PLACE_HOME;
  session->start = stp_instant_local (question->start, stp_clock_get_zone (clock));
  session->device = g_strdup (question->device);
  session->head = head ? g_strdup (stp_record_get_id (head)) : NULL;
  session->areas = make_areas (question->areas, question->needle_um);
  return session;
}

/**
 * stp_planner_preview_session:
 * @question: start, device, length, areas and purpose of the session
 * @error: %STP_PLANNER_ERROR_DEVICE
 *
 * Returns: (transfer full) (nullable): what would be planned; it may be refused
 */
StpPlan *
stp_planner_preview_session (StpTimeline *timeline, const StpQuestion *question, GError **error)
{
  StpClock *clock = stp_diary_get_clock (stp_timeline_get_diary (timeline));
  StpQuestion resolved = *question;
  StpPlan *plan;

  if (!stp_timeline_resolve_question (timeline, &resolved, error))
    return NULL;
  plan = stp_plan_new (_ ("Plan Session"), stp_clock_get_zone (clock));
  stp_plan_add (plan, stp_planner_draft_session (timeline, &resolved), 0);
  stp_plan_weigh (plan, timeline);
  return plan;
}

/**
 * stp_planner_plan:
 * @question: start, device, length, areas and purpose of the session
 * @error: as of stp_planner_preview_session() and stp_planner_apply()
 *
 * Plans a home session. Routines do not stand in its way: they are paused by it.
 *
 * Returns: (transfer full) (nullable): the session as it stands in the diary
 */
StpSession *
stp_planner_plan (StpTimeline *timeline, const StpQuestion *question, GError **error)
{
  g_autoptr (StpPlan) plan = stp_planner_preview_session (timeline, question, error);
  StpRecord *draft;

  if (!plan || !stp_planner_apply (timeline, plan, error))
    return NULL;
  draft = g_ptr_array_index (plan->sessions, 0);
  return g_object_ref (stp_diary_lookup (stp_timeline_get_diary (timeline), STP_RECORD_SESSION,
                                         stp_record_get_id (draft)));
}

gboolean
stp_planner_check_is_planned (StpSession *session, GError **error)
{
  if (session->state == STP_SESSION_PLANNED)
    return TRUE;
  g_set_error_literal (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_STATE,
                       _ ("Only a session that has not begun can be moved or cancelled."));
  return FALSE;
}

/**
 * stp_planner_move:
 * @session: a planned session of the diary
 * @start: UTC microseconds
 * @error: %STP_PLANNER_ERROR_IMPOSSIBLE or %STP_PLANNER_ERROR_STATE
 *
 * Moves a session. A clinic's date is never refused (E2).
 *
 * Returns: whether it was moved
 */
gboolean
stp_planner_move (StpTimeline *timeline, StpSession *session, gint64 start, GError **error)
{
  g_autoptr (
    StpPlan) plan = stp_planner_preview_move (timeline, session, start, STP_MOVE_THIS, error);

  return plan && stp_planner_apply (timeline, plan, error);
}

/**
 * stp_planner_cancel:
 * @session: a planned session of the diary
 * @error: %STP_PLANNER_ERROR_STATE
 *
 * Cancels a session; it stays in the history and holds nothing.
 *
 * Returns: whether it was cancelled
 */
gboolean
stp_planner_cancel (StpTimeline *timeline, StpSession *session, GError **error)
{
  g_autoptr (StpSession) draft = NULL;

  if (!stp_planner_check_is_planned (session, error))
    return FALSE;
  draft = stp_record_copy (session);
  draft->state = STP_SESSION_CANCELLED;
  return put (timeline, draft, _ ("Cancel Session"), error);
}

/**
 * stp_planner_record:
 * @draft: a session that happened, or that a clinic has set a date for
 *
 * Records what happened. No rule refuses it, also not for the past (E4).
 *
 * Returns: whether the diary took it
 */
gboolean
stp_planner_record (StpTimeline *timeline, StpSession *draft, GError **error)
{
  return put (timeline, draft, _ ("Log Session"), error);
}

/* A head that was replaced on a day before the session cannot have been in the hand (E8). */
static void
renew_head (StpTimeline *timeline, StpSession *draft)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  GTimeZone *zone = stp_clock_get_zone (stp_diary_get_clock (diary));
  StpQuestion question = stp_plan_ask_about (timeline, draft);
  StpHead *planned = draft->head ? stp_diary_lookup (diary, STP_RECORD_HEAD, draft->head) : NULL;
  const char *in_use = stp_head_find_in_use (timeline, &question);
  guint day = draft->start.us != STP_TIME_UNSET ? stp_day_of (draft->start.us, zone) : draft->on;

  if (planned && in_use && planned->retired != STP_DAY_UNSET && planned->retired < day)
    g_set_str (&draft->head, in_use);
}

/**
 * stp_planner_record_done:
 * @session: a planned session of the diary
 * @error: %STP_PLANNER_ERROR_STATE
 *
 * Records that a session happened as it was planned. No rule refuses it (E4).
 *
 * Returns: whether the diary took it
 */
gboolean
stp_planner_record_done (StpTimeline *timeline, StpSession *session, GError **error)
{
  g_autoptr (StpSession) draft = NULL;

  if (!stp_planner_check_is_planned (session, error))
    return FALSE;

  draft = stp_record_copy (session);
  draft->state = STP_SESSION_DONE;
  renew_head (timeline, draft);
  return stp_planner_record (timeline, draft, error);
}
