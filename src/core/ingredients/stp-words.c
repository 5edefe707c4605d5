// SPDX-License-Identifier: GPL-3.0-or-later

/* Known names among the words of a text that has lost its separators. */

#include "config.h"

#include "ingredients/stp-words-private.h"

#include <string.h>

/* No name that matters has more words. */
#define NAME_WORDS 7

/* So many words make room for most pieces at once. */
#define WORDS_USUAL 16

/* So many words, half of them known, are a list. */
#define RUN_WORDS 5

/* A list that lost all its marks is longer than a sentence. */
#define PROSE_WORDS 12

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What joins two names, and what says of one only of what kind it is. */
static const char *const links[] = {
  "and", "und", "et", "y",   "e",  "og", "i",  "и",   "&",    "+",
  "–",   "—",   "-",  "usp", "bp", "nf", "ph", "ph.", "eur.", "solution",
};

/* What begins the rest of an annotated entry. */
static const char *const purposes[] = {
  "to", "for", "that", "which", "helps", "zum", "zur", "für", "pour", "para", "do", "dla", "для",
};

/* What stands between an ingredient and that for which it is praised: `rich in`, `source of`. */
static const char *const praise[] = {
  "in", "of", "en", "an", "di", "de", "w",
};

/* Words of sentences, which hardly stand in a list. */
static const char *const prose[] = {
  "in", "with", "your", "the", "for", "that", "which", "is", "are", "our", "rich", "to",
};

/* A bracket belongs to the word before it, spaces and all. */
static const char *
word_end (const char *p, const char *end)
{
  int depth = 0;

  for (; p < end; p++)
    {
      if (*p == '(' || *p == '[')
        depth++;
      else if ((*p == ')' || *p == ']') && depth > 0)
        depth--;
      else if (is_space (*p) && depth == 0 && !(p + 1 < end && p[1] == '('))
        break;
    }
  return p;
}

void
stp_words_init (StpWords *self, StpParts *parts)
{
  self->parts = parts;
  self->spans = g_array_sized_new (FALSE, FALSE, sizeof (StpSpan), WORDS_USUAL);
  self->matches = g_array_sized_new (FALSE, FALSE, sizeof (StpWordMatch), WORDS_USUAL);
  self->squashed = g_string_sized_new (WORDS_USUAL * 8);
  self->ends = g_array_sized_new (FALSE, FALSE, sizeof (gsize), WORDS_USUAL);
}

void
stp_words_clear (StpWords *self)
{
  g_array_unref (self->ends);
  g_string_free (self->squashed, TRUE);
  g_array_unref (self->matches);
  g_array_unref (self->spans);
}

/*
 * stp_words_take:
 *
 * Parts the text into words; what was in @self before is gone.
 */
void
stp_words_take (StpWords *self, const char *start, const char *end)
{
  g_array_set_size (self->spans, 0);
  g_array_set_size (self->matches, 0);
  g_array_set_size (self->ends, 0);
  g_string_truncate (self->squashed, 0);

  for (const char *p = start; p < end;)
    {
      if (is_space (*p))
        {
          p++;
          continue;
        }

      StpSpan span = { p, word_end (p, end) };
      g_array_append_val (self->spans, span);
      p = span.end;
    }
}

static void
squash_words (StpWords *self)
{
  StpParts *parts = self->parts;

  for (guint i = 0; i < self->spans->len; i++)
    {
      StpSpan *span = &g_array_index (self->spans, StpSpan, i);

      stp_parts_take (parts, span->start, span->end);
      g_string_append_len (self->squashed, parts->main->str, parts->main->len);
      g_array_append_val (self->ends, self->squashed->len);
    }
}

/* Looks up @count words from word @first on, which the text squashed holds side by side. */
static const StpIngredient *
find_words (StpWords *self, StpDictionary *dictionary, guint first, guint count)
{
  gsize start = first > 0 ? g_array_index (self->ends, gsize, first - 1) : 0;
  gsize end = g_array_index (self->ends, gsize, first + count - 1);

  return stp_dictionary_find (dictionary, self->squashed->str + start, end - start);
}

