// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StpMonthLegend:
 *
 * Says what the marks of the month mean.
 */
#define STP_TYPE_MONTH_LEGEND (stp_month_legend_get_type ())
G_DECLARE_FINAL_TYPE (StpMonthLegend, stp_month_legend, STP, MONTH_LEGEND, GtkPopover)

G_END_DECLS
