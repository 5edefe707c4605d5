// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "diary/stp-clock.h"

G_BEGIN_DECLS

/* What the views of a plan have in common: lines that are gone without words, and times that are
 * offered instead. */
void stp_offer_set_line (GtkLabel *label, const char *text);
void stp_offer_show (GtkWidget *button, const char *format, gint64 moment, StpClock *clock);

G_END_DECLS
