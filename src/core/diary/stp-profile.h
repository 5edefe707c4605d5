// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-record.h"

G_BEGIN_DECLS

/**
 * StpTimes:
 *
 * The user's usual times.
 */
typedef struct
{
  JsonObject *extras;
  int morning, evening; /* minutes after midnight */
} StpTimes;

extern const StpShape stp_times_shape;
StpTimes *stp_times_new (void);
StpTimes *stp_times_copy (const StpTimes *self);
void stp_times_free (StpTimes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpTimes, stp_times_free)

/**
 * StpConsultation:
 *
 * What the specialist said before the first kit.
 */
typedef struct
{
  JsonObject *extras;
  gint64 modified;
  guint on; /* day */
  char *by;
  int max_um;
  guint64 avoid; /* set of StpIngredientClass */
  char *notes;
} StpConsultation;

extern const StpShape stp_consultation_shape;
StpConsultation *stp_consultation_new (void);
StpConsultation *stp_consultation_copy (const StpConsultation *self);
void stp_consultation_free (StpConsultation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpConsultation, stp_consultation_free)

/**
 * StpRuleChoice:
 *
 * A rule made longer by the user; never shorter than its floor (E6).
 */
typedef struct
{
  JsonObject *extras;
  gint64 modified;
  int hours;
} StpRuleChoice;

extern const StpShape stp_rule_choice_shape;
StpRuleChoice *stp_rule_choice_new (void);
StpRuleChoice *stp_rule_choice_copy (const StpRuleChoice *self);
void stp_rule_choice_free (StpRuleChoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpRuleChoice, stp_rule_choice_free)

/**
 * StpStandingAnswer:
 *
 * An answer of the full questionnaire.
 */
typedef struct
{
  JsonObject *extras;
  gint64 modified;
  StpAnswer answer;
  guint on; /* day */
} StpStandingAnswer;

extern const StpShape stp_standing_answer_shape;
StpStandingAnswer *stp_standing_answer_new (void);
StpStandingAnswer *stp_standing_answer_copy (const StpStandingAnswer *self);
void stp_standing_answer_free (StpStandingAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpStandingAnswer, stp_standing_answer_free)

/**
 * StpClearance:
 *
 * A doctor's word that lifts a rule for a while.
 */
typedef struct
{
  JsonObject *extras;
  gint64 modified;
  guint on, until; /* days */
  int max_um;
  char *device; /* id */
} StpClearance;

extern const StpShape stp_clearance_shape;
StpClearance *stp_clearance_new (void);
StpClearance *stp_clearance_copy (const StpClearance *self);
void stp_clearance_free (StpClearance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpClearance, stp_clearance_free)

#define STP_TYPE_PROFILE (stp_profile_get_type ())
G_DECLARE_FINAL_TYPE (StpProfile, stp_profile, STP, PROFILE, StpRecord)

/**
 * StpProfile:
 *
 * The person: one record, whose keyed members merge one by one.
 */
struct _StpProfile
{
  StpRecord parent_instance;
  JsonObject *extras;

  StpPreset preset;
  int born; /* year */
  gboolean slow_healer;
  gboolean sensitive;
  StpTimes *times; /* (nullable) */
  guint64 goals;   /* set of StpGoal */
  StpInstant questionnaire_at;
  StpConsultation *consultation; /* (nullable) */
  GHashTable *rules;             /* (nullable): rule id to StpRuleChoice */
  GHashTable *answers;           /* (nullable): question to StpStandingAnswer */
  GHashTable *clearances;        /* (nullable): rule id to StpClearance */
};

StpRuleChoice *stp_profile_get_rule (StpProfile *self, const char *rule);
StpStandingAnswer *stp_profile_get_answer (StpProfile *self, const char *question);
gboolean stp_profile_applies (StpProfile *self, const char *question);
StpClearance *stp_profile_get_clearance (StpProfile *self, const char *rule);

G_END_DECLS
