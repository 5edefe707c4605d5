// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpStopDialog:
 *
 * Asks what happened, stops the session, and says what to do now.
 */
#define STP_TYPE_STOP_DIALOG (stp_stop_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpStopDialog, stp_stop_dialog, STP, STOP_DIALOG, AdwAlertDialog)

AdwDialog *stp_stop_dialog_new (StpWorkspace *workspace);

G_END_DECLS
