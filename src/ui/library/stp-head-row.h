// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "diary/stp-device.h"
#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpHeadRow:
 *
 * One head: what is left of it, and what happened to it.
 */
#define STP_TYPE_HEAD_ROW (stp_head_row_get_type ())
G_DECLARE_FINAL_TYPE (StpHeadRow, stp_head_row, STP, HEAD_ROW, AdwExpanderRow)

GtkWidget *stp_head_row_new (StpWorkspace *workspace);
void stp_head_row_show (StpHeadRow *self, StpHead *head);

G_END_DECLS
