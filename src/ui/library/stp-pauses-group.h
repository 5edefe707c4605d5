// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

/**
 * StpPausesGroup:
 *
 * What the timeline says of a product from now on: whether it is fine today, each pause with its
 * start, its end and the reason.
 */
#define STP_TYPE_PAUSES_GROUP (stp_pauses_group_get_type ())
G_DECLARE_FINAL_TYPE (StpPausesGroup, stp_pauses_group, STP, PAUSES_GROUP, AdwPreferencesGroup)

void stp_pauses_group_show (StpPausesGroup *self, StpWorkspace *workspace, StpProduct *product);
