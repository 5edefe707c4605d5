// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* Pictures in memory: upright, no larger than asked for. All of it takes a while: for a worker. */

GdkPixbuf *stp_picture_read (GInputStream *stream,
                             int longest_side,
                             GCancellable *cancellable,
                             GError **error);
GBytes *stp_picture_write_jpeg (GdkPixbuf *picture, GError **error);

G_END_DECLS
