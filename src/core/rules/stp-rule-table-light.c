// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-rule-rows-private.h"

#include <glib/gi18n-lib.h>

/*
 * Every rule about light, and what is told of needles with current: clinical rules, section 3.3. No
 * preset moves them. Hours are those after needling, by depth: { R2, R5, M10, M15, RF }.
 */

static const StpRule rules[] = {
  {
    .id = "led.red.after",
    .phase = STP_RULE_LAMP,
    .match = { .devices = DEVICE (LED_RED) },
    .hours = { 24, 24, 48, 672, 672 },
    .clinic = BAND (M15) | BAND (RF),
    .strength = STP_WARN,
    SURE,
    .grade = STP_GRADE_D,
    .label = NC_ ("rule", "red light"),
    .sentence = N_ ("Better no red light just after needling."),
    .why = N_ ("It may disturb how healing begins."),
    .sources = "HARROW JCAD-LED",
  },
  {
    .id = "led.blue.after",
    .phase = STP_RULE_LAMP,
    .match = { .devices = DEVICE (LED_BLUE) },
    .hours = { 48, 72, 120, 672, 672 },
    .clinic = BAND (M15) | BAND (RF),
    .strength = STP_WARN,
    SURE,
    .grade = STP_GRADE_D,
    .label = NC_ ("rule", "blue light"),
    .sentence = N_ ("Better no blue light in the days after needling."),
    .why = N_ ("Blue light irritates more than red."),
    .sources = "none",
  },
  {
    .id = "led.before",
    .phase = STP_RULE_CARE,
    .strength = STP_ALLOWED,
    SURE,
    .grade = STP_GRADE_D,
    .label = NC_ ("rule", "light treatment"),
    .sentence = N_ ("Light on the same day before needling is fine on clean skin."),
    .why = N_ ("Light punctures nothing."),
    .sources = "none",
    .kept_by = "It allows, and holds nothing.",
  },
  {
    .id = "led.contra",
    .phase = STP_RULE_LAMP,
    .match = { .cases = { { EVENT (MEDICATION), DETAIL (PHOTOSENSITISER) }, { EVENT (PREGNANCY) } },
               .systemic = TRUE },
    .strength = STP_DOCTOR,
    .clearance = "q.eye",
    SURE,
    .grade = STP_GRADE_B,
    .label = NC_ ("rule", "light treatment"),
    .sentence = N_ ("Ask a doctor before using light."),
    .why = N_ ("Some medicines and conditions do not go with light."),
    .sources = "TLS CB",
  },
  {
    .id = "led.eyes",
    .phase = STP_RULE_LAMP,
    .match = { .devices = STP_DEVICES_LIGHT },
    .strength = STP_WARN,
    SURE,
    .grade = STP_GRADE_A,
    .label = NC_ ("rule", "light treatment"),
    .sentence = N_ ("Cover the eyes under the light, and never look into it."),
    .why = N_ ("A mask was recalled because of the eyes."),
    .sources = "NEUT",
  },
  {
    .id = "led.topicals",
    .phase = STP_RULE_CARE,
    .strength = STP_WARN,
    SURE,
    .grade = STP_GRADE_B,
    .label = NC_ ("rule", "light treatment"),
    .sentence = N_ ("Clean skin under the light."),
    .why = N_ ("What irritates does so more under light."),
    .sources = "CB",
    .kept_by = "Advice only: no hours are given, and what is on the skin is washed off first.",
  },
  {
    .id = "led.dose",
    .phase = STP_RULE_CARE,
    .strength = STP_ADVISE,
    SURE,
    .grade = STP_GRADE_C,
    .label = NC_ ("rule", "light treatment"),
    .sentence = N_ ("Follow the manual of the lamp."),
    .why = N_ ("Lamps differ."),
    .sources = "none",
    .kept_by = "Advice only: the manual of the lamp decides, and the diary does not know it.",
  },
  {
    .id = "rf.contra",
    .phase = STP_RULE_CARE,
    .strength = STP_DOCTOR,
    SURE,
    .grade = STP_GRADE_B,
    .label = NC_ ("rule", "needles with current"),
    .sentence = N_ ("Tell the clinic about implants, metal, fillers and pregnancy."),
    .why = N_ ("Current does not go with them."),
    .sources = "PFL FILR",
    .kept_by = "Advice only: a clinic's session is never refused, and the clinic asks.",
  },
  {
    .id = "rf.name_trap",
    .phase = STP_RULE_CARE,
    .strength = STP_ADVISE,
    SURE,
    .grade = STP_GRADE_B,
    .label = NC_ ("rule", "needles with current"),
    .sentence = N_ ("Ask whether the needles carry current."),
    .why = N_ ("What is sold under that name may be something else."),
    .sources = "FDA-MN",
    .kept_by = "Advice only: of what kind a device is, its owner says.",
  },
};

const StpRule *
stp_rule_rows_light (guint *n_rows)
{
  *n_rows = G_N_ELEMENTS (rules);
  return rules;
}
