// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpResolveDialog:
 *
 * A doctor's word that an alarm is over: who, when, and a note (E14).
 */
#define STP_TYPE_RESOLVE_DIALOG (stp_resolve_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpResolveDialog, stp_resolve_dialog, STP, RESOLVE_DIALOG, AdwDialog)

AdwDialog *stp_resolve_dialog_new (StpWorkspace *workspace, StpReaction *reaction);

G_END_DECLS
