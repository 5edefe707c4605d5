// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "protocol/stp-gate-form.h"

G_BEGIN_DECLS

/**
 * StpGateRow:
 *
 * One line of the gate. What it offers follows from the item's kind and choices alone, so that a
 * new rule or question needs no new screen.
 */
#define STP_TYPE_GATE_ROW (stp_gate_row_get_type ())
G_DECLARE_FINAL_TYPE (StpGateRow, stp_gate_row, STP, GATE_ROW, GtkListBoxRow)

GtkWidget *stp_gate_row_new (StpGateForm *form, StpGateItem *item);

G_END_DECLS
