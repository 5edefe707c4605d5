// SPDX-License-Identifier: GPL-3.0-or-later

/* The words that stand above a list, in the languages of packs. */

#include "config.h"

#include "ingredients/stp-heading-private.h"

#include <string.h>

#include "ingredients/stp-text-private.h"

typedef struct
{
  const char *text;
  StpListNature nature;
} Heading;

/* Headings that need no colon. Longer ones stand before those they contain. */
static const Heading bare[] = {
  { "inactive ingredients", STP_LIST_PLAIN },  { "inactive ingredient", STP_LIST_PLAIN },
  { "active ingredients", STP_LIST_DRUG },     { "active ingredient", STP_LIST_DRUG },
  { "ingrédients inactifs", STP_LIST_PLAIN },  { "ingredientes inactivos", STP_LIST_PLAIN },
  { "sonstige bestandteile", STP_LIST_PLAIN }, { "weitere bestandteile", STP_LIST_PLAIN },
  { "may contain", STP_LIST_MAYBE },           { "peut contenir", STP_LIST_MAYBE },
  { "kann enthalten", STP_LIST_MAYBE },        { "puede contener", STP_LIST_MAYBE },
  { "może zawierać", STP_LIST_MAYBE },         { "может содержать", STP_LIST_MAYBE },
};

/* Headings that are words like others unless a colon follows. */
static const Heading before_colon[] = {
  { "ingrédients actifs", STP_LIST_DRUG },
  { "principes actifs", STP_LIST_DRUG },
  { "principe actif", STP_LIST_DRUG },
  { "ingredientes activos", STP_LIST_DRUG },
  { "substance active est", STP_LIST_DRUG },
  { "substance active", STP_LIST_DRUG },
  { "active substance is", STP_LIST_DRUG },
  { "active substance", STP_LIST_DRUG },
  { "wirkstoff ist", STP_LIST_DRUG },
  { "principio attivo", STP_LIST_DRUG },
  { "principi attivi", STP_LIST_DRUG },
  { "principios activos", STP_LIST_DRUG },
  { "principio activo", STP_LIST_DRUG },
  { "substancje czynne", STP_LIST_DRUG },
  { "substancja czynna", STP_LIST_DRUG },
  { "substancje pomocnicze", STP_LIST_PLAIN },
  { "składniki aktywne", STP_LIST_DRUG },
  { "действующее вещество", STP_LIST_DRUG },
  { "действующие вещества", STP_LIST_DRUG },
  { "вспомогательные вещества", STP_LIST_PLAIN },
  { "other ingredients", STP_LIST_PLAIN },
  { "full ingredients", STP_LIST_PLAIN },
  { "key ingredients", STP_LIST_CLAIM },
  { "ingredients", STP_LIST_PLAIN },
  { "ingrédients", STP_LIST_PLAIN },
  { "ingredientes", STP_LIST_PLAIN },
  { "inhaltsstoffe", STP_LIST_PLAIN },
  { "bestandteile", STP_LIST_PLAIN },
  { "wirkstoffe", STP_LIST_DRUG },
  { "wirkstoff", STP_LIST_DRUG },
  { "składniki", STP_LIST_PLAIN },
  { "состав", STP_LIST_PLAIN },
  { "ингредиенты", STP_LIST_PLAIN },
  { "전성분", STP_LIST_PLAIN },
  { "全成分", STP_LIST_PLAIN },
  { "有効成分", STP_LIST_DRUG },
  { "その他の成分", STP_LIST_PLAIN },
  { "유효성분", STP_LIST_DRUG },
  { "成分", STP_LIST_PLAIN },
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
  "you might also like",
  "also bought",
  "recommended products",
  "related products",
  "related",
  "complete the routine",
  "layer with",
  "avoid",
  "ingredients to avoid",
  "sans",
  "ne contient pas",
  "à associer avec",
  "s'utilise avec",
  "formulé sans",
  "à éviter",
  "éviter",
  "vous aimerez aussi",
  "produits recommandés",
  "ohne",
  "frei von",
  "enthält nicht",
  "enthält keine",
  "passt zu",
  "ohne zusatz von",
  "nicht verwenden mit",
  "nicht kombinieren mit",
  "kombinieren mit",
  "vermeiden",
  "empfohlene produkte",
  "das könnte ihnen auch gefallen",
  "sin",
  "libre de",
  "no contiene",
  "combinar con",
  "no usar con",
  "evitar",
  "productos recomendados",
  "también te puede gustar",
  "bez",
  "nie zawiera",
  "wolne od",
  "nie łączyć z",
  "nie stosować z",
  "unikać",
  "polecane produkty",
  "не содержит",
  "без",
  "не использовать с",
  "не сочетать с",
  "избегать",
  "рекомендуем",
  "с этим покупают",
  "무첨가",
  "無첨가",
  "무첨가 성분",
  "함께 사용하면 좋은 제품",
  "함께 사용하지 마세요",
  "병용 금지",
  "추천 제품",
  "無添加",
  "併用不可",
  "併用を避ける",
  "おすすめ商品",
  "不使用",
};

