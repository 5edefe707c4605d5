// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * StpDoneGroup:
 *
 * The short forms: how the skin is, and what was done without the gate. Uses the actions
 * "session.check-in", "session.log-clinic", "session.log-light" and "session.log-earlier".
 */
#define STP_TYPE_DONE_GROUP (stp_done_group_get_type ())
G_DECLARE_FINAL_TYPE (StpDoneGroup, stp_done_group, STP, DONE_GROUP, AdwPreferencesGroup)

G_END_DECLS
