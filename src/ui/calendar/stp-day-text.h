// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

char *stp_day_text_event (const StpEvent *event);
char *stp_day_text_session (StpSession *session, GTimeZone *zone);
char *
stp_day_text_sentence (const StpDayView *view, GTimeZone *zone, guint today, gboolean unready);
GPtrArray *stp_day_text_list (const StpDayView *view, GTimeZone *zone, gboolean unready);

G_END_DECLS
