// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-judge-private.h"

G_BEGIN_DECLS

StpFacts *stp_timeline_get_facts (StpTimeline *self);
StpInquiry stp_timeline_inquire (StpTimeline *self, const StpQuestion *question);

G_END_DECLS
