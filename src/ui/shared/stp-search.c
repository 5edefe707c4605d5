// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-search.h"

#include <string.h>

/* Consonants that close a Hangul syllable, from U+11A8 on, as those that open one. While a word is
 * typed its next consonant stands for a moment at the end of the syllable before: "레틴" becomes
 * "레티노", and both have to be found in "레티놀". */
static const char *const finals[] = {
  "\u1100",       "\u1101",       "\u1100\u1109", "\u1102",       "\u1102\u110c", "\u1102\u1112",
  "\u1103",       "\u1105",       "\u1105\u1100", "\u1105\u1106", "\u1105\u1107", "\u1105\u1109",
  "\u1105\u1110", "\u1105\u1111", "\u1105\u1112", "\u1106",       "\u1107",       "\u1107\u1109",
  "\u1109",       "\u110a",       "\u110b",       "\u110c",       "\u110e",       "\u110f",
  "\u1110",       "\u1111",       "\u1112",
};

#define FIRST_FINAL 0x11a8

/* Letters that Unicode does not take apart into a plain letter and a mark. */
static const char *
find_plain (gunichar c)
{
  switch (c)
    {
    case 0x142:
      return "l";
    case 0xf8:
      return "o";
    case 0x111:
      return "d";
    case 0x131:
      return "i";
    case 0xe6:
      return "ae";
    case 0x153:
      return "oe";
    default:
      return NULL;
    }
}

static void
append_letter (GString *folded, gunichar c)
{
  const char *plain = find_plain (c);

  if (c >= FIRST_FINAL && c < FIRST_FINAL + G_N_ELEMENTS (finals))
    g_string_append (folded, finals[c - FIRST_FINAL]);
  else if (plain)
    g_string_append (folded, plain);
  else
    g_string_append_unichar (folded, c);
}

/* What a name is mostly made of needs no tables of Unicode. */
static char *
fold_ascii (const char *text)
{
  GString *folded = g_string_new (" ");

  for (const char *p = text; *p; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (folded, g_ascii_tolower (*p));
      else if (folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  return g_string_free_and_steal (folded);
}

/**
 * stp_search_fold:
 * @text: what is searched, or searched for
 *
 * Returns: (transfer full): its words in small letters without accents, each after a space, and
 *   Hangul taken apart into its letters
 */
char *
stp_search_fold (const char *text)
{
  g_autofree char *apart = NULL;
  g_autofree char *small = NULL;
  GString *folded;

  if (g_str_is_ascii (text))
    return fold_ascii (text);

  small = g_utf8_casefold (text, -1);
  apart = g_utf8_normalize (small, -1, G_NORMALIZE_NFKD);
  folded = g_string_new (" ");
  for (const char *p = apart; p && *p; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (g_unichar_isalnum (c))
        append_letter (folded, c);
      else if (folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  return g_string_free_and_steal (folded);
}

/* Scripts that run words together are found anywhere, others where a word begins. */
static char *
make_needle (const char *word)
{
  return g_utf8_get_char (word) >= 0x1100 ? g_strdup (word) : g_strconcat (" ", word, NULL);
}

/**
 * stp_search_split:
 * @typed: what was typed
 *
 * Returns: (transfer full) (array zero-terminated=1): what to look for in a folded text; made once,
 *   since a thousand texts are asked at each key
 */
char **
stp_search_split (const char *typed)
{
  g_autofree char *folded = stp_search_fold (typed);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) needles = g_strv_builder_new ();

  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_strv_builder_take (needles, make_needle (words[i]));
  return g_strv_builder_end (needles);
}

/**
 * stp_search_matches:
 * @folded: what is searched, folded
 * @needles: (array zero-terminated=1): of what was typed, as stp_search_split() makes them
 *
 * Returns: whether each word that was typed begins a word of @folded
 */
gboolean
stp_search_matches (const char *folded, const char *const *needles)
{
  for (guint i = 0; needles[i]; i++)
    if (!strstr (folded, needles[i]))
      return FALSE;
  return TRUE;
}
