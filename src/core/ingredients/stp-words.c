// SPDX-License-Identifier: GPL-3.0-or-later

/* Known names among the words of a text that has lost its separators. */

#include "config.h"

#include "ingredients/stp-words-private.h"

/* No name that matters has more words. */
#define NAME_WORDS 7

/* So many words, half of them known, are a list. */
#define RUN_WORDS 5

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

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
stp_words_init (StpWords *self, const char *start, const char *end)
{
  self->spans = g_array_new (FALSE, FALSE, sizeof (StpSpan));
  self->matches = g_array_new (FALSE, FALSE, sizeof (StpWordMatch));

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

void
stp_words_clear (StpWords *self)
{
  g_array_unref (self->matches);
  g_array_unref (self->spans);
}

/* The longest name that begins with word @first. */
static gboolean
match_at (StpWords *self, StpDictionary *dictionary, StpParts *parts, guint first)
{
  guint most = MIN (NAME_WORDS, self->spans->len - first);

  for (guint count = most; count > 0; count--)
    {
      StpWordMatch match = { first, count, g_array_index (self->spans, StpSpan, first).start,
                             g_array_index (self->spans, StpSpan, first + count - 1).end, NULL };

      stp_parts_take (parts, match.start, match.end);
      match.ingredient = stp_dictionary_find (dictionary, parts->main->str);
      if (match.ingredient == NULL)
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
  StpParts parts;

  stp_parts_init (&parts);
  for (guint first = 0; first < self->spans->len;)
    {
      if (match_at (self, dictionary, &parts, first))
        first += g_array_index (self->matches, StpWordMatch, self->matches->len - 1).count;
      else
        first++;
    }
  stp_parts_clear (&parts);
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

  return (self->spans->len > 1 && covered == self->spans->len) ||
         (self->spans->len >= RUN_WORDS && covered * 2 >= self->spans->len);
}
