// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

/**
 * StpWordCardGroup:
 *
 * The words to look for on a pack that has no readable list, in the scripts found on packs. Whoever
 * finds none of them says so, and the product no longer counts like an acid (E5).
 */
#define STP_TYPE_WORD_CARD_GROUP (stp_word_card_group_get_type ())
G_DECLARE_FINAL_TYPE (StpWordCardGroup,
                      stp_word_card_group,
                      STP,
                      WORD_CARD_GROUP,
                      AdwPreferencesGroup)

void
stp_word_card_group_show (StpWordCardGroup *self, StpWorkspace *workspace, StpProduct *product);
