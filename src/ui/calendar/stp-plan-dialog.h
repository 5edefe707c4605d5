// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpPlanDialog:
 *
 * Plans a session, or moves one: when, whether that may be, and what it pauses. What recorded facts
 * forbid is refused with its reason, and two times that are possible are offered (E2).
 */
#define STP_TYPE_PLAN_DIALOG (stp_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpPlanDialog, stp_plan_dialog, STP, PLAN_DIALOG, AdwDialog)

AdwDialog *stp_plan_dialog_new (StpWorkspace *workspace, StpSession *session);

G_END_DECLS
