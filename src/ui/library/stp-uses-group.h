// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

/**
 * StpUsesGroup:
 *
 * The latest uses of a product, each of which can be removed.
 */
#define STP_TYPE_USES_GROUP (stp_uses_group_get_type ())
G_DECLARE_FINAL_TYPE (StpUsesGroup, stp_uses_group, STP, USES_GROUP, AdwPreferencesGroup)

void stp_uses_group_show (StpUsesGroup *self, StpWorkspace *workspace, const char *product);
