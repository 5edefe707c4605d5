// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-rule.h"

#include <glib/gi18n-lib.h>

#include "rules/stp-rule-rows-private.h"

/* A hand-edited number must not make time overflow; nothing heals for a century. */
#define LONGEST_HOURS (100 * 366 * 24)

/* The age from which skin counts as slow to heal, and by how much; clinical rules, section 3. */
#define SLOW_AGE 65
#define SLOW_NUMERATOR 3
#define SLOW_DENOMINATOR 2

/* Every row of every table, in their order, and where each stands by its id. */
typedef struct
{
  GArray *rows;
  GHashTable *by_id;
} Table;

static Table *
build_table (void)
{
  const StpRule *(*const tables[]) (guint *) = {
    stp_rule_rows_prep,      stp_rule_rows_after, stp_rule_rows_gate,   stp_rule_rows_event,
    stp_rule_rows_aftercare, stp_rule_rows_light, stp_rule_rows_answer, stp_rule_rows_device,
  };
  Table *table = g_new0 (Table, 1);

  table->rows = g_array_new (FALSE, FALSE, sizeof (StpRule));
  table->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      guint n_rows = 0;
      const StpRule *rows = tables[i](&n_rows);

      g_array_append_vals (table->rows, rows, n_rows);
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      StpRule *rule = &g_array_index (table->rows, StpRule, i);

      g_hash_table_insert (table->by_id, (gpointer) rule->id, rule);
    }
  return table;
}

static const Table *
get_table (void)
{
  static Table *table = NULL;

  if (g_once_init_enter_pointer (&table))
    g_once_init_leave_pointer (&table, build_table ());
  return table;
}

/**
 * stp_rule_table:
 * @n_rules: (out): how many there are
 *
 * Returns: (array length=n_rules): every rule
 */
const StpRule *
stp_rule_table (guint *n_rules)
{
  const Table *table = get_table ();

  *n_rules = table->rows->len;
  return &g_array_index (table->rows, StpRule, 0);
}

/**
 * stp_rule_find:
 * @id: a rule's id
 *
 * Returns: (nullable): the row, %NULL if no rule has that id
 */
const StpRule *
stp_rule_find (const char *id)
{
  return id ? g_hash_table_lookup (get_table ()->by_id, id) : NULL;
}

/**
 * stp_rule_get_id:
 *
 * Returns: the id, which is final: diaries and the tool name it
 */
const char *
stp_rule_get_id (const StpRule *self)
{
  return self->id;
}

/**
 * stp_rule_get_label:
 *
 * Returns: what the rule is about, translated: a noun to stand within a sentence
 */
const char *
stp_rule_get_label (const StpRule *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "rule", self->label);
}

/**
 * stp_rule_get_sentence:
 *
 * Returns: what the rule asks, one translated sentence
 */
const char *
stp_rule_get_sentence (const StpRule *self)
{
  return _ (self->sentence);
}

/**
 * stp_rule_get_why:
 *
 * Returns: the reason for the rule, one or more translated sentences
 */
const char *
stp_rule_get_why (const StpRule *self)
{
  return _ (self->why);
}

/**
 * stp_rule_get_sources:
 *
 * Returns: keys of the list of sources, separated by spaces; "method" where the method says so
 */
const char *
stp_rule_get_sources (const StpRule *self)
{
  return self->sources;
}

/**
 * stp_rule_get_grade:
 *
 * Returns: "A" to "D"; clinical rules, section 0.2
 */
const char *
stp_rule_get_grade (const StpRule *self)
{
  static const char *const names[] = { "", "A", "B", "C", "D" };

  return names[self->grade];
}

/**
 * stp_rule_is_method:
 *
 * Returns: whether the method says so, rather than that it was added for safety
 */
gboolean
stp_rule_is_method (const StpRule *self)
{
  return self->origin == STP_ORIGIN_METHOD;
}

/**
 * stp_rule_get_strength:
 * @preset: the user's preset; unset counts as Careful
 *
 * How strongly the rule speaks under @preset. The presets are defined here once instead of in a
 * column a row, so that no row can contradict them: Essential keeps grades A and B and turns C
 * and D into advice; Careful turns only warnings of grade D into advice; Strict is as listed.
 *
 * Returns: the strength
 */
