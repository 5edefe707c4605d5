// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/stp-gate-form.h"
#include "protocol/stp-question-table-private.h"

G_BEGIN_DECLS

/*
 * What a line is about: the same line keeps its object, and with it what was answered, when
 * the gate is judged again.
 */
StpGateItem *
stp_gate_item_new (StpGateItemKind kind, const StpRule *rule, const char *id, const char *subject);
gboolean
stp_gate_item_is (StpGateItem *self, StpGateItemKind kind, const char *id, const char *subject);

const char *const *stp_gate_item_get_subjects (StpGateItem *self);
const StpAnswerRow *stp_gate_item_get_answer_row (StpGateItem *self);
gint64 stp_gate_item_get_answered_at (StpGateItem *self);

void stp_gate_item_set_text (StpGateItem *self, const char *title, const char *detail);
void stp_gate_item_offer (StpGateItem *self, const StpQuestionRow *question);
void stp_gate_item_set_clearance (StpGateItem *self, const char *clearance);
void stp_gate_item_set_until (StpGateItem *self, gint64 until);
void stp_gate_item_set_subjects (StpGateItem *self, GStrv subjects);
void stp_gate_item_answer (StpGateItem *self, StpAnswer answer, gint64 at);
void stp_gate_item_forget (StpGateItem *self);

G_END_DECLS
