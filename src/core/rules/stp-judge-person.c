// SPDX-License-Identifier: GPL-3.0-or-later

/* What the person answered, what a doctor said to it, and how their skin took it. */

#include "config.h"

#include "rules/stp-judge-private.h"
#include "rules/stp-person.h"

/* Years; clinical rules, section 5, `q.age`. */
#define ADULT_AGE 18
#define LONGEST_CAUTION_AGE 21

/* A doctor's word at home counts until the end of its day, or for a year; clinical rules, 5. */
const StpClearance *
stp_inquiry_find_clearance (const StpInquiry *self, const char *id)
{
  StpClearance *clearance = id ? stp_profile_get_clearance (self->profile, id) : NULL;
  guint until;

  if (!clearance || clearance->on == STP_DAY_UNSET)
    return NULL;
  until = clearance->until != STP_DAY_UNSET ? clearance->until : clearance->on + 365;
  if (self->start < stp_facts_day_begin (clearance->on, NULL) ||
      self->start >= stp_facts_day_begin (until + 1, NULL))
    return NULL;
  if (clearance->device && self->device &&
      g_strcmp0 (clearance->device, stp_record_get_id (self->device)) != 0)
    return NULL;
  return clearance;
}

/* Whether a doctor's word lifts the rule: only one that a doctor may lift. */
gboolean
stp_inquiry_is_cleared (const StpInquiry *self, const StpRule *rule)
{
  if (rule->strength != STP_DOCTOR && !rule->clearance)
    return FALSE;
  return stp_inquiry_find_clearance (self, rule->id) ||
         stp_inquiry_find_clearance (self, rule->clearance);
}

/* Whether the rule is about such a session: with light, or with needles, and with that device. */
gboolean
stp_inquiry_speaks_of (const StpInquiry *self, const StpRule *rule)
{
  if (rule->match.devices == 0)
    return (rule->phase == STP_RULE_LAMP) != self->needles;
  /* What only a newer version knows, or nobody, may be any with needles. */
  if (!self->device || self->device->kind <= 0)
    return (rule->match.devices & STP_DEVICES_NEEDLES) == STP_DEVICES_NEEDLES;
  return (rule->match.devices & STP_BIT (self->device->kind)) != 0;
}

static StpBar
find_bar (const StpRule *rule, StpAnswer answer)
{
  if (answer == 0 || answer == STP_ANSWER_NO)
    return STP_BAR_NONE;
  for (guint i = 0; i < STP_RULE_MAX_CASES; i++)
    {
      const StpAnswerCase *it = &rule->match.answers[i];

      if (it->answer == answer || (it->answer == 0 && it->bar != STP_BAR_NONE))
        return it->bar;
    }
  return STP_BAR_NONE;
}

/* A caution stands once a questionnaire; then it is only told (E1). */
static StpStrength
weigh_caution (const StpInquiry *self, const StpRule *rule, const StpStandingAnswer *answer)
{
  gint64 asked = self->profile->questionnaire_at.us;

  if (asked == STP_TIME_UNSET && answer->on != STP_DAY_UNSET)
    asked = stp_facts_day_begin (answer->on, NULL);
  return stp_facts_get_accepted (self->facts, rule->id) > asked ? STP_ADVISE : STP_WARN;
}

static StpStrength
weigh_bar (const StpInquiry *self, const StpRule *rule, const StpStandingAnswer *answer, StpBar bar)
{
  switch (bar)
    {
    case STP_BAR_CAUTION:
      return weigh_caution (self, rule, answer);
    case STP_BAR_DOCTOR:
      return stp_inquiry_find_clearance (self, rule->id) ? STP_ALLOWED : STP_DOCTOR;
    case STP_BAR_DEFER:
    case STP_BAR_ABSOLUTE:
      return STP_BLOCK;
    case STP_BAR_NONE:
    default:
      return STP_ALLOWED;
    }
}

static void
collect_answer (const StpInquiry *self,
                const StpRule *rule,
                const StpStandingAnswer *answer,
                StpHoldFilter filter,
                GArray *holds)
{
  StpBar bar = find_bar (rule, answer->answer);
  StpHold hold = { .rule = rule,
                   .strength = weigh_bar (self, rule, answer, bar),
                   .since = STP_TIME_UNSET,
                   .until = STP_TIME_UNSET,
                   .lasting = bar >= STP_BAR_DOCTOR,
                   .subject_type = STP_RECORD_PROFILE };

  if (hold.strength == STP_ALLOWED)
    return;
  if (answer->on != STP_DAY_UNSET)
    hold.since = stp_facts_day_begin (answer->on, NULL);
  stp_inquiry_add_hold (&hold, filter, holds);
}

