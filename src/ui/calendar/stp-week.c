// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-week.h"

#include <langinfo.h>
#include <stdint.h>

/* Sunday, 30 November 1997: with it glibc says that a locale counts its weekdays from Sunday. */
#define COUNTED_FROM_SUNDAY 19971130

/**
 * stp_week_get_first_weekday:
 *
 * The weekday that a week begins with, in the locale of LC_TIME.
 *
 * glibc gives a position, counted from 1, in a week whose origin it names by a date. That date
 * comes back as a number in the place of a pointer.
 */
GDateWeekday
stp_week_get_first_weekday (void)
{
  guint position = (guint) nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];
  guint origin = (guint) (uintptr_t) nl_langinfo (_NL_TIME_WEEK_1STDAY);
  guint from_monday = position - 1 + (origin == COUNTED_FROM_SUNDAY ? 6 : 0);

  return (GDateWeekday) (G_DATE_MONDAY + from_monday % STP_WEEK_LENGTH);
}

GDateWeekday
stp_week_get_weekday (guint day)
{
  g_return_val_if_fail (g_date_valid_julian (day), G_DATE_BAD_WEEKDAY);

  return (GDateWeekday) (G_DATE_MONDAY + (day - 1) % STP_WEEK_LENGTH);
}

/**
 * stp_week_find_start:
 *
 * The last day not after @day that is a @first.
 */
guint
stp_week_find_start (guint day, GDateWeekday first)
{
  return day -
         (guint) (stp_week_get_weekday (day) - first + (int) STP_WEEK_LENGTH) % STP_WEEK_LENGTH;
}

/**
 * stp_month_find_start:
 *
 * The first day of the month that @day lies in.
 */
guint
stp_month_find_start (guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);

  return day - g_date_get_day (&date) + 1;
}

/**
 * stp_month_shift:
 *
 * The same day of the month @months later, or the last one of a shorter month.
 */
guint
stp_month_shift (guint day, int months)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  if (months >= 0)
    g_date_add_months (&date, (guint) months);
  else
    g_date_subtract_months (&date, (guint) -months);

  return g_date_get_julian (&date);
}

/**
 * stp_day_format_words:
 * @format: as for g_date_time_format(), day parts only
 *
 * Returns: (transfer full): @day in the words of the locale
 */
char *
stp_day_format_words (guint day, const char *format)
{
  g_autoptr (GDateTime) noon = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  noon = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date),
                              g_date_get_day (&date), 12, 0, 0);

  return g_date_time_format (noon, format);
}
