// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-earliest.h"

#include "rules/stp-kit.h"
#include "rules/stp-planner.h"
#include "shared/stp-session-question.h"

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
  StpDiary *diary = stp_timeline_get_diary (timeline);
  const gint64 now = stp_clock_get_now (stp_diary_get_clock (diary));
  StpDevice *device = stp_kit_find_device (diary);
  StpQuestion question = session ? stp_session_question_of (timeline, session, now)
                                 : stp_session_question_new (
                                     timeline, device ? stp_record_get_id (device) : NULL, now);
  g_autoptr (StpVerdict) verdict = NULL;

  *found = (StpEarliest) { STP_TIME_UNSET, STP_TIME_UNSET };
  if (!stp_timeline_resolve_question (timeline, &question, error))
    return FALSE;

  verdict = stp_timeline_judge (timeline, &question);
  found->start = verdict->earliest;
  if (verdict->earliest != STP_TIME_UNSET)
    found->evening = stp_planner_find_evening (timeline, &question, verdict->earliest);

  return TRUE;
}
