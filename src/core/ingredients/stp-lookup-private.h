// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-parts-private.h"
#include "ingredients/stp-resolver-private.h"

G_BEGIN_DECLS

/*
 * StpLookup:
 * @text: borrowed, the text that all places are in
 * @parts: of what was taken apart last
 * @alias: room to take apart what stands in its brackets
 * @by_part: what was found last is named in brackets or between slashes only
 */
typedef struct
{
  StpDictionary *dictionary;
  const char *text;
  StpParts parts;
  StpParts alias;
  gboolean by_part;
} StpLookup;

void stp_lookup_init (StpLookup *self, StpDictionary *dictionary, const char *text);
void stp_lookup_clear (StpLookup *self);

guint stp_lookup_take (StpLookup *self, gsize start, gsize end);
gboolean stp_lookup_knows (StpLookup *self, gsize start, gsize end);
gboolean stp_lookup_known (StpLookup *self, StpResolved *out);
gboolean stp_lookup_near (StpLookup *self, StpResolved *out, guint n_words);
gboolean stp_lookup_catch (StpLookup *self, StpResolved *out, gsize start, gsize end);

void stp_resolved_add (StpResolved *self, const StpIngredient *ingredient);

G_END_DECLS
