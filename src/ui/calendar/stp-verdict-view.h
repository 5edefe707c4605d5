// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "rules/stp-verdict.h"

G_BEGIN_DECLS

/**
 * StpVerdictView:
 *
 * A verdict for people: a shape and a word, why, from when on, and what the gate will still ask.
 */
#define STP_TYPE_VERDICT_VIEW (stp_verdict_view_get_type ())
G_DECLARE_FINAL_TYPE (StpVerdictView, stp_verdict_view, STP, VERDICT_VIEW, AdwBin)

void stp_verdict_view_set_verdict (StpVerdictView *self,
                                   StpVerdict *verdict,
                                   gint64 now,
                                   GTimeZone *zone);
void stp_verdict_view_set_past_verdict (StpVerdictView *self, StpVerdict *verdict);

const char *stp_strength_get_title (StpStrength strength);
const char *stp_strength_get_past_title (StpStrength strength);
const char *stp_strength_get_icon_name (StpStrength strength);
const char *stp_strength_get_css_class (StpStrength strength);

G_END_DECLS
