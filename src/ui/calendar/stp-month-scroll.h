// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StpMonthScroll:
 *
 * Which week stands at the top of the month, and what moves it: the wheel, a touchpad, and glides
 * that come to rest on whole weeks. Weeks are counted from a far past, so there is no end.
 *
 * Signal `moved`: the position changed.
 */
#define STP_TYPE_MONTH_SCROLL (stp_month_scroll_get_type ())
G_DECLARE_FINAL_TYPE (StpMonthScroll, stp_month_scroll, STP, MONTH_SCROLL, GObject)

StpMonthScroll *stp_month_scroll_new (GtkWidget *month) G_GNUC_WARN_UNUSED_RESULT;

double stp_month_scroll_get_position (StpMonthScroll *self);
guint stp_month_scroll_get_target (StpMonthScroll *self);
void stp_month_scroll_set_week_height (StpMonthScroll *self, int height);
void stp_month_scroll_jump (StpMonthScroll *self, guint week);
void stp_month_scroll_glide (StpMonthScroll *self, guint week);
void stp_month_scroll_stop (StpMonthScroll *self);

G_END_DECLS
