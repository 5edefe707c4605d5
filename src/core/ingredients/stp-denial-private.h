// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean stp_denial_covers (const char *words, const char *match, gsize length);
gboolean stp_denial_follows (const char *rest);
gboolean stp_denial_opens (const char *words);
gboolean stp_denial_boasts (const char *words);
gboolean stp_denial_names_shunned (const char *words);
gboolean stp_denial_begins_shunned (const char *word);

/* The first letter tells of most words that they are not shunned. */
static inline gboolean
stp_denial_is_shunned (const char *word)
{
  switch ((guchar) *word | 0x20)
    {
    case 'p':
    case 'f':
    case 's':
    case 'm':
    case 'g':
    case 0xf0:
    case 0xf1:
      return stp_denial_begins_shunned (word);
    default:
      return FALSE;
    }
}
gboolean stp_denial_closes (const char *words);

G_END_DECLS
