// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-classification-private.h"
#include "ingredients/stp-decision-private.h"

G_BEGIN_DECLS

/* StpBest: the best finding of a class so far, not yet in words. */
typedef struct
{
  StpDecision decision;
  const StpResolved *token;
  const StpIngredient *ingredient;
  guint list;
} StpBest;

/* StpWork: what is known of one product while it is being read.
 * @spaced: there are two spaces side by side in @text
 * @marks: (element-type StpMark) (unowned): of the classification that is being made
 * @stood_in: classes in place of which the lists name something else */
typedef struct
{
  StpDictionary *dictionary;
  const char *text;
  gboolean spaced;
  StpProductKind kind;
  const StpTokenCorrection *corrections;
  gsize n_corrections;
  StpReading *reading;
  GArray *resolved;
  GArray *lists;
  GArray *marks;
  StpEvidence evidence;
  guint64 stood_in;
  StpBest best[STP_CLASS_N];
} StpWork;

void stp_work_add_unlisted (StpWork *self, StpClassification *classification);

G_END_DECLS
