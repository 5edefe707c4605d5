// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/stp-line-group.h"
#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/* What was accepted before the session began, for the page that the session ends on. */
void stp_confirmed_show (StpLineGroup *group, StpWorkspace *workspace);

G_END_DECLS
