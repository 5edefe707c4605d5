// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

/**
 * StpKeepingGroup:
 *
 * How long a product is good: when it was opened, its period after opening and the date on the
 * pack; and how strong it is. Each change is an edit at once.
 */
#define STP_TYPE_KEEPING_GROUP (stp_keeping_group_get_type ())
G_DECLARE_FINAL_TYPE (StpKeepingGroup, stp_keeping_group, STP, KEEPING_GROUP, AdwPreferencesGroup)

void stp_keeping_group_show (StpKeepingGroup *self, StpWorkspace *workspace, StpProduct *product);
