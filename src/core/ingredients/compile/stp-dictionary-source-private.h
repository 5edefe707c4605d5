// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-dictionary-table-private.h"

G_BEGIN_DECLS

/*
 * StpDictionarySource: a dictionary while it is made from its JSON
 * @table: what is made; it points into the others, and comes first so that it is freed with them
 * @strings: what else than squashed names
 * @names: squashed names, one after the other, each with its end
 * @known: the squashed names once more, to tell which stand twice
 * @by_start, @by_end: of StpTypo
 */
typedef struct
{
  StpDictionary table;
  GStringChunk *strings;
  GString *names;
  GHashTable *known;
  GArray *ingredients;
  GArray *entries;
  GArray *slots;
  GArray *name_starts;
  GArray *endings;
  GArray *starts;
  GArray *nets;
  GArray *phrases;
  GArray *kinds;
  GArray *by_start;
  GArray *by_end;
} StpDictionarySource;

StpDictionary *stp_dictionary_new (const char *json, gssize length, GError **error);
void stp_dictionary_free (StpDictionary *self);

gboolean
stp_dictionary_load (StpDictionarySource *self, const char *json, gssize length, GError **error);
char *stp_dictionary_write (const StpDictionary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpDictionary, stp_dictionary_free)

G_END_DECLS
