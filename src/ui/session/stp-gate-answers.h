// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "protocol/stp-gate-form.h"

G_BEGIN_DECLS

/**
 * StpGateAnswers:
 *
 * The answers to choose from for a question of the gate: side by side while they are few, in a
 * drop-down when they are many.
 */
#define STP_TYPE_GATE_ANSWERS (stp_gate_answers_get_type ())
G_DECLARE_FINAL_TYPE (StpGateAnswers, stp_gate_answers, STP, GATE_ANSWERS, GtkWidget)

GtkWidget *stp_gate_answers_new (StpGateForm *form, StpGateItem *item);

G_END_DECLS
