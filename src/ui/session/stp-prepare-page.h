// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/stp-session-page.h"

G_BEGIN_DECLS

/**
 * StpPreparePage:
 *
 * A session is planned for later: how long until then, what stops when, what to have ready.
 */
#define STP_TYPE_PREPARE_PAGE (stp_prepare_page_get_type ())
G_DECLARE_FINAL_TYPE (StpPreparePage, stp_prepare_page, STP, PREPARE_PAGE, StpSessionPage)

G_END_DECLS
