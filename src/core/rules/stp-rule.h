// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-profile.h"
#include "rules/stp-verdict.h"

G_BEGIN_DECLS

/**
 * StpRulePhase:
 * @STP_RULE_BEFORE: a use holds a session back for some hours
 * @STP_RULE_AFTER: a session holds a use back for some hours
 * @STP_RULE_INTERVAL: a session holds the next one on the same skin back
 * @STP_RULE_GATE: asked before the first stroke; never colours a day (E15)
 * @STP_RULE_LAMP: about a session with light, which punctures nothing
 * @STP_RULE_DEVICE: about the device in the hand
 * @STP_RULE_ANSWER: what an answer of the questionnaire means
 * @STP_RULE_REACTION: what a check-in means
 * @STP_RULE_CARE: told to the person; something else keeps it, or nothing can
 *
 * When a rule speaks.
 */
typedef enum
{
  STP_RULE_BEFORE = 1,
  STP_RULE_AFTER,
  STP_RULE_INTERVAL,
  STP_RULE_GATE,
  STP_RULE_LAMP,
  STP_RULE_DEVICE,
  STP_RULE_ANSWER,
  STP_RULE_REACTION,
  STP_RULE_CARE,
} StpRulePhase;

/**
 * StpBand:
 * @STP_BAND_R2: up to 0.3 mm
 * @STP_BAND_R5: up to 0.5 mm
 * @STP_BAND_M10: up to 1.0 mm
 * @STP_BAND_M15: longer, and every length that is not known
 * @STP_BAND_RF: needles that carry current
 *
 * The columns of the clinical tables, shallowest first; clinical rules, sections 3 and 7.18.
 */
typedef enum
{
  STP_BAND_R2,
  STP_BAND_R5,
  STP_BAND_M10,
  STP_BAND_M15,
  STP_BAND_RF,
  STP_BAND_N
} StpBand;

/**
 * StpGrade:
 *
 * How good the evidence is; clinical rules, section 0.2. Of two grades the worse stands.
 */
typedef enum
{
  STP_GRADE_A = 1,
  STP_GRADE_B,
  STP_GRADE_C,
  STP_GRADE_D,
} StpGrade;

/**
 * StpOrigin:
 * @STP_ORIGIN_METHOD: the method says so: a floor that nothing may weaken
 * @STP_ORIGIN_ADDED: added for safety
 *
 * Where a rule comes from.
 */
typedef enum
{
  STP_ORIGIN_METHOD = 1,
  STP_ORIGIN_ADDED,
} StpOrigin;

/* A case that time does not lift. */
#define STP_HOURS_FOR_EVER (-1)

/**
 * StpEventCase:
 * @events: set of [enum@StpEventKind]
 * @details: set of [enum@StpEventDetail]; 0 = whatever it says
 * @hours: from the end of the event to a session, or %STP_HOURS_FOR_EVER; 0 = as long as it lasts
 * @strength: 0 = as the rule
 * @spreads: on one part of the face it stands against all of it
 *
 * What a rule makes of an event. The first case that fits decides.
 */
typedef struct
{
  guint64 events;
  guint64 details;
  int hours;
  StpStrength strength;
  gboolean spreads;
} StpEventCase;

/**
 * StpBar:
 * @STP_BAR_CAUTION: a warning, once a questionnaire
 * @STP_BAR_DEFER: a block until the state is over
 * @STP_BAR_DOCTOR: a block until a clearance is recorded
 * @STP_BAR_ABSOLUTE: a block that nothing lifts
 *
 * How an answer stands against needling; clinical rules, section 5.
 */
typedef enum
{
  STP_BAR_NONE,
  STP_BAR_CAUTION,
  STP_BAR_DEFER,
  STP_BAR_DOCTOR,
  STP_BAR_ABSOLUTE,
} StpBar;

/**
 * StpAnswerCase:
 * @answer: 0 = whatever is not "no": also what only a newer version knows
 */
typedef struct
{
  StpAnswer answer;
  StpBar bar;
} StpAnswerCase;

#define STP_RULE_MAX_CASES 4

