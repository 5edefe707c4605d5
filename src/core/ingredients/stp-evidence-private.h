// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-dictionary-private.h"

G_BEGIN_DECLS

/*
 * StpEvidence: what the words about a product say, by class.
 * @alludes, @hints, @suggests, @says: classes as bits; a stronger weight counts as the weaker too
 * @denied: classes of which they say that it is something else
 * @words: the phrase that showed a class
 * @ppm: the strength beside that phrase, 0 = none
 */
typedef struct
{
  guint64 alludes;
  guint64 hints;
  guint64 suggests;
  guint64 says;
  guint64 denied;
  const char *words[STP_CLASS_N];
  guint ppm[STP_CLASS_N];
} StpEvidence;

void stp_evidence_add (StpEvidence *self, StpDictionary *dictionary, const char *text);
StpProductKind stp_kind_from_text (StpDictionary *dictionary, const char *text);

G_END_DECLS
