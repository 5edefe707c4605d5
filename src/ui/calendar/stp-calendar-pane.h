// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/stp-pane.h"

G_BEGIN_DECLS

/**
 * StpCalendarPane:
 *
 * The month, and beside it the chosen day.
 */
#define STP_TYPE_CALENDAR_PANE (stp_calendar_pane_get_type ())
G_DECLARE_FINAL_TYPE (StpCalendarPane, stp_calendar_pane, STP, CALENDAR_PANE, StpPane)

G_END_DECLS
