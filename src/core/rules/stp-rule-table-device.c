// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-rule-rows-private.h"

#include <glib/gi18n-lib.h>

/*
 * Every rule about the device in the hand, and about how the skin took it: clinical rules, sections
 * 4.2, 4.4 and 6. No preset moves them.
 */

static const StpRule rules[] = {
  {
    .id = "level.length",
    .phase = STP_RULE_DEVICE,
    .strength = STP_BLOCK,
    SURE,
    .grade = STP_GRADE_C,
    .label = NC_ ("rule", "needle length"),
    .sentence = N_ ("This needle is longer than your level allows."),
    .why = N_ ("Longer needles need experience, and beyond 0.5 mm a doctor who names the length."),
    .sources = "PANO HL DRPENUK FDA-MN",
  },
  {
    .id = "head.uses",
    .phase = STP_RULE_DEVICE,
    .strength = STP_BLOCK,
    SURE,
    .grade = STP_GRADE_C,
    .label = NC_ ("rule", "worn head"),
    .sentence = N_ ("This head has been used often enough. Take a new one."),
    .why = N_ ("Worn needles tear instead of pricking."),
    .sources = "FFIRMA SANT FDA-MN",
  },
  {
    .id = "head.age",
    .phase = STP_RULE_DEVICE,
    .strength = STP_BLOCK,
    SURE,
    .grade = STP_GRADE_C,
    .label = NC_ ("rule", "old head"),
    .sentence = N_ ("This head is older than three months. Take a new one."),
    .why = N_ ("Worn needles tear instead of pricking."),
    .sources = "FFIRMA",
  },
  {
    .id = "head.expired",
    .phase = STP_RULE_DEVICE,
    .strength = STP_BLOCK,
    SURE,
    .grade = STP_GRADE_D,
    .label = NC_ ("rule", "expired head"),
    .sentence = N_ ("This head has expired. Take a new one."),
    .why = N_ ("It may no longer be sterile."),
    .sources = "none",
  },
  {
    .id = "head.dropped",
    .phase = STP_RULE_DEVICE,
    .strength = STP_BLOCK,
    SURE,
    .grade = STP_GRADE_D,
    .label = NC_ ("rule", "dropped head"),
    .sentence = N_ ("This head was dropped. Take a new one."),
    .why = N_ ("A bent needle scratches."),
    .sources = "none",
  },
  {
    .id = "head.shared",
    .phase = STP_RULE_DEVICE,
    .strength = STP_BLOCK,
    SURE,
    .grade = STP_GRADE_B,
    .label = NC_ ("rule", "shared head"),
    .sentence = N_ ("This head was used on someone else. Never use it again."),
    .why = N_ ("Blood stays on needles."),
    .sources = "CFR",
  },
  {
    .id = "head.infected",
    .phase = STP_RULE_DEVICE,
    .strength = STP_BLOCK,
    SURE,
    .grade = STP_GRADE_D,
    .label = NC_ ("rule", "head after an infection"),
    .sentence = N_ ("This head was used before an infection. Take a new one."),
    .why = N_ ("Germs stay on needles."),
    .sources = "none",
  },
  {
    .id = "rf.home",
    .phase = STP_RULE_DEVICE,
    .strength = STP_BLOCK,
    SURE,
    .grade = STP_GRADE_A,
    .label = NC_ ("rule", "needles with current"),
    .sentence = N_ ("Needles with current are for clinics only."),
    .why = N_ ("Burns, scars and nerve damage were reported."),
    .sources = "FDA-RF FDA-MN",
  },
  {
    .id = "reaction.unsettled",
    .phase = STP_RULE_REACTION,
    .strength = STP_BLOCK,
    SURE,
    .grade = STP_GRADE_B,
    .label = NC_ ("rule", "skin that is not calm"),
    .sentence = N_ ("Not before a check-in says that the skin is calm."),
    .why = N_ ("Skin that is needled while it reacts scars and darkens more easily."),
    .sources = "CHU21",
  },
  {
    .id = "reaction.amber",
    .phase = STP_RULE_REACTION,
    .strength = STP_BLOCK,
    SURE,
    .grade = STP_GRADE_C,
    .label = NC_ ("rule", "reaction that took longer"),
    .sentence = N_ ("The skin rests longer after a reaction."),
    .why = N_ ("It has to be calm for a while first."),
    .sources = "CHU21",
  },
  {
    .id = "reaction.red",
    .phase = STP_RULE_REACTION,
    .strength = STP_BLOCK,
    SURE,
    .grade = STP_GRADE_A,
    .label = NC_ ("rule", "alarm sign"),
    .sentence = N_ ("Have this looked at. Needling waits until a doctor says it is over."),
    .why = N_ ("It could be an infection, an allergy or an injury."),
    .sources = "NHS-CELL CHU21 SA14",
  },
};

const StpRule *
stp_rule_rows_device (guint *n_rows)
{
  *n_rows = G_N_ELEMENTS (rules);
  return rules;
}
