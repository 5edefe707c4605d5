// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *stp_demo_build (gint64 now, GTimeZone *zone);
gboolean stp_demo_is_id (const char *diary_id);

G_END_DECLS
