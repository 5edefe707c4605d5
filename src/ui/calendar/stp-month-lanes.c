// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-lanes.h"

#include "calendar/stp-week.h"

/**
 * stp_lanes_assign:
 * @bands: (element-type StpMonthBand): sorted by kind
 *
 * Gives a lane to each kind that has none.
 */
void
stp_lanes_assign (StpLanes *self, GArray *bands)
{
  for (guint i = 0; i < bands->len; i++)
    {
      const StpMonthBand *band = &g_array_index (bands, StpMonthBand, i);

      if (self->lane[band->kind] == 0)
        self->lane[band->kind] = ++self->n_lanes;
    }
}

static void
cut_band (GArray *segments,
          const StpMonthBand *band,
          StpSegment segment,
          guint first_day,
          guint n_weeks)
{
  for (guint week = 0; week < n_weeks; week++)
    {
      const guint first = first_day + week * STP_WEEK_LENGTH;
      const guint last = first + STP_WEEK_LENGTH - 1;

      if (band->last_day < first || band->first_day > last)
        continue;

      segment.week = week;
      segment.starts = band->first_day >= first;
      segment.ends = band->last_day <= last;
      segment.first_column = segment.starts ? band->first_day - first : 0;
      segment.last_column = segment.ends ? band->last_day - first : STP_WEEK_LENGTH - 1;
      g_array_append_val (segments, segment);
    }
}

/**
 * stp_lanes_cut:
 * @first_day: first day of the first week
 *
 * Returns: (transfer full) (element-type StpSegment): @bands, cut into weeks
 */
GArray *
stp_lanes_cut (StpLanes *self, GArray *bands, guint first_day, guint n_weeks)
{
  GArray *segments = g_array_new (FALSE, TRUE, sizeof (StpSegment));

  for (guint i = 0; i < bands->len; i++)
    {
      const StpMonthBand *band = &g_array_index (bands, StpMonthBand, i);
      StpSegment segment = { .band = i, .lane = self->lane[band->kind] - 1 };

      cut_band (segments, band, segment, first_day, n_weeks);
    }

  return segments;
}
