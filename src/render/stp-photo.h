// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* Photos beside a diary. A record names one as `photos/<sha256>.jpg`: the reference that taking a
 * photo returns and showing one asks for. What no record names any more stays until the diary is
 * opened again, so that undo finds it.
 *
 * Widgets use StpPhotoGroup (ui/shared), which chooses, takes, shows and removes. */

void stp_photo_take_async (const char *folder,
                           GLoadableIcon *source,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
char *stp_photo_take_finish (GAsyncResult *result, GError **error);

void stp_photo_load_async (const char *folder,
                           const char *reference,
                           int longest_side,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
GdkPixbuf *stp_photo_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
