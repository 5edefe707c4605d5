// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * From pieces to ingredients: each piece is looked up, and what is still unknown may be a
 * heading, a sentence, or several names without anything between them.
 */

#include "config.h"

#include "ingredients/stp-resolver-private.h"

#include <string.h>

#include "ingredients/stp-denial-private.h"
#include "ingredients/stp-lookup-private.h"
#include "ingredients/stp-passage-private.h"
#include "ingredients/stp-statement-private.h"
#include "ingredients/stp-text-private.h"
#include "ingredients/stp-words-private.h"

/* An unknown piece of so many words is a sentence, not an ingredient. */
#define SENTENCE_WORDS 7

/* What is said of an ingredient is no longer. */
#define SAID_WORDS 20

/* An ingredient with so many words before it is praised, not listed. */
#define PRAISE_WORDS 4

/* `Gluconolactone` and the like, in one word; shorter ones are no more than letters. */
#define ACID_LETTERS 9

/* Fewer words with a bracket are one name. */
#define GLUED_WORDS 3

/* So many slashes make a list of their own. */
#define SLASHES_LIST 5

#define NO_NOTES G_MAXUINT

/*
 * Resolver:
 * @note: what the piece is that is being looked up
 * @notes_from: the first of @resolved from which on the list has nothing known, but footnotes
 */
typedef struct
{
  StpDictionary *dictionary;
  const char *text;
  const StpReading *reading;
  StpLookup lookup;
  StpWords words;
  GArray *resolved;
  guint position;
  guint list;
  StpNote note;
  guint notes_from;
  StpPassage passage;
} Resolver;

static void
append_aside (Resolver *self, StpResolved *resolved)
{
  resolved->position = 0;
  g_array_append_vals (self->resolved, resolved, 1);
}

/* Whether what is not known is a footnote; at the end of a list all that follows it is, too. */
static gboolean
is_note (Resolver *self, const StpResolved *resolved)
{
  if (resolved->recognised)
    self->notes_from = NO_NOTES;
  else if (self->note != STP_NOTE_NO && self->notes_from == NO_NOTES)
    self->notes_from = self->resolved->len;
  return !resolved->recognised && self->note == STP_NOTE_SURE;
}

static void
end_list (Resolver *self)
{
  for (guint i = self->notes_from; i < self->resolved->len; i++)
    g_array_index (self->resolved, StpResolved, i).position = 0;
  self->notes_from = NO_NOTES;
  self->position = 0;
}

static void
append (Resolver *self, StpResolved *resolved)
{
  StpListNature nature = g_array_index (self->reading->lists, StpList, self->list).nature;
  gboolean claim = nature == STP_LIST_CLAIM;

  if (nature == STP_LIST_ASIDE)
    {
      resolved->n_found = 0;
      append_aside (self, resolved);
      return;
    }
  if (is_note (self, resolved))
    {
      append_aside (self, resolved);
      return;
    }

  /* What a shop says before its list does not shift the places in it. */
  if (claim && self->position == 0 && !resolved->recognised)
    resolved->position = 0;
  else
    resolved->position = ++self->position;
  g_array_append_vals (self->resolved, resolved, 1);
}

static void
append_gap (Resolver *self, const StpWords *words, guint first, guint end)
{
  while (first < end && stp_words_is_link (words, first))
    first++;
  while (first < end && stp_words_is_link (words, end - 1))
    end--;
  if (first >= end)
    return;

  StpResolved gap = { .list = self->list };
  gap.start = g_array_index (words->spans, StpSpan, first).start - self->text;
  gap.end = g_array_index (words->spans, StpSpan, end - 1).end - self->text;
  gap.ppm = stp_lookup_take (&self->lookup, gap.start, gap.end);
  stp_lookup_near (&self->lookup, &gap, end - first);
  stp_lookup_catch (&self->lookup, &gap, gap.start, gap.end);
  gap.recognised |= gap.n_found > 0;
  append (self, &gap);
}

