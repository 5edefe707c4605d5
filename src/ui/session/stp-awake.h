// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

guint stp_awake_hold (GtkWidget *widget);
void stp_awake_release (guint cookie);

G_END_DECLS
