// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-dictionary-private.h"
#include "ingredients/stp-typo-private.h"

G_BEGIN_DECLS

/* How a whole family of ingredients begins or ends. */
typedef struct
{
  const char *text;
  gsize length;
} StpAffix;

struct _StpDictionary
{
  GStringChunk *strings;
  GPtrArray *ingredients;
  GHashTable *names;
  GArray *endings;
  GArray *starts;
  GArray *nets;
  GArray *phrases;
  GArray *kinds;
  StpTypos *typos;
};

gboolean stp_dictionary_load (StpDictionary *self, const char *json, gssize length, GError **error);

G_END_DECLS
