// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpReadyGroup:
 *
 * What is to lie ready before a session, to be ticked; the diary keeps it.
 */
#define STP_TYPE_READY_GROUP (stp_ready_group_get_type ())
G_DECLARE_FINAL_TYPE (StpReadyGroup, stp_ready_group, STP, READY_GROUP, AdwPreferencesGroup)

void stp_ready_group_show (StpReadyGroup *self, StpWorkspace *workspace);

G_END_DECLS
