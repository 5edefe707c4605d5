// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What copying does to a list: tags and entities of web pages, and letters whose encoding was
 * mistaken. All of it is mended in place, with spaces for what is left over, so that every
 * ingredient still stands where it stood; names are compared without their spaces.
 */

#include "config.h"

#include "ingredients/stp-repair-private.h"

#include <string.h>

/* What opens with a bracket and is longer is no tag. */
#define TAG_MAX 240

typedef struct
{
  const char *name;
  const char *text;
} Entity;

static const Entity entities[] = {
  { "&amp;", "&" },         { "&nbsp;", " " },        { "&lt;", " " },
  { "&gt;", " " },          { "&quot;", "\"" },       { "&apos;", "'" },
  { "&comma;", "," },       { "&semi;", ";" },        { "&rsquo;", "'" },
  { "&reg;", " " },         { "&trade;", " " },       { "&copy;", " " },
  { "&bull;", ";" },        { "&middot;", ";" },      { "&ndash;", "-" },
  { "&eacute;", "\u00e9" }, { "&egrave;", "\u00e8" }, { "&agrave;", "\u00e0" },
  { "&ccedil;", "\u00e7" }, { "&iuml;", "\u00ef" },   { "&ocirc;", "\u00f4" },
  { "&auml;", "\u00e4" },   { "&ouml;", "\u00f6" },   { "&uuml;", "\u00fc" },
  { "&szlig;", "\u00df" },  { "&aacute;", "\u00e1" }, { "&iacute;", "\u00ed" },
  { "&oacute;", "\u00f3" }, { "&ntilde;", "\u00f1" }, { "&uacute;", "\u00fa" },
};

/* What Windows-1252 makes of the bytes from 0x80 on; it leaves five of them as they are. */
static const gunichar windows_1252[] = {
  0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
  0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178,
};

/* The first byte of a Korean letter in EUC-KR, from 가 to 힝. */
#define HANGUL_FIRST 0xb0
#define HANGUL_LAST 0xc8

/* Two Korean letters at least, and so many at once as a name has. */
#define HALVES_MIN 4
#define HALVES_MAX 64

/* Tags inside a line, which part nothing. */
static const char *const inline_tags[] = {
  "a", "b", "i", "u", "em", "font", "mark", "small", "span", "strong", "sub", "sup",
};

/* Writes @with over @length bytes at @p and spaces over the rest of them. */
static char *
overwrite (char *p, gsize length, const char *with)
{
  gsize used = strlen (with);

  memset (p, ' ', length);
  memcpy (p, with, used);
  return p + length;
}

/*
 * The same where a word must not be torn: soft hyphens and, for an odd byte, a space without
 * width are neither seen nor read. Never is there but one byte left over.
 */
static char *
overwrite_unseen (char *p, gsize length, const char *with)
{
  gsize used = strlen (with);
  char *end = overwrite (p, length, with);

  p += used;
  if ((end - p) % 2 != 0)
    {
      memcpy (p, "\u200b", 3);
      p += 3;
    }
  for (; p < end; p += 2)
    memcpy (p, "\u00ad", 2);
  return end;
}

static gboolean
is_inline (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (inline_tags); i++)
    if (strlen (inline_tags[i]) == length &&
        g_ascii_strncasecmp (inline_tags[i], name, length) == 0)
      return TRUE;
  return FALSE;
}

static char *
mend_tag (char *p)
{
  char *name = p[1] == '/' ? p + 2 : p + 1;
  gsize inside = strcspn (name, "<>");
  gsize length = 0;

  if (!g_ascii_isalpha (*name) || name[inside] != '>' || inside > TAG_MAX)
    return p + 1;
  while (g_ascii_isalnum (name[length]))
    length++;
  return overwrite (p, name + inside + 1 - p, is_inline (name, length) ? "" : ";");
}

/* `&#44;`, `&#x2C;`, which are never shorter than the letter. */
static char *
mend_numbered_entity (char *p)
{
  const gboolean hex = (p[2] | 0x20) == 'x';
  char *end;
  const guint64 c = g_ascii_strtoull (p + (hex ? 3 : 2), &end, hex ? 16 : 10);
  char letter[7] = { 0 };

  if (*end != ';' || c < ' ' || c > 0xffff || !g_unichar_validate (c))
    return p + 1;
  g_unichar_to_utf8 (c, letter);
  /* Behind a Latin letter soft hyphens would seem to be the rest of a mistaken one. */
  return c < 0x800 ? overwrite (p, end + 1 - p, letter) : overwrite_unseen (p, end + 1 - p, letter);
}

static char *
mend_entity (char *p)
{
  if (p[1] == '#' && g_ascii_isalnum (p[2]))
    return mend_numbered_entity (p);
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (p, entities[i].name))
      return overwrite (p, strlen (entities[i].name), entities[i].text);
  return p + 1;
}

/* Returns: the byte that was read as the letter at @p, or 0 where it cannot end a letter. */
static guchar
byte_read_as (const char *p)
{
  const gunichar c = g_utf8_get_char (p);

  if (c >= 0x80 && c <= 0xbf)
    return c;
  for (guint i = 0; c != 0 && i < G_N_ELEMENTS (windows_1252); i++)
    if (windows_1252[i] == c)
      return 0x80 + i;
  return 0;
}

