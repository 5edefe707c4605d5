// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Sentences that commas part like a list: what a product is made without, what a bullet praises,
 * the tags of a post. None of it is an ingredient.
 */

#include "config.h"

#include "ingredients/stp-passage-private.h"

#include <string.h>

#include "ingredients/stp-denial-private.h"
#include "ingredients/stp-heading-private.h"
#include "ingredients/stp-separator-private.h"
#include "ingredients/stp-text-private.h"

/* More than this is not said in one breath: the sentence has lost its end. What shops are proud to
 * do without may be more. */
#define BREATH_MAX 12
#define PRIDE_MAX 24

/* `Perfume free from phthalates` is an ingredient; who boasts names more of what nobody lists. */
#define PRIDE_MIN 3

/* Before a denial that comes last, so many names, and it with them. */
#define CLOSED_MAX 5

static const StpPiece *
get_piece (const StpPassage *self, guint index)
{
  return &g_array_index (self->reading->pieces, StpPiece, index);
}

static char *
dup_words (const StpPassage *self, guint index)
{
  const StpPiece *piece = get_piece (self, index);
  g_autofree char *raw = g_strndup (self->text + piece->start, piece->end - piece->start);

  return stp_text_dup_words (raw);
}

/* Where the sentence ends that began with piece @index; @index where it seems to have no end, or
 * is all there is: then it is a list with a claim before it. */
static guint
find_end (const StpPassage *self, guint index, guint max)
{
  const guint n_pieces = self->reading->pieces->len;
  guint end = index + 1;

  for (; end < n_pieces; end++)
    {
      const StpPiece *piece = get_piece (self, end);

      if (piece->fresh || piece->list != get_piece (self, index)->list)
        break;
      if (stp_heading_is_water (self->text + piece->start, piece->end - piece->start))
        return index;
    }
  if (index == 0 && end == n_pieces)
    return index;
  return end - index <= max ? end : index;
}

static gboolean
follows_label (const StpPassage *self, guint index)
{
  return index > 0 && get_piece (self, index - 1)->label;
}

/*
 * stp_passage_begins:
 *
 * Returns: whether a sentence begins with the piece @index, on a line or behind a heading
 */
gboolean
stp_passage_begins (const StpPassage *self, guint index)
{
  return get_piece (self, index)->fresh || follows_label (self, index);
}

/* `レチノール、AHAは配合していません`: only the end of the sentence tells. */
static void
note_closing_denial (StpPassage *self, guint index)
{
  const guint end = find_end (self, index, BREATH_MAX);

  if (end - index < 2 || end - index > CLOSED_MAX)
    return;
  g_autofree char *words = dup_words (self, end - 1);
  if (stp_denial_closes (words))
    self->denied_end = end;
}

/* `-Carrot: Packed with carotene, vitamin A, and vitamin C.`: the bullet is about one of them. */
static void
note_praise (StpPassage *self, guint index)
{
  const guint list = get_piece (self, index)->list;

  if (follows_label (self, index) &&
      g_array_index (self->reading->lists, StpList, list).nature == STP_LIST_CLAIM)
    self->praised_end = find_end (self, index, BREATH_MAX);
}

/*
 * stp_passage_look_ahead:
 * @index: a piece with which a sentence begins
 * @behind_list: ingredients stand before it; a list itself may end in a claim
 *
 * Notes what the rest of the sentence is by its end, and by the heading before it.
 */
void
stp_passage_look_ahead (StpPassage *self, guint index, gboolean behind_list)
{
  if (index >= self->denied_end && behind_list)
    note_closing_denial (self, index);
  note_praise (self, index);
}

/*
 * stp_passage_look_back:
 * @index: a piece that began a sentence and is no known name
 *
 * `Made without parabens, retinol and perfume`: notes that nothing of it is in there, up to the
 * full stop.
 */
void
stp_passage_look_back (StpPassage *self, guint index)
{
  g_autofree char *words = dup_words (self, index);

  if (stp_denial_opens (words))
    self->denied_end = find_end (self, index, BREATH_MAX);
}

static guint
count_shunned (const StpPassage *self, guint index, guint end)
{
  guint n = 0;

  for (guint i = index; i < end; i++)
    {
      g_autofree char *words = dup_words (self, i);

      n += stp_denial_names_shunned (words);
    }
  return n;
}

/*
 * stp_passage_look_inside:
 * @index: a piece in the midst of a list that is no known name
 *
 * `Tocopherol Free of parabens, retinol and perfume.`: the same, glued to the end of a list.
 */
void
stp_passage_look_inside (StpPassage *self, guint index)
{
  g_autofree char *words = dup_words (self, index);

  if (!stp_denial_boasts (words))
    return;
  const guint end = find_end (self, index, PRIDE_MAX);
  if (count_shunned (self, index, end) >= PRIDE_MIN)
    self->denied_end = end;
}

/* Whether the piece @index is praise that names a vitamin and nothing that may not be missed. */
static gboolean
praises_vitamin (const StpPassage *self, guint index)
{
  const StpPiece *piece = get_piece (self, index);
  const char *start = self->text + piece->start;
  const gsize length = piece->end - piece->start;

  for (const char *p = start; p < start + length; p++)
    if (stp_text_begins_with_vitamin (p))
      return stp_dictionary_catch (self->dictionary, start, length) == NULL;
  return FALSE;
}

/*
 * stp_passage_sets_aside:
 *
 * Returns: whether the piece @index is no ingredient, whatever it names
 */
gboolean
stp_passage_sets_aside (const StpPassage *self, guint index)
{
  return index < self->denied_end || (index < self->praised_end && praises_vitamin (self, index)) ||
         stp_separator_begins_tag (self->text, get_piece (self, index)->start);
}
