// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-reader-private.h"
#include "ingredients/stp-resolver-private.h"

G_BEGIN_DECLS

/*
 * StpPlaces: what was resolved so far, each with its place in its list.
 * @resolved: (element-type StpResolved)
 * @list: index of the list that is being read
 * @position: of the last ingredient in it
 * @note: what the piece is that is being resolved
 * @notes_from: the first of @resolved from which on the list has nothing known, but footnotes
 */
typedef struct
{
  const StpReading *reading;
  GArray *resolved;
  guint list;
  guint position;
  StpNote note;
  guint notes_from;
} StpPlaces;

void stp_places_init (StpPlaces *self, const StpReading *reading);
void stp_places_enter (StpPlaces *self, const StpPiece *piece);
void stp_places_append (StpPlaces *self, StpResolved *resolved);
void stp_places_append_aside (StpPlaces *self, StpResolved *resolved);
GArray *stp_places_end (StpPlaces *self);

G_END_DECLS
