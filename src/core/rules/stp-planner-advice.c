// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-plan-private.h"
#include "rules/stp-planner.h"
#include "rules/stp-rule.h"

/* When the user has not said at what time of the day sessions usually are. */
#define USUAL_EVENING (21 * 60)
#define USUAL_MORNING (7 * 60 + 30)

/**
 * stp_planner_get_evening:
 *
 * Returns: the user's usual time for a session, in minutes after midnight
 */
int
stp_planner_get_evening (StpDiary *diary)
{
  StpTimes *times = stp_diary_get_profile (diary)->times;

  return times && times->evening != STP_UNSET ? times->evening : USUAL_EVENING;
}

/**
 * stp_planner_get_morning:
 *
 * Returns: the user's usual time for the care of the morning, in minutes after midnight
 */
int
stp_planner_get_morning (StpDiary *diary)
{
  StpTimes *times = stp_diary_get_profile (diary)->times;

  return times && times->morning != STP_UNSET ? times->morning : USUAL_MORNING;
}

/**
 * stp_planner_find_evening:
 * @question: the session; its start does not matter
 * @earliest: UTC microseconds
 *
 * Returns: the first usual evening, by the wall clock of the user's zone, at or after @earliest at
 *   which nothing blocks for a time; %STP_TIME_UNSET if there is none within a year
 */
gint64
stp_planner_find_evening (StpTimeline *timeline, const StpQuestion *question, gint64 earliest)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  GTimeZone *zone = stp_clock_get_zone (stp_diary_get_clock (diary));
  int evening = stp_planner_get_evening (diary);
  guint first = stp_day_of (earliest, zone);
  StpQuestion resolved = *question;
  StpInquiry inquiry;

  stp_timeline_resolve_question (timeline, &resolved, NULL);
  inquiry = stp_timeline_inquire (timeline, &resolved);
  for (guint day = first; day < first + STP_MOST_EVENINGS; day++)
    {
      inquiry.start = stp_day_at (day, evening, zone);
      if (inquiry.start >= earliest && stp_inquiry_weigh (&inquiry, STP_HOLDS_PLAN) < STP_DOCTOR)
        return inquiry.start;
    }
  return STP_TIME_UNSET;
}

/**
 * stp_planner_get_due_purpose:
 * @needle_um: the length it would be done with
 *
 * Returns: a patch test before the first full session and before each new length, else a full
 *   session (E9)
 */
StpPurpose
stp_planner_get_due_purpose (StpTimeline *timeline, int needle_um)
{
  StpFacts *facts = stp_timeline_get_facts (timeline);

  for (guint i = 0; i < facts->sittings->len; i++)
    {
      StpSitting *sitting = g_ptr_array_index (facts->sittings, i);

      if (sitting->needled && sitting->session->place != STP_PLACE_CLINIC &&
          sitting->needle_um >= needle_um)
        return STP_PURPOSE_FULL;
    }
  return STP_PURPOSE_PATCH;
}

/* The longest that rules as strict as a block keep the product off in that phase. */
static gint64
longest_hold (StpShelfItem *item, StpRulePhase phase, StpBand band, StpProfile *profile, int year)
{
  gint64 longest = 0;

  for (guint i = 0; i < item->rules->len; i++)
    {
      const StpRule *rule = g_ptr_array_index (item->rules, i);

      if (rule->phase == phase && stp_shelf_item_get_strength (item, rule, profile) >= STP_DOCTOR)
        longest = MAX (longest, stp_rule_get_window (rule, band, profile, year));
    }
  return longest;
}

/**
 * stp_planner_list_off_throughout:
 * @question: a session of the course
 * @interval: microseconds from the end of one session to the start of the next
 *
 * The products that stay off for the whole of such a course: the time between two sessions is not
 * longer than what they are off after the one and before the other (E12).
 *
 * Returns: (transfer full) (element-type StpProduct): the products, by id
 */
GPtrArray *
stp_planner_list_off_throughout (StpTimeline *timeline,
                                 const StpQuestion *question,
                                 gint64 interval)
{
  GPtrArray *off = g_ptr_array_new_with_free_func (g_object_unref);
  StpFacts *facts = stp_timeline_get_facts (timeline);
  GListModel *products = stp_diary_get_records (facts->diary, STP_RECORD_PRODUCT);
  StpInquiry inquiry = stp_timeline_inquire (timeline, question);
  int year = stp_inquiry_get_year (question->start);

  for (guint i = 0; i < g_list_model_get_n_items (products); i++)
    {
      g_autoptr (StpProduct) product = g_list_model_get_item (products, i);
      StpShelfItem *item = stp_facts_get_item (facts, stp_record_get_id (product));
      gint64 hold = longest_hold (item, STP_RULE_BEFORE, inquiry.band, inquiry.profile, year) +
                    longest_hold (item, STP_RULE_AFTER, inquiry.band, inquiry.profile, year);

      if (hold > 0 && interval <= hold && !product->archived && (item->areas & inquiry.areas))
        g_ptr_array_add (off, g_steal_pointer (&product));
    }
  return off;
}

/* The longest time between the reckoned end of one session and the start of the next. */
static gint64
find_longest_gap (const StpPlan *plan)
{
  gint64 longest = 0;

  for (guint i = 1; i < plan->sessions->len; i++)
    {
      StpSession *before = g_ptr_array_index (plan->sessions, i - 1);
      StpSession *after = g_ptr_array_index (plan->sessions, i);

      longest = MAX (longest, after->start.us - before->start.us - STP_USUAL_LENGTH);
    }
  return longest;
}

/**
 * stp_planner_list_plan_off:
 * @plan: a plan of @timeline
 *
 * Returns: (transfer full) (element-type StpProduct): the products that stay off from its first
 *   session to its last (E12); none where it has only one
 */
GPtrArray *
stp_planner_list_plan_off (StpTimeline *timeline, const StpPlan *plan)
{
  guint last = plan->sessions->len - 1;
  StpQuestion question;

  if (last == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);
  question = stp_plan_ask (plan, timeline, last);
  return stp_planner_list_off_throughout (timeline, &question, find_longest_gap (plan));
}
