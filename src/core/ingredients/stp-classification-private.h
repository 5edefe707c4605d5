// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-classification.h"
#include "ingredients/stp-reason-private.h"

G_BEGIN_DECLS

/* StpMark: how one token stands to one class, not yet in words.
 * @token: index of the token
 * @line: index of the one that stands for less than one percent, or that of @token itself
 * @count: ingredients in its list
 * @ppm: its declared strength
 * @words: (nullable) (owned): of the name, where that is the reason */
typedef struct
{
  guint token;
  guint line;
  guint count;
  guint ppm;
  StpIngredientClass ingredient_class;
  StpReason reason;
  char *words;
} StpMark;

/* @texts: of @tokens, of which the unrecognised are in @unrecognised too
 * @places: where the finding of a class stands in @findings, from 1; 0 = there is none */
struct _StpClassification
{
  gatomicrefcount ref_count;
  GArray *findings;
  GArray *tokens;
  GArray *marks;
  char *texts;
  GPtrArray *unrecognised;
  guint8 places[STP_CLASS_N];
  guint64 active;
  gboolean readable;
  const char *fault;
};

StpClassification *stp_classification_new (guint n_tokens);
void stp_classification_take_finding (StpClassification *self, StpFinding finding);

G_END_DECLS
