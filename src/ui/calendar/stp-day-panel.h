// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpDayPanel:
 *
 * Tells the chosen day: may a session be then and why, what is planned, paused, fine and logged.
 *
 * Properties: `workspace`, `summary` (read only): the day and its verdict in one line.
 */
#define STP_TYPE_DAY_PANEL (stp_day_panel_get_type ())
G_DECLARE_FINAL_TYPE (StpDayPanel, stp_day_panel, STP, DAY_PANEL, AdwBin)

void stp_day_panel_set_workspace (StpDayPanel *self, StpWorkspace *workspace);
const char *stp_day_panel_get_summary (StpDayPanel *self);

G_END_DECLS
