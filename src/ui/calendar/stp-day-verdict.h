// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"
#include "shared/stp-workspace.h"

G_BEGIN_DECLS

StpVerdict *stp_day_verdict_reckon (StpWorkspace *workspace, const StpDayView *view);

G_END_DECLS