/* How many letters follow the first of a Latin, a Cyrillic, or a Korean or Japanese one. */
static guint
count_read_after (guchar first)
{
  if (first == 0xc2 || first == 0xc3 || first == 0xd0 || first == 0xd1)
    return 1;
  return first >= 0xe2 && first <= 0xed ? 2 : 0;
}

/*
 * The two or three bytes of one letter that were read as as many letters: `Ã©`, `Ð°`, `ë†€`.
 * What may stand on a pack as it is, `ROSÉ®`, begins no letter of the scripts found there.
 */
static char *
mend_letter (char *p)
{
  const char first = p[1] | 0x40;
  const guint n = count_read_after (first);
  char letter[4] = { first };
  char *end = p + 2;

  for (guint i = 1; i <= n; i++)
    {
      letter[i] = byte_read_as (end);
      if (letter[i] == '\0')
        return p + 2;
      end = g_utf8_next_char (end);
    }
  if (n == 0 || g_utf8_get_char_validated (letter, -1) >= 0x110000)
    return p + 2;
  if (first == '\xc2')
    return overwrite (p, end - p, " ");
  return overwrite_unseen (p, end - p, letter);
}

/* Returns: the byte that was read as the letter at @p, where it may be half of a Korean one; or 0
 */
static guchar
half_read_as (const char *p)
{
  const gunichar c = (guchar) *p == 0xc2 || (guchar) *p == 0xc3 ? g_utf8_get_char (p) : 0;

  return c >= 0xa1 && c <= 0xfe ? c : 0;
}

/*
 * Korean in its own encoding, read as Latin letters: `±Û¸®¼¼¸°`. Two of them are one letter. No
 * word of another language is spelled so, save for letters of UTF-8 that begin with another
 * byte or with only these two: `Ã©Ã©`.
 */
static gboolean
is_korean (const char *halves, guint n)
{
  gboolean other = FALSE;

  if (n < HALVES_MIN || n % 2 != 0)
    return FALSE;
  for (guint i = 0; i < n; i += 2)
    {
      const guchar first = halves[i];

      if (first < HANGUL_FIRST || first > HANGUL_LAST)
        return FALSE;
      other |= first != 0xc2 && first != 0xc3;
    }
  return other;
}

/* Mends the word that begins at @p, if it is such. Returns: its end */
static char *
mend_korean (char *p)
{
  char halves[HALVES_MAX];
  guint n = 0;

  for (; n < HALVES_MAX && half_read_as (p + 2 * n) != '\0'; n++)
    halves[n] = half_read_as (p + 2 * n);

  char *end = p + 2 * n;
  if ((guchar) *end < 0x80 && is_korean (halves, n))
    {
      g_autofree char *letters = g_convert (halves, n, "UTF-8", "EUC-KR", NULL, NULL, NULL);

      if (letters != NULL)
        return overwrite_unseen (p, 2 * n, letters);
    }
  while ((guchar) *end >= 0x80)
    end++;
  return end;
}

static gboolean
is_consonant (char c)
{
  return g_ascii_isalpha (c) && strchr ("aeiouAEIOU", c) == NULL;
}

/* `sa1icylic`, `ret1nol`: between two consonants there is a vowel. A capital is always one. */
static char
letter_for_one (const char *p)
{
  if (g_ascii_isupper (p[1]))
    return 'I';
  return is_consonant (p[-1]) && is_consonant (p[1]) ? 'i' : 'l';
}

/*
 * `RETIN0L`, `AC1D`, `0IL`, `Retino1`: what reads letters off a photograph takes them for digits. A
 * byte stands before @p.
 */
static char *
mend_digit (char *p)
{
  const char before = p[-1];
  const gboolean inside = g_ascii_isalpha (before) && g_ascii_isalpha (p[1]);
  const gboolean first = *p == '0' && !g_ascii_isalnum (before) && (guchar) before < 0x80 &&
                         g_ascii_isalpha (p[1]) && g_ascii_isalpha (p[2]);

  if (*p == '0' && (inside || first))
    *p = g_ascii_isupper (p[1]) ? 'O' : 'o';
  else if (*p == '1' && inside)
    *p = letter_for_one (p);
  else if (*p == '1' && before == 'o' && !g_ascii_isalnum (p[1]))
    *p = 'l';
  return p + 1;
}

static void
mend_all_korean (char *text, gsize length)
{
  if (memchr (text, '\xc2', length) == NULL && memchr (text, '\xc3', length) == NULL)
    return;
  for (char *p = text; *p != '\0';)
    p = (guchar) *p >= 0x80 ? mend_korean (p) : p + 1;
}

/* Hardly any text has one of these, which nothing tells faster than memchr(). */
static void
mend_all (char *text, gsize length, char first, char *(*mend) (char *) )
{
  char *end = text + length;

  for (char *p = text; p < end && (p = memchr (p, first, end - p)) != NULL;)
    p = mend (p);
}

/*
 * stp_repair_text:
 *
 * Returns: (transfer full): @text as valid UTF-8 of the same length, save for bytes that are
 * no letters at all
 */
char *
stp_repair_text (const char *text)
{
  char *mended = g_utf8_make_valid (text, -1);
  gsize length = strlen (mended);

  mend_all (mended, length, '<', mend_tag);
  mend_all (mended, length, '&', mend_entity);
  mend_all_korean (mended, length);
  if (length > 1)
    {
      mend_all (mended + 1, length - 1, '0', mend_digit);
      mend_all (mended + 1, length - 1, '1', mend_digit);
    }
  mend_all (mended, length, '\xc3', mend_letter);
  return mended;
}
