// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "ingredients/stp-word-card.h"

/* Clinical rules, section 7: what blocks a session and can stand in a cream, by the words of packs.
 * They are names and so not translated. */
static const char *const retinoids[] = { "Retinol",   "Retinal", "Retinyl", "Tretinoin",
                                         "Adapalene", "레티놀",  "레티날",  "レチノール",
                                         "视黄醇",    "Ретинол", NULL };
static const char *const fruit_acids[] = {
  "Glycolic Acid", "Lactic Acid", "Mandelic Acid",      "AHA", "글라이콜릭애씨드", "락틱애씨드",
  "グリコール酸",  "乙醇酸",      "Гликолевая кислота", NULL
};
static const char *const salicylic_acids[] = {
  "Salicylic Acid", "BHA", "살리실릭애씨드", "サリチル酸", "水杨酸", "Салициловая кислота", NULL
};
static const char *const peroxides[] = { "Benzoyl Peroxide", "벤조일퍼옥사이드", "過酸化ベンゾイル",
                                         "过氧化苯甲酰", NULL };
static const char *const vitamins[] = { "Ascorbic Acid", "아스코빅애씨드", "アスコルビン酸",
                                        "抗坏血酸", NULL };

static const StpCardWords lines[] = {
  { STP_CLASS_RETINOID_OTC, retinoids },   { STP_CLASS_ACID_AHA, fruit_acids },
  { STP_CLASS_ACID_BHA, salicylic_acids }, { STP_CLASS_BPO, peroxides },
  { STP_CLASS_VITC_LAA, vitamins },
};

/**
 * stp_word_card_get:
 * @n_lines: (out): how many lines the card has
 *
 * A pack that shows none of these words holds no session back for what nobody could read of it
 * (E5).
 *
 * Returns: (array length=n_lines) (transfer none): the card
 */
const StpCardWords *
stp_word_card_get (guint *n_lines)
{
  *n_lines = G_N_ELEMENTS (lines);
  return lines;
}
