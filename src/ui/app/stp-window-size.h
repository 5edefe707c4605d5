// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void stp_window_size_restore (GtkWindow *window);

G_END_DECLS
