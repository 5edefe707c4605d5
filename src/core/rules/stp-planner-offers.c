// SPDX-License-Identifier: GPL-3.0-or-later

/* Why a plan is refused, and when it would not be (E2). */

#include "config.h"

#include "rules/stp-plan-private.h"
#include "rules/stp-planner.h"

/* Windows that push one another end after a few steps. */
#define MOST_STEPS 1000

/**
 * stp_planner_judge_plan:
 * @plan: a plan of @timeline
 *
 * Returns: (transfer full): the verdict on the session that is refused, else on the first one
 */
StpVerdict *
stp_planner_judge_plan (StpTimeline *timeline, const StpPlan *plan)
{
  g_autoptr (GPtrArray) sittings = stp_plan_list_sittings (plan, timeline);
  StpInquiry inquiry = stp_plan_inquire (plan, timeline, plan->refused, sittings);

  return stp_timeline_judge_inquiry (timeline, &inquiry);
}

/* It still stands for what the diary holds of it, but against nothing. */
static void
leave_out (GPtrArray *sittings, const StpSession *session)
{
  for (guint i = 0; i < sittings->len; i++)
    {
      StpSitting *sitting = g_ptr_array_index (sittings, i);

      if (sitting->session == session)
        sitting->planned = FALSE;
    }
}

/*
 * How much later all of it has to be so that no session has to wait: %STP_TIME_UNSET = for ever.
 * Of two that are too close to each other the later one waits: so the last is asked first, and then
 * no longer stands in the way.
 */
static gint64
find_delay (const StpPlan *plan, StpTimeline *timeline)
{
  g_autoptr (GPtrArray) sittings = stp_plan_list_sittings (plan, timeline);
  gint64 delay = 0;

  for (guint i = plan->sessions->len; i > 0; i--)
    {
      StpSession *session = g_ptr_array_index (plan->sessions, i - 1);
      StpInquiry inquiry = stp_plan_inquire (plan, timeline, i - 1, sittings);
      gint64 earliest = inquiry.start;

      if (session->place != STP_PLACE_CLINIC)
        earliest = stp_inquiry_find_earliest (&inquiry, STP_DOCTOR);
      if (earliest == STP_TIME_UNSET)
        return STP_TIME_UNSET;
      delay = MAX (delay, earliest - inquiry.start);
      leave_out (sittings, session);
    }
  return delay;
}

/* A plan is kept to the minute, and must not begin before what is possible. */
static gint64
round_up (gint64 moment)
{
  gint64 rest = moment % STP_MINUTE;

  return rest == 0 ? moment : moment - rest + STP_MINUTE;
}

static gint64
find_earliest (StpPlan *plan, StpTimeline *timeline)
{
  for (guint i = 0; i < MOST_STEPS; i++)
    {
      gint64 delay = find_delay (plan, timeline);

      if (delay == STP_TIME_UNSET)
        return STP_TIME_UNSET;
      if (delay == 0)
        return stp_plan_get_start (plan);
      stp_plan_lay (plan, round_up (stp_plan_get_start (plan) + delay));
    }
  return STP_TIME_UNSET;
}

static gint64
find_evening (StpPlan *plan, StpTimeline *timeline, gint64 earliest)
{
  int evening = stp_planner_get_evening (stp_timeline_get_diary (timeline));
  guint first = stp_day_of (earliest, plan->zone);

  for (guint day = first; day < first + STP_MOST_EVENINGS; day++)
    {
      gint64 start = stp_day_at (day, evening, plan->zone);

      stp_plan_lay (plan, start);
      stp_plan_weigh (plan, timeline);
      if (start >= earliest && !stp_plan_is_refused (plan))
        return start;
    }
  return STP_TIME_UNSET;
}

/**
 * stp_planner_find_offers:
 * @plan: a plan of @timeline
 * @earliest: (out): first start, to the minute, at which all of it is possible, or %STP_TIME_UNSET
 * @evening: (out): the next usual evening from then on, or %STP_TIME_UNSET; by the wall clock of
 *   the plan's zone
 *
 * When it could be instead (E2).
 */
void
stp_planner_find_offers (StpTimeline *timeline, StpPlan *plan, gint64 *earliest, gint64 *evening)
{
  gint64 start = stp_plan_get_start (plan);

  *evening = STP_TIME_UNSET;
  *earliest = find_earliest (plan, timeline);
  if (*earliest != STP_TIME_UNSET)
    *evening = find_evening (plan, timeline, *earliest);
  stp_plan_lay (plan, start);
  stp_plan_weigh (plan, timeline);
}
