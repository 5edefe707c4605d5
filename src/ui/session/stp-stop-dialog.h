// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpStopDialog:
 *
 * Why a session stops. Stopping itself never waits for an answer.
 */
#define STP_TYPE_STOP_DIALOG (stp_stop_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpStopDialog, stp_stop_dialog, STP, STOP_DIALOG, AdwAlertDialog)

void stp_stop_dialog_stop (StpWorkspace *workspace, GtkWidget *parent);

G_END_DECLS
