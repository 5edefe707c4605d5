// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "diary/stp-time.h"

G_BEGIN_DECLS

#define STP_TYPE_CLOCK (stp_clock_get_type ())
G_DECLARE_FINAL_TYPE (StpClock, stp_clock, STP, CLOCK, GObject)

/*
 * The only source of "now". ::changed is emitted when the clock was set, the machine woke up,
 * or the local day changed, so that whoever shows "today" asks again.
 */
StpClock *stp_clock_new (void);
StpClock *stp_clock_new_fixed (gint64 now);
void stp_clock_set_fixed (StpClock *self, gint64 now);

gint64 stp_clock_get_now (StpClock *self);
guint stp_clock_get_today (StpClock *self);
GTimeZone *stp_clock_get_zone (StpClock *self);

guint stp_clock_add_alarm (StpClock *self, gint64 at, GSourceFunc callback, gpointer user_data);
void stp_clock_remove_alarm (StpClock *self, guint alarm);

G_END_DECLS
