// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/stp-gate-form.h"
#include "protocol/stp-gate-item-private.h"

G_BEGIN_DECLS

/* For the files that the gate is made of. */
StpTimeline *stp_gate_form_get_timeline (StpGateForm *self);
void stp_gate_form_refresh (StpGateForm *self);
gboolean stp_gate_form_is_startable (StpGateForm *self, GError **error);

GPtrArray *
stp_gate_list_items (StpTimeline *timeline, StpSession *session, gint64 now, GPtrArray *known);

StpInstant stp_gate_get_instant (StpDiary *diary, gint64 at);
void stp_gate_keep_answer (StpTimeline *timeline, StpGateItem *item, gint64 now);
GHashTable *stp_gate_form_get_answers (StpGateForm *self);

G_END_DECLS
