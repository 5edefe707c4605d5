// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "library/stp-shelf.h"

/**
 * StpShelfList:
 *
 * The list of products with its search.
 *
 * Properties: `product` (nullable id: the selected one), `single-click` (a click activates: there
 * is no room for list and product side by side).
 *
 * Signal `activated`: the selected product is to be opened. Signal `tonight`: the evening is.
 */
#define STP_TYPE_SHELF_LIST (stp_shelf_list_get_type ())
G_DECLARE_FINAL_TYPE (StpShelfList, stp_shelf_list, STP, SHELF_LIST, AdwBin)

void stp_shelf_list_set_shelf (StpShelfList *self, StpWorkspace *workspace, StpShelf *shelf);
const char *stp_shelf_list_get_product (StpShelfList *self);
void stp_shelf_list_set_product (StpShelfList *self, const char *product);
void stp_shelf_list_focus_search (StpShelfList *self);
