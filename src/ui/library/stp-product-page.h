// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

/**
 * StpProductPage:
 *
 * All about one product, and all that can be done with it.
 *
 * Property `title` (read only, nullable): the name of the product; without one nothing is shown, as
 * when the product is deleted.
 */
#define STP_TYPE_PRODUCT_PAGE (stp_product_page_get_type ())
G_DECLARE_FINAL_TYPE (StpProductPage, stp_product_page, STP, PRODUCT_PAGE, AdwBin)

void stp_product_page_set_workspace (StpProductPage *self, StpWorkspace *workspace);
void stp_product_page_take_photo (StpProductPage *self, GFile *file);
void stp_product_page_set_product (StpProductPage *self, const char *id);
