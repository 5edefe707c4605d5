// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/stp-session-page.h"

G_BEGIN_DECLS

/**
 * StpOverduePage:
 *
 * A planned session whose time is past: done, move, or not this time?
 */
#define STP_TYPE_OVERDUE_PAGE (stp_overdue_page_get_type ())
G_DECLARE_FINAL_TYPE (StpOverduePage, stp_overdue_page, STP, OVERDUE_PAGE, StpSessionPage)

G_END_DECLS