/* Words of a heading that tells what is not in it, wherever in it they stand. */
static const char *const refusals[] = {
  " complete your ", " none of ",     " not in it ",    " not contain ",  " keine der ",
  " keines der ",    " aucun des ",   " aucune des ",   " ne contient ",  " ninguno de ",
  " ninguna de ",    " no contiene ", " nessuno dei ",  " non contiene ", " nie zawiera ",
  " zadnego z ",     " не содержит ", " ни одного из ",
};

/* What lists begin with, in the languages of packs. The first three end names of flowers, too. */
static const char *const waters[] = {
  "water", "eau", "水", "aqua", "wasser", "agua", "acqua", "woda", "вода", "정제수", "精製水",
};

#define FLOWER_WATERS 3

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

/* Capitals of other scripts than Latin differ in their bytes, but not in how many. */
static gboolean
is_same_text (const char *text, const char *lower, gsize length)
{
  const char *p = text;

  for (const char *q = lower; q < lower + length; q = g_utf8_next_char (q))
    {
      if (g_unichar_tolower (g_utf8_get_char (p)) != g_utf8_get_char (q))
        return FALSE;
      p = g_utf8_next_char (p);
    }
  return TRUE;
}

/*
 * stp_heading_match:
 * @text: where a word begins
 * @nature: (out): what kind of list the heading opens
 *
 * Returns: the bytes of the heading at @text with the colon after it; 0 = there is none that
 * needs no colon
 */
gsize
stp_heading_match (const char *text, StpListNature *nature)
{
  char first = g_ascii_tolower (*text);

  for (guint i = 0; i < G_N_ELEMENTS (bare); i++)
    {
      /* The third letter tells sodium from what it begins like, for which most of them are asked.
       */
      if (first != bare[i].text[0] || ((text[1] ^ bare[i].text[1]) & ~0x20) != 0 ||
          text[1] == '\0' || ((text[2] ^ bare[i].text[2]) & ~0x20) != 0)
        continue;

      gsize length = strlen (bare[i].text);
      if (g_ascii_strncasecmp (text, bare[i].text, length) != 0 &&
          !is_same_text (text, bare[i].text, length))
        continue;
      *nature = bare[i].nature;
      return length + heading_tail (text + length);
    }
  return 0;
}

/* Where a word begins, or a capital after a small letter: `WaterIngredients`. */
static gboolean
begins_word (const char *start, const char *p)
{
  if (p == start || is_space (p[-1]))
    return TRUE;
  if (g_ascii_isupper (*p) && g_ascii_islower (p[-1]))
    return TRUE;
  return !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (p)));
}

/*
 * stp_heading_match_end:
 * @text: the text before a colon, @length bytes
 * @nature: (out): what kind of list the heading opens
 *
 * Returns: the bytes from the heading that ends there on; 0 = there is none
 */
