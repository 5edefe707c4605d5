// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "calendar/stp-move-flow.h"

G_BEGIN_DECLS

void stp_month_drag_install (StpMonthGrid *grid, StpMoveFlow *flow);

G_END_DECLS
