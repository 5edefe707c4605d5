// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-planner.h"
#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpMove:
 *
 * A planned session on its way to another day of the month. The engine is asked once for all the
 * days that are shown; from then on a day under the pointer is looked up.
 *
 * Property `day` (`guint`, a day number): where it would go.
 */
#define STP_TYPE_MOVE (stp_move_get_type ())
G_DECLARE_FINAL_TYPE (StpMove, stp_move, STP, MOVE, GObject)

StpMove *stp_move_new (StpWorkspace *workspace, StpSession *session) G_GNUC_WARN_UNUSED_RESULT;

StpSession *stp_move_get_session (StpMove *self);
guint stp_move_get_origin (StpMove *self);
guint stp_move_get_day (StpMove *self);
void stp_move_set_day (StpMove *self, guint day);
gint64 stp_move_get_start (StpMove *self);
StpMoveScope stp_move_get_scope (StpMove *self);
void stp_move_set_scope (StpMove *self, StpMoveScope scope);

void stp_move_set_days (StpMove *self, GPtrArray *days);
StpStrength stp_move_get_strength (StpMove *self, guint day);
GPtrArray *stp_move_get_others (StpMove *self);
GPtrArray *stp_move_list_pauses (StpMove *self);

gboolean stp_move_is_over (StpMove *self, gint64 start);
StpPlan *stp_move_preview (StpMove *self, gint64 start, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *stp_move_describe (const StpPlan *plan, gint64 now, GTimeZone *zone);

G_END_DECLS
