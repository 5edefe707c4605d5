// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-classification.h"

G_BEGIN_DECLS

/* @texts: of @tokens, of which the unrecognised are in @unrecognised too
 * @places: where the finding of a class stands in @findings, from 1; 0 = there is none */
struct _StpClassification
{
  gatomicrefcount ref_count;
  GArray *findings;
  GArray *tokens;
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
