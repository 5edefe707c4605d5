// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/**
 * StpEarliest:
 * @start: first start that recorded facts allow, or %STP_TIME_UNSET
 * @evening: the next evening at the user's usual time from then on, or %STP_TIME_UNSET
 */
typedef struct
{
  gint64 start, evening;
} StpEarliest;

gboolean
stp_earliest_find (StpTimeline *timeline, StpSession *session, StpEarliest *found, GError **error);

G_END_DECLS