/* Clinical rules, section 3.1: above 10 % niacinamide waits as long as azelaic acid. */
#define STP_RULE_STRONG_PERMILLE 100

/**
 * StpRuleMatch:
 * @classes: set of [enum@StpIngredientClass]: one of them active in the product
 * @strong: the same, declared above 10 %
 * @kinds: set of [enum@StpProductKind]: or the product is one of them, whatever its list says
 * @unless_kinds: never for these kinds
 * @leave_on: only for what stays on the skin
 * @unknown: or nobody knows what is in it
 * @fresh: or it stays on the skin and its pack was just opened: the window runs from the first use
 * @cases: events that hold a session back
 * @events: set of [enum@StpEventKind] that a session holds back; a planned one speaks against it
 * @systemic: an event is about the whole person, on whatever skin
 * @devices: set of [enum@StpDeviceKind]; 0 = any with needles, or for a lamp any lamp
 * @answers: what the answers to the question of the rule's id mean
 *
 * What a rule is about. A rule that matches nothing here is about no product.
 */
typedef struct
{
  guint64 classes;
  guint64 strong;
  guint64 kinds;
  guint64 unless_kinds;
  gboolean leave_on;
  gboolean unknown;
  gboolean fresh;
  StpEventCase cases[STP_RULE_MAX_CASES];
  guint64 events;
  gboolean systemic;
  guint64 devices;
  StpAnswerCase answers[STP_RULE_MAX_CASES];
} StpRuleMatch;

/**
 * StpRule:
 * @id: final; named in diaries, by the tool and in `profile.rules`
 * @hours: by needle band; the same in all for what comes before a session. 0 = holds nothing
 * @clinic: set of [enum@StpBand] in which the clinic's word ends the hold and @hours is only
 *   what stands until it is heard (the cells "clin")
 * @strict_hours: the longest time that the row's own cells name or cite; preset Strict. 0 = none
 *   beyond @hours
 * @strength: as the clinical rules list it; see [func@rule_get_strength] for what a preset makes
 * of it
 * @kept: no preset moves it
 * @clearance: (nullable): id under which a doctor's word that lifts it may also be recorded
 * @label: what it is about, as a noun within a sentence
 * @sentence: what it asks
 * @why: the reason for it
 * @sources: keys of the clinical rules, section 9
 * @hours_by: (nullable): where no source gives the hours: who does, and why so. As below, for
 *   reviewers
 * @kept_by: (nullable): of a row that is only told: what keeps it instead of a window, or why
 *   nothing can. For whoever reviews the rules on their page, so not translated.
 *
 * One row of the table. Texts are untranslated here; the functions below translate.
 */
struct _StpRule
{
  const char *id;
  StpRulePhase phase;
  StpRuleMatch match;
  int hours[STP_BAND_N];
  guint64 clinic;
  int strict_hours;
  StpStrength strength;
  gboolean kept;
  const char *clearance;
  StpGrade grade;
  StpOrigin origin;
  const char *label;
  const char *sentence;
  const char *why;
  const char *sources;
  const char *hours_by;
  const char *kept_by;
};

const StpRule *stp_rule_table (guint *n_rules);
const StpRule *stp_rule_find (const char *id);

const char *stp_rule_get_id (const StpRule *self);
const char *stp_rule_get_label (const StpRule *self);
const char *stp_rule_get_sentence (const StpRule *self);
const char *stp_rule_get_why (const StpRule *self);
const char *stp_rule_get_sources (const StpRule *self);
const char *stp_rule_get_grade (const StpRule *self);
gboolean stp_rule_is_method (const StpRule *self);

StpStrength stp_rule_get_strength (const StpRule *self, StpPreset preset);
int stp_rule_get_hours (const StpRule *self, StpBand band, StpPreset preset);
gint64 stp_rule_get_case_window (const StpRule *self, const StpEventCase *it, StpProfile *profile);
gint64 stp_rule_get_window (const StpRule *self, StpBand band, StpProfile *profile, int year);
gint64 stp_rule_get_reach (const StpRule *self, StpProfile *profile);

StpBand stp_band_from_length (int needle_um);

G_END_DECLS
