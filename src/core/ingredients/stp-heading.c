// SPDX-License-Identifier: GPL-3.0-or-later

/* The words that stand above a list, in the languages of packs. */

#include "config.h"

#include "ingredients/stp-heading-private.h"

#include <string.h>

#include "stp-enums.h"

typedef struct
{
  const char *text;
  StpListNature nature;
  gboolean needs_colon;
} Heading;

/* Longer headings stand before those they contain. */
static const Heading headings[] = {
  { "inactive ingredients", STP_LIST_PLAIN, FALSE },
  { "inactive ingredient", STP_LIST_PLAIN, FALSE },
  { "active ingredients", STP_LIST_DRUG, FALSE },
  { "active ingredient", STP_LIST_DRUG, FALSE },
  { "ingrédients inactifs", STP_LIST_PLAIN, FALSE },
  { "ingrédients actifs", STP_LIST_DRUG, TRUE },
  { "principes actifs", STP_LIST_DRUG, TRUE },
  { "principe actif", STP_LIST_DRUG, TRUE },
  { "ingredientes inactivos", STP_LIST_PLAIN, FALSE },
  { "ingredientes activos", STP_LIST_DRUG, TRUE },
  { "principios activos", STP_LIST_DRUG, TRUE },
  { "principio activo", STP_LIST_DRUG, TRUE },
  { "sonstige bestandteile", STP_LIST_PLAIN, FALSE },
  { "weitere bestandteile", STP_LIST_PLAIN, FALSE },
  { "substancje czynne", STP_LIST_DRUG, TRUE },
  { "substancja czynna", STP_LIST_DRUG, TRUE },
  { "substancje pomocnicze", STP_LIST_PLAIN, TRUE },
  { "składniki aktywne", STP_LIST_DRUG, TRUE },
  { "действующее вещество", STP_LIST_DRUG, TRUE },
  { "Действующее вещество", STP_LIST_DRUG, TRUE },
  { "действующие вещества", STP_LIST_DRUG, TRUE },
  { "Действующие вещества", STP_LIST_DRUG, TRUE },
  { "вспомогательные вещества", STP_LIST_PLAIN, TRUE },
  { "Вспомогательные вещества", STP_LIST_PLAIN, TRUE },
  { "other ingredients", STP_LIST_PLAIN, TRUE },
  { "full ingredients", STP_LIST_PLAIN, TRUE },
  { "key ingredients", STP_LIST_CLAIM, TRUE },
  { "ingredients", STP_LIST_PLAIN, TRUE },
  { "ingrédients", STP_LIST_PLAIN, TRUE },
  { "ingredientes", STP_LIST_PLAIN, TRUE },
  { "inhaltsstoffe", STP_LIST_PLAIN, TRUE },
  { "bestandteile", STP_LIST_PLAIN, TRUE },
  { "wirkstoffe", STP_LIST_DRUG, TRUE },
  { "wirkstoff", STP_LIST_DRUG, TRUE },
  { "składniki", STP_LIST_PLAIN, TRUE },
  { "состав", STP_LIST_PLAIN, TRUE },
  { "Состав", STP_LIST_PLAIN, TRUE },
  { "СОСТАВ", STP_LIST_PLAIN, TRUE },
  { "ингредиенты", STP_LIST_PLAIN, TRUE },
  { "Ингредиенты", STP_LIST_PLAIN, TRUE },
  { "전성분", STP_LIST_PLAIN, TRUE },
  { "全成分", STP_LIST_PLAIN, TRUE },
  { "有効成分", STP_LIST_DRUG, TRUE },
  { "その他の成分", STP_LIST_PLAIN, TRUE },
  { "유효성분", STP_LIST_DRUG, TRUE },
  { "成分", STP_LIST_PLAIN, TRUE },
  { "may contain", STP_LIST_MAYBE, FALSE },
  { "peut contenir", STP_LIST_MAYBE, FALSE },
  { "kann enthalten", STP_LIST_MAYBE, FALSE },
  { "puede contener", STP_LIST_MAYBE, FALSE },
  { "może zawierać", STP_LIST_MAYBE, FALSE },
  { "может содержать", STP_LIST_MAYBE, FALSE },
};

