// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *stp_generate_build (int years, guint32 seed);
gint64 stp_generate_get_end (int years);

G_END_DECLS
