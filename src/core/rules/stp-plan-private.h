// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-plan.h"
#include "rules/stp-timeline-private.h"

G_BEGIN_DECLS

/* Further ahead than any window reaches, so that looking for an evening ends. */
#define STP_MOST_EVENINGS 400

StpPlan *stp_plan_new (const char *label, GTimeZone *zone);
void stp_plan_add (StpPlan *self, StpSession *draft, gint64 offset);
gint64 stp_plan_get_wall (const StpPlan *self, gint64 at);
void stp_plan_lay (StpPlan *self, gint64 start);
int stp_plan_get_minute (const StpPlan *self);
GPtrArray *stp_plan_list_sittings (const StpPlan *self, StpTimeline *timeline);
StpQuestion stp_plan_ask_about (StpTimeline *timeline, StpSession *session);
StpQuestion stp_plan_ask (const StpPlan *self, StpTimeline *timeline, guint position);
StpInquiry
stp_plan_inquire (const StpPlan *self, StpTimeline *timeline, guint position, GPtrArray *sittings);
StpSession *stp_planner_draft_session (StpTimeline *timeline, const StpQuestion *question);
gboolean stp_planner_check_is_planned (StpSession *session, GError **error);
void stp_plan_weigh (StpPlan *self, StpTimeline *timeline);

G_END_DECLS
