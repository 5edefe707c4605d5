// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * StpMomentGroup:
 *
 * Two rows that choose a moment: the day and the time of day. Both can be stepped and typed.
 *
 * Property `moment` (`gint64`, UTC microseconds).
 */
#define STP_TYPE_MOMENT_GROUP (stp_moment_group_get_type ())
G_DECLARE_FINAL_TYPE (StpMomentGroup, stp_moment_group, STP, MOMENT_GROUP, AdwPreferencesGroup)

void stp_moment_group_set_zone (StpMomentGroup *self, GTimeZone *zone);
GtkWidget *stp_moment_group_get_first (StpMomentGroup *self);
gint64 stp_moment_group_get_moment (StpMomentGroup *self);
void stp_moment_group_set_moment (StpMomentGroup *self, gint64 moment);

G_END_DECLS
