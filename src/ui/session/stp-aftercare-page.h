// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/stp-session-page.h"

G_BEGIN_DECLS

/**
 * StpAftercarePage:
 *
 * The last session still pauses something: what may be used now, what comes back when, and what
 * the skin may do.
 */
#define STP_TYPE_AFTERCARE_PAGE (stp_aftercare_page_get_type ())
G_DECLARE_FINAL_TYPE (StpAftercarePage, stp_aftercare_page, STP, AFTERCARE_PAGE, StpSessionPage)

G_END_DECLS
