// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib.h>

#include "rules/stp-rule-length.h"
#include "rules/stp-sources.h"

#define YEAR 2026

static StpProfile *
make_profile (StpPreset preset)
{
  StpProfile *profile = stp_record_new (STP_RECORD_PROFILE);

  profile->preset = preset;
  return profile;
}

static void
assert_names (const char *rule, const char *names)
{
  g_autofree char *listed = stp_sources_list_names (stp_rule_find (rule));

  g_assert_cmpstr (listed, ==, names);
}

/* No rule is without an origin. */
static void
test_names (void)
{
  assert_names ("prep.peel.home", "The method, Empire Beauty");
  assert_names ("after.peel", "The method");
  assert_names ("prep.shave", "Original Glam Denver");
  assert_names ("prep.enzyme", "Inferred: no source says exactly this");
}

static void
assert_not_shorter (const StpRule *rule, StpProfile *was, StpProfile *is)
{
  for (guint band = 0; band < STP_BAND_N; band++)
    g_assert_cmpint (stp_rule_get_window (rule, band, is, YEAR), >=,
                     stp_rule_get_window (rule, band, was, YEAR));
}

/* E6: whatever is chosen, and whatever stands in the profile, no rule holds for less. */
static void
test_longer_only (gconstpointer preset)
{
  g_autoptr (StpProfile) plain = make_profile (GPOINTER_TO_INT (preset));
  g_autoptr (StpProfile) draft = make_profile (GPOINTER_TO_INT (preset));
  guint n_rules = 0, n_timed = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      const int least = stp_rule_get_least_hours (&rules[i], plain, YEAR);

      if (!stp_rule_can_lengthen (&rules[i]))
        continue;
      n_timed++;
      g_assert_cmpint (least, >, 0);

      stp_rule_choose_hours (&rules[i], draft, least - 1, YEAR);
      g_assert_null (stp_profile_get_rule (draft, rules[i].id));

      stp_rule_choose_hours (&rules[i], draft, least + 24, YEAR);
      g_assert_cmpint (stp_rule_get_chosen_hours (&rules[i], draft, YEAR), ==, least + 24);
      g_assert_cmpint (stp_rule_get_least_hours (&rules[i], draft, YEAR), ==, least);
      assert_not_shorter (&rules[i], plain, draft);

      stp_profile_get_rule (draft, rules[i].id)->hours = 1;
      g_assert_cmpint (stp_rule_get_chosen_hours (&rules[i], draft, YEAR), ==, least);

      stp_rule_choose_hours (&rules[i], draft, least, YEAR);
      g_assert_null (stp_profile_get_rule (draft, rules[i].id));
    }
  g_assert_cmpuint (n_timed, >, 50);
}

static void
test_words (void)
{
  static const struct
  {
    const char *rule, *words;
  } cases[] = {
    { "prep.retinoid.otc", "48 hours" },
    { "after.retinoid.otc", "48 hours to 7 days" },
    { "prep.electrolysis_ipl_lhr", "7 days to 14 days" },
    { "prep.isotretinoin.oral", "6 months" },
    { "prep.tattoo_pmu", "for ever" },
    { "prep.anticoag", "as long as it lasts" },
    { "prep.flare", "as long as it lasts, then up to 14 days" },
    { "gate.questionnaire", NULL },
    { "head.age", NULL },
  };
  g_autoptr (StpProfile) profile = make_profile (STP_PRESET_CAREFUL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StpRule *rule = stp_rule_find (cases[i].rule);
      g_autofree char *words = stp_rule_dup_length_text (rule, profile, YEAR);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* More time for an answer to count would be less caution. */
static void
test_not_about_time (void)
{
  g_assert_false (stp_rule_can_lengthen (stp_rule_find ("gate.questionnaire")));
  g_assert_false (stp_rule_can_lengthen (stp_rule_find ("prep.tattoo_pmu")));
  g_assert_false (stp_rule_can_lengthen (stp_rule_find ("head.age")));
  g_assert_true (stp_rule_can_lengthen (stp_rule_find ("interval.hard")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule-length/names", test_names);
  g_test_add_data_func ("/rule-length/longer-only/essential",
                        GINT_TO_POINTER (STP_PRESET_ESSENTIAL), test_longer_only);
  g_test_add_data_func ("/rule-length/longer-only/careful", GINT_TO_POINTER (STP_PRESET_CAREFUL),
                        test_longer_only);
  g_test_add_data_func ("/rule-length/longer-only/strict", GINT_TO_POINTER (STP_PRESET_STRICT),
                        test_longer_only);
  g_test_add_func ("/rule-length/words", test_words);
  g_test_add_func ("/rule-length/not-about-time", test_not_about_time);

  return g_test_run ();
}
