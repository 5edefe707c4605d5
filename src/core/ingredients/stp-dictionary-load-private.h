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

/* So many bits tell the first bytes of names apart well enough. */
#define STP_STARTS_BITS 16

typedef struct
{
  const char *name;
  const StpIngredient *ingredient;
} StpEntry;

/*
 * StpNameSlot: a place in the table of names, which is looked up more often than anything
 * else and therefore kept so small that it stays near the processor.
 * @hash: of the name
 * @entry: its place among the entries, from 1; 0 = the place is free
 */
typedef struct
{
  guint32 hash;
  guint32 entry;
} StpNameSlot;

/*
 * StpDictionary:
 * @slots: the names by their hash, at the next free place; @slot_mask + 1 of them
 * @name_starts: which first three bytes names have, one bit each, so that most words are told
 *   to begin none without looking them up
 * @ending_bytes, @start_bytes: which bytes the affixes end or begin with
 */
struct _StpDictionary
{
  GStringChunk *strings;
  GPtrArray *ingredients;
  GHashTable *names;
  GArray *entries;
  StpNameSlot *slots;
  guint slot_mask;
  GArray *endings;
  GArray *starts;
  GArray *nets;
  GArray *phrases;
  GArray *kinds;
  StpTypos *typos;
  guint64 name_starts[(1 << STP_STARTS_BITS) / 64];
  gboolean ending_bytes[256];
  gboolean start_bytes[256];
};

gboolean stp_dictionary_load (StpDictionary *self, const char *json, gssize length, GError **error);

G_END_DECLS
