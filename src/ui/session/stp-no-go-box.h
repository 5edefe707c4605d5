// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpNoGoBox:
 *
 * The areas of the session that begins, each to be left out today.
 */
#define STP_TYPE_NO_GO_BOX (stp_no_go_box_get_type ())
G_DECLARE_FINAL_TYPE (StpNoGoBox, stp_no_go_box, STP, NO_GO_BOX, AdwBin)

void stp_no_go_box_show (StpNoGoBox *self, StpWorkspace *workspace);

G_END_DECLS
