// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpDiariesDialog:
 *
 * The diaries that were open on this computer: what each is called, when it was open, where it
 * lies. One is open at a time, and nothing of one gets into another.
 */
#define STP_TYPE_DIARIES_DIALOG (stp_diaries_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpDiariesDialog, stp_diaries_dialog, STP, DIARIES_DIALOG, AdwDialog)

StpDiariesDialog *stp_diaries_dialog_new (StpWorkspace *workspace);

G_END_DECLS
