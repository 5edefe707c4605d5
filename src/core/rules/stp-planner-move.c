// SPDX-License-Identifier: GPL-3.0-or-later

/* Moving a session, alone or with those of its course that follow. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/stp-plan-private.h"
#include "rules/stp-planner.h"

static gboolean
follows (StpSession *other, StpSession *session)
{
  return other->course && g_strcmp0 (other->course, session->course) == 0 &&
         other->state == STP_SESSION_PLANNED && !other->hidden &&
         session->start.us != STP_TIME_UNSET && other->start.us > session->start.us;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const StpSession *one = *(StpSession *const *) a;
  const StpSession *other = *(StpSession *const *) b;

  return (one->start.us > other->start.us) - (one->start.us < other->start.us);
}

static GPtrArray *
list_following (StpDiary *diary, StpSession *session)
{
  GPtrArray *following = g_ptr_array_new ();
  guint n = stp_diary_get_n_records (diary, STP_RECORD_SESSION);

  for (guint i = 0; i < n; i++)
    {
      StpSession *other = stp_diary_peek_record (diary, STP_RECORD_SESSION, i);

      if (follows (other, session))
        g_ptr_array_add (following, other);
    }
  g_ptr_array_sort (following, compare_starts);
  return following;
}

/**
 * stp_planner_count_following:
 * @session: a session of the diary
 *
 * Returns: how many sessions of its course are planned after it
 */
guint
stp_planner_count_following (StpTimeline *timeline, StpSession *session)
{
  g_autoptr (GPtrArray) following = list_following (stp_timeline_get_diary (timeline), session);

  return following->len;
}

static StpCourse *
find_course (StpDiary *diary, StpSession *session)
{
  if (!session->course)
    return NULL;
  return stp_diary_lookup (diary, STP_RECORD_COURSE, session->course);
}

/* A course keeps the zone that it was planned in (E10). */
static GTimeZone *
dup_zone (StpDiary *diary, StpSession *session)
{
  StpCourse *course = find_course (diary, session);
  GTimeZone *zone = course && course->zone ? g_time_zone_new_identifier (course->zone) : NULL;

  return zone ? zone : g_time_zone_ref (stp_clock_get_zone (stp_diary_get_clock (diary)));
}

static void
add_draft (StpPlan *plan, StpSession *session, gint64 offset)
{
  StpSession *draft = stp_record_copy (session);

  draft->on = STP_DAY_UNSET;
  g_clear_pointer (&draft->zone, g_free);
  stp_plan_add (plan, draft, offset);
}

static void
add_following (StpPlan *plan, StpDiary *diary, StpSession *session)
{
  g_autoptr (GPtrArray) following = list_following (diary, session);
  gint64 from = stp_plan_get_wall (plan, session->start.us);

  for (guint i = 0; i < following->len; i++)
    {
      StpSession *other = g_ptr_array_index (following, i);

      add_draft (plan, other, stp_plan_get_wall (plan, other->start.us) - from);
    }
}

/* From here on the course is at another time of day; with its first session it begins elsewhere. */
static void
change_course (StpPlan *plan, StpDiary *diary, StpSession *session)
{
  StpCourse *course = find_course (diary, session);
  gboolean first = course && course->start.us == session->start.us;
  int minute = stp_plan_get_minute (plan);

  if (!course || (!first && course->time == minute))
    return;
  plan->course = stp_record_copy (course);
  plan->course->time = minute;
  if (first)
    plan->course->start = stp_instant_local (stp_plan_get_start (plan), plan->zone);
}

/**
 * stp_planner_preview_move:
 * @session: a planned session of the diary
 * @start: UTC microseconds
 * @scope: whether those that follow it in its course move along, by as much as the wall clock says
 * @error: %STP_PLANNER_ERROR_STATE
 *
 * Nothing is changed by asking, and asking is cheap enough for every day of a month while a
 * session is dragged. Whether it would be refused is in the plan; stp_planner_judge_plan() says
 * why and stp_planner_find_offers() when else.
 *
 * Returns: (transfer full) (nullable): what would be moved
 */
StpPlan *
stp_planner_preview_move (StpTimeline *timeline,
                          StpSession *session,
                          gint64 start,
                          StpMoveScope scope,
                          GError **error)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  g_autoptr (GTimeZone) zone = NULL;
  StpPlan *plan;

  if (!stp_planner_check_is_planned (session, error))
    return NULL;
  zone = dup_zone (diary, session);
  plan = stp_plan_new (_ ("Move Session"), zone);
  add_draft (plan, session, 0);
  if (scope == STP_MOVE_FOLLOWING)
    add_following (plan, diary, session);
  if (plan->sessions->len > 1)
    plan->label = _ ("Move Sessions");
  stp_plan_lay (plan, start);
  if (scope == STP_MOVE_FOLLOWING)
    change_course (plan, diary, session);
  stp_plan_weigh (plan, timeline);
  return plan;
}

/**
 * stp_planner_find_start_on:
 * @session: a session of the diary
 * @day: day number in the user's zone
 *
 * Returns: when @session would start if it were moved to @day and kept its time of day by the wall
 *   clock of its own zone (E10), or at the usual evening if it has none; UTC microseconds
 */
gint64
stp_planner_find_start_on (StpTimeline *timeline, StpSession *session, guint day)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  GTimeZone *user_zone = stp_clock_get_zone (stp_diary_get_clock (diary));
  g_autoptr (GTimeZone) zone = dup_zone (diary, session);
  gint64 start = session->start.us, wall, of_day;
  guint then;

  if (start == STP_TIME_UNSET)
    return stp_day_at (day, stp_planner_get_evening (diary), user_zone);
  wall = start + stp_instant_local (start, zone).offset * STP_MINUTE;
  of_day = (wall % STP_DAY_LENGTH + STP_DAY_LENGTH) % STP_DAY_LENGTH;
  then = stp_day_of (start, zone) + day - stp_day_of (start, user_zone);
  return stp_day_at (then, (int) (of_day / STP_MINUTE), zone) + of_day % STP_MINUTE;
}
