// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-profile.h"

#include "diary/stp-record-private.h"

/* clang-format off */
static const StpMember stp_times_members[] = {
  { "morning", STP_MEMBER_CLOCK_TIME, STP_AT (StpTimes, morning) },
  { "evening", STP_MEMBER_CLOCK_TIME, STP_AT (StpTimes, evening) },
};

STP_DEFINE_VALUE (StpTimes, stp_times, "times", 0)

static const StpMember stp_consultation_members[] = {
  { "on", STP_MEMBER_DAY, STP_AT (StpConsultation, on) },
  { "by", STP_MEMBER_TEXT, STP_AT (StpConsultation, by) },
  { "max_um", STP_MEMBER_INT, STP_AT (StpConsultation, max_um), .min = 1, .max = 5000 },
  { "avoid", STP_MEMBER_SET, STP_AT (StpConsultation, avoid), .enum_type = stp_ingredient_class_get_type },
  { "notes", STP_MEMBER_TEXT, STP_AT (StpConsultation, notes) },
};

STP_DEFINE_VALUE (StpConsultation, stp_consultation, "consultation", STP_AT (StpConsultation, modified))

static const StpMember stp_rule_choice_members[] = {
  { "hours", STP_MEMBER_INT, STP_AT (StpRuleChoice, hours), .min = 0, .max = 87600 },
};

STP_DEFINE_VALUE (StpRuleChoice, stp_rule_choice, "rule-choice", STP_AT (StpRuleChoice, modified))

static const StpMember stp_standing_answer_members[] = {
  { "answer", STP_MEMBER_ENUM, STP_AT (StpStandingAnswer, answer), .enum_type = stp_answer_get_type },
  { "on", STP_MEMBER_DAY, STP_AT (StpStandingAnswer, on) },
};

STP_DEFINE_VALUE (StpStandingAnswer, stp_standing_answer, "standing-answer", STP_AT (StpStandingAnswer, modified))

static const StpMember stp_clearance_members[] = {
  { "on", STP_MEMBER_DAY, STP_AT (StpClearance, on) },
  { "until", STP_MEMBER_DAY, STP_AT (StpClearance, until) },
  { "max_um", STP_MEMBER_INT, STP_AT (StpClearance, max_um), .min = 1, .max = 5000 },
  { "device", STP_MEMBER_ID, STP_AT (StpClearance, device), .target = STP_RECORD_DEVICE },
};

STP_DEFINE_VALUE (StpClearance, stp_clearance, "clearance", STP_AT (StpClearance, modified))

static const StpMember stp_profile_members[] = {
  { "preset", STP_MEMBER_ENUM, STP_AT (StpProfile, preset), .enum_type = stp_preset_get_type },
  { "born", STP_MEMBER_INT, STP_AT (StpProfile, born), .min = 1900, .max = 2100 },
  { "slow_healer", STP_MEMBER_BOOL, STP_AT (StpProfile, slow_healer) },
  { "sensitive", STP_MEMBER_BOOL, STP_AT (StpProfile, sensitive) },
  { "times", STP_MEMBER_VALUE, STP_AT (StpProfile, times), .nested = &stp_times_shape },
  { "goals", STP_MEMBER_SET, STP_AT (StpProfile, goals), .enum_type = stp_goal_get_type },
  { "questionnaire_at", STP_MEMBER_INSTANT, STP_AT (StpProfile, questionnaire_at) },
  { "consultation", STP_MEMBER_VALUE, STP_AT (StpProfile, consultation), .nested = &stp_consultation_shape },
  { "rules", STP_MEMBER_MAP, STP_AT (StpProfile, rules), .nested = &stp_rule_choice_shape },
  { "answers", STP_MEMBER_MAP, STP_AT (StpProfile, answers), .nested = &stp_standing_answer_shape },
  { "clearances", STP_MEMBER_MAP, STP_AT (StpProfile, clearances), .nested = &stp_clearance_shape },
};

STP_DEFINE_RECORD (StpProfile, stp_profile, STP_RECORD_PROFILE, "profile")
/* clang-format on */

static gpointer
get_entry (const StpShape *shape, GHashTable *map, const char *key)
{
  gpointer value = map ? g_hash_table_lookup (map, key) : NULL;

  return value && !stp_value_is_blank (shape, value) ? value : NULL;
}

/**
 * stp_profile_get_rule:
 *
 * Returns: (transfer none) (nullable): the user's longer time for @rule
 */
StpRuleChoice *
stp_profile_get_rule (StpProfile *self, const char *rule)
{
  return get_entry (&stp_rule_choice_shape, self->rules, rule);
}

/**
 * stp_profile_get_answer:
 *
 * Returns: (transfer none) (nullable): the standing answer to @question
 */
StpStandingAnswer *
stp_profile_get_answer (StpProfile *self, const char *question)
{
  return get_entry (&stp_standing_answer_shape, self->answers, question);
}

/**
 * stp_profile_applies:
 *
 * Returns: whether @question was answered by anything but no
 */
gboolean
stp_profile_applies (StpProfile *self, const char *question)
{
  StpStandingAnswer *answer = stp_profile_get_answer (self, question);

  return answer && answer->answer != 0 && answer->answer != STP_ANSWER_NO;
}

/**
 * stp_profile_get_clearance:
 *
 * Returns: (transfer none) (nullable): the clearance for @rule; whether it has run out is for
 *   the rules to say
 */
StpClearance *
stp_profile_get_clearance (StpProfile *self, const char *rule)
{
  return get_entry (&stp_clearance_shape, self->clearances, rule);
}
