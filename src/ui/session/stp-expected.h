// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/stp-line-group.h"
#include "shared/stp-workspace.h"

G_BEGIN_DECLS

void stp_expected_show (StpLineGroup *group, StpWorkspace *workspace);

G_END_DECLS
