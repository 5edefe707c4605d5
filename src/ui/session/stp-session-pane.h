// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/stp-pane.h"

G_BEGIN_DECLS

/**
 * StpSessionPane:
 *
 * Says what is next, from "nothing planned" to aftercare. Which page that is, core decides.
 *
 * Actions: "session.edit-consultation", "session.edit-device", "session.start-now",
 * "session.move", "session.cancel", "session.log-use", and those of stp_session_tasks_install().
 */
#define STP_TYPE_SESSION_PANE (stp_session_pane_get_type ())
G_DECLARE_FINAL_TYPE (StpSessionPane, stp_session_pane, STP, SESSION_PANE, StpPane)

G_END_DECLS
