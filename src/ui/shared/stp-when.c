// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-when.h"

#include <glib/gi18n.h>

#include "diary/stp-time.h"

static char *
format_date_time (gint64 us, GTimeZone *zone, const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (us);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (local, format);
}

static char *
format_day (guint day, const char *format)
{
  GDate date;
  g_autoptr (GDateTime) noon = NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  noon = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date),
                              g_date_get_day (&date), 12, 0, 0);

  return g_date_time_format (noon, format);
}

/**
 * stp_when_format_time:
 * @us: UTC microseconds
 *
 * Returns: (transfer full): the time of day, as in "21:00"
 */
char *
stp_when_format_time (gint64 us, GTimeZone *zone)
{
  /* Translators: the time of day, in the format of g_date_time_format(), as in "21:00" */
  return format_date_time (us, zone, C_ ("time", "%H:%M"));
}

/**
 * stp_when_format_moment:
 * @us: UTC microseconds
 * @now: the moment of asking: what is near needs no date
 *
 * Returns: (transfer full): a moment, as short as it can be and still be unmistakable
 */
char *
stp_when_format_moment (gint64 us, gint64 now, GTimeZone *zone)
{
  const gint64 distance = (gint64) stp_day_of (us, zone) - (gint64) stp_day_of (now, zone);

  if (distance == 0)
    /* Translators: a moment of today, in the format of g_date_time_format() */
    return format_date_time (us, zone, C_ ("moment", "today %H:%M"));
  if (distance == 1)
    /* Translators: a moment of tomorrow, in the format of g_date_time_format() */
    return format_date_time (us, zone, C_ ("moment", "tomorrow %H:%M"));
  if (distance == -1)
    /* Translators: a moment of yesterday, in the format of g_date_time_format() */
    return format_date_time (us, zone, C_ ("moment", "yesterday %H:%M"));
  if (distance > -7 && distance < 7)
    /* Translators: a moment of this week, as in "Mon 21:00" */
    return format_date_time (us, zone, C_ ("moment", "%a %H:%M"));

  /* Translators: a moment further off, as in "12 Mar 21:00" */
  return format_date_time (us, zone, C_ ("moment", "%-d %b %H:%M"));
}

/**
 * stp_when_format_day:
 * @day: a day number
 *
 * Returns: (transfer full): the day in full, as in "Thursday 12 March"
 */
char *
stp_when_format_day (guint day)
{
  /* Translators: a day, in the format of g_date_time_format(), as in "Thursday 12 March" */
  return format_day (day, C_ ("day", "%A %-d %B"));
}

/**
 * stp_when_format_short_day:
 * @day: a day number
 *
 * Returns: (transfer full): the day in short, as in "Thu 12 Mar"
 */
char *
stp_when_format_short_day (guint day)
{
  /* Translators: a day in short, in the format of g_date_time_format(), as in "Thu 12 Mar" */
  return format_day (day, C_ ("day", "%a %-d %b"));
}

/**
 * stp_when_begin:
 * @text: (transfer full): core's words for a moment, which stand within a sentence
 *
 * Returns: (transfer full): @text as it begins one
 */
char *
stp_when_begin (char *text)
{
  g_autofree char *owned = text;
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/**
 * stp_when_get_year:
 * @clock: says what day it is
 *
 * Returns: the year it is, for rules that ask how old somebody is
 */
int
stp_when_get_year (StpClock *clock)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_julian (&today, stp_clock_get_today (clock));
  return g_date_get_year (&today);
}
