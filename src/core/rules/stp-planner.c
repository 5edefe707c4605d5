// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-planner.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-diary-private.h"
#include "rules/stp-rule.h"
#include "rules/stp-timeline-private.h"
#include "rules/stp-words.h"

G_DEFINE_QUARK (stp-planner-error-quark, stp_planner_error)

/* Its first reason, one with a time if time lifts it, and the earliest start: what the user needs
 * to go on (E2). */
static void
set_impossible (StpTimeline *timeline, StpVerdict *verdict, gint64 now, GError **error)
{
  StpClock *clock = stp_diary_get_clock (stp_timeline_get_diary (timeline));
  g_autofree char *earliest = NULL;
  const char *reason = "";

  for (guint i = 0; i < verdict->reasons->len && *reason == '\0'; i++)
    {
      StpReason *candidate = g_ptr_array_index (verdict->reasons, i);

      if (candidate->strength >= STP_DOCTOR &&
          (candidate->until != STP_TIME_UNSET || verdict->earliest == STP_TIME_UNSET))
        reason = stp_reason_get_text (candidate);
    }

  if (verdict->earliest == STP_TIME_UNSET)
    {
      g_set_error_literal (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_IMPOSSIBLE, reason);
      return;
    }
  earliest = stp_words_moment (verdict->earliest, now, stp_clock_get_zone (clock));
  /* Translators: %1$s is a whole sentence, %2$s a moment such as "Saturday 21:00" */
  g_set_error (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_IMPOSSIBLE,
               _ ("%1$s The earliest start is %2$s."), reason, earliest);
}

static gboolean
check (StpTimeline *timeline, const StpQuestion *question, GError **error)
{
  g_autoptr (StpVerdict) verdict = stp_timeline_judge (timeline, question);

  if (verdict->plan < STP_DOCTOR)
    return TRUE;
  set_impossible (timeline, verdict, question->now, error);
  return FALSE;
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

static StpSession *
draft_session (StpTimeline *timeline, const StpQuestion *question)
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
 * stp_planner_plan:
 * @question: start, device, length, areas and purpose of the session
 * @error: %STP_PLANNER_ERROR_IMPOSSIBLE, with the reason and the earliest start in its message
 *   (E2); %STP_PLANNER_ERROR_DEVICE; or why the diary could not be edited
 *
 * Plans a home session. Routines do not stand in its way: they are paused by it.
 *
 * Returns: (transfer full) (nullable): the session as it stands in the diary
 */
StpSession *
stp_planner_plan (StpTimeline *timeline, const StpQuestion *question, GError **error)
{
  StpQuestion resolved = *question;
  g_autoptr (StpSession) session = NULL;

  if (!stp_timeline_resolve_question (timeline, &resolved, error) ||
      !check (timeline, &resolved, error))
    return NULL;

  session = draft_session (timeline, &resolved);
  if (!put (timeline, session, _ ("Plan Session"), error))
    return NULL;
  return g_steal_pointer (&session);
}

static gboolean
check_is_planned (StpSession *session, GError **error)
{
  if (session->state == STP_SESSION_PLANNED)
    return TRUE;
  g_set_error_literal (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_STATE,
                       _ ("Only a session that has not begun can be moved or cancelled."));
  return FALSE;
}

/* The question that a session of the diary was the answer to. */
static StpQuestion
question_of (StpTimeline *timeline, StpSession *session, gint64 start)
{
  StpFacts *facts = stp_timeline_get_facts (timeline);
  StpQuestion question = { .start = start,
                           .now = stp_clock_get_now (stp_diary_get_clock (facts->diary)),
                           .device = session->device,
                           .purpose = session->purpose,
                           .ignore_session = stp_record_get_id (session) };

  for (guint i = 0; session->areas && i < session->areas->len; i++)
    {
      StpSessionArea *area = g_ptr_array_index (session->areas, i);

      if (area->area > 0)
        question.areas |= STP_BIT (area->area);
      question.needle_um = MAX (question.needle_um, area->needle_um);
    }
  return question;
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
  StpDiary *diary = stp_timeline_get_diary (timeline);
  StpQuestion question = question_of (timeline, session, start);
  g_autoptr (StpSession) draft = NULL;

  if (!check_is_planned (session, error))
    return FALSE;
  if (session->place != STP_PLACE_CLINIC && !check (timeline, &question, error))
    return FALSE;

  draft = stp_record_copy (session);
  draft->start = stp_instant_local (start, stp_clock_get_zone (stp_diary_get_clock (diary)));
  draft->on = STP_DAY_UNSET;
  g_clear_pointer (&draft->zone, g_free);
  return put (timeline, draft, _ ("Move Session"), error);
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

  if (!check_is_planned (session, error))
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
