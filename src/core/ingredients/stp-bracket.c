// SPDX-License-Identifier: GPL-3.0-or-later

/* Where brackets end, and those that stand for a comma. */

#include "config.h"

#include "ingredients/stp-bracket-private.h"

#include <string.h>

/* A bracket that is not closed within this many bytes was never meant to be one. */
#define BRACKET_MAX 240

/* Words that join two ingredients, and what shop pages leave around a folded list. */
static const char *const parting_words[] = {
  "and", "und", "et", "y", "и", "more", "less",
};

/*
 * stp_bracket_get_closing:
 *
 * Returns: what closes @opening; 0 = it opens no bracket
 */
gunichar
stp_bracket_get_closing (gunichar opening)
{
  switch (opening)
    {
    case '(':
      return ')';
    case '[':
      return ']';
    case '{':
      return '}';
    case 0xff08:
      return 0xff09;
    case 0x3010:
      return 0x3011;
    default:
      return 0;
    }
}

/*
 * stp_bracket_find_close:
 * @text: a text with @opening at @at
 *
 * Returns: where that bracket closes, or 0
 */
gsize
stp_bracket_find_close (const char *text, gsize at, gunichar opening)
{
  const char *start = text + at;
  gunichar closing = stp_bracket_get_closing (opening);
  int depth = 0;

  for (const char *p = start; *p != '\0' && p - start < BRACKET_MAX; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

      if (c == opening)
        depth++;
      else if (c == closing && --depth == 0)
        return p - text;
    }
  return 0;
}

/*
 * stp_bracket_parts_names:
 *
 * Returns: whether a bracket with @inside is a comma by another name: `(and)`
 */
gboolean
stp_bracket_parts_names (const char *inside, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (parting_words); i++)
    if (strlen (parting_words[i]) == length &&
        g_ascii_strncasecmp (inside, parting_words[i], length) == 0)
      return TRUE;
  return FALSE;
}
