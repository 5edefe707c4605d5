// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpCheckInDialog:
 *
 * How the skin is: a form that takes a minute. Alarm signs are asked about once more before they
 * are kept, and what was marked is answered with what to do.
 */
#define STP_TYPE_CHECK_IN_DIALOG (stp_check_in_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpCheckInDialog, stp_check_in_dialog, STP, CHECK_IN_DIALOG, AdwDialog)

AdwDialog *stp_check_in_dialog_new (StpWorkspace *workspace, gint64 at);

G_END_DECLS
