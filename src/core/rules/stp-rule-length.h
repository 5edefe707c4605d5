// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-rule.h"

G_BEGIN_DECLS

/*
 * How long a rule holds for a person, in words, and what they made longer (E6).
 */
gboolean stp_rule_can_lengthen (const StpRule *self);
int stp_rule_get_least_hours (const StpRule *self, StpProfile *profile, int year);
int stp_rule_get_chosen_hours (const StpRule *self, StpProfile *profile, int year);
void stp_rule_choose_hours (const StpRule *self, StpProfile *draft, int hours, int year);
char *stp_rule_dup_length_text (const StpRule *self, StpProfile *profile, int year);
char *stp_rule_dup_band_text (const StpRule *self, StpBand band, StpProfile *profile, int year);
gboolean stp_rule_depends_on_band (const StpRule *self);

G_END_DECLS
