// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/**
 * StpTonightItem:
 * @until: first moment at which it may be used again, UTC microseconds; %STP_TIME_UNSET if nothing
 *   pauses it
 * @used: a use was logged for that evening
 */
typedef struct
{
  StpProduct *product;
  gint64 until;
  gboolean used;
} StpTonightItem;

/**
 * StpTonight:
 * @day: day number
 * @at: the usual evening time of that day, UTC microseconds
 * @use: (element-type StpTonightItem): what is usually used then and is not paused
 * @leave: (element-type StpTonightItem): what is paused
 * @back: (element-type StpTonightItem): those of @leave that come back within three days, next
 * first
 *
 * The whole shelf on one evening.
 */
typedef struct
{
  guint day;
  gint64 at;
  GPtrArray *use, *leave, *back;
} StpTonight;

StpTonight *stp_tonight_new (StpTimeline *timeline, guint day);
void stp_tonight_free (StpTonight *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpTonight, stp_tonight_free)

GPtrArray *stp_tonight_list_to_log (StpTonight *self);
gint64 stp_tonight_get_log_time (StpTonight *self, StpTimeline *timeline);
guint stp_tonight_get_day (StpTimeline *timeline);

gboolean stp_routine_is_due (const StpRoutine *routine, StpDayPart part, guint day);
gint64 stp_tonight_find_last_evening (StpTimeline *timeline, const char *product);

G_END_DECLS