/* Several names with nothing but spaces between them. Returns: the first word after them. */
static guint
append_run (Resolver *self, const StpWords *words, guint n_matches)
{
  guint next = 0;

  for (guint i = 0; i < n_matches; i++)
    {
      StpWordMatch *match = &g_array_index (words->matches, StpWordMatch, i);
      StpResolved resolved = { .list = self->list };

      append_gap (self, words, next, match->first);
      resolved.start = match->start - self->text;
      resolved.end = match->end - self->text;
      stp_lookup_known (&self->lookup, &resolved);
      append (self, &resolved);
      next = match->first + match->count;
    }
  return next;
}

/*
 * Whether the name ends the piece, or all of it that is a name: `Lactic Acid USP`, `Salicylic Acid
 * to exfoliate`.
 */
static gboolean
is_last (const StpWords *words, const StpWordMatch *match)
{
  const guint next = match->first + match->count;

  return next == words->spans->len || stp_words_is_link (words, next) ||
         (match->first == 0 && stp_words_is_purpose (words, next));
}

/* A single word is seldom the whole name, except of an acid in Hangul or a long one. */
static gboolean
is_whole (const StpWordMatch *match)
{
  return match->count > 1 ||
         (match->ingredient->counts == STP_COUNTS_ACID &&
          (g_utf8_get_char (match->start) >= 0x1100 || match->end - match->start >= ACID_LETTERS));
}

/* `Rich in vitamin A`: plants are praised for their vitamins. */
static gboolean
is_praised (Resolver *self, const StpWordMatch *match)
{
  return match->first > 0 && stp_text_begins_with_vitamin (match->start) &&
         stp_words_is_praise (&self->words, match->first - 1);
}

/*
 * One name among words that are not known: it counts where it ends the piece, as the noun
 * does (`Purified Lactic Acid`, not `Lactic Acid Bacteria`), or where nothing may be missed.
 * A single word at the end is not enough (`Lanolin Alcohol`); and at the end of praise not even
 * several are (`rich in vitamin A`).
 */
static gboolean
match_counts (Resolver *self, const StpWordMatch *match)
{
  const StpIngredient *ingredient = match->ingredient;
  guint n_words = self->words.spans->len;
  gboolean last = is_whole (match) && is_last (&self->words, match);

  if (is_praised (self, match))
    return FALSE;
  if (ingredient->counts != STP_COUNTS_ALWAYS || ingredient->classes == 0)
    return last;
  if (match->count == 1)
    return TRUE;
  return (last && n_words <= PRAISE_WORDS) ||
         stp_dictionary_catch (self->dictionary, match->start, match->end - match->start) != NULL;
}

static void
resolve_inside (Resolver *self, const StpWords *words, StpResolved *out)
{
  const char *next = self->text + out->start;
  gsize length = out->end - out->start;
  gboolean grave = stp_dictionary_may_catch (self->dictionary, next, length);

  if (grave && stp_dictionary_denies (self->dictionary, next, length))
    return;

  for (guint i = 0; i < words->matches->len; i++)
    {
      StpWordMatch *match = &g_array_index (words->matches, StpWordMatch, i);

      if (grave && match->start > next)
        stp_lookup_catch (&self->lookup, out, next - self->text, match->start - self->text);
      if (match_counts (self, match))
        stp_resolved_add (out, match->ingredient);
      next = match->end;
    }
  if (grave && next < self->text + out->end)
    stp_lookup_catch (&self->lookup, out, next - self->text, out->end);
}

/*
 * Whether the words say something about an ingredient rather than list one: advice, praise, a
 * warning. Longer ones have swallowed the list that they stand before.
 */
