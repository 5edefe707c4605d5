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

      if (!is_settled (three_bytes (p)))
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
      const guchar raw = text[i];
      const guchar byte = (plain_bytes[raw] & 0xff) | (-(raw >> 7) & (raw | 0x20));

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
