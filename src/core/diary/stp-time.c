// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-time.h"

#define JULIAN_OF_1970 719163 /* GDate's day number of 1 January 1970 */

/* What four digits of a year have room for. */
#define FIRST_MOMENT ((1 - JULIAN_OF_1970) * STP_DAY_LENGTH)
#define LAST_MOMENT ((3652060 - JULIAN_OF_1970) * STP_DAY_LENGTH - 1)

static int
two_digits (const char *text)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return -1;
  return (text[0] - '0') * 10 + (text[1] - '0');
}

static gboolean
parse_clock (const char *text, gint64 *us_of_day)
{
  int hour = two_digits (text), minute, second;

  if (hour < 0 || hour > 23 || text[2] != ':')
    return FALSE;
  minute = two_digits (text + 3);
  if (minute < 0 || minute > 59 || text[5] != ':')
    return FALSE;
  second = two_digits (text + 6);
  if (second < 0 || second > 59)
    return FALSE;
  *us_of_day = hour * STP_HOUR + minute * STP_MINUTE + second * STP_SECOND;
  return TRUE;
}

/* Reads ".250" and moves past it; what is finer than a microsecond is cut off. */
static gboolean
parse_fraction (const char **text, gint64 *us)
{
  gint64 scale = STP_SECOND / 10;

  *us = 0;
  if (**text != '.')
    return TRUE;
  if (!g_ascii_isdigit (*++*text))
    return FALSE;
  for (; g_ascii_isdigit (**text); (*text)++, scale /= 10)
    *us += (**text - '0') * scale;
  return TRUE;
}

static gboolean
parse_offset (const char *text, int *offset)
{
  int hours, minutes;

  *offset = 0;
  if (g_str_equal (text, "Z") || g_str_equal (text, "z"))
    return TRUE;
  if ((text[0] != '+' && text[0] != '-') || strlen (text) != 6 || text[3] != ':')
    return FALSE;
  hours = two_digits (text + 1);
  minutes = two_digits (text + 4);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
    return FALSE;
  *offset = (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
  return TRUE;
}

/**
 * stp_instant_parse:
 * @text: RFC 3339 with an offset
 * @instant: (out): the moment and the offset it was written in
 *
 * Returns: whether @text is a moment; one without an offset is none
 */
gboolean
stp_instant_parse (const char *text, StpInstant *instant)
{
  g_autofree char *date = NULL;
  gint64 us_of_day, fraction;
  guint day;
  int offset;

  if (strlen (text) < 20 || (text[10] != 'T' && text[10] != 't'))
    return FALSE;
  date = g_strndup (text, 10);
  if (!stp_day_parse (date, &day) || !parse_clock (text + 11, &us_of_day))
    return FALSE;
  text += 19;
  if (!parse_fraction (&text, &fraction) || !parse_offset (text, &offset))
    return FALSE;
  instant->us = ((gint64) day - JULIAN_OF_1970) * STP_DAY_LENGTH + us_of_day + fraction -
                offset * STP_MINUTE;
  instant->offset = offset;
  return TRUE;
}

static gint64
floor_div (gint64 value, gint64 by)
{
  return value / by - (value % by < 0);
}

static char *
format_moment (gint64 us, int offset, gboolean always_fraction)
{
  gint64 local = MAX (us + offset * STP_MINUTE, FIRST_MOMENT);
  gint64 days = floor_div (local, STP_DAY_LENGTH);
  gint64 rest = local - days * STP_DAY_LENGTH;
  g_autofree char *day = stp_day_format (days + JULIAN_OF_1970);
  GString *text = g_string_new (day);

  g_string_append_printf (text, "T%02d:%02d:%02d", (int) (rest / STP_HOUR),
                          (int) (rest / STP_MINUTE % 60), (int) (rest / STP_SECOND % 60));
  if (always_fraction || rest % STP_SECOND)
    g_string_append_printf (text, ".%06d", (int) (rest % STP_SECOND));
  if (offset == 0)
    g_string_append_c (text, 'Z');
  else
    g_string_append_printf (text, "%c%02d:%02d", offset < 0 ? '-' : '+', ABS (offset) / 60,
                            ABS (offset) % 60);
  return g_string_free_and_steal (text);
}

/**
 * stp_instant_format:
 *
 * Returns: (transfer full): @instant as RFC 3339 in its own offset
 */
char *
stp_instant_format (StpInstant instant)
{
  return format_moment (instant.us, instant.offset, FALSE);
}

/**
 * stp_time_format_utc:
 *
 * Returns: (transfer full): @us as RFC 3339 in UTC, with a fraction only where there is one
 */
char *
stp_time_format_utc (gint64 us)
{
  return format_moment (us, 0, FALSE);
}

/**
 * stp_stamp_format:
 *
 * What no stamp has room for is written as the nearest that has: one that could not be read again
 * would cost the diary.
 *
 * Returns: (transfer full): @us as a `modified` stamp: UTC, always with microseconds
 */
char *
stp_stamp_format (gint64 us)
{
  return format_moment (CLAMP (us, FIRST_MOMENT, LAST_MOMENT), 0, TRUE);
}

static int
offset_at (gint64 us, GTimeZone *zone)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL,
                                            floor_div (us, STP_SECOND));

  return g_time_zone_get_offset (zone, interval) / 60;
}

