// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "rules/stp-planner.h"
#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpPlanView:
 *
 * A plan before it is made: whether it may be and why, when else, its days, and what it pauses.
 *
 * Signal `accept (gint64 start)`: one of the times that are offered instead was taken.
 */
#define STP_TYPE_PLAN_VIEW (stp_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (StpPlanView, stp_plan_view, STP, PLAN_VIEW, AdwBin)

void stp_plan_view_set_up (StpPlanView *self, StpWorkspace *workspace, gboolean moves);
void stp_plan_view_set_plan (StpPlanView *self, StpPlan *plan);
void stp_plan_view_set_problem (StpPlanView *self, const char *problem);

G_END_DECLS
