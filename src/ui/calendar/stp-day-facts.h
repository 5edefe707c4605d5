// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/* What the day panel lists of a day. Each list is (element-type StpDayEntry), (transfer full). */
GPtrArray *stp_day_facts_list_sessions (const StpDayView *view, GTimeZone *zone);
GPtrArray *stp_day_facts_list_paused (const StpDayView *view,
                                      StpTimeline *timeline,
                                      gint64 now,
                                      GTimeZone *zone,
                                      GPtrArray *waiting);
GPtrArray *stp_day_facts_list_logged (const StpDayView *view, StpDiary *diary, GTimeZone *zone);
char *stp_day_facts_format_fine (const StpDayView *view,
                                 StpTimeline *timeline,
                                 gint64 now,
                                 guint most,
                                 gboolean *more);

G_END_DECLS
