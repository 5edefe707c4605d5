// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "calendar/stp-line-cache.h"

G_BEGIN_DECLS

/**
 * StpMonthText:
 *
 * A line of words within the month, cut short where it does not fit. It asks for no room: the month
 * gives it what there is. An inscription would find its style once before it has a place in the
 * month and once more there, which for a month of them is a good part of a start.
 */
#define STP_TYPE_MONTH_TEXT (stp_month_text_get_type ())
G_DECLARE_FINAL_TYPE (StpMonthText, stp_month_text, STP, MONTH_TEXT, GtkWidget)

GtkWidget *
stp_month_text_new (const char *css_class, GtkAccessibleRole role) G_GNUC_WARN_UNUSED_RESULT;

void stp_month_text_share_lines (StpMonthText *self, StpLineCache *lines);
void stp_month_text_set_text (StpMonthText *self, const char *text);
void stp_month_text_set_centered (StpMonthText *self, gboolean centered);

G_END_DECLS
