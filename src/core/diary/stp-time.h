// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A moment is a number of UTC microseconds since 1970. A day is a Julian day number, as in GDate.
 */
#define STP_TIME_UNSET G_MININT64
#define STP_DAY_UNSET 0u

#define STP_SECOND G_GINT64_CONSTANT (1000000)
#define STP_MINUTE (60 * STP_SECOND)
#define STP_HOUR (60 * STP_MINUTE)
#define STP_DAY_LENGTH (24 * STP_HOUR)

/**
 * StpInstant:
 * @us: UTC microseconds, or %STP_TIME_UNSET
 * @offset: minutes east of UTC in which it was entered; kept for display, never for reckoning
 */
typedef struct
{
  gint64 us;
  int offset;
} StpInstant;

gboolean stp_instant_parse (const char *text, StpInstant *instant);
char *stp_instant_format (StpInstant instant);
StpInstant stp_instant_local (gint64 us, GTimeZone *zone);
char *stp_time_format_utc (gint64 us);
char *stp_stamp_format (gint64 us);

gboolean stp_day_parse (const char *text, guint *day);
char *stp_day_format (guint day);
guint stp_day_of (gint64 us, GTimeZone *zone);
gint64 stp_day_at (guint day, int minute_of_day, GTimeZone *zone);

gboolean stp_clock_time_parse (const char *text, int *minute_of_day);
char *stp_clock_time_format (int minute_of_day);

G_END_DECLS
