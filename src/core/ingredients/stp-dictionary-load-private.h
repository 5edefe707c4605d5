// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-dictionary-private.h"
#include "ingredients/stp-typo-private.h"

G_BEGIN_DECLS

struct _StpDictionary
{
  GStringChunk *strings;
  GPtrArray *ingredients;
  GHashTable *names;
  GHashTable *endings;
  GHashTable *starts;
  gsize longest_affix;
  GArray *nets;
  GArray *phrases;
  GArray *kinds;
  StpTypos *typos;
};

gboolean stp_dictionary_load (StpDictionary *self, const char *json, gssize length, GError **error);

G_END_DECLS
