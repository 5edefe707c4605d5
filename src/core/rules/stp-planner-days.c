// SPDX-License-Identifier: GPL-3.0-or-later

/* What a session that is dragged over a calendar asks: each day's answer, and its windows there. */

#include "config.h"

#include "rules/stp-plan-private.h"
#include "rules/stp-planner.h"

/* A start that is over cannot be planned any more, whatever the facts say. */
static StpStrength
weigh_start (StpTimeline *timeline, StpSession *session, gint64 start)
{
  g_autoptr (StpPlan) plan = NULL;

  if (!stp_planner_check_start (timeline, start, NULL))
    return STP_BLOCK;
  plan = stp_planner_preview_move (timeline, session, start, STP_MOVE_THIS, NULL);
  return plan ? plan->strength : STP_BLOCK;
}

/**
 * stp_planner_weigh_days:
 * @session: a planned session of the diary
 * @first_day: day number in the user's zone
 * @n_days: how many
 *
 * How strongly facts speak against moving @session, alone and at its time of day, to each of these
 * days: refused from %STP_DOCTOR on (E2).
 *
 * Returns: (transfer full) (element-type StpStrength): one a day
 */
GArray *
stp_planner_weigh_days (StpTimeline *timeline, StpSession *session, guint first_day, guint n_days)
{
  GArray *strengths = g_array_sized_new (FALSE, FALSE, sizeof (StpStrength), n_days);

  for (guint i = 0; i < n_days; i++)
    {
      gint64 start = stp_planner_find_start_on (timeline, session, first_day + i);
      StpStrength strength = weigh_start (timeline, session, start);

      g_array_append_val (strengths, strength);
    }
  return strengths;
}

/**
 * stp_planner_list_plan_pauses:
 * @plan: a plan of @timeline
 * @from: UTC microseconds
 * @to: UTC microseconds
 *
 * Returns: (transfer full) (element-type StpPause): the pauses that the sessions of @plan would
 *   bring (E3) and that are more than advice, where they overlap the half-open span; in no order,
 *   and without their texts
 */
GPtrArray *
stp_planner_list_plan_pauses (StpTimeline *timeline, const StpPlan *plan, gint64 from, gint64 to)
{
  g_autoptr (GPtrArray) sittings = stp_plan_list_sittings (plan, timeline);

  return stp_pauses_gather_of (stp_timeline_get_facts (timeline), sittings, from, to);
}
