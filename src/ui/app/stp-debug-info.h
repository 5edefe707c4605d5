// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/stp-workspace.h"

char *stp_debug_info_dup (StpWorkspace *workspace);
