// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "calendar/stp-month-grid.h"
#include "calendar/stp-move.h"

G_BEGIN_DECLS

/**
 * StpMoveFlow:
 *
 * Moves planned sessions over a month: from when one is taken up until it is dropped or left where
 * it was. While it is under way, the chosen day of the grid is where the session would go; so the
 * keys that choose a day move it, and so does a click.
 *
 * Property `move` (StpMove, nullable, read only): the one that is under way.
 *
 * Signal `refused`: it was dropped where facts forbid it. It stays under way, so that what is
 * offered instead can be taken.
 */
#define STP_TYPE_MOVE_FLOW (stp_move_flow_get_type ())
G_DECLARE_FINAL_TYPE (StpMoveFlow, stp_move_flow, STP, MOVE_FLOW, GObject)

StpMoveFlow *
stp_move_flow_new (StpMonthGrid *grid, StpWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

StpMove *stp_move_flow_get_move (StpMoveFlow *self);
gboolean stp_move_flow_begin_on (StpMoveFlow *self, guint day);
gboolean stp_move_flow_begin (StpMoveFlow *self, StpSession *session);
void stp_move_flow_follow (StpMoveFlow *self, guint day);
void stp_move_flow_refresh (StpMoveFlow *self);
void stp_move_flow_drop (StpMoveFlow *self);
void stp_move_flow_drop_at (StpMoveFlow *self, gint64 start);
void stp_move_flow_cancel (StpMoveFlow *self);

G_END_DECLS
