// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "rules/stp-stretch.h"

G_BEGIN_DECLS

/**
 * StpPauseChart:
 *
 * A line from now on: thin where the product may be used, a band where it is off, a dot for each
 * session that holds it off, and a ring where it is back. What it shows is its accessible name.
 */
#define STP_TYPE_PAUSE_CHART (stp_pause_chart_get_type ())
G_DECLARE_FINAL_TYPE (StpPauseChart, stp_pause_chart, STP, PAUSE_CHART, GtkWidget)

GtkWidget *stp_pause_chart_new (GPtrArray *stretches, gint64 now, const char *description);

G_END_DECLS
