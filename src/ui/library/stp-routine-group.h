// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

/**
 * StpRoutineGroup:
 *
 * When a product is normally used. Each change is an edit at once.
 */
#define STP_TYPE_ROUTINE_GROUP (stp_routine_group_get_type ())
G_DECLARE_FINAL_TYPE (StpRoutineGroup, stp_routine_group, STP, ROUTINE_GROUP, AdwPreferencesGroup)

void stp_routine_group_show (StpRoutineGroup *self, StpWorkspace *workspace, StpProduct *product);
