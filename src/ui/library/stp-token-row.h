// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "diary/stp-product.h"

/**
 * StpTokenRow:
 *
 * One word of a list and how it is to count. What may not be corrected says why instead (E6).
 *
 * Signal `corrected`: the draft says something else of the word.
 */
#define STP_TYPE_TOKEN_ROW (stp_token_row_get_type ())
G_DECLARE_FINAL_TYPE (StpTokenRow, stp_token_row, STP, TOKEN_ROW, AdwComboRow)

GtkWidget *stp_token_row_new (StpProduct *draft,
                              const char *token,
                              StpIngredientClass ingredient_class,
                              const char *why,
                              guint on);
GtkWidget *stp_token_row_new_unknown (StpProduct *draft, const char *token, guint on);
