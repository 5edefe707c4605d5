// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/stp-session-page.h"

G_BEGIN_DECLS

/**
 * StpGatePage:
 *
 * It is time: everything that stands in the way, with what would lift it, and everything that is
 * still to be said. There is no way around a block.
 *
 * Actions: "gate.nothing-since", "gate.start".
 */
#define STP_TYPE_GATE_PAGE (stp_gate_page_get_type ())
G_DECLARE_FINAL_TYPE (StpGatePage, stp_gate_page, STP, GATE_PAGE, StpSessionPage)

G_END_DECLS
