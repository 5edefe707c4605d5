// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/* Moving and cancelling the session that the pane is about; says what was done or why not. */
gboolean stp_replan_reopen (StpWorkspace *workspace);
void stp_replan_move (StpWorkspace *workspace, gint64 start);
void stp_replan_cancel (StpWorkspace *workspace);

G_END_DECLS
