// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

/**
 * StpProductHead:
 *
 * What a product is, in two lines: its name, then brand and kind, and that it expires soon.
 */
#define STP_TYPE_PRODUCT_HEAD (stp_product_head_get_type ())
G_DECLARE_FINAL_TYPE (StpProductHead, stp_product_head, STP, PRODUCT_HEAD, AdwPreferencesGroup)

void stp_product_head_show (StpProductHead *self, StpWorkspace *workspace, StpProduct *product);
