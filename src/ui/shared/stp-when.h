// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-clock.h"

G_BEGIN_DECLS

/* How moments and days are written in the interface. Free with g_free(). */
char *stp_when_format_time (gint64 us, GTimeZone *zone);
char *stp_when_format_moment (gint64 us, gint64 now, GTimeZone *zone);
char *stp_when_format_day (guint day);
char *stp_when_format_short_day (guint day);
char *stp_when_begin (char *text);

int stp_when_get_year (StpClock *clock);

G_END_DECLS
