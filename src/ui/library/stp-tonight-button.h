// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

/**
 * StpTonightButton:
 *
 * Tonight in two lines, above the shelf; it leads to all of it.
 *
 * Signal `clicked`.
 */
#define STP_TYPE_TONIGHT_BUTTON (stp_tonight_button_get_type ())
G_DECLARE_FINAL_TYPE (StpTonightButton, stp_tonight_button, STP, TONIGHT_BUTTON, AdwBin)

void stp_tonight_button_set_workspace (StpTonightButton *self, StpWorkspace *workspace);
