// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "stp-enums.h"

G_BEGIN_DECLS

/**
 * StpCardWords:
 * @ingredient_class: what all the words stand for
 * @words: (array zero-terminated=1): as packs print them, in the scripts found on packs
 *
 * A line of the card that a pack without a readable list is held against (E5).
 */
typedef struct
{
  StpIngredientClass ingredient_class;
  const char *const *words;
} StpCardWords;

const StpCardWords *stp_word_card_get (guint *n_lines);

G_END_DECLS