/*
 * What the year of birth says beyond the answer. It leaves a year open, which only the answer may
 * settle (E10).
 */
static StpAnswer
find_age (const StpInquiry *self)
{
  const StpStandingAnswer *answer = stp_profile_get_answer (self->profile, "q.age");
  gint64 most = (gint64) stp_inquiry_get_year (self->start) - self->profile->born;

  if (self->profile->born == STP_UNSET || most > LONGEST_CAUTION_AGE + 1)
    return 0;
  if (answer && answer->answer != 0 && (most >= ADULT_AGE || answer->answer == STP_ANSWER_UNDER_18))
    return 0;
  if (most < ADULT_AGE)
    return STP_ANSWER_UNDER_18;
  return most == ADULT_AGE ? STP_ANSWER_UNDER_18 : STP_ANSWER_18_21;
}

/* Returns whether it speaks, so that the answer need not. */
static gboolean
collect_age (const StpInquiry *self, StpHoldFilter filter, GArray *holds)
{
  const StpRule *rule = stp_rule_find ("q.age");
  StpStandingAnswer answer = { .answer = find_age (self), .on = STP_DAY_UNSET };

  if (answer.answer == 0 || !stp_inquiry_speaks_of (self, rule))
    return FALSE;
  collect_answer (self, rule, &answer, filter, holds);
  return TRUE;
}

/* What was answered is a fact; what was not colours nothing (E15). */
void
stp_inquiry_collect_answers (const StpInquiry *self, StpHoldFilter filter, GArray *holds)
{
  GHashTableIter iter;
  gpointer id, answer;
  gboolean age = collect_age (self, filter, holds);

  if (!self->profile->answers)
    return;
  g_hash_table_iter_init (&iter, self->profile->answers);
  while (g_hash_table_iter_next (&iter, &id, &answer))
    {
      const StpRule *rule = stp_rule_find (id);

      if (rule && rule->phase == STP_RULE_ANSWER && stp_inquiry_speaks_of (self, rule) &&
          !(age && g_str_equal (id, "q.age")))
        collect_answer (self, rule, answer, filter, holds);
    }
}

/**
 * stp_person_list_absolute:
 *
 * Returns: (transfer full) (element-type StpRule): the rules by which an answer of the person rules
 *   needling at home out, whatever happens (E15); by id
 */
GPtrArray *
stp_person_list_absolute (StpProfile *profile)
{
  GPtrArray *found = g_ptr_array_new ();
  guint n_rules;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; profile->answers && i < n_rules; i++)
    {
      StpStandingAnswer *answer = stp_profile_get_answer (profile, rules[i].id);

      if (answer && find_bar (&rules[i], answer->answer) == STP_BAR_ABSOLUTE)
        g_ptr_array_add (found, (gpointer) &rules[i]);
    }
  return found;
}

/*
 * A red check-in locks until it is resolved, light as well; others until the skin is calm, and some
 * time (E14), which light need not wait for: it punctures nothing.
 */
void
stp_inquiry_collect_alarms (const StpInquiry *self, StpHoldFilter filter, GArray *holds)
{
  for (guint i = 0; i < self->facts->alarms->len; i++)
    {
      const StpAlarm *alarm = &g_array_index (self->facts->alarms, StpAlarm, i);
      StpHold hold = { .rule = alarm->rule,
                       .strength = STP_BLOCK,
                       .since = alarm->since,
                       .until = alarm->until,
                       .window = alarm->window,
                       .subject_type = STP_RECORD_REACTION,
                       .subject = stp_record_get_id (alarm->reaction),
                       .record = alarm->reaction };

      hold.lasting = g_str_equal (alarm->rule->id, "reaction.red");
      if ((alarm->since > self->start && alarm->since <= self->now) ||
          (!self->needles && !hold.lasting))
        continue;
      if (alarm->until == STP_TIME_UNSET || self->start < alarm->until)
        stp_inquiry_add_hold (&hold, filter, holds);
    }
}
