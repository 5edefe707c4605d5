// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpWelcomeDialog:
 *
 * What Stipple is and is not, and the first things to tell it. All of it can be skipped: what is
 * missing is asked for before the first session. Needs the window's "win.task" and
 * "app.open-sample".
 */
#define STP_TYPE_WELCOME_DIALOG (stp_welcome_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpWelcomeDialog, stp_welcome_dialog, STP, WELCOME_DIALOG, AdwDialog)

AdwDialog *stp_welcome_dialog_new (StpWorkspace *workspace);
gboolean stp_welcome_dialog_is_wanted (StpWorkspace *workspace);

G_END_DECLS
