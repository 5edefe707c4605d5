// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Words that take back what is said beside them: `retinol-free`, `do not use with retinol`,
 * `sans AHA ni BHA`; and those that speak of other products and of whoever uses them: `beyond
 * retinol`, `layer with your retinol`. All of them folded, as the words are that they are looked
 * for in.
 */

#include "config.h"

#include "ingredients/stp-denial-private.h"

#include <string.h>

#include "ingredients/stp-denial-words-private.h"

/* So many words may stand between a denial and the last of what it denies: `no AHA or BHA`. */
#define SERIES_WORDS 3

/* `Retinol free from parabens` is free of something else. */
static gboolean
denied_after (const char *rest)
{
  if (g_str_has_prefix (rest, "free from ") || g_str_has_prefix (rest, "free of "))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    if (g_str_has_prefix (rest, after[i]))
      return TRUE;
  return FALSE;
}

/* Returns: where the words of @table end at @end begin, of which a space is next; or %NULL. */
static const char *
ends_with_any (const char *words, const char *end, const StpDenialWords *table, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const StpDenialWords *one = &table[i];
      const gssize length = one->length;

      if (end - words > length && end[-1] == one->text[length - 1] && end[-length - 1] == ' ' &&
          memcmp (end - length, one->text, length) == 0)
        return end - length - 1;
    }
  return NULL;
}

/* Returns: the end of the word before the one that ends at @end. */
static const char *
skip_word_back (const char *words, const char *end)
{
  while (end > words && end[-1] != ' ')
    end--;
  return end > words ? end - 1 : words;
}

/* Whether a denial of @table ends at @end, or up to @gap words before it. */
static gboolean
denied_before (const char *words, const char *end, const StpDenialWords *table, guint n, guint gap)
{
  for (guint i = 0; i <= gap && end > words; i++)
    {
      if (ends_with_any (words, end, table, n) != NULL)
        return TRUE;
      end = skip_word_back (words, end);
    }
  return FALSE;
}

static gboolean
denied_at (const char *words, const char *end, guint gap)
{
  return denied_before (words, end, before, G_N_ELEMENTS (before), gap) ||
         denied_before (words, end, near_before, G_N_ELEMENTS (near_before), MAX (gap, 2)) ||
         denied_before (words, end, owners, G_N_ELEMENTS (owners), MAX (gap, 2)) ||
         denied_before (words, end, far_before, G_N_ELEMENTS (far_before), MAX (gap, 4));
}

/*
 * stp_denial_covers:
 * @words: of stp_text_dup_words()
 * @match: a name in @words, @length bytes, with or without the spaces around it
 *
 * Returns: whether what stands around @match says that it is something else, or not in it
 */
gboolean
stp_denial_covers (const char *words, const char *match, gsize length)
{
  const char *end = match > words && match[-1] == ' ' ? match - 1 : match;
  const char *rest = match + length;

  if (denied_at (words, end, 0))
    return TRUE;

  const char *joint = ends_with_any (words, end, joints, G_N_ELEMENTS (joints));
  if (joint != NULL && denied_at (words, joint, SERIES_WORDS))
    return TRUE;

  if (denied_after (rest))
    return TRUE;
  while (rest[-1] != ' ' && *rest != '\0' && *rest != ' ')
    rest++;
  return denied_after (rest + (*rest == ' '));
}

/*
 * stp_denial_closes:
 * @words: of stp_text_dup_words(), the last of a sentence
 *
 * Returns: whether the sentence names what is not in it: `レチノール、パラベンは配合していません`
 */
gboolean
stp_denial_closes (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (closings); i++)
    if (g_str_has_suffix (words, closings[i]))
      return TRUE;
  return FALSE;
}

/*
 * stp_denial_follows:
 * @rest: what stands behind a name in words that are no name of a product
 *
 * Returns: whether a verb or the like takes the name back that stands last, as in German, Korean
 * and Japanese. Products may be called so: retinol `for sensitive skin`
 */
gboolean
stp_denial_follows (const char *rest)
{
  for (guint i = 0; i < G_N_ELEMENTS (far_after); i++)
    if (strstr (rest, far_after[i]) != NULL)
      return TRUE;
  return FALSE;
}

/*
 * stp_denial_opens:
 * @words: of stp_text_dup_words(), the first of a sentence
 *
 * Returns: whether the rest of the sentence may name what is not in it
 */
gboolean
stp_denial_opens (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_prefix (words, openings[i]))
      return TRUE;
  for (const char *p = words; (p = strchr (p, ' ')) != NULL && p[1] != '\0'; p++)
    {
      const char *end = strchr (p + 1, ' ');

      if (end == NULL)
        break;
      if (ends_with_any (words, end, near_before, G_N_ELEMENTS (near_before)) != NULL ||
          ends_with_any (words, end, far_before, G_N_ELEMENTS (far_before)) != NULL)
        return TRUE;
    }
  return FALSE;
}

/*
 * stp_denial_boasts:
 * @words: of stp_text_dup_words()
 *
 * Returns: whether they begin, somewhere, what a shop is proud to do without: `free of parabens`.
 * Only there is it known that what follows is no ingredient: glycerin may be free from animals.
 */
gboolean
stp_denial_boasts (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (shunned); i++)
    {
      const char *match = strstr (words, shunned[i]);

      if (match != NULL && denied_at (words, match, 0))
        return TRUE;
    }
  return FALSE;
}

/*
 * stp_denial_names_shunned:
 * @words: of stp_text_dup_words()
 *
 * Returns: whether they name what many boast of doing without
 */
gboolean
stp_denial_names_shunned (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (shunned); i++)
    if (strstr (words, shunned[i]) != NULL)
      return TRUE;
  return FALSE;
}

/*
 * stp_denial_begins_shunned:
 * @word: where a word begins, not folded
 *
 * Returns: whether it is what stp_denial_boasts() looks for
 */
gboolean
stp_denial_begins_shunned (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (shunned); i++)
    if (g_ascii_strncasecmp (shunned[i] + 1, word, strlen (shunned[i]) - 1) == 0)
      return TRUE;
  return FALSE;
}
