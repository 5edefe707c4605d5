// SPDX-License-Identifier: GPL-3.0-or-later

/* The words of names, headings and sentences. */

#include "config.h"

#include "ingredients/stp-text-private.h"

#include <string.h>

#include "ingredients/stp-fold-private.h"

/* Whether the mark at @p is the decimal point of a number that began before it. */
static gboolean
is_decimal (const char *text, const char *p)
{
  return (*p == '.' || *p == ',') && p > text && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]);
}

static void
append_space (GString *words)
{
  if (words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
}

static void
append_words (GString *words, const char *folded)
{
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      /* Nearly all there is, and what letter it is need not be asked. */
      if (g_ascii_isalnum (*p))
        {
          g_string_append_c (words, *p | 0x20);
          continue;
        }

      gunichar c = g_utf8_get_char (p);
      if (c == '%' || is_decimal (folded, p))
        g_string_append_c (words, c);
      else if (stp_fold_is_settled (c))
        g_string_append_len (words, p, g_utf8_next_char (p) - p);
      else if (c >= 0x80 && !stp_fold_is_raised_mark (c) &&
               (g_unichar_isalnum (c) || g_unichar_ismark (c)))
        stp_fold_append (words, g_unichar_tolower (c));
      else if (!g_unichar_iszerowidth (c))
        append_space (words);
    }
  append_space (words);
}

/* What names of products are full of depends on no letter beside it: accents, dashes, quotes. */
static gboolean
folds_alone (gunichar c)
{
  return stp_fold_is_settled (c) || stp_fold_is_raised_mark (c) ||
         (c >= 0xc0 && c < 0x130 && c != 0xdf) || (c >= 0x2010 && c <= 0x2022);
}

static gboolean
is_settled_text (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80 && !folds_alone (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* The same for what nearly every text is made of. Returns: (nullable): %NULL beyond ASCII */
static char *
dup_plain_words (const char *text)
{
  char *words = g_malloc (strlen (text) + 3);
  char *to = words;

  *to++ = ' ';
  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        *to++ = *p | 0x20;
      else if ((guchar) *p >= 0x80)
        {
          g_free (words);
          return NULL;
        }
      else if (*p == '%' || is_decimal (text, p))
        *to++ = *p;
      else if (to[-1] != ' ')
        *to++ = ' ';
    }
  if (to[-1] != ' ')
    *to++ = ' ';
  *to = '\0';
  return words;
}

/*
 * stp_text_dup_words:
 * @text: (nullable): a name, a heading
 *
 * Returns: (transfer full): the words of @text, folded, one space before, between and after
 * them. Numbers keep their decimal point and percent sign.
 */
char *
stp_text_dup_words (const char *text)
{
  char *plain = dup_plain_words (text != NULL ? text : "");

  if (plain != NULL)
    return plain;
  GString *words = g_string_sized_new (strlen (text) + 2);

  g_string_append_c (words, ' ');
  if (is_settled_text (text))
    append_words (words, text);
  else
    {
      g_autofree char *composed = stp_fold_dup_composed (text, strlen (text));
      g_autofree char *folded = g_utf8_casefold (composed, -1);

      append_words (words, folded);
    }
  return g_string_free_and_steal (words);
}

/*
 * stp_text_take_away:
 * @match: words found in a longer text, with the spaces around them
 *
 * Hides the words from phrases that are looked for later: `retinol alternative` from `retinol`.
 */
void
stp_text_take_away (char *match, gsize length)
{
  for (gsize i = 1; i + 1 < length; i++)
    match[i] = '~';
}

/*
 * stp_text_is_latin:
 *
 * Returns: whether words of @text are parted by spaces, so that a whole word can be asked
 * for. Korean, Japanese and Chinese names run together.
 */
gboolean
stp_text_is_latin (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) >= 0x1100)
      return FALSE;
  return TRUE;
}
