// SPDX-License-Identifier: GPL-3.0-or-later

/* What names are compared by: their letters, and which pairs of bytes stand in them. */

#include "config.h"

#include "ingredients/stp-fold-private.h"
#include "ingredients/stp-text-private.h"

/* The slow way round, for marks, full-width letters, jamo and other rarities. */
static void
squash_rare (GString *out, const char *text, gsize length)
{
  g_autofree char *composed = stp_fold_dup_composed (text, length);
  g_autofree char *folded = g_utf8_casefold (composed, -1);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    stp_fold_append (out, g_utf8_get_char (p));
}

/* All that is settled has three bytes. Returns: the letter at @p, or 0. */
static inline gunichar
three_bytes (const char *p)
{
  if (((guchar) *p & 0xf0) != 0xe0)
    return 0;
  return ((gunichar) (p[0] & 0x0f) << 12) | ((gunichar) (p[1] & 0x3f) << 6) | (p[2] & 0x3f);
}

/* Digits and brackets, which have a meaning of their own, and what is not ASCII. */
#define NOT_PLAIN 0x100

/* What is written for a byte, 0 = nothing. No branch is needed then, which no processor could
 * foresee. */
static const guint16 plain_bytes[256] = {
  ['a'] = 'a',
  ['b'] = 'b',
  ['c'] = 'c',
  ['d'] = 'd',
  ['e'] = 'e',
  ['f'] = 'f',
  ['g'] = 'g',
  ['h'] = 'h',
  ['i'] = 'i',
  ['j'] = 'j',
  ['k'] = 'k',
  ['l'] = 'l',
  ['m'] = 'm',
  ['n'] = 'n',
  ['o'] = 'o',
  ['p'] = 'p',
  ['q'] = 'q',
  ['r'] = 'r',
  ['s'] = 's',
  ['t'] = 't',
  ['u'] = 'u',
  ['v'] = 'v',
  ['w'] = 'w',
  ['x'] = 'x',
  ['y'] = 'y',
  ['z'] = 'z',
  ['A'] = 'a',
  ['B'] = 'b',
  ['C'] = 'c',
  ['D'] = 'd',
  ['E'] = 'e',
  ['F'] = 'f',
  ['G'] = 'g',
  ['H'] = 'h',
  ['I'] = 'i',
  ['J'] = 'j',
  ['K'] = 'k',
  ['L'] = 'l',
  ['M'] = 'm',
  ['N'] = 'n',
  ['O'] = 'o',
  ['P'] = 'p',
  ['Q'] = 'q',
  ['R'] = 'r',
  ['S'] = 's',
  ['T'] = 't',
  ['U'] = 'u',
  ['V'] = 'v',
  ['W'] = 'w',
  ['X'] = 'x',
  ['Y'] = 'y',
  ['Z'] = 'z',
  ['0'] = '0' | NOT_PLAIN,
  ['1'] = '1' | NOT_PLAIN,
  ['2'] = '2' | NOT_PLAIN,
  ['3'] = '3' | NOT_PLAIN,
  ['4'] = '4' | NOT_PLAIN,
  ['5'] = '5' | NOT_PLAIN,
  ['6'] = '6' | NOT_PLAIN,
  ['7'] = '7' | NOT_PLAIN,
  ['8'] = '8' | NOT_PLAIN,
  ['9'] = '9' | NOT_PLAIN,
  ['('] = NOT_PLAIN,
  [')'] = NOT_PLAIN,
  ['['] = NOT_PLAIN,
  [']'] = NOT_PLAIN,
  ['{'] = NOT_PLAIN,
  ['}'] = NOT_PLAIN,
  [0x80 ... 0xff] = NOT_PLAIN,
};

/*
 * stp_text_squash_plain:
 * @out: empty; gets the letters of @text
 *
 * As stp_text_squash(), for what nearly every name is made of.
 *
 * Returns: %FALSE where there is a digit, a bracket or a letter beyond ASCII; @out is empty then
 */
gboolean
stp_text_squash_plain (GString *out, const char *text, gsize length)
{
  guint seen = 0;

  if (length > 0 && (guchar) *text >= 0x80)
    return FALSE;
  g_string_set_size (out, length);
  char *to = out->str;

  for (const char *p = text; p < text + length; p++)
    {
      const guint byte = plain_bytes[(guchar) *p];

      *to = byte;
      to += (byte & 0xff) != 0;
      seen |= byte;
    }
  g_string_truncate (out, (seen & NOT_PLAIN) == 0 ? to - out->str : 0);
  return (seen & NOT_PLAIN) == 0;
}

/* The plain letters of those with accents from U+00C0 to U+00FF; 0 = there is none. */
static const char latin_1[64] = "aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0\0"
                                "aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0y";

/* Marks that are no letters: spaces without a break, soft hyphens, trade marks, dots. */
static gboolean
is_mark_of_two (guchar second)
{
  return second == 0xa0 || second == 0xa9 || second == 0xad || second == 0xae || second == 0xb7;
}

/*
 * What is not settled and yet so common that it need not go the slow way round: accents of
 * Western Europe, and the spaces, dashes and quotes from U+2000 to U+203F. Returns: (nullable):
 * the byte after it, or %NULL where it is something else
 */
static const char *
squash_common (const char *p, char **to)
{
  const guchar second = p[1];

  if ((guchar) *p == 0xc3 && latin_1[second & 0x3f] != '\0')
    {
      *(*to)++ = latin_1[second & 0x3f];
      return p + 2;
    }
  if ((guchar) *p == 0xc2 && is_mark_of_two (second))
    return p + 2;
  return (guchar) *p == 0xe2 && second == 0x80 ? p + 3 : NULL;
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
      if ((guchar) *p < 0x80)
        {
          *to = plain_bytes[(guchar) *p++] & 0xff;
          to += *to != '\0';
          continue;
        }

      if (!stp_fold_is_settled (three_bytes (p)))
        {
          p = squash_common (p, &to);
          if (p != NULL)
            continue;
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
      const guchar raw = text[i];
      const guchar byte = (plain_bytes[raw] & 0xff) | (-(raw >> 7) & (raw | 0x20));

      if (last != 0 && byte != 0)
        pairs |= G_GUINT64_CONSTANT (1) << ((last * 31 + byte) & 63);
      last = byte;
    }
  return pairs;
}
