// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-application.h"
#include "diary/stp-time.h"

G_BEGIN_DECLS

/*
 * Moments, spans and events in words, translated, as they stand within a sentence:
 * "Saturday 21:00", "tomorrow morning", "48 hours", "strong sun".
 */
char *stp_words_moment (gint64 at, gint64 now, GTimeZone *zone);
char *stp_words_dated_moment (gint64 at, gint64 now, GTimeZone *zone);
gint64 stp_words_find_morning (gint64 at, GTimeZone *zone);
char *stp_words_return (gint64 at, gint64 now, GTimeZone *zone);
char *stp_words_day (gint64 at, gint64 now, GTimeZone *zone);
char *stp_words_duration (gint64 span);
char *stp_words_event (const StpEvent *event);

G_END_DECLS
