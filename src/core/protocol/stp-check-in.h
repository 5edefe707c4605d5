// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-reaction.h"
#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/**
 * StpCheckIn:
 * @session: (nullable): what it is about
 * @slot: which one of the schedule; 0 = skin that is not calm yet is looked at once more
 * @at: when it is due, UTC microseconds; %STP_TIME_UNSET if none is to come
 *
 * A look at the skin that is due or to come; clinical rules, section 6.
 */
typedef struct
{
  StpSession *session;
  StpSlot slot;
  gint64 at;
} StpCheckIn;

StpCheckIn stp_check_in_find (StpTimeline *timeline, gint64 now);
StpReaction *stp_check_in_find_last (StpTimeline *timeline, StpSession *session);

gboolean stp_check_in_record (StpTimeline *timeline, StpReaction *draft, GError **error);
gboolean stp_check_in_skip (StpTimeline *timeline, const StpCheckIn *check_in, GError **error);
gboolean stp_check_in_resolve (StpTimeline *timeline,
                               StpReaction *reaction,
                               const char *by,
                               guint on,
                               const char *note,
                               GError **error);
gboolean stp_check_in_recant (StpTimeline *timeline, StpReaction *reaction, GError **error);

G_END_DECLS
