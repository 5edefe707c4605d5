// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "stp-enums.h"

G_BEGIN_DECLS

/**
 * StpFindingAs:
 * @STP_FINDING_TRACE: named, but no rule applies
 * @STP_FINDING_ACTIVE: the rules of its class apply
 *
 * How a class stands in a product.
 */
typedef enum
{
  STP_FINDING_TRACE = 1,
  STP_FINDING_ACTIVE,
} StpFindingAs;

/**
 * StpFinding:
 * @ingredient_class: the class that was found
 * @as: whether its rules apply
 * @token: the ingredient as given in the list, or the words of the name
 * @position: place in its list, from 1; 0 = from the name or kind, not from the list
 * @count: ingredients in that list
 * @why: translated sentence for the user
 * @permille: declared strength in ‰, 0 = not declared or below 1 ‰
 *
 * One class found in a product, with the ingredient that showed it.
 */
typedef struct
{
  StpIngredientClass ingredient_class;
  StpFindingAs as;
  char *token;
  guint position;
  guint count;
  char *why;
  guint permille;
} StpFinding;

/**
 * StpToken:
 * @text: the ingredient as given, without the tags and damaged letters of a web page
 * @start: first byte in the text as given
 * @end: byte after the last
 * @position: place in its list, from 1; 0 = a heading or prose, not an ingredient
 * @recognised: whether the dictionary knows it
 * @classes: the classes it speaks for, as %STP_CLASS_BIT
 * @active: of @classes those whose rules apply for this very token
 * @traces: of @classes those of which this token is a trace; one that is neither counts for nothing
 *
 * One piece of the text, for marking it up.
 */
typedef struct
{
  char *text;
  gsize start;
  gsize end;
  guint position;
  gboolean recognised;
  guint64 classes;
  guint64 active;
  guint64 traces;
} StpToken;

/**
 * StpTokenCorrection:
 * @token: the ingredient as given
 * @ingredient_class: the class it is about
 * @as: how it is to count; 0 = not this class
 *
 * What the user said about one token of one list (E6).
 */
typedef struct
{
  char *token;
  StpIngredientClass ingredient_class;
  StpFindingAs as;
} StpTokenCorrection;

/**
 * StpClassification:
 *
 * What a product's name, kind and list say. Immutable; may be shared by threads.
 */
typedef struct _StpClassification StpClassification;

StpClassification *stp_classify (const char *name,
                                 const char *brand,
                                 StpProductKind kind,
                                 const char *ingredients,
                                 const StpTokenCorrection *corrections,
                                 gsize n_corrections);

StpClassification *stp_classification_ref (StpClassification *self);
void stp_classification_unref (StpClassification *self);

const StpFinding *
stp_classification_find (StpClassification *self, StpIngredientClass ingredient_class);
guint stp_classification_get_n_findings (StpClassification *self);
const StpFinding *stp_classification_get_finding (StpClassification *self, guint index);
guint stp_classification_get_n_tokens (StpClassification *self);
const StpToken *stp_classification_get_token (StpClassification *self, guint index);
char *stp_classification_dup_why (StpClassification *self,
                                  guint token,
                                  StpIngredientClass ingredient_class);
const char *const *stp_classification_get_unrecognised (StpClassification *self);
gboolean
stp_classification_is_active (StpClassification *self, StpIngredientClass ingredient_class);
guint64 stp_classification_get_active (StpClassification *self);
gboolean stp_classification_is_readable (StpClassification *self);
const char *stp_classification_get_fault (StpClassification *self);

const char *stp_token_get_refusal (const char *token, StpIngredientClass ingredient_class);
const char *stp_token_get_question (StpIngredientClass ingredient_class);

StpProductKind stp_product_kind_from_category (const char *category);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpClassification, stp_classification_unref)

G_END_DECLS
