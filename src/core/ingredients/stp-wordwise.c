// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a piece names that is not known as a whole: one name among other words, several without
 * anything between them, or nothing, since it is a sentence or unknown.
 */

#include "config.h"

#include "ingredients/stp-wordwise-private.h"

#include <string.h>

#include "ingredients/stp-denial-private.h"
#include "ingredients/stp-statement-private.h"
#include "ingredients/stp-text-private.h"

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

/*
 * stp_wordwise_init:
 * @text: the text that @reading was made of
 */
void
stp_wordwise_init (StpWordwise *self,
                   StpDictionary *dictionary,
                   const char *text,
                   const StpReading *reading)
{
  self->dictionary = dictionary;
  self->text = text;
  stp_lookup_init (&self->lookup, dictionary, text);
  stp_words_init (&self->words, &self->lookup.alias);
  stp_places_init (&self->places, reading);
}

/*
 * stp_wordwise_clear:
 *
 * Returns: (transfer full) (element-type StpResolved): all that was added
 */
GArray *
stp_wordwise_clear (StpWordwise *self)
{
  stp_words_clear (&self->words);
  stp_lookup_clear (&self->lookup);
  return stp_places_end (&self->places);
}

static void
append_gap (StpWordwise *self, guint first, guint end)
{
  const StpWords *words = &self->words;

  while (first < end && stp_words_is_link (words, first))
    first++;
  while (first < end && stp_words_is_link (words, end - 1))
    end--;
  if (first >= end)
    return;

  StpResolved gap = { .list = self->places.list };
  gap.start = g_array_index (words->spans, StpSpan, first).start - self->text;
  gap.end = g_array_index (words->spans, StpSpan, end - 1).end - self->text;
  gap.ppm = stp_lookup_take (&self->lookup, gap.start, gap.end);
  stp_lookup_near (&self->lookup, &gap, end - first);
  stp_lookup_catch (&self->lookup, &gap, gap.start, gap.end);
  gap.recognised |= gap.n_found > 0;
  stp_places_append (&self->places, &gap);
}

/* Several names with nothing but spaces between them. Returns: the first word after them. */
static guint
append_run (StpWordwise *self, guint n_matches)
{
  const StpWords *words = &self->words;
  guint next = 0;

  for (guint i = 0; i < n_matches; i++)
    {
      StpWordMatch *match = &g_array_index (words->matches, StpWordMatch, i);
      StpResolved resolved = { .list = self->places.list };

      append_gap (self, next, match->first);
      resolved.start = match->start - self->text;
      resolved.end = match->end - self->text;
      stp_lookup_known (&self->lookup, &resolved);
      stp_places_append (&self->places, &resolved);
      next = match->first + match->count;
    }
  return next;
}

/* A strength without its unit, as recipes have it: `Салициловая к-та 2,5`. */
static gboolean
is_number (const StpWords *words, guint index)
{
  const StpSpan *span = &g_array_index (words->spans, StpSpan, index);

  for (const char *p = span->start; p < span->end; p++)
    if (!g_ascii_isdigit (*p) && *p != '.' && *p != ',')
      return FALSE;
  return TRUE;
}

/*
 * Whether the name ends the piece, or all of it that is a name: `Lactic Acid USP`, `Salicylic Acid
 * to exfoliate`.
 */
