// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/stp-procedure.h"
#include "protocol/stp-session-log-private.h"

G_BEGIN_DECLS

const char *stp_numbing_get_bar (StpTimeline *timeline, gint64 now);
gboolean stp_numbing_was_applied (StpSessionLog *log);
gboolean stp_numbing_is_on (StpSessionLog *log);
gboolean stp_numbing_is_too_long (StpSessionLog *log, gint64 now);
int stp_numbing_get_strength (StpProduct *product, StpClassification *classification);
gint64 stp_numbing_get_next_alert (StpSessionLog *log, gint64 now);

G_END_DECLS