static gboolean
is_said (Resolver *self, const StpResolved *out)
{
  const StpWords *words = &self->words;

  if (words->matches->len == 0 || words->spans->len > SAID_WORDS ||
      g_array_index (words->matches, StpWordMatch, 0).first == 0)
    return FALSE;
  g_autofree char *raw = g_strndup (self->text + out->start, out->end - out->start);
  g_autofree char *folded = stp_text_dup_words (raw);
  return stp_statement_is_sentence (folded) || stp_denial_opens (folded);
}

/* One with a space beside it, seen or unseen, which parts two names of one ingredient. */
static gboolean
has_loose_slash (const char *start, const char *end)
{
  for (const char *p = start; (p = memchr (p, '/', end - p)) != NULL; p++)
    if ((p > start && p[-1] == ' ') || p[1] == ' ' || g_str_has_prefix (p + 1, "\u200b"))
      return TRUE;
  return FALSE;
}

/*
 * `Aqua (Water) Glycerin Retinol`: what a bracket or a slash names is not all that the piece
 * names. Returns: whether it was a list that lost its marks
 */
static gboolean
resolve_glued (Resolver *self, const StpResolved *out)
{
  StpWords *words = &self->words;

  if (!self->lookup.by_part || has_loose_slash (self->text + out->start, self->text + out->end))
    return FALSE;
  stp_words_take (words, self->text + out->start, self->text + out->end);
  if (words->spans->len < GLUED_WORDS)
    return FALSE;
  stp_words_match (words, self->dictionary);
  if (!stp_words_is_run (words))
    return FALSE;

  guint next = append_run (self, words, words->matches->len);
  append_gap (self, words, next, words->spans->len);
  return TRUE;
}

static void
resolve_words (Resolver *self, StpResolved *out)
{
  StpWords *words = &self->words;
  StpResolved caught = { 0 };

  stp_words_take (words, self->text + out->start, self->text + out->end);
  if (stp_lookup_near (&self->lookup, out, words->spans->len) && words->spans->len < 3 &&
      !stp_lookup_catch (&self->lookup, &caught, out->start, out->end))
    {
      append (self, out);
      return;
    }

  stp_words_match (words, self->dictionary);
  const gboolean said = is_said (self, out);
  if (!said && !out->recognised && stp_words_is_run (words))
    {
      guint next = append_run (self, words, words->matches->len);

      append_gap (self, words, next, words->spans->len);
      return;
    }

  resolve_inside (self, words, out);
  if (said || (!out->recognised && words->spans->len >= SENTENCE_WORDS))
    {
      append_aside (self, out);
      return;
    }
  out->recognised |= out->n_found > 0;
  append (self, out);
}

/* Whether a heading begins with a Korean extract or the like, which no space divides. */
static gboolean
begins_with_family (Resolver *self, const StpWords *words)
{
  const StpSpan *first = &g_array_index (words->spans, StpSpan, 0);

  if (words->spans->len < 2 || g_utf8_get_char (first->start) < 0x1100)
    return FALSE;
  stp_lookup_take (&self->lookup, first->start - self->text, first->end - self->text);
  return stp_dictionary_has_family (self->dictionary, self->lookup.parts.main->str);
}

/* A heading may have swallowed the last ingredient of the list before it. */
static void
resolve_label (Resolver *self, const StpPiece *piece, StpResolved *out)
{
  StpWords *words = &self->words;

  stp_words_take (words, self->text + piece->start, self->text + piece->end);
  if (!piece->fresh)
    stp_words_match (words, self->dictionary);

  if (words->matches->len > 0 && g_array_index (words->matches, StpWordMatch, 0).first == 0)
    {
      append_run (self, words, 1);
      out->start = g_array_index (words->matches, StpWordMatch, 0).end - self->text;
    }
  else if (!piece->fresh && begins_with_family (self, words))
    {
      append_gap (self, words, 0, 1);
      out->start = g_array_index (words->spans, StpSpan, 0).end - self->text;
    }

  while (out->start < out->end && g_ascii_isspace (self->text[out->start]))
    out->start++;
  if (out->start < out->end)
    append_aside (self, out);
}

