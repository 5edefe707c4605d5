// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-dictionary-private.h"
#include "ingredients/stp-parts-private.h"

G_BEGIN_DECLS

/* A known name that covers @count words from word @first on. */
typedef struct
{
  guint first;
  guint count;
  const char *start;
  const char *end;
  const StpIngredient *ingredient;
} StpWordMatch;

/*
 * StpWords: the words of an unknown piece, and the known names among them.
 * @squashed: all of them squashed, one behind the other
 * @ends: where each of them ends in @squashed
 * @parts: borrowed, to take words apart
 */
typedef struct
{
  GArray *spans;
  GArray *matches;
  GString *squashed;
  GArray *ends;
  StpParts *parts;
} StpWords;

void stp_words_init (StpWords *self, StpParts *parts);
void stp_words_clear (StpWords *self);

void stp_words_take (StpWords *self, const char *start, const char *end);
void stp_words_match (StpWords *self, StpDictionary *dictionary);
gboolean stp_words_is_link (const StpWords *self, guint index);
gboolean stp_words_is_praise (const StpWords *self, guint index);
gboolean stp_words_is_purpose (const StpWords *self, guint index);
gboolean stp_words_is_run (const StpWords *self);

G_END_DECLS
