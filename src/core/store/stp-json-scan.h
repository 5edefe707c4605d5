// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Deeper nesting is refused: readers recurse. A diary needs seven levels. */
#define STP_JSON_DEPTH 200

gboolean stp_json_scan (const char *data, gsize length, GPtrArray *faults);
gboolean stp_json_scan_value (const char *data, gsize length, gsize *seen);

G_END_DECLS
