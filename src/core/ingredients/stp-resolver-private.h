// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-dictionary-private.h"
#include "ingredients/stp-reader-private.h"

G_BEGIN_DECLS

#define STP_RESOLVED_MAX 6

/*
 * StpResolved: one ingredient of a list, looked up.
 * @position: place in its list from 1; 0 = a heading or prose
 * @ppm: declared strength in parts per million, 0 = none
 * @recognised: the dictionary knows it, by name or by family
 * @exact: by its name, letter for letter
 * @found: what it is; several when it gives names in brackets or by slashes
 */
typedef struct
{
  gsize start;
  gsize end;
  guint list;
  guint position;
  guint ppm;
  gboolean recognised;
  gboolean exact;
  guint n_found;
  const StpIngredient *found[STP_RESOLVED_MAX];
} StpResolved;

GArray *stp_resolve (StpDictionary *dictionary, const char *text, const StpReading *reading);

G_END_DECLS