gsize
stp_heading_match_end (const char *text, gsize length, StpListNature *nature)
{
  gsize end = length;

  while (end > 0 && is_space (text[end - 1]))
    end--;
  for (guint i = 0; i < G_N_ELEMENTS (before_colon); i++)
    {
      gsize size = strlen (before_colon[i].text);

      if (size > end || !begins_word (text, text + end - size) ||
          !is_same_text (text + end - size, before_colon[i].text, size))
        continue;
      *nature = before_colon[i].nature;
      return length - (end - size);
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

  if (g_str_equal (folded, "no"))
    return TRUE;
  const gsize size = strlen (folded);
  for (guint i = 0; i < G_N_ELEMENTS (asides); i++)
    {
      const gsize tail = strlen (asides[i]);

      /* The last letter tells of nearly all. */
      if (tail > size || folded[size - 1] != asides[i][tail - 1] ||
          memcmp (folded + size - tail, asides[i], tail) != 0)
        continue;
      if (tail == size || is_space (folded[size - tail - 1]))
        return TRUE;
    }
  return FALSE;
}

/*
 * stp_heading_refuses:
 * @label: what stands before a colon, @length bytes
 *
 * Returns: whether it says what the product is not made of, or not used with: `This cream contains
 * none of the following:`
 */
gboolean
stp_heading_refuses (const char *label, gsize length)
{
  /* One word of Latin letters is no refusal, and most headings are no more. */
  if (g_ascii_isalpha (*label) && memchr (label, ' ', length) == NULL)
    return FALSE;

  g_autofree char *raw = g_strndup (label, length);
  g_autofree char *words = stp_text_dup_words (raw);

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (strstr (words, refusals[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Capitals of Latin letters, and that of the Russian word. Returns: whether @text begins so */
static gboolean
begins_with_water (const char *text, gsize length, const char *water)
{
  gsize size = strlen (water);

  if (size > length)
    return FALSE;
  return g_ascii_strncasecmp (text, water, size) == 0 ||
         ((guchar) *text >= 0x80 && is_same_text (text, water, size));
}

/* Returns: which of the waters @text is, from 1; 0 = none */
static guint
match_water (const char *text, gsize length)
{
  const char *end = text + length;

  for (guint i = 0; i < G_N_ELEMENTS (waters); i++)
    {
      if (((*text ^ *waters[i]) & ~0x20) != 0 || !begins_with_water (text, length, waters[i]))
        continue;
      const char *after = text + strlen (waters[i]);
      while (after < end && (is_space (*after) || *after == '*'))
        after++;
      if (after == end || strchr ("(/\\[", *after) != NULL)
        return i + 1;
    }
  return 0;
}

/*
 * stp_heading_is_water:
 *
 * Returns: whether @text is water, alone or with its names in other languages
 */
gboolean
stp_heading_is_water (const char *text, gsize length)
{
  return match_water (text, length) > 0;
}

static const char *
skip_spaces_back (const char *text, const char *p)
{
  while (p > text && is_space (p[-1]))
    p--;
  return p;
}

/* Where the last name of @text begins: `Water (Aqua)`, `Aqua / Water` are one. */
static const char *
find_last_name (const char *text, const char *end)
{
  const char *p = end;

  do
    {
      p = skip_spaces_back (text, p);
      while (p > text && !is_space (p[-1]))
        p--;
      end = skip_spaces_back (text, p);
    }
  while (p > text && (strchr ("(/[\\", *p) != NULL || end[-1] == '/'));
  return p;
}

/*
 * stp_heading_find_water:
 * @text: an ingredient, @length bytes
 * @sure: (out): whether it can be nothing but the water that a list begins with
 *
 * Returns: where the water begins that @text ends with, as in `Our best cream Aqua`; 0 = it does
 * not end so
 */
gsize
stp_heading_find_water (const char *text, gsize length, gboolean *sure)
{
  const char last = text[length - 1];

  if (g_ascii_isalpha (last) && strchr ("aruARU", last) == NULL)
    return 0;

  const char *start = find_last_name (text, text + length);
  if (start == text || strchr ("waeWAE\xd0\xec\xe6\xe7", *start) == NULL)
    return 0;

  guint water = match_water (start, text + length - start);
  if (water == 0)
    return 0;
  *sure = water > FLOWER_WATERS;
  return start - text;
}
