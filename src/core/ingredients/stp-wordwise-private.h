// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-lookup-private.h"
#include "ingredients/stp-places-private.h"
#include "ingredients/stp-words-private.h"

G_BEGIN_DECLS

/*
 * StpWordwise: what it takes to resolve a piece word by word.
 * @words: of the piece that was taken apart last
 */
typedef struct
{
  StpDictionary *dictionary;
  const char *text;
  StpLookup lookup;
  StpWords words;
  StpPlaces places;
} StpWordwise;

void stp_wordwise_init (StpWordwise *self,
                        StpDictionary *dictionary,
                        const char *text,
                        const StpReading *reading);
GArray *stp_wordwise_clear (StpWordwise *self);

void stp_wordwise_resolve (StpWordwise *self, StpResolved *out);
gboolean stp_wordwise_resolve_glued (StpWordwise *self, const StpResolved *out);
void stp_wordwise_resolve_label (StpWordwise *self, const StpPiece *piece, StpResolved *out);

G_END_DECLS
