// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-judge-private.h"

G_BEGIN_DECLS

StpFacts *stp_timeline_get_facts (StpTimeline *self);
StpHead *stp_timeline_find_head (StpTimeline *self, const StpQuestion *question);
void stp_question_read_areas (StpQuestion *question, const StpSession *session);
StpInquiry stp_timeline_inquire (StpTimeline *self, const StpQuestion *question);
StpVerdict *stp_timeline_judge_inquiry (StpTimeline *self, const StpInquiry *inquiry);

G_END_DECLS
