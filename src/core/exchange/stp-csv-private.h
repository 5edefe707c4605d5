// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char stp_csv_guess_separator (const char *text);
GPtrArray *stp_csv_read_row (const char **text, char separator, gboolean *whole);
guint stp_csv_count_lines (const char *from, const char *to);
void stp_csv_append_field (GString *row, gboolean first, const char *text);

G_END_DECLS
