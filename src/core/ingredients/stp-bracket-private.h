// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gunichar stp_bracket_get_closing (gunichar opening);
gsize stp_bracket_find_close (const char *text, gsize at, gunichar opening);
gboolean stp_bracket_parts_names (const char *inside, gsize length);

G_END_DECLS
