// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string.h>

#include "stp-enums.h"

G_BEGIN_DECLS

/*
 * StpCounts: when a named ingredient is active, `counts` in the dictionary.
 * @STP_COUNTS_ALWAYS: wherever it stands, at any strength
 * @STP_COUNTS_ACID: above the one-percent line, or where the name, the kind or a declared
 *   strength says so
 * @STP_COUNTS_BUFFER: as an acid, but among the first five only: citric acid
 * @STP_COUNTS_LINE: above the one-percent line, or where the name says so
 * @STP_COUNTS_TOP: among the first five
 * @STP_COUNTS_PRESENT: wherever it stands, unless declared below the dose
 * @STP_COUNTS_DOSE: only when declared at the dose or above
 * @STP_COUNTS_KIND: only in products of the kinds given
 * @STP_COUNTS_CRYSTAL: the same, early in the list: less of it has dissolved
 * @STP_COUNTS_NEVER: worth a mention, no more
 * @STP_COUNTS_STAND_IN: not at all: it is what is sold instead: bakuchiol for retinol
 * @STP_COUNTS_FOOD: not at all, nor do others beside two of it: they are swallowed
 */
typedef enum
{
  STP_COUNTS_ALWAYS,
  STP_COUNTS_ACID,
  STP_COUNTS_BUFFER,
  STP_COUNTS_LINE,
  STP_COUNTS_TOP,
  STP_COUNTS_PRESENT,
  STP_COUNTS_DOSE,
  STP_COUNTS_KIND,
  STP_COUNTS_CRYSTAL,
  STP_COUNTS_NEVER,
  STP_COUNTS_STAND_IN,
  STP_COUNTS_FOOD,
} StpCounts;

/*
 * StpLine: whether an ingredient shows where those below one percent begin.
 * @STP_LINE_NO: it says nothing
 * @STP_LINE_LATE: unless it stands near the beginning: thickeners, vitamin E
 * @STP_LINE_ALWAYS: it is never used above one percent: preservatives
 */
typedef enum
{
  STP_LINE_NO,
  STP_LINE_LATE,
  STP_LINE_ALWAYS,
} StpLine;

/*
 * StpIngredient:
 * @name: as the dictionary writes it
 * @classes: what it speaks for, or stands in for; 0 = harmless
 * @counts: when it is active
 * @dose_ppm: parts per million, where @counts asks for a dose
 * @kinds: kinds of product, where @counts asks for one
 * @line: whether the ingredients below one percent begin with it
 */
typedef struct
{
  const char *name;
  guint64 classes;
  StpCounts counts;
  guint dose_ppm;
  guint64 kinds;
  StpLine line;
} StpIngredient;

/* The classes that count wherever they stand, and that nobody can correct away (E6). */
#define STP_GRAVE_CLASSES                                                                          \
  (STP_CLASS_BIT (STP_CLASS_RETINOID_RX) | STP_CLASS_BIT (STP_CLASS_RETINOID_OTC) |                \
   STP_CLASS_BIT (STP_CLASS_BPO))

/* Returns: the classes that @self is of, which what stands in for them is not. */
static inline guint64
stp_ingredient_get_classes (const StpIngredient *self)
{
  return self->counts != STP_COUNTS_STAND_IN ? self->classes : 0;
}

/*
 * StpWeight: how much a phrase in a product's name proves.
 * @STP_WEIGHT_NOT: nothing, and its words are not to be read otherwise
 * @STP_WEIGHT_ALLUDES: raises what the list names, unless it is far down
 * @STP_WEIGHT_HINTS: raises what the list names, wherever it stands
 * @STP_WEIGHT_SUGGESTS: and stands alone where no list can be read
 * @STP_WEIGHT_SAYS: stands alone even against a list
 */
typedef enum
{
  STP_WEIGHT_NOT,
  STP_WEIGHT_ALLUDES,
  STP_WEIGHT_HINTS,
  STP_WEIGHT_SUGGESTS,
  STP_WEIGHT_SAYS,
} StpWeight;

/* @pairs: in @words, as stp_text_get_pairs() tells them */
typedef struct
{
  const char *words;
  guint64 pairs;
  guint64 classes;
  StpWeight weight;
} StpPhrase;

typedef struct
{
  const char *words;
  guint64 pairs;
  StpProductKind kind;
} StpKindPhrase;

typedef struct _StpDictionary StpDictionary;

StpDictionary *stp_dictionary_get_default (void);

const StpIngredient *stp_dictionary_find (StpDictionary *self, const char *squashed, gsize length);
gboolean stp_ingredient_names_one (const char *text, gsize length);

/* Whether @text, which was squashed into a name of @self, names it rather than all of its kind. */
static inline gboolean
stp_ingredient_is_named (const StpIngredient *self, const char *text, gsize length)
{
  return self->counts != STP_COUNTS_ALWAYS || strcmp (self->name, "Vitamin A") != 0 ||
         stp_ingredient_names_one (text, length);
}

gboolean stp_dictionary_may_begin (StpDictionary *self, const char *squashed, gsize length);
const StpIngredient *stp_dictionary_find_typo (StpDictionary *self, const char *squashed);
gboolean stp_dictionary_has_family (StpDictionary *self, const char *squashed);
gboolean stp_dictionary_may_catch (StpDictionary *self, const char *text, gsize length);
const StpIngredient *stp_dictionary_catch (StpDictionary *self, const char *text, gsize length);
gboolean stp_dictionary_denies (StpDictionary *self, const char *text, gsize length);
guint stp_dictionary_get_n_names (StpDictionary *self);

const StpPhrase *stp_dictionary_get_phrases (StpDictionary *self, guint *n_phrases);
const StpKindPhrase *stp_dictionary_get_kinds (StpDictionary *self, guint *n_kinds);

G_END_DECLS
