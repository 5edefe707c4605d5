// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-product.h"
#include "ingredients/stp-classification.h"

G_BEGIN_DECLS

/* What the user says of one ingredient of one list (E6). */
StpClassification *stp_correct_classify (StpProduct *product);
const StpCorrection *
stp_correct_find (StpProduct *product, const char *token, StpIngredientClass ingredient_class);
void stp_correct_token (StpProduct *draft,
                        const char *token,
                        StpIngredientClass ingredient_class,
                        StpTreatAs as,
                        guint on);
void stp_correct_forget (StpProduct *draft, const char *token);
char *stp_correct_dup_text (StpProduct *product);

G_END_DECLS
