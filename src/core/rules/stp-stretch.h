// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/**
 * StpStretch:
 * @from: first moment at which the product is off, UTC microseconds
 * @to: first moment at which it may be used again
 * @pauses: (element-type StpPause): what it is made of
 *
 * Pauses that leave nothing between them: the one before a session and the hold after it are one
 * stretch to whoever wants the product back. Mere advice pauses nothing.
 */
typedef struct
{
  gint64 from, to;
  GPtrArray *pauses;
} StpStretch;

void stp_stretch_free (StpStretch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpStretch, stp_stretch_free)

GPtrArray *stp_stretch_list (StpTimeline *timeline, const char *product, gint64 from, gint64 to);
GHashTable *stp_stretch_list_all (StpTimeline *timeline, gint64 from, gint64 to);
const StpStretch *stp_stretch_find_at (GPtrArray *stretches, gint64 at);

G_END_DECLS
