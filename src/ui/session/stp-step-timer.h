// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "diary/stp-clock.h"

G_BEGIN_DECLS

/**
 * StpStepTimer:
 *
 * A ring that fills from the moment a step was begun. It counts real time, so it is right again
 * after the computer slept or the app was closed.
 */
#define STP_TYPE_STEP_TIMER (stp_step_timer_get_type ())
G_DECLARE_FINAL_TYPE (StpStepTimer, stp_step_timer, STP, STEP_TIMER, GtkWidget)

void stp_step_timer_start (StpStepTimer *self, StpClock *clock, gint64 from, guint seconds);
char *stp_step_timer_format (guint seconds);
const char *stp_step_timer_get_text (StpStepTimer *self);

G_END_DECLS
