// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/stp-procedure.h"
#include "protocol/stp-session-log-private.h"

G_BEGIN_DECLS

/*
 * StpContact: how long numbing cream may stay on, in minutes.
 * @usual: when it should come off
 * @longest: when it must
 */
typedef struct
{
  guint usual, longest;
} StpContact;

const char *stp_numbing_get_bar (StpTimeline *timeline, gint64 now);
StpContact stp_numbing_get_contact (StpTimeline *timeline);
char *stp_numbing_dup_refusal (StpClassification *classification);
gboolean stp_numbing_was_applied (StpSessionLog *log);
gboolean stp_numbing_is_on (StpSessionLog *log);
gboolean stp_numbing_is_too_long (StpSessionLog *log, gint64 now);
int stp_numbing_get_strength (StpProduct *product, StpClassification *classification);
gint64 stp_numbing_get_next_alert (StpTimeline *timeline, StpSessionLog *log, gint64 now);

G_END_DECLS
