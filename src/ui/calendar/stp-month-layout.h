// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void stp_month_layout_install (GtkWidgetClass *grid_class);

G_END_DECLS
