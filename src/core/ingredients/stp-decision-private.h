// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-classification.h"
#include "ingredients/stp-evidence-private.h"
#include "ingredients/stp-reason-private.h"
#include "ingredients/stp-resolver-private.h"

G_BEGIN_DECLS

/*
 * StpListFacts: what the whole of a list says about each ingredient in it.
 * @count: ingredients
 * @recognised: those that the dictionary knows
 * @named: of them, those that are a name and nothing else
 * @food: of them, those that are only swallowed
 * @line: place of the first that stands for less than one percent; 0 = none
 * @line_token: its index among the resolved
 * @derived: place of the first derivative of vitamin C; 0 = none
 * @alphabetical: the order says nothing
 * @said: words beside a whole list, which commas part like one
 */
typedef struct
{
  StpListNature nature;
  StpProductKind kind;
  guint count;
  guint recognised;
  guint named;
  guint food;
  guint line;
  guint line_token;
  guint derived;
  gboolean alphabetical;
  gboolean said;
  StpEvidence evidence;
} StpListFacts;

typedef struct
{
  StpFindingAs as;
  StpReason reason;
} StpDecision;

void stp_list_facts_read (StpListFacts *self, const GArray *resolved, guint list, const char *text);
StpDecision stp_decide (const StpListFacts *list,
                        const StpResolved *token,
                        const StpIngredient *ingredient,
                        StpIngredientClass ingredient_class);

G_END_DECLS