static guint
count_slashes (const char *start, const char *end)
{
  guint n = 0;

  for (const char *p = start; (p = memchr (p, '/', end - p)) != NULL; p++)
    n += p > start && p[-1] == ' ' && p[1] == ' ';
  return n;
}

static void
resolve_slashed (Resolver *self, const StpResolved *whole)
{
  gsize start = whole->start;

  for (gsize at = start; at <= whole->end; at++)
    {
      if (at < whole->end && !(self->text[at] == '/' && self->text[at - 1] == ' '))
        continue;

      StpResolved one = { .start = start, .end = at, .list = whole->list };
      while (one.start < one.end && self->text[one.start] == ' ')
        one.start++;
      while (one.end > one.start && self->text[one.end - 1] == ' ')
        one.end--;
      if (one.start < one.end)
        {
          if (stp_lookup_known (&self->lookup, &one))
            append (self, &one);
          else
            resolve_words (self, &one);
        }
      start = at + 1;
    }
}

/* A name that a line break or a hyphen cut in two. */
static gboolean
join_next (Resolver *self, guint index, StpResolved *out)
{
  if (index + 1 >= self->reading->pieces->len)
    return FALSE;

  const StpPiece *next = &g_array_index (self->reading->pieces, StpPiece, index + 1);
  if (!next->soft || next->label || next->list != out->list)
    return FALSE;

  if (!stp_lookup_knows (&self->lookup, out->start, next->end))
    return FALSE;
  out->end = next->end;
  return TRUE;
}

/* Returns: how many pieces it used up. */
static guint
resolve_piece (Resolver *self, guint index)
{
  const StpPiece *piece = &g_array_index (self->reading->pieces, StpPiece, index);
  StpResolved resolved = { .start = piece->start, .end = piece->end, .list = piece->list };

  if (piece->list != self->list)
    {
      end_list (self);
      self->list = piece->list;
    }
  self->note = piece->note;

  if (piece->label)
    {
      resolve_label (self, piece, &resolved);
      return 1;
    }

  const gboolean begins = stp_passage_begins (&self->passage, index);
  if (begins)
    stp_passage_look_ahead (&self->passage, index, self->position > 0);
  if (stp_passage_is_aside (&self->passage, index, piece->start))
    {
      append_aside (self, &resolved);
      return 1;
    }

  gboolean joined = join_next (self, index, &resolved);
  if (count_slashes (self->text + piece->start, self->text + piece->end) >= SLASHES_LIST)
    resolve_slashed (self, &resolved);
  else if (stp_lookup_known (&self->lookup, &resolved))
    {
      if (!resolve_glued (self, &resolved))
        append (self, &resolved);
    }
  else if (piece->title)
    append_aside (self, &resolved);
  else
    {
      resolve_words (self, &resolved);
      if (begins && self->words.spans->len > 1)
        stp_passage_look_back (&self->passage, index);
    }
  return joined ? 2 : 1;
}

/*
 * stp_resolve:
 * @text: the text that @reading was made of
 *
 * Returns: (transfer full) (element-type StpResolved): the ingredients, headings and
 * sentences of @text in their order
 */
GArray *
stp_resolve (StpDictionary *dictionary, const char *text, const StpReading *reading)
{
  Resolver self = { .dictionary = dictionary,
                    .text = text,
                    .reading = reading,
                    .notes_from = NO_NOTES,
                    .passage = { .dictionary = dictionary, .text = text, .reading = reading } };

  self.resolved = g_array_sized_new (FALSE, FALSE, sizeof (StpResolved), reading->pieces->len);
  stp_lookup_init (&self.lookup, dictionary, text);
  stp_words_init (&self.words, &self.lookup.alias);

  for (guint i = 0; i < reading->pieces->len;)
    i += resolve_piece (&self, i);
  end_list (&self);

  stp_words_clear (&self.words);
  stp_lookup_clear (&self.lookup);
  return self.resolved;
}
