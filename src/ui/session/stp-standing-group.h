// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/**
 * StpStandingGroup:
 *
 * What was answered, or is known otherwise, and stands against any session until a doctor agrees or
 * the answer changes. Each line leads to the form that would lift it. Hidden while there is
 * nothing.
 */
#define STP_TYPE_STANDING_GROUP (stp_standing_group_get_type ())
G_DECLARE_FINAL_TYPE (StpStandingGroup,
                      stp_standing_group,
                      STP,
                      STANDING_GROUP,
                      AdwPreferencesGroup)

void stp_standing_group_show (StpStandingGroup *self, StpTimeline *timeline, gint64 now);

G_END_DECLS
