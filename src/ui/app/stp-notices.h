// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

/**
 * StpNotices:
 *
 * What the user must know of the diary as a file: that it cannot be saved, that an unreadable one
 * was set aside, that it may not be changed. Each stays for as long as it is true.
 */
#define STP_TYPE_NOTICES (stp_notices_get_type ())
G_DECLARE_FINAL_TYPE (StpNotices, stp_notices, STP, NOTICES, AdwBin)

const char *stp_notices_get_slow_text (void);
void stp_notices_set_workspace (StpNotices *self, StpWorkspace *workspace);
