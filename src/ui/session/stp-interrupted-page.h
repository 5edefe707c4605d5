// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/stp-session-page.h"

G_BEGIN_DECLS

/**
 * StpInterruptedPage:
 *
 * A session was left for too long (E13): it asks for the last stroke and finishes there.
 */
#define STP_TYPE_INTERRUPTED_PAGE (stp_interrupted_page_get_type ())
G_DECLARE_FINAL_TYPE (StpInterruptedPage,
                      stp_interrupted_page,
                      STP,
                      INTERRUPTED_PAGE,
                      StpSessionPage)

G_END_DECLS
