// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpLogUseDialog:
 *
 * Logs that products were used: which, and when.
 */
#define STP_TYPE_LOG_USE_DIALOG (stp_log_use_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpLogUseDialog, stp_log_use_dialog, STP, LOG_USE_DIALOG, AdwDialog)

AdwDialog *stp_log_use_dialog_new (StpWorkspace *workspace, const char *product);

G_END_DECLS
