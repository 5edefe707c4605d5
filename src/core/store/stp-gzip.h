// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *stp_gzip_pack (GBytes *bytes, GError **error);
GBytes *stp_gzip_unpack (GBytes *bytes, gsize most, GError **error);

G_END_DECLS
