// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "diary/stp-product.h"
#include "ingredients/stp-classification.h"
#include "shared/stp-workspace.h"

/**
 * StpProductReview:
 *
 * The second page of adding a product: what was recognised, what was not, and why.
 *
 * Property `save-label`: what the button that ends it says.
 *
 * Signal `corrected`: the draft says something else of a word.
 */
#define STP_TYPE_PRODUCT_REVIEW (stp_product_review_get_type ())
G_DECLARE_FINAL_TYPE (StpProductReview, stp_product_review, STP, PRODUCT_REVIEW, AdwNavigationPage)

void stp_product_review_show (StpProductReview *self,
                              StpWorkspace *workspace,
                              GtkTextBuffer *text,
                              StpProduct *draft,
                              StpClassification *classification);
void stp_product_review_update (StpProductReview *self,
                                StpWorkspace *workspace,
                                StpClassification *classification);
