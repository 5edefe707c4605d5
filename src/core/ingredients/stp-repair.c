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
  { "&#39;", "'" },         { "&#039;", "'" },        { "&rsquo;", "'" },
  { "&reg;", " " },         { "&trade;", " " },       { "&copy;", " " },
  { "&bull;", ";" },        { "&middot;", ";" },      { "&ndash;", "-" },
  { "&eacute;", "\u00e9" }, { "&egrave;", "\u00e8" }, { "&agrave;", "\u00e0" },
  { "&ccedil;", "\u00e7" }, { "&iuml;", "\u00ef" },   { "&ocirc;", "\u00f4" },
  { "&auml;", "\u00e4" },   { "&ouml;", "\u00f6" },   { "&uuml;", "\u00fc" },
  { "&szlig;", "\u00df" },  { "&aacute;", "\u00e1" }, { "&iacute;", "\u00ed" },
  { "&oacute;", "\u00f3" }, { "&#233;", "\u00e9" },   { "&#232;", "\u00e8" },
};

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

static char *
mend_entity (char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (p, entities[i].name))
      return overwrite (p, strlen (entities[i].name), entities[i].text);
  return p + 1;
}

/*
 * Two bytes of one letter that were read as two letters: `Ã©`. As UTF-8 they are four bytes,
 * of which the second, but for one bit, and the last are the letter that was meant.
 */
static char *
mend_letter (char *p)
{
  const guchar *b = (const guchar *) p;

  if (b[1] != 0x82 && b[1] != 0x83)
    return p + 2;
  if (b[2] != 0xc2 || b[3] < 0x80 || b[3] > 0xbf)
    return p + 2;

  /* A soft hyphen fills the place: inside a word it is neither seen nor read. */
  const char letter[] = { b[1] | 0x40, b[3], '\xc2', '\xad', '\0' };
  return overwrite (p, 4, b[1] == 0x82 ? " " : letter);
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
  mend_all (mended, length, '\xc3', mend_letter);
  return mended;
}
