// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Hangul syllables, kana and ideographs are already as the dictionary has them. */
static inline gboolean
stp_fold_is_settled (gunichar c)
{
  return (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x4e00 && c <= 0x9fff) ||
         (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fa) || c == 0x30fc;
}

/* Trade marks, and the raised numbers of footnotes. */
static inline gboolean
stp_fold_is_raised_mark (gunichar c)
{
  return c == 0x2122 || c == 0x2120 || c == 0xae || c == 0xa9 || c == 0xb9 || c == 0xb2 ||
         c == 0xb3 || (c >= 0x2070 && c <= 0x2079);
}

void stp_fold_append (GString *out, gunichar c);
char *stp_fold_dup_composed (const char *text, gsize length);

G_END_DECLS
