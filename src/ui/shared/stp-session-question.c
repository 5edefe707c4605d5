// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-session-question.h"

#include "rules/stp-planner.h"

static gint64
get_now (StpTimeline *timeline)
{
  return stp_clock_get_now (stp_diary_get_clock (stp_timeline_get_diary (timeline)));
}

/**
 * stp_session_question_new:
 * @device: (nullable): id; %NULL for the only one
 * @start: UTC microseconds
 *
 * Returns: the question for a session that is not planned yet: with @device, and a
 *   patch test on the jaw where one is due
 */
StpQuestion
stp_session_question_new (StpTimeline *timeline, const char *device, gint64 start)
{
  StpQuestion question = { .start = start, .now = get_now (timeline), .device = device };

  if (!stp_timeline_resolve_question (timeline, &question, NULL))
    return question;

  question.purpose = stp_planner_get_due_purpose (timeline, question.needle_um);
  if (question.purpose == STP_PURPOSE_PATCH)
    question.areas = STP_BIT (STP_AREA_JAW);

  return question;
}

/**
 * stp_session_question_of:
 * @session: a session of the diary
 * @start: UTC microseconds
 *
 * Returns: the question for @session to be at @start; it borrows from @session
 */
StpQuestion
stp_session_question_of (StpTimeline *timeline, StpSession *session, gint64 start)
{
  StpQuestion question = { .start = start, .now = get_now (timeline) };

  question.device = session->device;
  question.purpose = session->purpose;
  question.ignore_session = stp_record_get_id (session);
  for (guint i = 0; session->areas && i < session->areas->len; i++)
    {
      const StpSessionArea *area = session->areas->pdata[i];

      if (area->area > 0)
        question.areas |= STP_BIT (area->area);
      question.needle_um = MAX (question.needle_um, area->needle_um);
    }

  return question;
}