StpStrength
stp_rule_get_strength (const StpRule *self, StpPreset preset)
{
  if (self->kept || self->origin == STP_ORIGIN_METHOD || preset == STP_PRESET_STRICT)
    return self->strength;
  if (preset == STP_PRESET_ESSENTIAL)
    return self->grade >= STP_GRADE_C ? MIN (self->strength, STP_ADVISE) : self->strength;
  if (self->grade == STP_GRADE_D && self->strength == STP_WARN)
    return STP_ADVISE;
  return self->strength;
}

/**
 * stp_rule_get_hours:
 * @band: the depth; before-rules say the same for all
 * @preset: the user's preset
 *
 * Returns: the hours of the table, without what the user or their skin adds
 */
int
stp_rule_get_hours (const StpRule *self, StpBand band, StpPreset preset)
{
  int hours = self->hours[band];

  if (hours == 0 || preset != STP_PRESET_STRICT || self->kept || stp_rule_is_method (self))
    return hours;
  return MAX (hours, self->strict_hours);
}

/* The switch of the preferences, the question of the questionnaire, or age. */
static gboolean
heals_slowly (StpProfile *profile, int year)
{
  if (profile->slow_healer || profile->sensitive || stp_profile_applies (profile, "q.healing"))
    return TRUE;
  return profile->born != STP_UNSET && year - profile->born >= SLOW_AGE;
}

/* A user's own hours only ever lengthen: this is where the floors stand (E6). */
static gint64
lengthen (const StpRule *self, gint64 hours, StpProfile *profile)
{
  StpRuleChoice *choice = profile->rules ? g_hash_table_lookup (profile->rules, self->id) : NULL;

  if (choice)
    hours = MAX (hours, MIN (choice->hours, LONGEST_HOURS));
  return hours * STP_HOUR;
}

/**
 * stp_rule_get_case_window:
 * @it: one of the rule's cases
 * @profile: the person
 *
 * Returns: how long after such an event the rule holds, microseconds; %G_MAXINT64 = for ever
 */
gint64
stp_rule_get_case_window (const StpRule *self, const StpEventCase *it, StpProfile *profile)
{
  int hours = it->hours;

  if (hours == STP_HOURS_FOR_EVER)
    return G_MAXINT64;
  if (profile->preset == STP_PRESET_STRICT && !self->kept && !stp_rule_is_method (self))
    hours = MAX (hours, self->strict_hours);
  return lengthen (self, hours, profile);
}

/**
 * stp_rule_get_window:
 * @band: the depth
 * @profile: the person
 * @year: the year of the session; only the year of birth is known
 *
 * How long the rule holds for this person. Skin that heals slowly takes half as long again after
 * a session, under light as well; sensitive skin, for which the clinical rules give no number, is
 * treated the same, and two reasons add nothing to one.
 *
 * Returns: microseconds; 0 = the rule holds nothing
 */
gint64
stp_rule_get_window (const StpRule *self, StpBand band, StpProfile *profile, int year)
{
  gint64 hours = stp_rule_get_hours (self, band, profile->preset);

  if (hours == 0)
    return 0;
  if ((self->phase == STP_RULE_AFTER || self->phase == STP_RULE_LAMP) &&
      heals_slowly (profile, year))
    hours = hours * SLOW_NUMERATOR / SLOW_DENOMINATOR;
  return lengthen (self, hours, profile);
}

/**
 * stp_rule_get_reach:
 * @profile: the person
 *
 * Returns: the longest that the rule can hold for this person, at any depth and age; microseconds
 */
gint64
stp_rule_get_reach (const StpRule *self, StpProfile *profile)
{
  gint64 reach = 0;

  for (guint band = 0; band < STP_BAND_N; band++)
    reach = MAX (reach, stp_rule_get_window (self, band, profile, G_MAXINT));
  return reach;
}

/**
 * stp_band_from_length:
 * @needle_um: micrometres; 0 or less = not known
 *
 * Returns: the band; what is not known counts as the deepest
 */
StpBand
stp_band_from_length (int needle_um)
{
  if (needle_um <= 0 || needle_um > 1000)
    return STP_BAND_M15;
  if (needle_um > 500)
    return STP_BAND_M10;
  return needle_um > 300 ? STP_BAND_R5 : STP_BAND_R2;
}