/* The longest name that begins with word @first. */
static gboolean
match_at (StpWords *self, StpDictionary *dictionary, guint first)
{
  gsize start = first > 0 ? g_array_index (self->ends, gsize, first - 1) : 0;

  if (!stp_dictionary_may_begin (dictionary, self->squashed->str + start,
                                 g_array_index (self->ends, gsize, first) - start))
    return FALSE;
  for (guint count = MIN (NAME_WORDS, self->spans->len - first); count > 0; count--)
    {
      StpWordMatch match = { first, count, g_array_index (self->spans, StpSpan, first).start,
                             g_array_index (self->spans, StpSpan, first + count - 1).end,
                             find_words (self, dictionary, first, count) };

      if (match.ingredient == NULL ||
          !stp_ingredient_is_named (match.ingredient, match.start, match.end - match.start))
        continue;
      g_array_append_val (self->matches, match);
      return TRUE;
    }
  return FALSE;
}

/*
 * stp_words_match:
 *
 * Finds the known names among the words, the longest first.
 */
void
stp_words_match (StpWords *self, StpDictionary *dictionary)
{
  squash_words (self);
  for (guint first = 0; first < self->spans->len;)
    {
      if (match_at (self, dictionary, first))
        first += g_array_index (self->matches, StpWordMatch, self->matches->len - 1).count;
      else
        first++;
    }
}

static gboolean
is_word_of (const StpWords *self, guint index, const char *const *words, guint n)
{
  const StpSpan *span = &g_array_index (self->spans, StpSpan, index);
  gsize length = span->end - span->start;

  for (guint i = 0; i < n; i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], span->start, length) == 0)
      return TRUE;
  return FALSE;
}

/*
 * stp_words_is_link:
 *
 * Returns: whether the word @index is no part of a name: `and`, `USP`, a dash, a footnote
 */
gboolean
stp_words_is_link (const StpWords *self, guint index)
{
  const StpSpan *span = &g_array_index (self->spans, StpSpan, index);

  if (g_ascii_isdigit (*span->start) && span->end - span->start == 1)
    return TRUE;
  return is_word_of (self, index, links, G_N_ELEMENTS (links));
}

/*
 * stp_words_is_purpose:
 *
 * Returns: whether the word @index begins to tell what the name before it is there for
 */
gboolean
stp_words_is_purpose (const StpWords *self, guint index)
{
  return is_word_of (self, index, purposes, G_N_ELEMENTS (purposes));
}

/*
 * stp_words_is_praise:
 *
 * Returns: whether what follows the word @index is what something is praised for
 */
gboolean
stp_words_is_praise (const StpWords *self, guint index)
{
  return is_word_of (self, index, praise, G_N_ELEMENTS (praise));
}

static gboolean
is_prose (const StpWords *self)
{
  for (guint i = 0; self->spans->len <= PROSE_WORDS && i < self->spans->len; i++)
    if (is_word_of (self, i, prose, G_N_ELEMENTS (prose)))
      return TRUE;
  return FALSE;
}

/*
 * stp_words_is_run:
 *
 * Returns: whether the words are several names that lost what parted them, rather than one
 * unknown name or a sentence
 */
gboolean
stp_words_is_run (const StpWords *self)
{
  guint covered = 0;

  for (guint i = 0; i < self->matches->len; i++)
    covered += g_array_index (self->matches, StpWordMatch, i).count;
  if (covered == 0)
    return FALSE;

  for (guint i = 0; i < self->spans->len; i++)
    covered += stp_words_is_link (self, i);
  return (self->spans->len > 1 && covered >= self->spans->len) ||
         (self->spans->len >= RUN_WORDS && covered * 2 >= self->spans->len && !is_prose (self));
}
