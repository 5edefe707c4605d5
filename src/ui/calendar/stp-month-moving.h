// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "calendar/stp-month-cell.h"
#include "calendar/stp-move.h"

G_BEGIN_DECLS

/**
 * StpMonthMoving:
 *
 * A layer over the cells of a month while a session is moved: a verdict on each day, and the
 * session where it would go. What it is made of is made with the first move and kept. Nothing here
 * is read aloud: whoever moves the session announces the day that it comes to.
 */
#define STP_TYPE_MONTH_MOVING (stp_month_moving_get_type ())
G_DECLARE_FINAL_TYPE (StpMonthMoving, stp_month_moving, STP, MONTH_MOVING, GtkWidget)

void stp_month_moving_show (StpMonthMoving *self,
                            StpMove *move,
                            guint first_day,
                            guint n_days,
                            GTimeZone *zone);
void stp_month_moving_hide (StpMonthMoving *self);
void stp_month_moving_follow (StpMonthMoving *self);
void
stp_month_moving_set_room (StpMonthMoving *self, const StpCellMetrics *metrics, gboolean compact);

G_END_DECLS
