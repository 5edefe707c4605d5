// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpClearanceDialog:
 *
 * A doctor's word that lifts a rule for a while. It edits a copy; only Save writes to the diary.
 */
#define STP_TYPE_CLEARANCE_DIALOG (stp_clearance_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpClearanceDialog, stp_clearance_dialog, STP, CLEARANCE_DIALOG, AdwDialog)

AdwDialog *stp_clearance_dialog_new (StpWorkspace *workspace, const char *rule);

G_END_DECLS
