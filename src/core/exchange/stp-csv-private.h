// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char stp_csv_guess_separator (const char *text);
GPtrArray *stp_csv_read_row (const char **text, char separator);

G_END_DECLS
