// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define STP_IDEOGRAPHIC_STOP 0x3002

gboolean stp_separator_is_hard (gunichar c);
gboolean stp_separator_is_inner_comma (const char *text, gsize at, gsize piece_start);
gboolean stp_separator_begins_tag (const char *text, gsize at);
gboolean stp_separator_ends_sentence (const char *text, gsize at);
gsize stp_separator_match_number (const char *text, gsize at, guint number);

G_END_DECLS
