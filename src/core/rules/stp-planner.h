// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

#define STP_PLANNER_ERROR (stp_planner_error_quark ())
GQuark stp_planner_error_quark (void);

/**
 * StpPlannerError:
 * @STP_PLANNER_ERROR_IMPOSSIBLE: recorded facts forbid that start (E2)
 * @STP_PLANNER_ERROR_STATE: the session is not in a state that can be moved or cancelled
 * @STP_PLANNER_ERROR_DEVICE: there is no device, or no head, to plan with
 */
typedef enum
{
  STP_PLANNER_ERROR_IMPOSSIBLE,
  STP_PLANNER_ERROR_STATE,
  STP_PLANNER_ERROR_DEVICE,
} StpPlannerError;

/* Planning, moving and cancelling exist only here. All of these are edits, and undoable. */
StpSession *stp_planner_plan (StpTimeline *timeline,
                              const StpQuestion *question,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
stp_planner_move (StpTimeline *timeline, StpSession *session, gint64 start, GError **error);
gboolean stp_planner_cancel (StpTimeline *timeline, StpSession *session, GError **error);
gboolean stp_planner_record (StpTimeline *timeline, StpSession *draft, GError **error);

int stp_planner_get_evening (StpDiary *diary);
gint64
stp_planner_find_evening (StpTimeline *timeline, const StpQuestion *question, gint64 earliest);
StpPurpose stp_planner_get_due_purpose (StpTimeline *timeline, int needle_um);
GPtrArray *stp_planner_list_off_throughout (StpTimeline *timeline,
                                            const StpQuestion *question,
                                            gint64 interval);

G_END_DECLS