/* Ends of headings of what is not in it: what it does without, and other products. */
static const char *const asides[] = {
  "free from",
  "free of",
  "without",
  "does not contain",
  "contains no",
  "no added",
  "goes well with",
  "works well with",
  "pairs well with",
  "pair with",
  "use with",
  "used with",
  "you may also like",
  "sans",
  "ne contient pas",
  "à associer avec",
  "s'utilise avec",
  "ohne",
  "frei von",
  "enthält nicht",
  "enthält keine",
  "passt zu",
  "sin",
  "libre de",
  "no contiene",
  "combinar con",
  "bez",
  "nie zawiera",
  "wolne od",
  "не содержит",
  "без",
  "무첨가",
  "무첨가 성분",
  "함께 사용하면 좋은 제품",
  "無添加",
  "不使用",
};

/* What lists begin with, in the languages of packs. */
static const char *const waters[] = {
  "water", "aqua", "eau", "wasser", "agua", "acqua", "woda", "вода", "정제수", "水", "精製水",
};

/*
 * Nearly every word is told by its first two letters not to be a heading. Returns: by the
 * first byte, which second bytes there are, thinned out to 64.
 */
static const guint64 *
get_starts (void)
{
  static guint64 starts[256];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
        starts[(guchar) headings[i].text[0]] |= STP_BIT ((headings[i].text[1] | 0x20) & 63);
      g_once_init_leave (&ready, 1);
    }
  return starts;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Returns: the bytes of the colon and the brackets that follow a heading, or 0. */
static gsize
heading_tail (const char *after)
{
  const char *p = after;

  while (is_space (*p))
    p++;
  if (g_str_has_prefix (p, "(+/-)") || g_str_has_prefix (p, "[+/-]"))
    p += 5;
  while (is_space (*p))
    p++;
  if (*p == ':')
    return p + 1 - after;
  if (g_str_has_prefix (p, "："))
    return p + 3 - after;
  return 0;
}

/*
 * stp_heading_match:
 * @text: where a word begins
 * @nature: (out): what kind of list the heading opens
 *
 * Returns: the bytes of the heading at @text with its colon; 0 = there is none
 */
gsize
stp_heading_match (const char *text, StpListNature *nature)
{
  char first = g_ascii_tolower (*text);

  if ((get_starts ()[(guchar) first] & STP_BIT ((text[1] | 0x20) & 63)) == 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      if (first != headings[i].text[0] || ((text[1] ^ headings[i].text[1]) & ~0x20) != 0)
        continue;

      gsize length = strlen (headings[i].text);
      if (g_ascii_strncasecmp (text, headings[i].text, length) != 0)
        continue;

      gsize tail = heading_tail (text + length);
      if (tail == 0 && headings[i].needs_colon)
        continue;

      *nature = headings[i].nature;
      return length + tail;
    }
  return 0;
}

/*
 * stp_heading_is_aside:
 * @label: what stands before a colon, @length bytes
 *
 * Returns: whether what follows is not in the product: `Free from:`, `Goes well with:`
 */
gboolean
stp_heading_is_aside (const char *label, gsize length)
{
  g_autofree char *raw = g_strndup (label, length);
  g_autofree char *folded = g_utf8_casefold (raw, -1);

  for (guint i = 0; i < G_N_ELEMENTS (asides); i++)
    {
      if (!g_str_has_suffix (folded, asides[i]))
        continue;
      gsize before = strlen (folded) - strlen (asides[i]);
      if (before == 0 || is_space (folded[before - 1]))
        return TRUE;
    }
  return FALSE;
}

/*
 * stp_heading_is_water:
 *
 * Returns: whether @text is water, alone or with its names in other languages
 */
gboolean
stp_heading_is_water (const char *text, gsize length)
{
  g_autofree char *raw = g_strndup (text, length);
  g_autofree char *folded = g_utf8_casefold (raw, -1);

  for (guint i = 0; i < G_N_ELEMENTS (waters); i++)
    {
      if (!g_str_has_prefix (folded, waters[i]))
        continue;
      const char *after = folded + strlen (waters[i]);
      while (is_space (*after) || *after == '*')
        after++;
      if (*after == '\0' || strchr ("(/\\[", *after) != NULL)
        return TRUE;
    }
  return FALSE;
}
