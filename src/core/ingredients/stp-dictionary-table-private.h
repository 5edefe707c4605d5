// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How the dictionary lies in memory: arrays that nobody writes to. The program carries them
 * compiled from `data/ingredients.json`, so that it has neither to read nor to fold nor to
 * hash a name before it looks one up.
 */

#pragma once

#include <string.h>

#include "ingredients/stp-dictionary-private.h"
#include "ingredients/stp-typo-private.h"

G_BEGIN_DECLS

/* So many bits tell the first bytes of names apart well enough. */
#define STP_STARTS_BITS 16
#define STP_STARTS_LENGTH ((1 << STP_STARTS_BITS) / 64)

/* Of a name, to tell it from others at a glance: three letters, or one of another script. */
#define STP_START_BYTES 3

/* How a whole family of ingredients begins or ends. */
typedef struct
{
  const char *text;
  gsize length;
} StpAffix;

/*
 * StpEntry: a name, squashed
 * @name: where it begins in the string of all names
 * @ingredient: its place among the ingredients
 */
typedef struct
{
  guint32 name;
  guint32 ingredient;
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

/* A safety net: words that begin like @start, or text that has @inside, whatever else it is. */
typedef struct
{
  const char *start;
  const char *inside;
  guint64 pairs;
  guint ingredient;
} StpNet;

/*
 * StpDictionary:
 * @names: all names, each with its end; at places instead of addresses, since there are many
 *   and the loader of programs would have to write every address
 * @slots: the names by their hash, at the next free place; @slot_mask + 1 of them
 * @name_starts: which first three bytes names have, one bit each, so that most words are told
 *   to begin none without looking them up
 * @ending_bytes, @start_bytes: which bytes the affixes end or begin with, one bit each
 */
struct _StpDictionary
{
  const char *names;
  const StpIngredient *ingredients;
  const StpEntry *entries;
  const StpNameSlot *slots;
  const guint64 *name_starts;
  const StpAffix *endings;
  const StpAffix *starts;
  const StpNet *nets;
  const StpPhrase *phrases;
  const StpKindPhrase *kinds;
  StpTypos typos;
  guint n_ingredients;
  guint n_entries;
  guint slot_mask;
  guint n_endings;
  guint n_starts;
  guint n_nets;
  guint n_phrases;
  guint n_kinds;
  guint64 ending_bytes[4];
  guint64 start_bytes[4];
};

extern StpDictionary stp_dictionary_table;

/* Eight bytes at once, as most of what a list costs is looking up names. The same on every
 * machine, since the one that compiles the dictionary need not be the one that asks it. */
static inline guint64
stp_dictionary_mix (guint64 hash, const char *bytes)
{
  guint64 part;

  memcpy (&part, bytes, sizeof part);
  hash = (hash ^ GUINT64_FROM_LE (part)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 32;
}

/* The last eight are taken once more where the length is no multiple of it. */
static inline guint32
stp_dictionary_hash (const char *name, gsize length)
{
  guint64 hash = length;
  char few[sizeof (guint64)] = { 0 };
  gsize i = 0;

  if (length < sizeof few)
    {
      for (; i < length; i++)
        few[i] = name[i];
      return (guint32) stp_dictionary_mix (hash, few);
    }

  for (; i + sizeof few <= length; i += sizeof few)
    hash = stp_dictionary_mix (hash, name + i);
  if (i < length)
    hash = stp_dictionary_mix (hash, name + length - sizeof few);
  return (guint32) hash;
}

static inline guint
stp_dictionary_hash_start (const char *name)
{
  guint32 key = 0;

  memcpy (&key, name, STP_START_BYTES);
  return (GUINT32_FROM_LE (key) * 0x9e3779b1u) >> (32 - STP_STARTS_BITS);
}

static inline gboolean
stp_dictionary_has_bit (const guint64 *bits, guint index)
{
  return (bits[index / 64] & STP_BIT (index % 64)) != 0;
}

G_END_DECLS
