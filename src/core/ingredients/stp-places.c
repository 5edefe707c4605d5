// SPDX-License-Identifier: GPL-3.0-or-later

/* Which of what was resolved is an ingredient, and the how manieth of its list it is. */

#include "config.h"

#include "ingredients/stp-places-private.h"

#define NO_NOTES G_MAXUINT

void
stp_places_init (StpPlaces *self, const StpReading *reading)
{
  *self = (StpPlaces) { .reading = reading, .notes_from = NO_NOTES };
  self->resolved = g_array_sized_new (FALSE, FALSE, sizeof (StpResolved), reading->pieces->len);
}

/* What ends a list with nothing known in it since a footnote was footnotes. */
static void
end_list (StpPlaces *self)
{
  for (guint i = self->notes_from; i < self->resolved->len; i++)
    g_array_index (self->resolved, StpResolved, i).position = 0;
  self->notes_from = NO_NOTES;
  self->position = 0;
}

/*
 * stp_places_enter:
 * @piece: what is resolved next
 */
void
stp_places_enter (StpPlaces *self, const StpPiece *piece)
{
  if (piece->list != self->list)
    {
      end_list (self);
      self->list = piece->list;
    }
  self->note = piece->note;
}

/* Whether what is not known is a footnote. */
static gboolean
is_note (StpPlaces *self, const StpResolved *resolved)
{
  if (resolved->recognised)
    self->notes_from = NO_NOTES;
  else if (self->note != STP_NOTE_NO && self->notes_from == NO_NOTES)
    self->notes_from = self->resolved->len;
  return !resolved->recognised && self->note == STP_NOTE_SURE;
}

/*
 * stp_places_append_aside:
 *
 * Adds a heading, a sentence, or what is not in the product.
 */
void
stp_places_append_aside (StpPlaces *self, StpResolved *resolved)
{
  resolved->position = 0;
  g_array_append_vals (self->resolved, resolved, 1);
}

/*
 * stp_places_append:
 *
 * Adds an ingredient, unless the list or its footnotes say that it is none.
 */
void
stp_places_append (StpPlaces *self, StpResolved *resolved)
{
  const StpListNature nature = g_array_index (self->reading->lists, StpList, self->list).nature;

  if (nature == STP_LIST_ASIDE)
    resolved->n_found = 0;
  if (nature == STP_LIST_ASIDE || is_note (self, resolved))
    {
      stp_places_append_aside (self, resolved);
      return;
    }

  /* What a shop says before its list does not shift the places in it. */
  if (nature == STP_LIST_CLAIM && self->position == 0 && !resolved->recognised)
    resolved->position = 0;
  else
    resolved->position = ++self->position;
  g_array_append_vals (self->resolved, resolved, 1);
}

/*
 * stp_places_end:
 *
 * Returns: (transfer full) (element-type StpResolved): all that was added, in its order
 */
GArray *
stp_places_end (StpPlaces *self)
{
  end_list (self);
  return self->resolved;
}
