// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpRestoreDialog:
 *
 * The earlier states that were kept of a diary: what each holds, what would change, and one button
 * that brings it back.
 */
#define STP_TYPE_RESTORE_DIALOG (stp_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpRestoreDialog, stp_restore_dialog, STP, RESTORE_DIALOG, AdwDialog)

StpRestoreDialog *stp_restore_dialog_new (StpWorkspace *workspace);
void stp_restore_dialog_preview (StpRestoreDialog *self, const char *title, StpSnapshot *then);

G_END_DECLS
