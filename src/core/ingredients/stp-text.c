// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "ingredients/stp-text-private.h"

#include <string.h>

/* Letters that Unicode does not take apart into a plain letter and a mark. */
static gunichar
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0x142:
      return 'l';
    case 0xf8:
      return 'o';
    case 0x131:
      return 'i';
    default:
      return c;
    }
}

/* Hangul syllables, kana and ideographs are already as the dictionary has them. */
static inline gboolean
is_settled (gunichar c)
{
  return (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x4e00 && c <= 0x9fff) ||
         (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fa) || c == 0x30fc;
}

/* Trade marks, and the raised numbers of footnotes. */
static gboolean
is_raised_mark (gunichar c)
{
  return c == 0x2122 || c == 0x2120 || c == 0xae || c == 0xa9 || c == 0xb9 || c == 0xb2 ||
         c == 0xb3 || (c >= 0x2070 && c <= 0x2079);
}

static void
append_folded (GString *out, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = 1;

  if (c < 0x1100)
    n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  else
    parts[0] = c;

  for (gsize i = 0; i < n; i++)
    {
      if (parts[i] >= 0x300 && parts[i] < 0x370)
        continue;
      /* A letter that was lost is an e with an accent more often than any other. */
      if (parts[i] == 0xfffd)
        g_string_append_c (out, 'e');
      else if (g_unichar_isalnum (parts[i]))
        g_string_append_unichar (out, plain_letter (parts[i]));
    }
}

/* Raised marks would become letters and digits. Returns: (transfer full): @text in one form. */
static char *
dup_composed (const char *text, gsize length)
{
  g_autoptr (GString) kept = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (kept, is_raised_mark (c) ? ' ' : c);
    }

  char *composed = g_utf8_normalize (kept->str, kept->len, G_NORMALIZE_NFKC);
  return composed != NULL ? composed : g_strdup ("");
}

/* The slow way round, for marks, full-width letters, jamo and other rarities. */
static void
squash_rare (GString *out, const char *text, gsize length)
{
  g_autofree char *composed = dup_composed (text, length);
  g_autofree char *folded = g_utf8_casefold (composed, -1);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    append_folded (out, g_utf8_get_char (p));
}

/* All that is settled has three bytes. Returns: the letter at @p, or 0. */
static inline gunichar
three_bytes (const char *p)
{
  if (((guchar) *p & 0xf0) != 0xe0)
    return 0;
  return ((gunichar) (p[0] & 0x0f) << 12) | ((gunichar) (p[1] & 0x3f) << 6) | (p[2] & 0x3f);
}

/*
 * stp_text_squash:
 * @out: what is found is appended here
 * @text: UTF-8
 * @length: bytes of @text
 *
 * Writes the letters and digits of @text, case-folded and without accents. Spaces, hyphens
 * and commas are what copying from a pack damages first, so names are compared without
 * them: `1 2-Hexane­diol` is `1,2-hexanediol`.
 */
void
stp_text_squash (GString *out, const char *text, gsize length)
{
  gsize before = out->len;
  const char *end = text + length;

  g_string_set_size (out, before + length);
  char *to = out->str + before;

  for (const char *p = text; p < end;)
    {
      /* This bit makes a letter small and leaves a digit as it is; what is neither is
       * written over. That needs no branch, which no processor could foresee. */
      if ((guchar) *p < 0x80)
        {
          *to = *p | 0x20;
          to += g_ascii_isalnum (*p) != 0;
          p++;
          continue;
        }

      if (!is_settled (three_bytes (p)))
        {
          g_string_truncate (out, before);
          squash_rare (out, text, length);
          return;
        }
      *to++ = *p++;
      *to++ = *p++;
      *to++ = *p++;
    }
  g_string_truncate (out, to - out->str);
}

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
      else if (is_settled (c))
        g_string_append_len (words, p, g_utf8_next_char (p) - p);
      else if (c >= 0x80 && !is_raised_mark (c) && (g_unichar_isalnum (c) || g_unichar_ismark (c)))
        append_folded (words, g_unichar_tolower (c));
      else if (!g_unichar_iszerowidth (c))
        append_space (words);
    }
  append_space (words);
}

/* What names of products are full of depends on no letter beside it: accents, dashes, quotes. */
static gboolean
folds_alone (gunichar c)
{
  return is_settled (c) || is_raised_mark (c) || (c >= 0xc0 && c < 0x130 && c != 0xdf) ||
         (c >= 0x2010 && c <= 0x2022);
}

static gboolean
is_settled_text (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80 && !folds_alone (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
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
  GString *words = g_string_sized_new (text != NULL ? strlen (text) + 2 : 2);

  g_string_append_c (words, ' ');
  if (text == NULL || is_settled_text (text))
    append_words (words, text != NULL ? text : "");
  else
    {
      g_autofree char *composed = dup_composed (text, strlen (text));
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
 * stp_text_get_pairs:
 *
 * Returns: which pairs of bytes stand side by side in the words of @text, small and capital
 * letters alike, thinned out to 64. Text that lacks a pair of a word lacks the word, which
 * this tells long before looking for it does.
 */
guint64
stp_text_get_pairs (const char *text, gsize length)
{
  guint64 pairs = 0;
  guchar last = 0;

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = g_ascii_isalnum (text[i]) || (guchar) text[i] >= 0x80 ? text[i] | 0x20 : 0;

      if (last != 0 && byte != 0)
        pairs |= G_GUINT64_CONSTANT (1) << ((last * 31 + byte) & 63);
      last = byte;
    }
  return pairs;
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
