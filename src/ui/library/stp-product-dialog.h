// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

/**
 * StpProductDialog:
 *
 * Adds a product, or edits one: a form, then a review of what was read.
 *
 * Signal `saved (const char *id)`: the product is on the shelf.
 */
#define STP_TYPE_PRODUCT_DIALOG (stp_product_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpProductDialog, stp_product_dialog, STP, PRODUCT_DIALOG, AdwDialog)

StpProductDialog *stp_product_dialog_new (StpWorkspace *workspace, StpProduct *product);
StpProductDialog *
stp_product_dialog_new_review (StpWorkspace *workspace, StpProduct *product, StpProduct *draft);
