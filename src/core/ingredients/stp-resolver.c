// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * From pieces to ingredients: each piece is set aside, looked up as a whole or with the piece
 * after it, or resolved word by word.
 */

#include "config.h"

#include "ingredients/stp-resolver-private.h"

#include <string.h>

#include "ingredients/stp-denial-private.h"
#include "ingredients/stp-passage-private.h"
#include "ingredients/stp-wordwise-private.h"

/* `Tocopherol free of parabens` has no fewer words. */
#define BOAST_WORDS 4

/* So many slashes make a list of their own. */
#define SLASHES_LIST 5

typedef struct
{
  StpWordwise names;
  const StpReading *reading;
  StpPassage passage;
} Resolver;

static guint
count_slashes (const char *start, const char *end)
{
  guint n = 0;

  for (const char *p = start; (p = memchr (p, '/', end - p)) != NULL; p++)
    n += p > start && p[-1] == ' ' && p[1] == ' ';
  return n;
}

/* Whether the slash at @at parts what stands after it from what begins at @start. */
static gboolean
is_loose_slash (const char *text, gsize start, gsize at)
{
  return text[at] == '/' && (at == start || text[at - 1] == ' ');
}

static void
resolve_slashed (Resolver *self, const StpResolved *whole)
{
  gsize start = whole->start;

  for (gsize at = start; at <= whole->end; at++)
    {
      if (at < whole->end && !is_loose_slash (self->names.text, start, at))
        continue;

      StpResolved one = { .start = start, .end = at, .list = whole->list };
      while (one.start < one.end && self->names.text[one.start] == ' ')
        one.start++;
      while (one.end > one.start && self->names.text[one.end - 1] == ' ')
        one.end--;
      if (one.start < one.end)
        {
          if (stp_lookup_known (&self->names.lookup, &one))
            stp_places_append (&self->names.places, &one);
          else
            stp_wordwise_resolve (&self->names, &one);
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

  if (!stp_lookup_knows (&self->names.lookup, out->start, next->end))
    return FALSE;
  out->end = next->end;
  return TRUE;
}

/* Hardly any piece does, and folding its words costs far more than to see that. */
static gboolean
names_shunned (const StpWords *words)
{
  for (guint i = BOAST_WORDS - 1; i < words->spans->len; i++)
    if (stp_denial_is_shunned (g_array_index (words->spans, StpSpan, i).start))
      return TRUE;
  return FALSE;
}

/* Returns: how many pieces it used up. */
static guint
resolve_piece (Resolver *self, guint index)
{
  const StpPiece *piece = &g_array_index (self->reading->pieces, StpPiece, index);
  StpResolved resolved = { .start = piece->start, .end = piece->end, .list = piece->list };

  stp_places_enter (&self->names.places, piece);
  if (piece->label)
    {
      stp_wordwise_resolve_label (&self->names, piece, &resolved);
      return 1;
    }

  const gboolean begins = stp_passage_begins (&self->passage, index);
  if (begins)
    stp_passage_look_ahead (&self->passage, index, self->names.places.position > 0);
  if (stp_passage_is_aside (&self->passage, index, piece->start))
    {
      stp_places_append_aside (&self->names.places, &resolved);
      return 1;
    }

  gboolean joined = join_next (self, index, &resolved);
  if (count_slashes (self->names.text + piece->start, self->names.text + piece->end) >=
      SLASHES_LIST)
    resolve_slashed (self, &resolved);
  else if (stp_lookup_known (&self->names.lookup, &resolved))
    {
      if (!stp_wordwise_resolve_glued (&self->names, &resolved))
        stp_places_append (&self->names.places, &resolved);
    }
  else if (piece->title)
    stp_places_append_aside (&self->names.places, &resolved);
  else
    {
      stp_wordwise_resolve (&self->names, &resolved);
      if (begins && self->names.words.spans->len > 1)
        stp_passage_look_back (&self->passage, index);
      else if (names_shunned (&self->names.words))
        stp_passage_look_inside (&self->passage, index);
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
  Resolver self = { .reading = reading,
                    .passage = { .dictionary = dictionary, .text = text, .reading = reading } };

  stp_wordwise_init (&self.names, dictionary, text, reading);
  for (guint i = 0; i < reading->pieces->len;)
    i += resolve_piece (&self, i);
  return stp_wordwise_clear (&self.names);
}
