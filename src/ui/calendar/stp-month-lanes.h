// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "calendar/stp-month-band.h"

G_BEGIN_DECLS

/**
 * StpLanes:
 *
 * Which lane each kind of band runs in. A lane once given stays given, so that bands do not jump
 * when another month comes into view; kinds that never showed take no room.
 */
typedef struct
{
  guint lane[STP_PAUSE_KIND_N]; /* from 1; 0 = none yet */
  guint n_lanes;
} StpLanes;

/**
 * StpSegment:
 * @starts: the band begins here, and not in an earlier week
 * @ends: it ends here
 *
 * The part of a band that lies in one week.
 */
typedef struct
{
  guint band; /* index in the bands */
  guint week, first_column, last_column;
  guint lane; /* from 0 */
  gboolean starts, ends;
} StpSegment;

void stp_lanes_assign (StpLanes *self, GArray *bands);
GArray *stp_lanes_cut (StpLanes *self, GArray *bands, guint first_day, guint n_weeks);

G_END_DECLS
