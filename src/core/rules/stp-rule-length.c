// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-rule-length.h"

#include <glib/gi18n-lib.h>

#include "rules/stp-words.h"

/* What a rule's depths and cases come to. */
typedef struct
{
  gint64 shortest, longest; /* microseconds, 0 = none has hours */
  gboolean for_ever;        /* a case that time does not lift */
  gboolean lasting;         /* a case that holds as long as it lasts */
} Spans;

static void
widen (Spans *spans, gint64 window)
{
  if (window == G_MAXINT64)
    {
      spans->for_ever = TRUE;
      return;
    }
  spans->shortest = spans->shortest ? MIN (spans->shortest, window) : window;
  spans->longest = MAX (spans->longest, window);
}

static Spans
get_spans (const StpRule *self, StpProfile *profile, int year)
{
  Spans spans = { 0 };

  for (guint band = 0; band < STP_BAND_N; band++)
    if (self->hours[band] > 0)
      widen (&spans, stp_rule_get_window (self, band, profile, year));
  for (guint i = 0; i < STP_RULE_MAX_CASES && self->match.cases[i].events; i++)
    {
      const StpEventCase *it = &self->match.cases[i];

      if (it->hours == 0)
        spans.lasting = TRUE;
      else
        widen (&spans, stp_rule_get_case_window (self, it, profile));
    }
  return spans;
}

/**
 * stp_rule_can_lengthen:
 *
 * Returns: whether a person can give the rule more time: it keeps two moments apart. To let
 *   answers count for longer would be less, not more.
 */
gboolean
stp_rule_can_lengthen (const StpRule *self)
{
  gboolean hours = FALSE;

  if (self->phase != STP_RULE_BEFORE && self->phase != STP_RULE_AFTER &&
      self->phase != STP_RULE_INTERVAL && self->phase != STP_RULE_LAMP)
    return FALSE;
  for (guint band = 0; band < STP_BAND_N; band++)
    hours = hours || self->hours[band] > 0;
  for (guint i = 0; i < STP_RULE_MAX_CASES; i++)
    hours = hours || self->match.cases[i].hours > 0;
  return hours;
}

/* As the profile, but without what it says of the rule. */
static StpProfile *
dup_without_choice (const StpRule *self, StpProfile *profile)
{
  StpProfile *copy = stp_record_copy (profile);

  if (copy->rules)
    g_hash_table_remove (copy->rules, self->id);
  return copy;
}

/**
 * stp_rule_get_least_hours:
 * @profile: the person
 * @year: the year it is
 *
 * Returns: the floor: the hours that the rule holds at least, with the preset and the skin of the
 *   person, but without what they chose
 */
int
stp_rule_get_least_hours (const StpRule *self, StpProfile *profile, int year)
{
  g_autoptr (StpProfile) bare = dup_without_choice (self, profile);

  return (int) (get_spans (self, bare, year).shortest / STP_HOUR);
}

/**
 * stp_rule_get_chosen_hours:
 * @profile: the person
 * @year: the year it is
 *
 * Returns: what the person chose, never below the floor
 */
int
stp_rule_get_chosen_hours (const StpRule *self, StpProfile *profile, int year)
{
  StpRuleChoice *choice = stp_profile_get_rule (profile, self->id);
  int least = stp_rule_get_least_hours (self, profile, year);

  return choice ? MAX (least, choice->hours) : least;
}

/**
 * stp_rule_choose_hours:
 * @draft: the profile that is edited
 * @hours: how long the rule is to hold at least
 * @year: the year it is
 *
 * Makes the rule longer. What is not above the floor is no choice and is taken out, so that a
 * later preset can move the rule again.
 */
void
stp_rule_choose_hours (const StpRule *self, StpProfile *draft, int hours, int year)
{
  StpRuleChoice *choice;

  g_return_if_fail (stp_rule_can_lengthen (self));

  if (hours <= stp_rule_get_least_hours (self, draft, year))
    {
      if (draft->rules)
        g_hash_table_remove (draft->rules, self->id);
      return;
    }
  if (!draft->rules)
    draft->rules = stp_map_new (&stp_rule_choice_shape);
  choice = stp_rule_choice_new ();
  choice->hours = hours;
  g_hash_table_insert (draft->rules, g_strdup (self->id), choice);
}

/**
 * stp_rule_dup_length_text:
 * @profile: the person
 * @year: the year it is
 *
 * Returns: (transfer full) (nullable): how long the rule holds for them: "48 hours", "2 days to 7
 *   days"; %NULL if it is not about time
 */
char *
stp_rule_dup_length_text (const StpRule *self, StpProfile *profile, int year)
{
  const Spans spans = get_spans (self, profile, year);
  g_autofree char *shortest = stp_words_duration (spans.shortest);
  g_autofree char *longest = stp_words_duration (spans.longest);

  if (self->phase == STP_RULE_GATE)
    return NULL;
  if (spans.for_ever)
    return g_strdup (C_ ("length of a rule", "for ever"));
  if (spans.longest == 0)
    return spans.lasting ? g_strdup (C_ ("length of a rule", "as long as it lasts")) : NULL;
  if (spans.lasting)
    /* Translators: how long a rule holds; %s is a span such as "14 days" */
    return g_strdup_printf (C_ ("length of a rule", "as long as it lasts, then up to %s"), longest);
  if (spans.shortest == spans.longest)
    return g_steal_pointer (&longest);
  /* Translators: how long a rule holds; both are spans such as "14 days" */
  return g_strdup_printf (C_ ("length of a rule", "%1$s to %2$s"), shortest, longest);
}

/**
 * stp_rule_depends_on_band:
 *
 * Returns: whether longer needles give the rule more time
 */
gboolean
stp_rule_depends_on_band (const StpRule *self)
{
  for (guint band = 1; band < STP_BAND_N; band++)
    if (self->hours[band] != self->hours[0])
      return TRUE;
  return FALSE;
}

/**
 * stp_rule_dup_band_text:
 * @band: a depth
 * @profile: the person
 * @year: the year it is
 *
 * Returns: (transfer full): how long the rule holds at that depth
 */
char *
stp_rule_dup_band_text (const StpRule *self, StpBand band, StpProfile *profile, int year)
{
  g_autofree char *span = stp_words_duration (stp_rule_get_window (self, band, profile, year));

  if (self->clinic & STP_BIT (band))
    /* Translators: how long a rule holds; %s is a span such as "28 days" */
    return g_strdup_printf (C_ ("length of a rule", "until the clinic says so, else %s"), span);
  return g_steal_pointer (&span);
}
