// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Words of two alphabets: `Rеtinol` with a Cyrillic e, `pетинол` with a Latin p. No eye tells them
 * from those of one, and no list of names has them.
 */

#include "config.h"

#include "ingredients/stp-mixed-private.h"

#include <string.h>

/* Letters that look alike, Latin and Cyrillic; small ones first, which have more of them. */
static const struct
{
  char latin;
  gunichar cyrillic;
} pairs[] = {
  { 'a', 0x430 }, { 'c', 0x441 }, { 'e', 0x435 }, { 'i', 0x456 }, { 'j', 0x458 },
  { 'o', 0x43e }, { 'p', 0x440 }, { 's', 0x455 }, { 'x', 0x445 }, { 'y', 0x443 },
  { 'A', 0x410 }, { 'B', 0x412 }, { 'C', 0x421 }, { 'E', 0x415 }, { 'H', 0x41d },
  { 'I', 0x406 }, { 'J', 0x408 }, { 'K', 0x41a }, { 'M', 0x41c }, { 'O', 0x41e },
  { 'P', 0x420 }, { 'S', 0x405 }, { 'T', 0x422 }, { 'X', 0x425 }, { 'Y', 0x423 },
};

static gboolean
is_cyrillic (gunichar c)
{
  return c >= 0x400 && c <= 0x52f;
}

/* Returns: the letter of the other alphabet that looks like @c; 0 = there is none */
static gunichar
find_twin (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      if (pairs[i].cyrillic == c)
        return pairs[i].latin;
      if ((gunichar) pairs[i].latin == c)
        return pairs[i].cyrillic;
    }
  return 0;
}

typedef struct
{
  gboolean latin;
  gboolean latin_only;
  gboolean cyrillic;
  gboolean cyrillic_only;
} Alphabets;

static const char *
skip_word (const char *p, Alphabets *found)
{
  for (; *p != '\0' && g_unichar_isalpha (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean alone = find_twin (c) == 0;

      if (is_cyrillic (c))
        {
          found->cyrillic = TRUE;
          found->cyrillic_only |= alone;
        }
      else
        {
          found->latin = TRUE;
          found->latin_only |= alone;
        }
    }
  return p;
}

/* Writes the word from @p to @end in the one alphabet that has all of its letters. */
static void
append_word (GString *out, const char *p, const char *end, const Alphabets *found)
{
  const gboolean mixed = found->latin && found->cyrillic;
  const gboolean to_latin = mixed && !found->cyrillic_only;
  const gboolean to_cyrillic = mixed && found->cyrillic_only && !found->latin_only;

  for (; p < end; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean other = is_cyrillic (c) ? to_latin : to_cyrillic;

      g_string_append_unichar (out, other ? find_twin (c) : c);
    }
}

/*
 * stp_mixed_mend:
 * @text: UTF-8
 *
 * Writes words of two alphabets in one, where letters that look alike make that possible.
 */
void
stp_mixed_mend (GString *text)
{
  if (strpbrk (text->str, "\xd0\xd1") == NULL)
    return;

  g_autoptr (GString) out = g_string_sized_new (text->len);
  for (const char *p = text->str; *p != '\0';)
    {
      Alphabets found = { 0 };
      const char *end = skip_word (p, &found);

      append_word (out, p, end, &found);
      for (p = end; *p != '\0' && !g_unichar_isalpha (g_utf8_get_char (p));)
        {
          g_string_append_unichar (out, g_utf8_get_char (p));
          p = g_utf8_next_char (p);
        }
    }
  g_string_assign (text, out->str);
}
