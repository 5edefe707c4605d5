// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "diary/stp-product.h"
#include "ingredients/stp-classification.h"

/**
 * StpProductForm:
 *
 * The first page of adding a product: what it is called, what it is, and its list of ingredients,
 * marked while it is typed.
 *
 * Property `complete` (read only): there is enough to go on. Signal `read`: what is in it now has
 * been read.
 */
#define STP_TYPE_PRODUCT_FORM (stp_product_form_get_type ())
G_DECLARE_FINAL_TYPE (StpProductForm, stp_product_form, STP, PRODUCT_FORM, AdwNavigationPage)

void stp_product_form_read (StpProductForm *self, StpProduct *product);
StpProduct *stp_product_form_get_draft (StpProductForm *self);
void stp_product_form_read_again (StpProductForm *self);
void stp_product_form_set_restored (StpProductForm *self, gboolean restored);
gboolean stp_product_form_get_complete (StpProductForm *self);
gboolean stp_product_form_get_touched (StpProductForm *self);
GtkWidget *stp_product_form_get_first (StpProductForm *self);
GtkTextBuffer *stp_product_form_get_text (StpProductForm *self);
StpClassification *stp_product_form_get_classification (StpProductForm *self);
