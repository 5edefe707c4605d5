// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Weeks and months of day numbers. A day is a Julian day number, as in GDate; day 1 is a Monday. */

#define STP_WEEK_LENGTH 7u

GDateWeekday stp_week_get_first_weekday (void);
GDateWeekday stp_week_get_weekday (guint day);
guint stp_week_find_start (guint day, GDateWeekday first);

guint stp_month_find_start (guint day);
guint stp_month_shift (guint day, int months);

char *stp_day_format_words (guint day, const char *format);

G_END_DECLS
