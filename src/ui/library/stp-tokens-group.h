// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "diary/stp-product.h"
#include "ingredients/stp-classification.h"

/**
 * StpTokensGroup:
 *
 * The words of a list that matter or that nobody knows, each to be corrected where the reading is
 * wrong (E6).
 *
 * Signal `corrected`: the draft says something else of a word.
 */
#define STP_TYPE_TOKENS_GROUP (stp_tokens_group_get_type ())
G_DECLARE_FINAL_TYPE (StpTokensGroup, stp_tokens_group, STP, TOKENS_GROUP, AdwPreferencesGroup)

void stp_tokens_group_show (StpTokensGroup *self,
                            StpProduct *draft,
                            StpClassification *classification,
                            guint today);
