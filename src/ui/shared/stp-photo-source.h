// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where a picture comes from, as something that can be read in a worker. */

GLoadableIcon *stp_photo_source_new_for_value (const GValue *value);
void
stp_photo_source_choose_async (GtkWidget *parent, GAsyncReadyCallback callback, gpointer user_data);
void
stp_photo_source_paste_async (GtkWidget *widget, GAsyncReadyCallback callback, gpointer user_data);
GLoadableIcon *stp_photo_source_finish (GAsyncResult *result, GError **error);

G_END_DECLS