/**
 * stp_instant_local:
 *
 * Returns: the moment @us with the offset that @zone has then
 */
StpInstant
stp_instant_local (gint64 us, GTimeZone *zone)
{
  return (StpInstant) { us, offset_at (us, zone) };
}

/**
 * stp_day_parse:
 * @text: a day as YYYY-MM-DD
 * @day: (out): its day number
 *
 * Returns: whether @text is a day of the calendar
 */
gboolean
stp_day_parse (const char *text, guint *day)
{
  int century, year, month, month_day;
  GDate date;

  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  century = two_digits (text);
  year = two_digits (text + 2);
  month = two_digits (text + 5);
  month_day = two_digits (text + 8);
  if (century < 0 || year < 0 || month < 0 || month_day < 0)
    return FALSE;
  if (!g_date_valid_dmy (month_day, month, century * 100 + year))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, month_day, month, century * 100 + year);
  *day = g_date_get_julian (&date);
  return TRUE;
}

/**
 * stp_day_format:
 * @day: a day number
 *
 * Returns: (transfer full): @day as YYYY-MM-DD
 */
char *
stp_day_format (guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

/**
 * stp_day_of:
 *
 * Returns: the number of the day that @zone's calendar shows at @us
 */
guint
stp_day_of (gint64 us, GTimeZone *zone)
{
  return floor_div (us + offset_at (us, zone) * STP_MINUTE, STP_DAY_LENGTH) + JULIAN_OF_1970;
}

/**
 * stp_day_at:
 * @day: a day number
 * @minute_of_day: 0 to 1439
 * @zone: whose wall clock
 *
 * A wall clock time that the start of summer time leaves out is taken an hour later; one that
 * its end has twice, at its first.
 *
 * Returns: the moment, in UTC microseconds
 */
gint64
stp_day_at (guint day, int minute_of_day, GTimeZone *zone)
{
  gint64 wall = ((gint64) day - JULIAN_OF_1970) * STP_DAY_LENGTH + minute_of_day * STP_MINUTE;
  gint64 before = wall - offset_at (wall - STP_DAY_LENGTH, zone) * STP_MINUTE;
  gint64 after = wall - offset_at (wall + STP_DAY_LENGTH, zone) * STP_MINUTE;

  if (before + offset_at (before, zone) * STP_MINUTE == wall)
    return before;
  if (after + offset_at (after, zone) * STP_MINUTE == wall)
    return after;
  return before;
}

/**
 * stp_clock_time_parse:
 * @text: a time of day as HH:MM
 * @minute_of_day: (out): minutes after midnight
 *
 * Returns: whether @text is a time of day
 */
gboolean
stp_clock_time_parse (const char *text, int *minute_of_day)
{
  int hour, minute;

  if (strlen (text) != 5 || text[2] != ':')
    return FALSE;
  hour = two_digits (text);
  minute = two_digits (text + 3);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return FALSE;
  *minute_of_day = hour * 60 + minute;
  return TRUE;
}

/**
 * stp_clock_time_format:
 *
 * Returns: (transfer full): minutes after midnight as HH:MM
 */
char *
stp_clock_time_format (int minute_of_day)
{
  return g_strdup_printf ("%02d:%02d", minute_of_day / 60, minute_of_day % 60);
}
