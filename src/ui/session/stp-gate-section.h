// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "protocol/stp-gate-form.h"

G_BEGIN_DECLS

/**
 * StpGateSection:
 *
 * The lines of one kind of the gate; hidden while there are none.
 */
#define STP_TYPE_GATE_SECTION (stp_gate_section_get_type ())
G_DECLARE_FINAL_TYPE (StpGateSection, stp_gate_section, STP, GATE_SECTION, AdwPreferencesGroup)

void stp_gate_section_bind (StpGateSection *self, StpGateForm *form, StpGateItemKind kind);
guint stp_gate_section_get_n_items (StpGateSection *self);
guint stp_gate_section_get_n_open (StpGateSection *self);

G_END_DECLS
