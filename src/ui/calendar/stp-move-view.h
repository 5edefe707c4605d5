// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "calendar/stp-move-flow.h"

G_BEGIN_DECLS

/**
 * StpMoveView:
 *
 * Tells of a session that is being moved where it would go, whether it may and why, and when else.
 *
 * Property `summary` (read only): the day and its verdict in one line.
 *
 * Signal `choose-time`: the user wants to type the time instead.
 */
#define STP_TYPE_MOVE_VIEW (stp_move_view_get_type ())
G_DECLARE_FINAL_TYPE (StpMoveView, stp_move_view, STP, MOVE_VIEW, AdwBin)

GtkWidget *stp_move_view_new (StpWorkspace *workspace, StpMoveFlow *flow) G_GNUC_WARN_UNUSED_RESULT;

const char *stp_move_view_get_summary (StpMoveView *self);
void stp_move_view_focus_offer (StpMoveView *self);

G_END_DECLS
