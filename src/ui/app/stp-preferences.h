// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

#define STP_TYPE_PREFERENCES (stp_preferences_get_type ())
G_DECLARE_FINAL_TYPE (StpPreferences, stp_preferences, STP, PREFERENCES, AdwPreferencesDialog)

/**
 * StpPreferences:
 *
 * What the profile says about rules, skin and usual times. Each change is an edit of the diary at
 * once, so there is nothing to confirm.
 */
StpPreferences *stp_preferences_new (StpWorkspace *workspace);
