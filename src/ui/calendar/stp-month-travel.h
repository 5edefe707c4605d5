// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "calendar/stp-month-grid.h"

G_BEGIN_DECLS

/* How a month passes: what it comes to rest on, and which month it is then. */
void stp_month_travel_start (StpMonthGrid *grid);
void stp_month_travel_reveal (StpMonthGrid *grid, guint day);

G_END_DECLS
