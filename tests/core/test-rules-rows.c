// SPDX-License-Identifier: GPL-3.0-or-later

/* Rows that no hours hold, at their edge: rules-standing.txt; and that no row is without a case. */

#include "config.h"

#include <string.h>

#include "fact-text.h"
#include "rules/stp-rule.h"

#define START "2027-06-12T20:00:00Z"
#define NONE "none"

/* The tables whose lines are each run at N hours minus one microsecond and at N hours. */
static const struct
{
  const char *name;
  guint n_columns;
} timed[] = {
  { "rules-before.txt", 5 },
  { "rules-after.txt", 5 },
  { "rules-events.txt", 4 },
  { "rules-planned.txt", 4 },
};

static const char *
find_ask (StpVerdict *verdict, const char *rule)
{
  for (guint i = 0; i < verdict->asks->len; i++)
    {
      StpAsk *ask = g_ptr_array_index (verdict->asks, i);

      if (g_str_equal (stp_rule_get_id (ask->rule), rule))
        return stp_ask_get_text (ask);
    }
  return NULL;
}

/* How the rule speaks: as a reason, as an ask, or not at all. */
static const char *
judge (char **row)
{
  g_autofree char *asked = g_strconcat ("start=" START " ", row[2], NULL);
  g_auto (GStrv) tokens = fact_text_split (asked);
  StpQuestion question = fact_text_read_question (tokens);
  g_autoptr (StpTimeline) timeline = fact_text_load (row[1], question.now);
  g_autoptr (StpVerdict) verdict = stp_timeline_judge (timeline, &question);
  StpReason *reason = fact_text_find_reason (verdict, row[0]);
  const char *ask = find_ask (verdict, row[0]);

  fact_text_clear_question (&question);
  if (reason)
    g_assert_true (g_str_has_suffix (stp_reason_get_text (reason), "."));
  if (ask)
    g_assert_true (g_str_has_suffix (ask, ".") || g_str_has_suffix (ask, "?"));
  if (reason)
    return stp_enum_to_nick (STP_TYPE_STRENGTH, reason->strength);
  return ask ? "ask" : NONE;
}

static void
test_standing (void)
{
  g_autoptr (GPtrArray) table = fact_text_read_table ("rules-standing.txt", 4);

  for (guint i = 0; i < table->len; i++)
    {
      char **row = g_ptr_array_index (table, i);

      g_test_message ("%s | %s | %s", row[0], row[1], row[2]);
      g_assert_cmpstr (judge (row), ==, row[3]);
    }
}

static gboolean
is_timed (const StpRule *rule, GPtrArray *const *tables)
{
  for (guint i = 0; i < G_N_ELEMENTS (timed); i++)
    for (guint j = 0; j < tables[i]->len; j++)
      if (g_str_equal (((char **) g_ptr_array_index (tables[i], j))[0], rule->id))
        return TRUE;
  return FALSE;
}

/* Whether it speaks in one line and in another does not. */
static gboolean
is_standing (const StpRule *rule, GPtrArray *table)
{
  gboolean speaks = FALSE, is_silent = FALSE;

  for (guint i = 0; i < table->len; i++)
    {
      char **row = g_ptr_array_index (table, i);

      if (!g_str_equal (row[0], rule->id))
        continue;
      if (g_str_equal (row[3], NONE))
        is_silent = TRUE;
      else
        speaks = TRUE;
    }
  return speaks && is_silent;
}

/* A new row needs its lines in one of the tables; one that is only told has none. */
static void
test_every_row (void)
{
  g_autoptr (GPtrArray) standing = fact_text_read_table ("rules-standing.txt", 4);
  GPtrArray *tables[G_N_ELEMENTS (timed)];
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < G_N_ELEMENTS (timed); i++)
    tables[i] = fact_text_read_table (timed[i].name, timed[i].n_columns);
  for (guint i = 0; i < n_rules; i++)
    if (rules[i].phase != STP_RULE_CARE && !is_timed (&rules[i], tables) &&
        !is_standing (&rules[i], standing))
      g_test_fail_printf ("no case for %s", rules[i].id);
  for (guint i = 0; i < G_N_ELEMENTS (timed); i++)
    g_ptr_array_unref (tables[i]);
}

static gboolean
is_moved (const StpRule *rule, StpPreset preset)
{
  if (stp_rule_get_strength (rule, preset) != stp_rule_get_strength (rule, STP_PRESET_CAREFUL))
    return TRUE;
  for (guint band = 0; band < STP_BAND_N; band++)
    if (stp_rule_get_hours (rule, band, preset) !=
        stp_rule_get_hours (rule, band, STP_PRESET_CAREFUL))
      return TRUE;
  return FALSE;
}

static gboolean
has_preset (const StpRule *rule, StpPreset preset, GPtrArray *table)
{
  const char *name = stp_enum_to_nick (STP_TYPE_PRESET, preset);

  for (guint i = 0; i < table->len; i++)
    {
      char **row = g_ptr_array_index (table, i);

      if (g_str_equal (row[0], rule->id) && g_str_equal (row[1], name))
        return TRUE;
    }
  return FALSE;
}

/* What a preset moves has a line under that preset, and all have one under Careful. */
static void
test_every_preset (void)
{
  g_autoptr (GPtrArray) before = fact_text_read_table ("rules-before.txt", 5);
  g_autoptr (GPtrArray) after = fact_text_read_table ("rules-after.txt", 5);
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    for (int preset = STP_PRESET_ESSENTIAL; preset <= STP_PRESET_STRICT; preset++)
      {
        const StpRule *rule = &rules[i];
        gboolean about_products = rule->match.classes || rule->match.kinds || rule->match.unknown ||
                                  rule->match.fresh;

        if (about_products && (preset == STP_PRESET_CAREFUL || is_moved (rule, preset)) &&
            !has_preset (rule, preset, before) && !has_preset (rule, preset, after))
          g_test_fail_printf ("no case for %s under %s", rule->id,
                              stp_enum_to_nick (STP_TYPE_PRESET, preset));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* A table shows all its failing lines at once. */
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/rules/rows/standing", test_standing);
  g_test_add_func ("/rules/rows/every-row-has-a-case", test_every_row);
  g_test_add_func ("/rules/rows/every-preset-has-a-case", test_every_preset);
  return g_test_run ();
}
