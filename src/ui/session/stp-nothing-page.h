// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/stp-session-page.h"

G_BEGIN_DECLS

/**
 * StpNothingPage:
 *
 * Nothing is planned: when it could be, and what is missing before it can.
 */
#define STP_TYPE_NOTHING_PAGE (stp_nothing_page_get_type ())
G_DECLARE_FINAL_TYPE (StpNothingPage, stp_nothing_page, STP, NOTHING_PAGE, StpSessionPage)

G_END_DECLS
