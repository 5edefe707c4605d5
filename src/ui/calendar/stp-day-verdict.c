// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-day-verdict.h"

#include "rules/stp-planner.h"
#include "shared/stp-session-question.h"

/* Of what is over the one that was done, of what is to come the one that is planned. */
static StpSession *
find_session (const StpDayView *view, gboolean over)
{
  const StpSessionState state = over ? STP_SESSION_DONE : STP_SESSION_PLANNED;

  for (guint i = 0; i < view->sessions->len; i++)
    {
      StpSession *session = view->sessions->pdata[i];

      if (session->state == state && session->start.us != STP_TIME_UNSET)
        return session;
    }

  return NULL;
}

/* A time that is still to come, or that was on a day that is over. */
static gint64
find_evening (StpWorkspace *workspace, const StpDayView *view)
{
  StpClock *clock = stp_workspace_get_clock (workspace);
  const gint64 now = stp_clock_get_now (clock);
  const int time = stp_planner_get_evening (stp_workspace_get_diary (workspace));
  const gint64 evening = stp_day_at (view->day, time, stp_clock_get_zone (clock));

  return view->to <= now ? evening : MAX (now, evening);
}

static StpQuestion
ask (StpWorkspace *workspace, const StpDayView *view)
{
  StpTimeline *timeline = stp_workspace_get_timeline (workspace);
  const gint64 now = stp_clock_get_now (stp_workspace_get_clock (workspace));
  StpSession *session = find_session (view, view->to <= now);

  if (session)
    return stp_session_question_of (timeline, session, session->start.us);

  return stp_session_question_new (timeline, NULL, find_evening (workspace, view));
}

/**
 * stp_day_verdict_reckon:
 * @view: a day, which may be over: then it is about what stood
 *
 * Judges the session of the day, else one at the usual time. Whoever has no device yet is answered
 * as the month is, for the shortest needles.
 *
 * Returns: (transfer full) (nullable): the verdict, %NULL if there is nothing to speak of yet
 */
StpVerdict *
stp_day_verdict_reckon (StpWorkspace *workspace, const StpDayView *view)
{
  StpDiary *diary = stp_workspace_get_diary (workspace);
  StpTimeline *timeline = stp_workspace_get_timeline (workspace);
  StpQuestion question = ask (workspace, view);

  if (!stp_timeline_resolve_question (timeline, &question, NULL))
    {
      if (stp_diary_get_n_records (diary, STP_RECORD_PRODUCT) == 0)
        return NULL;
      if (question.needle_um <= 0)
        question.needle_um = STP_SHORTEST_NEEDLE;
    }

  return stp_timeline_judge (timeline, &question);
}
