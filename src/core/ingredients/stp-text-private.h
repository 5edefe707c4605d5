// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void stp_text_squash (GString *out, const char *text, gsize length);
gboolean stp_text_squash_plain (GString *out, const char *text, gsize length);
char *stp_text_dup_words (const char *text);
void stp_text_take_away (char *match, gsize length);
guint64 stp_text_get_pairs (const char *text, gsize length);
gboolean stp_text_is_latin (const char *text);

guint stp_text_read_strength (const char *text, const char *end, const char **after);

/* Whether @text begins with the Latin word for all vitamins. */
static inline gboolean
stp_text_begins_with_vitamin (const char *text)
{
  return (*text | 0x20) == 'v' && g_ascii_strncasecmp (text, "vitamin", 7) == 0;
}

G_END_DECLS
