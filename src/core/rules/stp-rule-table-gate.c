// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-rule-rows-private.h"

#include <glib/gi18n-lib.h>

/*
 * Every rule about the rest between two sessions, and about what is asked before one: clinical
 * rules, sections 4.1 and 4.3, and invariant E9. Hours by depth: { R2, R5, M10, M15, RF }.
 */

static const StpRule rules[] = {
  {
    .id = "interval.hard",
    .phase = STP_RULE_INTERVAL,
    .hours = { 72, 336, 672, 672, 672 },
    .strength = STP_BLOCK,
    .kept = TRUE,
    .grade = STP_GRADE_C,
    .origin = STP_ORIGIN_ADDED,
    .label = NC_ ("rule", "needling"),
    .sentence = N_ ("The same skin rests between two sessions."),
    .why = N_ ("The skin has to close and calm down before it is needled again."),
    .sources = "HAN12 JDD24 DRPEN HARRIS15 CHELW-post",
  },
  {
    .id = "course.rest",
    .phase = STP_RULE_INTERVAL,
    .hours = ALL (672),
    .strength = STP_WARN,
    .kept = TRUE,
    .grade = STP_GRADE_D,
    .origin = STP_ORIGIN_ADDED,
    .label = NC_ ("rule", "rest after a series"),
    .sentence = N_ ("After a whole series the same skin rests for four weeks."),
    .why = N_ ("Skin goes on changing for months after a series. Rest, then look at the photos."),
    .sources = "none",
  },
  {
    .id = "gate.consultation",
    .phase = STP_RULE_GATE,
    .hours = ALL (0),
    .strength = STP_BLOCK,
    .grade = STP_GRADE_B,
    .origin = STP_ORIGIN_METHOD,
    .label = NC_ ("rule", "consultation"),
    .sentence = N_ ("Talk to a doctor or dermatologist before the first session."),
    .why = N_ ("Some skin and some medicines do not go with needling, and a specialist sees it."),
    .sources = "method NUAN SKP-M",
  },
  {
    .id = "gate.questionnaire",
    .phase = STP_RULE_GATE,
    .hours = ALL (4380),
    .strength = STP_BLOCK,
    .grade = STP_GRADE_B,
    .origin = STP_ORIGIN_ADDED,
    .label = NC_ ("rule", "questions about you"),
    .sentence = N_ (
      "Answer the questions about you, before the first session and every six months."),
    .why = N_ ("Some skin, illnesses and medicines do not go with needling. It takes a minute."),
    .sources = "FDA-MN SKP-M DP4",
  },
  {
    .id = "gate.short",
    .phase = STP_RULE_GATE,
    .hours = ALL (0),
    .strength = STP_BLOCK,
    .grade = STP_GRADE_B,
    .origin = STP_ORIGIN_ADDED,
    .label = NC_ ("rule", "what has changed"),
    .sentence = N_ ("Say before each session what has changed."),
    .why = N_ ("Also a new medicine, pregnancy, a treatment of the skin or strong sun counts."),
    .sources = "FDA-MN SKP-M",
  },
  {
    .id = "gate.patch",
    .phase = STP_RULE_GATE,
    .hours = ALL (48),
    .strength = STP_BLOCK,
    .grade = STP_GRADE_C,
    .origin = STP_ORIGIN_ADDED,
    .label = NC_ ("rule", "patch test"),
    .sentence = N_ (
      "Needle a small spot first, before the first full session and before longer needles."),
    .why = N_ ("How your skin takes it shows within two days."),
    .sources = "FFIRMA",
  },
};

const StpRule *
stp_rule_rows_gate (guint *n_rows)
{
  *n_rows = G_N_ELEMENTS (rules);
  return rules;
}
