// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-earliest.h"

#include "rules/stp-planner.h"

static StpQuestion
question_of (StpSession *session)
{
  StpQuestion question = {
    .device = session->device,
    .purpose = session->purpose,
    .ignore_session = stp_record_get_id (session),
  };

  for (guint i = 0; session->areas && i < session->areas->len; i++)
    {
      const StpSessionArea *area = session->areas->pdata[i];

      question.areas |= STP_BIT (area->area);
      question.needle_um = MAX (question.needle_um, area->needle_um);
    }

  return question;
}

/**
 * stp_earliest_find:
 * @session: (nullable): the session that is to be moved, or %NULL for a next one
 * @found: (out): the answer
 *
 * Asks the one engine when a session may start at the earliest.
 *
 * Returns: %FALSE with @error set if there is nothing to plan with
 */
gboolean
stp_earliest_find (StpTimeline *timeline, StpSession *session, StpEarliest *found, GError **error)
{
  StpQuestion question = session ? question_of (session) : (StpQuestion) { 0 };
  g_autoptr (StpVerdict) verdict = NULL;

  *found = (StpEarliest) { STP_TIME_UNSET, STP_TIME_UNSET };
  question.now = stp_clock_get_now (stp_diary_get_clock (stp_timeline_get_diary (timeline)));
  question.start = question.now;
  if (!stp_timeline_resolve_question (timeline, &question, error))
    return FALSE;
  if (!session)
    question.purpose = stp_planner_get_due_purpose (timeline, question.needle_um);

  verdict = stp_timeline_judge (timeline, &question);
  found->start = verdict->earliest;
  if (verdict->earliest != STP_TIME_UNSET)
    found->evening = stp_planner_find_evening (timeline, &question, verdict->earliest);

  return TRUE;
}
