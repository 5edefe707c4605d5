// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-planner.h"

G_BEGIN_DECLS

/**
 * StpPlanPreview:
 *
 * What a plan would pause, found out by planning it on a copy of the diary: the same engine, and
 * nothing reckoned here.
 */
typedef struct _StpPlanPreview StpPlanPreview;

StpPlanPreview *stp_plan_preview_new (StpDiary *diary);
void stp_plan_preview_free (StpPlanPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpPlanPreview, stp_plan_preview_free)

GPtrArray *stp_plan_preview_list_pauses (StpPlanPreview *self, StpPlan *plan, char **summary);
char *stp_plan_preview_dup_days (StpPlanPreview *self, StpPlan *plan);

G_END_DECLS
