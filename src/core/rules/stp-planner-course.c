// SPDX-License-Identifier: GPL-3.0-or-later

/* Courses: how many sessions a goal takes and how far apart; clinical rules, sections 4.1, 4.3. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/stp-plan-private.h"
#include "rules/stp-planner.h"
#include "rules/stp-rule.h"

/* A session takes up to an hour, and daylight saving may take another one from a day. */
#define SLACK (2 * STP_HOUR)

/* Where maintenance is once every six months. */
#define MOST_DAYS 180

/* A patch test is looked at for two to three days before a full session; section 4.2. */
#define PATCH_DAYS 3

/* A whole series; what would be more is a course of its own, after a rest. */
#define MOST_SHORT 12
#define MOST_LONG 6

/* By band: days from one session to the next. */
static const int usual_days[STP_BAND_N] = { 7, 28, 42, 42, 42 };

/*
 * @n_short: sessions with needles up to 0.3 mm
 * @n_long: sessions with longer ones
 * @note: (nullable): what is not to be hoped for
 */
static const struct
{
  int n_short, n_long;
  const char *note;
} goals[] = {
  [0] = { 6, 4, NULL },
  [STP_GOAL_ELASTICITY] = { 8, 4, NULL },
  [STP_GOAL_RESILIENCE] = { 8, 4, NULL },
  [STP_GOAL_TEXTURE] = { 6, 4, NULL },
  [STP_GOAL_SOFTNESS] = { 6, 4, NULL },
  [STP_GOAL_SCARS] = { 6, 4, N_ ("Short needles seldom change real scars. A clinic can do more.") },
  [STP_GOAL_WRINKLES] = { 8, 4, NULL },
  [STP_GOAL_PIGMENTATION] = { 4, 3,
                              N_ ("Needling can also darken skin: keep needles short, use "
                                  "sunscreen every day, and stop if it gets darker. Ask a "
                                  "doctor about melasma.") },
  [STP_GOAL_PORES] = { 6, 4, NULL },
  [STP_GOAL_GLOW] = { 6, 4, NULL },
};

/* Days after which the hard minimum has passed at the same time of day, whatever the clock does. */
static int
find_least_days (const StpInquiry *inquiry)
{
  const StpRule *rule = stp_rule_find ("interval.hard");
  gint64 window = stp_rule_get_window (rule, inquiry->band, inquiry->profile, 0);

  if (!inquiry->needles)
    window = STP_DAY_LENGTH; /* light, once a day; section 4.1 */
  return (int) ((window + SLACK + STP_DAY_LENGTH - 1) / STP_DAY_LENGTH);
}

/**
 * stp_planner_get_terms:
 * @question: a session of the course; its start counts, what it leaves open is resolved
 * @goal: what the course is for; 0 = not said
 *
 * Returns: how many sessions and how far apart a course is planned by default, and between what
 *   it may be
 */
StpCourseTerms
stp_planner_get_terms (StpTimeline *timeline, const StpQuestion *question, StpGoal goal)
{
  StpQuestion resolved = *question;
  guint row = goal > 0 && (guint) goal < G_N_ELEMENTS (goals) ? goal : 0;
  StpCourseTerms terms = { .most_interval = MOST_DAYS };
  StpInquiry inquiry;
  gboolean is_short;

  stp_timeline_resolve_question (timeline, &resolved, NULL);
  inquiry = stp_timeline_inquire (timeline, &resolved);
  is_short = inquiry.band == STP_BAND_R2 || !inquiry.needles;

  terms.sessions = is_short ? goals[row].n_short : goals[row].n_long;
  terms.most_sessions = is_short ? MOST_SHORT : MOST_LONG;
  terms.least_interval = find_least_days (&inquiry);
  terms.interval = terms.least_interval;
  if (inquiry.needles)
    terms.interval = MAX (terms.interval, usual_days[inquiry.band]);
  terms.most_interval = MAX (terms.most_interval, terms.interval);
  terms.note = goals[row].note ? _ (goals[row].note) : NULL;
  return terms;
}

static gboolean
check_wish (const StpCourseTerms *terms, const StpCourseWish *wish, GError **error)
{
  if (wish->sessions < 1 || wish->sessions > terms->most_sessions)
    {
      g_set_error (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_RHYTHM,
                   ngettext ("A course with this needle length has at most %d session.",
                             "A course with this needle length has at most %d sessions.",
                             (gulong) terms->most_sessions),
                   terms->most_sessions);
      return FALSE;
    }
  if (wish->interval_days < terms->least_interval || wish->interval_days > terms->most_interval)
    {
      g_set_error (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_RHYTHM,
                   _ ("From one session to the next it must be %1$d to %2$d days."),
                   terms->least_interval, terms->most_interval);
      return FALSE;
    }
  return TRUE;
}

