// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-plan.h"

G_BEGIN_DECLS

#define STP_PLANNER_ERROR (stp_planner_error_quark ())
GQuark stp_planner_error_quark (void);

/**
 * StpPlannerError:
 * @STP_PLANNER_ERROR_IMPOSSIBLE: recorded facts forbid that start (E2)
 * @STP_PLANNER_ERROR_STATE: the session is not in a state that can be moved or cancelled
 * @STP_PLANNER_ERROR_DEVICE: there is no device, or no head, to plan with
 * @STP_PLANNER_ERROR_RHYTHM: a course of so many sessions, or so close together, is none
 */
typedef enum
{
  STP_PLANNER_ERROR_IMPOSSIBLE,
  STP_PLANNER_ERROR_STATE,
  STP_PLANNER_ERROR_DEVICE,
  STP_PLANNER_ERROR_RHYTHM,
} StpPlannerError;

/**
 * StpCourseWish:
 * @goal: what it is for; 0 = not said
 * @sessions: full sessions; a patch test that is due comes on top
 * @interval_days: days of the calendar from one session to the next
 */
typedef struct
{
  StpGoal goal;
  int sessions;
  int interval_days;
} StpCourseWish;

/**
 * StpCourseTerms:
 * @sessions: by default
 * @most_sessions: a whole series
 * @interval: days by default
 * @least_interval: days below which the same skin would not have rested
 * @most_interval: days
 * @note: (nullable): what is not to be hoped for, translated
 */
typedef struct
{
  int sessions, most_sessions;
  int interval, least_interval, most_interval;
  const char *note;
} StpCourseTerms;

/**
 * StpMoveScope:
 * @STP_MOVE_THIS: this session alone
 * @STP_MOVE_FOLLOWING: and those of its course that are planned after it, by as much
 */
typedef enum
{
  STP_MOVE_THIS,
  STP_MOVE_FOLLOWING,
} StpMoveScope;

/*
 * Planning, moving and cancelling exist only here. First a preview, which changes nothing, and
 * then, as one undoable edit, what was previewed.
 */
StpPlan *stp_planner_preview_session (StpTimeline *timeline,
                                      const StpQuestion *question,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
StpPlan *stp_planner_preview_course (StpTimeline *timeline,
                                     const StpQuestion *question,
                                     const StpCourseWish *wish,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
StpPlan *stp_planner_preview_move (StpTimeline *timeline,
                                   StpSession *session,
                                   gint64 start,
                                   StpMoveScope scope,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean stp_planner_check_start (StpTimeline *timeline, gint64 start, GError **error);
gboolean stp_planner_apply (StpTimeline *timeline, StpPlan *plan, GError **error);

StpVerdict *stp_planner_judge_plan (StpTimeline *timeline, const StpPlan *plan);
void
stp_planner_find_offers (StpTimeline *timeline, StpPlan *plan, gint64 *earliest, gint64 *evening);
GPtrArray *stp_planner_list_plan_off (StpTimeline *timeline, const StpPlan *plan);
StpCourseTerms
stp_planner_get_terms (StpTimeline *timeline, const StpQuestion *question, StpGoal goal);
guint stp_planner_count_following (StpTimeline *timeline, StpSession *session);
gint64 stp_planner_find_start_on (StpTimeline *timeline, StpSession *session, guint day);
GArray *
stp_planner_weigh_days (StpTimeline *timeline, StpSession *session, guint first_day, guint n_days);
GPtrArray *
stp_planner_list_plan_pauses (StpTimeline *timeline, const StpPlan *plan, gint64 from, gint64 to);

/* Preview and edit in one, for one session. */
StpSession *stp_planner_plan (StpTimeline *timeline,
                              const StpQuestion *question,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
stp_planner_move (StpTimeline *timeline, StpSession *session, gint64 start, GError **error);

gboolean stp_planner_cancel (StpTimeline *timeline, StpSession *session, GError **error);
gboolean stp_planner_record (StpTimeline *timeline, StpSession *draft, GError **error);
gboolean stp_planner_record_done (StpTimeline *timeline, StpSession *session, GError **error);

int stp_planner_get_morning (StpDiary *diary);
int stp_planner_get_evening (StpDiary *diary);
gint64
stp_planner_find_evening (StpTimeline *timeline, const StpQuestion *question, gint64 earliest);
StpPurpose stp_planner_get_due_purpose (StpTimeline *timeline, int needle_um);
GPtrArray *stp_planner_list_off_throughout (StpTimeline *timeline,
                                            const StpQuestion *question,
                                            gint64 interval);

G_END_DECLS
