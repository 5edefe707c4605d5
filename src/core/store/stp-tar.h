// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * StpTarFunc:
 * @name: of a file in the archive
 * @bytes: what is in it
 *
 * Returns: whether to go on
 */
typedef gboolean (*StpTarFunc) (const char *name, GBytes *bytes, gpointer data, GError **error);

gboolean
stp_tar_add (GOutputStream *stream, const char *name, GBytes *bytes, gint64 now, GError **error);
gboolean stp_tar_end (GOutputStream *stream, GError **error);
gboolean stp_tar_read (GInputStream *stream, StpTarFunc func, gpointer data, GError **error);

G_END_DECLS