static StpCourse *
draft_course (const StpQuestion *question, const StpCourseWish *wish, const StpPlan *plan)
{
  StpCourse *course = stp_record_new (STP_RECORD_COURSE);
  const char *zone = g_time_zone_get_identifier (plan->zone);

  course->goal = wish->goal;
  course->sessions = wish->sessions;
  course->interval_days = wish->interval_days;
  course->device = g_strdup (question->device);
  course->areas = question->areas;
  course->zone = g_strdup (zone);
  course->state = STP_COURSE_ACTIVE;
  return course;
}

/* The last session, where a whole series lies before it, waits until the rest is over. */
static void
make_rest (StpPlan *plan, StpTimeline *timeline)
{
  guint last = plan->sessions->len - 1;
  StpSession *session = g_ptr_array_index (plan->sessions, last);
  g_autoptr (GPtrArray) sittings = stp_plan_list_sittings (plan, timeline);
  StpInquiry inquiry = stp_plan_inquire (plan, timeline, last, sittings);
  StpHold hold;

  if (!stp_inquiry_find_rest (&inquiry, &hold))
    return;
  while (session->start.us < hold.until)
    {
      g_array_index (plan->offsets, gint64, last) += STP_DAY_LENGTH;
      stp_plan_lay (plan, stp_plan_get_start (plan));
    }
}

static void
add_session (StpPlan *plan, StpTimeline *timeline, const StpQuestion *question, gint64 after)
{
  StpSession *session = stp_planner_draft_session (timeline, question);

  session->course = g_strdup (stp_record_get_id (plan->course));
  stp_plan_add (plan, session, after);
  stp_plan_lay (plan, question->start);
  if (plan->sessions->len > 1)
    make_rest (plan, timeline);
}

/* Before the first full session, and before each new length, a patch test on the jaw (E9). */
static void
add_sessions (StpPlan *plan,
              StpTimeline *timeline,
              const StpQuestion *question,
              const StpCourseWish *wish)
{
  StpQuestion patch = *question, full = *question;
  gint64 after = 0;

  patch.purpose = STP_PURPOSE_PATCH;
  patch.areas = STP_BIT (STP_AREA_JAW);
  full.purpose = STP_PURPOSE_FULL;
  if (question->purpose == STP_PURPOSE_PATCH)
    {
      add_session (plan, timeline, &patch, 0);
      after = PATCH_DAYS * STP_DAY_LENGTH;
    }
  for (int i = 0; i < wish->sessions; i++)
    {
      add_session (plan, timeline, &full, after);
      after = g_array_index (plan->offsets, gint64, plan->offsets->len - 1) +
              wish->interval_days * STP_DAY_LENGTH;
    }
}

/**
 * stp_planner_preview_course:
 * @question: the first session: start, device, length and areas
 * @wish: the goal, how many sessions, and how many days apart
 * @error: %STP_PLANNER_ERROR_DEVICE, or %STP_PLANNER_ERROR_RHYTHM for a wish outside the terms
 *
 * Lays a course of home sessions out, all at the same time of the user's wall clock. A patch test
 * comes first where one is due, and counts for none; where a series is whole it rests.
 *
 * Returns: (transfer full) (nullable): what would be planned; it may be refused
 */
StpPlan *
stp_planner_preview_course (StpTimeline *timeline,
                            const StpQuestion *question,
                            const StpCourseWish *wish,
                            GError **error)
{
  StpClock *clock = stp_diary_get_clock (stp_timeline_get_diary (timeline));
  StpQuestion resolved = *question;
  StpCourseTerms terms;
  g_autoptr (StpPlan) plan = NULL;

  if (!stp_timeline_resolve_question (timeline, &resolved, error))
    return NULL;
  terms = stp_planner_get_terms (timeline, &resolved, wish->goal);
  if (!check_wish (&terms, wish, error))
    return NULL;

  if (resolved.needle_um > 0)
    resolved.purpose = stp_planner_get_due_purpose (timeline, resolved.needle_um);
  plan = stp_plan_new (_ ("Plan Course"), stp_clock_get_zone (clock));
  plan->course = draft_course (&resolved, wish, plan);
  add_sessions (plan, timeline, &resolved, wish);
  plan->course->start = stp_instant_local (resolved.start, plan->zone);
  plan->course->time = stp_plan_get_minute (plan);
  stp_plan_weigh (plan, timeline);
  return g_steal_pointer (&plan);
}
