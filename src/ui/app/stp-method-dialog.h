// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpMethodDialog:
 *
 * What the method says, in the order of doing it. What is a rule comes from the table of rules,
 * with the times of the person; the rest is prose.
 */
#define STP_TYPE_METHOD_DIALOG (stp_method_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpMethodDialog, stp_method_dialog, STP, METHOD_DIALOG, AdwDialog)

AdwDialog *stp_method_dialog_new (StpWorkspace *workspace);

G_END_DECLS
