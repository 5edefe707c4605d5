// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The page on which people read the rules, data/rules.md, says what the table says. After a change
 * of the table, run this test with STIPPLE_WRITE_RULES=1 to write it anew, and read what changed.
 */

#include "config.h"

#include <gio/gio.h>

#include "rules/stp-rule.h"
#include "rules/stp-verdict.h"

static const char *const titles[] = {
  [STP_RULE_BEFORE] = "Before a session",
  [STP_RULE_AFTER] = "After a session",
  [STP_RULE_INTERVAL] = "Between two sessions",
  [STP_RULE_GATE] = "Asked before a session",
  [STP_RULE_LAMP] = "Light",
  [STP_RULE_DEVICE] = "The device",
  [STP_RULE_ANSWER] = "The questionnaire",
  [STP_RULE_REACTION] = "How the skin took it",
  [STP_RULE_CARE] = "Only told",
};

static const char *const bars[] = { "nothing", "caution", "wait", "doctor", "never" };

static void
append_hours (GString *page, int hours)
{
  if (hours == STP_HOURS_FOR_EVER)
    g_string_append (page, "for ever");
  else if (hours == 0)
    g_string_append (page, "while it lasts");
  else
    g_string_append_printf (page, "%d h", hours);
}

static void
append_cases (GString *page, const StpRule *rule)
{
  for (guint i = 0; i < STP_RULE_MAX_CASES && rule->match.cases[i].events; i++)
    {
      if (i > 0)
        g_string_append (page, "; ");
      append_hours (page, rule->match.cases[i].hours);
    }
}

static void
append_answers (GString *page, const StpRule *rule)
{
  for (guint i = 0; i < STP_RULE_MAX_CASES; i++)
    {
      const StpAnswerCase *it = &rule->match.answers[i];
      const char *answer = it->answer ? stp_enum_to_nick (STP_TYPE_ANSWER, it->answer)
                                      : "any other but no";

      if (it->answer == 0 && it->bar == STP_BAR_NONE)
        return;
      g_string_append_printf (page, "%s%s: %s", i > 0 ? "; " : "", answer, bars[it->bar]);
    }
}

/* By depth after a session, one number where all are the same. */
static void
append_bands (GString *page, const StpRule *rule)
{
  gboolean same = TRUE;

  for (guint band = 1; band < STP_BAND_N; band++)
    same = same && rule->hours[band] == rule->hours[0];
  if (same && rule->hours[0] > 0)
    g_string_append_printf (page, "%d h", rule->hours[0]);
  for (guint band = 0; !same && band < STP_BAND_N; band++)
    g_string_append_printf (page, "%s%d", band > 0 ? " / " : "", rule->hours[band]);
  if (!same)
    g_string_append (page, " h");
}

static void
append_window (GString *page, const StpRule *rule)
{
  if (rule->kept_by)
    g_string_append (page, rule->kept_by);
  else if (rule->match.answers[0].bar || rule->match.answers[0].answer)
    append_answers (page, rule);
  else if (rule->hours[STP_BAND_M15] > 0)
    append_bands (page, rule);
  else
    append_cases (page, rule);
  if (rule->hours_by)
    g_string_append_printf (page, " (%s)", rule->hours_by);
}

static void
append_rule (GString *page, const StpRule *rule)
{
  g_string_append_printf (page, "| `%s` | %s %s | %s | ", rule->id, rule->sentence, rule->why,
                          stp_enum_to_nick (STP_TYPE_STRENGTH, rule->strength));
  append_window (page, rule);
  g_string_append_printf (page, " | %s | %s | %s |\n", stp_rule_get_grade (rule),
                          stp_rule_is_method (rule) ? "method" : "added", rule->sources);
}

static char *
build_page (void)
{
  GString *page = g_string_new (
    "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n\n# The rules\n\n"
    "Written from the table of the program; change the table, not this page.\n\n"
    "**No clinician has reviewed these rules.** Grades: A regulator or direct data, B instructions "
    "of devices and hospitals, C leaflets that differ, D inference. Hours after a session stand "
    "for needles up to 0.3 / 0.5 / 1.0 mm / longer / with current. Presets move only what is "
    "graded "
    "C or D and not of the method.\n");
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint phase = STP_RULE_BEFORE; phase < G_N_ELEMENTS (titles); phase++)
    {
      g_string_append_printf (page,
                              "\n## %s\n\n| rule | what it says | strength | how long | grade | "
                              "origin | sources |\n|---|---|---|---|---|---|---|\n",
                              titles[phase]);
      for (guint i = 0; i < n_rules; i++)
        if (rules[i].phase == phase)
          append_rule (page, &rules[i]);
    }
  return g_string_free_and_steal (page);
}

static void
test_page (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("STIPPLE_TEST_DATA_DIR"), "..", "..", "data",
                                            "rules.md", NULL);
  g_autofree char *wanted = build_page ();
  g_autofree char *got = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("STIPPLE_WRITE_RULES"))
    g_file_set_contents (path, wanted, -1, NULL);
  g_file_get_contents (path, &got, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, wanted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/page", test_page);
  return g_test_run ();
}
