// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * One slip of the pen, at most (clinical rules, section 7.0.8). A word of eight letters or
 * more with one letter wrong, missing or added still has its first four letters or its last
 * four, as one of nine has with two that changed places: so every name is filed under both, and
 * of those filed with a text the one that is one slip away is it.
 */

#include "config.h"

#include "ingredients/stp-typo-private.h"

#include <string.h>

/* Shorter words are too near each other: retinol, retinal. */
#define LETTERS_MIN 8

/* Bytes are never more than letters, so that the two ends never share a letter. */
#define END_BYTES 4

/* A letter in UTF-8, in the scripts of packs; one taken for another is as long. */
#define LETTER_BYTES_MAX 3

static guint32
key_of (const char *bytes)
{
  guint32 key;

  memcpy (&key, bytes, END_BYTES);
  return GUINT32_FROM_LE (key);
}

static gboolean
length_fits (const char *text, gsize length)
{
  return length >= LETTERS_MIN * LETTER_BYTES_MAX ||
         (length >= LETTERS_MIN && g_utf8_strlen (text, length) >= LETTERS_MIN);
}

/* A letter that stands alone behind a word is all that tells one from others: `Vitamin A`. */
static gboolean
has_lone_letter (const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " -", -1);

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) == 1 && g_unichar_isalpha (g_utf8_get_char (words[i])) &&
        g_utf8_strlen (words[i - 1], -1) > 1)
      return TRUE;
  return FALSE;
}

/*
 * stp_typo_file:
 * @name: as the dictionary writes it
 * @squashed: the same without its spaces
 * @by_start, @by_end: (out): get the keys of @name; the rest is the caller's
 *
 * Returns: whether @name is long enough to be filed, and no other name is one letter away
 */
gboolean
stp_typo_file (const char *name, const char *squashed, StpTypo *by_start, StpTypo *by_end)
{
  gsize length = strlen (squashed);

  if (!length_fits (squashed, length) || has_lone_letter (name))
    return FALSE;
  by_start->key = key_of (squashed);
  by_end->key = key_of (squashed + length - END_BYTES);
  by_start->length = by_end->length = length;
  return TRUE;
}

/* The number of a footnote behind a name that has none: `Salicylic Acid1`. */
static gboolean
is_footnote (const char *name, const char *text)
{
  return *name == '\0' && g_ascii_isdigit (*text) && text[1] == '\0' && !g_ascii_isdigit (name[-1]);
}

/* Whether two letters have changed places: `Azealic`. */
static gboolean
is_swapped (const char *a, const char *b)
{
  if (*a == '\0' || *b == '\0')
    return FALSE;

  const char *second_a = g_utf8_next_char (a);
  const char *second_b = g_utf8_next_char (b);
  const char *rest = g_utf8_next_char (second_a);

  return *second_a != '\0' && *second_b != '\0' &&
         g_utf8_get_char (a) == g_utf8_get_char (second_b) &&
         g_utf8_get_char (b) == g_utf8_get_char (second_a) &&
         strcmp (rest, g_utf8_next_char (second_b)) == 0;
}

/*
 * Whether at most one letter is wrong, missing or added, or two have changed places. A digit is no
 * slip: Benzophenone-9 is not Benzophenone-4.
 */
static gboolean
is_one_apart (const char *name, gsize name_length, const char *text, gsize text_length)
{
  const char *a = name;
  const char *b = text;

  while (*a != '\0' && *a == *b)
    {
      a++;
      b++;
    }
  if (is_footnote (a, b))
    return TRUE;
  if ((name_length >= text_length && g_ascii_isdigit (*a)) ||
      (text_length >= name_length && g_ascii_isdigit (*b)))
    return FALSE;
  /* Back to where the letter begins that is not the same. */
  while ((*a & 0xc0) == 0x80 || (*b & 0xc0) == 0x80)
    {
      a--;
      b--;
    }

  if (name_length == text_length && is_swapped (a, b))
    return TRUE;
  if (name_length >= text_length && *a != '\0')
    a = g_utf8_next_char (a);
  if (text_length >= name_length && *b != '\0')
    b = g_utf8_next_char (b);
  return strcmp (a, b) == 0;
}

/* Returns: the first of @n typos in that order or after it */
static guint
find_first (const StpTypo *typos, guint n, guint64 order)
{
  guint first = 0;

  while (n > 0)
    {
      guint half = n / 2;

      if (stp_typo_get_order (&typos[first + half]) < order)
        {
          first += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }
  return first;
}

static const StpTypo *
find_among (const StpTypo *typos, guint n, const char *names, guint32 key, const char *text)
{
  gsize length = strlen (text);
  /* A letter of Latin script is one byte. */
  guint bytes = g_ascii_isalnum (*text) && g_ascii_isalnum (text[length - 1]) ? 1
                                                                              : LETTER_BYTES_MAX;
  StpTypo shortest = { .key = key, .length = MIN (length - bytes, G_MAXUINT16) };

  for (guint i = find_first (typos, n, stp_typo_get_order (&shortest));
       i < n && typos[i].key == key && typos[i].length <= length + bytes; i++)
    if (is_one_apart (names + typos[i].name, typos[i].length, text, length))
      return &typos[i];
  return NULL;
}

/*
 * stp_typos_find:
 * @names: what the typos' names stand in
 * @text: squashed
 *
 * Returns: (nullable): the first that was filed whose name is at most one slip away from @text
 */
const StpTypo *
stp_typos_find (const StpTypos *self, const char *names, const char *text)
{
  gsize length = strlen (text);

  if (!length_fits (text, length))
    return NULL;

  const StpTypo *typo = find_among (self->by_start, self->n, names, key_of (text), text);
  if (typo != NULL)
    return typo;
  return find_among (self->by_end, self->n, names, key_of (text + length - END_BYTES), text);
}