static gboolean
is_last (const StpWords *words, const StpWordMatch *match)
{
  guint next = match->first + match->count;

  while (next < words->spans->len && is_number (words, next))
    next++;
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
is_praised (StpWordwise *self, const StpWordMatch *match)
{
  return match->first > 0 && stp_text_begins_with_vitamin (match->start) &&
         stp_words_is_praise (&self->words, match->first - 1);
}

/* `BPO = Buriti, passion fruit, orange`: letters that are explained are no name. */
static gboolean
is_explained (const StpWordMatch *match)
{
  if (match->end[-1] != '=')
    return FALSE;
  for (const char *p = match->start; p < match->end - 1; p++)
    if (!g_ascii_isupper (*p) && *p != ' ')
      return FALSE;
  return TRUE;
}

/* What may not be missed, and is no vitamin for which a plant may be praised. */
static gboolean
is_grave (const StpIngredient *ingredient)
{
  return (ingredient->classes & STP_GRAVE_CLASSES) != 0 &&
         !stp_text_begins_with_vitamin (ingredient->name);
}

/*
 * One name among words that are not known: it counts where it ends the piece, as the noun
 * does (`Purified Lactic Acid`, not `Lactic Acid Bacteria`), or where nothing may be missed.
 * A single word at the end is not enough (`Lanolin Alcohol`); and at the end of praise not even
 * several are (`rich in vitamin A`).
 */
static gboolean
match_counts (StpWordwise *self, const StpWordMatch *match)
{
  const StpIngredient *ingredient = match->ingredient;
  guint n_words = self->words.spans->len;
  gboolean last = is_whole (match) && is_last (&self->words, match);

  if (is_praised (self, match) || is_explained (match))
    return FALSE;
  if (ingredient->counts != STP_COUNTS_ALWAYS || ingredient->classes == 0)
    return last;
  if (match->count == 1 || is_grave (ingredient))
    return TRUE;
  return (last && n_words <= PRAISE_WORDS) ||
         stp_dictionary_catch (self->dictionary, match->start, match->end - match->start) != NULL;
}

static void
resolve_inside (StpWordwise *self, StpResolved *out)
{
  const StpWords *words = &self->words;
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

/* Letters of Korean, Japanese and Chinese begin with these bytes. */
static gboolean
has_far_letters (const char *start, const char *end)
{
  for (const char *p = start; p < end; p++)
    if ((guchar) *p >= 0xe3)
      return TRUE;
  return FALSE;
}

/*
 * Whether the words say something about an ingredient rather than list one: advice, praise, a
 * warning. Longer ones have swallowed the list that they stand before.
 */
static gboolean
is_said (StpWordwise *self, const StpResolved *out)
{
  const StpWords *words = &self->words;

  if (words->matches->len == 0 || words->spans->len > SAID_WORDS)
    return FALSE;
  const gboolean begins = g_array_index (words->matches, StpWordMatch, 0).first == 0;
  /* Folding costs more than seeing that it is not of Korean or Japanese. */
  if (begins && !has_far_letters (self->text + out->start, self->text + out->end))
    return FALSE;
  g_autofree char *raw = g_strndup (self->text + out->start, out->end - out->start);
  g_autofree char *folded = stp_text_dup_words (raw);
  if (begins)
    return stp_statement_is_closed (folded);
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

/* The names of a list that lost its marks, and what stands between them. */
static void
append_all (StpWordwise *self)
{
  const guint next = append_run (self, self->words.matches->len);

  append_gap (self, next, self->words.spans->len);
}

/*
 * stp_wordwise_resolve_glued:
 * @out: what stp_lookup_known() found
 *
 * `Aqua (Water) Glycerin Retinol`: what a bracket or a slash names is not all that the piece
 * names.
 *
 * Returns: whether it was a list that lost its marks, whose ingredients were added
 */
gboolean
stp_wordwise_resolve_glued (StpWordwise *self, const StpResolved *out)
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

  append_all (self);
  return TRUE;
}

/*
 * stp_wordwise_resolve:
 * @out: a piece that is not known as a whole
 *
 * Adds what it names: one ingredient, several, or none where it is a sentence.
 */
void
stp_wordwise_resolve (StpWordwise *self, StpResolved *out)
{
  StpWords *words = &self->words;
  StpResolved caught = { 0 };

  stp_words_take (words, self->text + out->start, self->text + out->end);
  if (stp_lookup_near (&self->lookup, out, words->spans->len) && words->spans->len < 3 &&
      !stp_lookup_catch (&self->lookup, &caught, out->start, out->end))
    {
      stp_places_append (&self->places, out);
      return;
    }

  stp_words_match (words, self->dictionary);
  const gboolean said = is_said (self, out);
  if (!said && !out->recognised && stp_words_is_run (words))
    {
      append_all (self);
      return;
    }

  resolve_inside (self, out);
  if (said || (!out->recognised && words->spans->len >= SENTENCE_WORDS))
    {
      stp_places_append_aside (&self->places, out);
      return;
    }
  out->recognised |= out->n_found > 0;
  stp_places_append (&self->places, out);
}

/* Whether a heading begins with a Korean extract or the like, which no space divides. */
static gboolean
begins_with_family (StpWordwise *self)
{
  const StpWords *words = &self->words;
  const StpSpan *first = &g_array_index (words->spans, StpSpan, 0);

  if (words->spans->len < 2 || g_utf8_get_char (first->start) < 0x1100)
    return FALSE;
  stp_lookup_take (&self->lookup, first->start - self->text, first->end - self->text);
  return stp_dictionary_has_family (self->dictionary, self->lookup.parts.main->str);
}

/* Whether @piece is a heading of what is not in it. */
static gboolean
opens_aside (StpWordwise *self, const StpPiece *piece)
{
  const StpReading *reading = self->places.reading;
  const guint list = piece->list + 1;

  return list < reading->lists->len &&
         g_array_index (reading->lists, StpList, list).nature == STP_LIST_ASIDE;
}

/* `1g中 アダパレン1mg 過酸化ベンゾイル25mg 添加剤：`: a drug's label may begin with what is in it.
 */
static void
catch_in_label (StpWordwise *self, StpResolved *out)
{
  if (!stp_lookup_catch (&self->lookup, out, out->start, out->end))
    return;
  stp_words_take (&self->words, self->text + out->start, self->text + out->end);
  stp_words_match (&self->words, self->dictionary);
  for (guint i = 0; i < self->words.matches->len; i++)
    {
      const StpIngredient *named = g_array_index (self->words.matches, StpWordMatch, i).ingredient;

      if (named->counts == STP_COUNTS_ALWAYS)
        stp_resolved_add (out, named);
    }
}

/*
 * stp_wordwise_resolve_label:
 * @out: has the place of @piece
 *
 * Adds a heading, which may have swallowed the last ingredient of the list before it.
 */
void
stp_wordwise_resolve_label (StpWordwise *self, const StpPiece *piece, StpResolved *out)
{
  StpWords *words = &self->words;

  stp_words_take (words, self->text + piece->start, self->text + piece->end);
  if (!piece->fresh)
    stp_words_match (words, self->dictionary);

  if (words->matches->len > 0 && g_array_index (words->matches, StpWordMatch, 0).first == 0)
    {
      append_run (self, 1);
      out->start = g_array_index (words->matches, StpWordMatch, 0).end - self->text;
    }
  else if (!piece->fresh && begins_with_family (self))
    {
      append_gap (self, 0, 1);
      out->start = g_array_index (words->spans, StpSpan, 0).end - self->text;
    }

  while (out->start < out->end && g_ascii_isspace (self->text[out->start]))
    out->start++;
  if (out->start == out->end)
    return;
  if (!opens_aside (self, piece))
    catch_in_label (self, out);
  stp_places_append_aside (&self->places, out);
}
