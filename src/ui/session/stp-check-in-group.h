// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "protocol/stp-procedure.h"
#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpCheckInGroup:
 *
 * The check-in that is due, or when the next one will be. Uses the actions "session.check-in" and
 * "session.skip-check-in".
 */
#define STP_TYPE_CHECK_IN_GROUP (stp_check_in_group_get_type ())
G_DECLARE_FINAL_TYPE (StpCheckInGroup, stp_check_in_group, STP, CHECK_IN_GROUP, AdwPreferencesGroup)

void stp_check_in_group_show (StpCheckInGroup *self, StpWorkspace *workspace, gboolean only_due);

G_END_DECLS
