// SPDX-License-Identifier: GPL-3.0-or-later

/* The rule table by itself, and every row of it at its edge: rules-before.txt, rules-after.txt,
 * rules-events.txt, rules-planned.txt. */

#include "config.h"

#include <string.h>

#include "fact-text.h"
#include "rules/stp-rule.h"
#include "rules/stp-sources.h"

#define START "2027-06-12T20:00:00Z"

/* Needle lengths that fall into the bands, shallowest first. */
static const int band_um[] = { 300, 500, 1000, 1500 };

static void
test_integrity (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      const StpRule *rule = &rules[i];

      g_test_message ("%s", rule->id);
      g_assert_true (g_hash_table_add (ids, (gpointer) rule->id));
      g_assert_true (stp_rule_find (rule->id) == rule);
      g_assert_cmpint (rule->phase, !=, 0);
      g_assert_cmpint (rule->grade, >=, STP_GRADE_A);
      g_assert_cmpint (rule->grade, <=, STP_GRADE_D);
      g_assert_cmpint (rule->origin, !=, 0);
      g_assert_true (rule->label && *rule->label);
      g_assert_true (g_str_has_suffix (rule->sentence, "."));
      g_assert_true (g_str_has_suffix (rule->why, "."));
      g_assert_true (rule->sources && *rule->sources);
      g_assert_true ((rule->kept_by != NULL) == (rule->phase == STP_RULE_CARE));
    }
}

/* Nobody is shown a key: every source has a name, and every rule says how good its evidence is. */
static void
test_sources (void)
{
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      g_auto (GStrv) keys = g_strsplit (stp_rule_get_sources (&rules[i]), " ", -1);
      g_autofree char *text = stp_sources_describe (&rules[i]);
      gboolean named = FALSE;

      g_test_message ("%s", rules[i].id);
      g_assert_true (g_str_has_suffix (stp_sources_describe_grade (&rules[i]), "."));
      for (guint j = 0; keys[j]; j++)
        if (!g_str_equal (keys[j], "method") && !g_str_equal (keys[j], "none"))
          {
            g_autofree char *alone = stp_sources_explain_keys (keys[j]);
            g_autofree char *name = NULL;

            g_assert_true (g_str_has_prefix (alone, "Sources: ") && g_str_has_suffix (alone, "."));
            name = g_strndup (strrchr (alone, ':'), strlen (strrchr (alone, ':')) - 1);
            g_assert_nonnull (strstr (text, name + strlen (": ")));
            named = TRUE;
          }
      g_assert_true (named == (text != NULL));
    }
}

static void
test_sources_by_kind (void)
{
  g_autofree char *text = stp_sources_describe (stp_rule_find ("prep.isotretinoin.oral"));

  g_assert_cmpstr (
    text, ==,
    "Sources: authorities: FDA; studies: ASDS, Dermatologic Surgery 2017, JAMA "
    "Dermatology 2017, JCAS 2017; clinics’ leaflets: Nuance Aesthetics, Kichi Studio; "
    "articles: Dr. Winkelmann.");
}

/* What the method says is the floor, under every preset. */
static void
test_floors (void)
{
  static const struct
  {
    const char *id;
    int hours;
  } floors[] = { { "prep.retinoid.otc", 48 },
                 { "prep.retinoid.rx", 48 },
                 { "prep.acid.aggressive", 168 },
                 { "prep.peel.home", 168 } };

  for (guint i = 0; i < G_N_ELEMENTS (floors); i++)
    for (int preset = STP_ENUM_OTHER; preset <= STP_PRESET_STRICT; preset++)
      for (guint band = 0; band < STP_BAND_N; band++)
        {
          const StpRule *rule = stp_rule_find (floors[i].id);

          g_assert_nonnull (rule);
          g_assert_true (stp_rule_is_method (rule));
          g_assert_cmpint (stp_rule_get_hours (rule, band, preset), ==, floors[i].hours);
          g_assert_cmpint (stp_rule_get_strength (rule, preset), ==, STP_BLOCK);
        }
}

/* No preset moves what is kept, or what the method says. */
static void
test_presets (void)
{
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    for (int preset = STP_PRESET_ESSENTIAL; preset <= STP_PRESET_STRICT; preset++)
      if (rules[i].kept || stp_rule_is_method (&rules[i]))
        {
          g_assert_cmpint (stp_rule_get_strength (&rules[i], preset), ==, rules[i].strength);
          for (guint band = 0; band < STP_BAND_N; band++)
            g_assert_cmpint (stp_rule_get_hours (&rules[i], band, preset), ==,
                             rules[i].hours[band]);
        }
}

static void
test_bands (void)
{
  g_assert_cmpint (stp_band_from_length (1), ==, STP_BAND_R2);
  g_assert_cmpint (stp_band_from_length (300), ==, STP_BAND_R2);
  g_assert_cmpint (stp_band_from_length (301), ==, STP_BAND_R5);
  g_assert_cmpint (stp_band_from_length (500), ==, STP_BAND_R5);
  g_assert_cmpint (stp_band_from_length (501), ==, STP_BAND_M10);
  g_assert_cmpint (stp_band_from_length (1000), ==, STP_BAND_M10);
  g_assert_cmpint (stp_band_from_length (1001), ==, STP_BAND_M15);
  g_assert_cmpint (stp_band_from_length (0), ==, STP_BAND_M15);
  g_assert_cmpint (stp_band_from_length (STP_UNSET), ==, STP_BAND_M15);
}

static const char *
strength_name (StpStrength strength)
{
  return stp_enum_to_nick (STP_TYPE_STRENGTH, strength);
}

/* A use of the row's product; what is new has its pack opened on that day. */
static char *
build_use (char **row, const char *at)
{
  g_autoptr (GString) product = g_string_new (row[2]);
  g_autofree char *day = g_strndup (at, strlen ("2027-06-12"));

  g_string_replace (product, "@use", day, 0);
  return g_strdup_printf ("profile preset=%s; product p %s; application u product=p at=%s", row[1],
                          product->str, at);
}

/* A use @before the start: one microsecond too late it holds, at the hour it no longer does. */
static void
assert_before (char **row, gint64 before, gboolean holds)
{
  gint64 start = fact_text_time (START);
  StpInstant use = { .us = start - before };
  g_autofree char *at = stp_instant_format (use);
  g_autofree char *facts = build_use (row, at);
  g_autoptr (StpTimeline) timeline = fact_text_load (facts, start);
  StpQuestion question = { .start = start, .now = start };
  g_autoptr (StpVerdict) verdict = stp_timeline_judge (timeline, &question);
  const StpReason *reason = fact_text_find_reason (verdict, row[0]);

  g_assert_true ((reason != NULL) == holds);
  if (!reason)
    return;
  g_assert_cmpstr (strength_name (reason->strength), ==, row[4]);
  g_assert_cmpint (reason->since, ==, use.us);
  g_assert_cmpint (reason->until, ==, use.us + atoi (row[3]) * STP_HOUR);
  g_assert_cmpint (verdict->earliest_without_warning, >=, verdict->earliest);
}

static void
test_before (void)
{
  g_autoptr (GPtrArray) table = fact_text_read_table ("rules-before.txt", 5);

  for (guint i = 0; i < table->len; i++)
    {
      char **row = g_ptr_array_index (table, i);
      gint64 window = atoi (row[3]) * STP_HOUR;

      g_test_message ("%s, %s", row[0], row[1]);
      assert_before (row, window - 1, TRUE);
      assert_before (row, window, FALSE);
    }
}

static StpPause *
dup_pause_of (StpTimeline *timeline, const char *rule, gint64 at)
{
  g_autofree char *product = fact_text_id ("p");
  g_autoptr (GPtrArray) pauses = stp_timeline_list_product_pauses (timeline, product, at, at + 1);

  for (guint i = 0; i < pauses->len; i++)
    {
      StpPause *pause = g_ptr_array_index (pauses, i);

      if (g_str_equal (stp_rule_get_id (pause->rule), rule))
        return stp_pause_ref (pause);
    }
  return NULL;
}

/* A session of needles of @um ends at START: off until one microsecond before the hour. */
static void
assert_after (char **row, const char *session, int hours)
{
  gint64 end = fact_text_time (START);
  gint64 back = end + hours * STP_HOUR;
  g_autofree char *facts = g_strdup_printf (
    "profile preset=%s; product p %s; session s state=done start=2027-06-12T19:00:00Z end=" START
    " %s",
    row[1], row[2], session);
  g_autoptr (StpTimeline) timeline = fact_text_load (facts, end);
  g_autoptr (StpPause) last = dup_pause_of (timeline, row[0], back - 1);
  g_autoptr (StpPause) over = dup_pause_of (timeline, row[0], back);

  g_assert_nonnull (last);
  g_assert_null (over);
  g_assert_cmpint (last->from, ==, end);
  g_assert_cmpint (last->to, ==, back);
  g_assert_false (last->before);
  g_assert_false (last->forecast);
  g_assert_cmpstr (strength_name (last->strength), ==, row[4]);
}

static void
test_after (void)
{
  g_autoptr (GPtrArray) table = fact_text_read_table ("rules-after.txt", 5);

  for (guint i = 0; i < table->len; i++)
    {
      char **row = g_ptr_array_index (table, i);
      g_auto (GStrv) hours = g_strsplit (row[3], " ", -1);

      g_test_message ("%s, %s", row[0], row[1]);
      for (guint band = 0; band < G_N_ELEMENTS (band_um); band++)
        {
          g_autofree char *session = g_strdup_printf ("um=%d", band_um[band]);

          assert_after (row, session, atoi (hours[band]));
        }
      assert_after (row, "um=1500 place=clinic treatment=rf", atoi (hours[STP_BAND_RF]));
    }
}

/* An event @before the start: it holds until the hour exactly. */
static void
assert_event (char **row, gint64 before, gboolean holds)
{
  gint64 start = fact_text_time (START);
  g_autofree char *at = stp_instant_format ((StpInstant) { .us = start - before });
  g_autofree char *facts = g_strdup_printf ("event e %s at=%s until=%s", row[1], at, at);
  g_autoptr (StpTimeline) timeline = fact_text_load (facts, start);
  StpQuestion question = { .start = start, .now = start };
  g_autoptr (StpVerdict) verdict = stp_timeline_judge (timeline, &question);
  const StpReason *reason = fact_text_find_reason (verdict, row[0]);

  g_assert_true ((reason != NULL) == holds);
  if (!reason)
    return;
  g_assert_cmpstr (strength_name (reason->strength), ==, row[3]);
  g_assert_cmpint (reason->until, ==, start - before + atoi (row[2]) * STP_HOUR);
}

static void
test_events (void)
{
  g_autoptr (GPtrArray) table = fact_text_read_table ("rules-events.txt", 4);

  for (guint i = 0; i < table->len; i++)
    {
      char **row = g_ptr_array_index (table, i);
      gint64 window = atoi (row[2]) * STP_HOUR;

      g_test_message ("%s, %s", row[0], row[1]);
      if (window > 0)
        assert_event (row, window - 1, TRUE);
      assert_event (row, window, FALSE);
    }
}

/* What is planned @after a session of an hour: an hour before the window is over it holds. */
static void
assert_planned (char **row, int um, gint64 after, gboolean holds)
{
  gint64 start = fact_text_time (START);
  g_autofree char *at = stp_instant_format ((StpInstant) { .us = start + STP_HOUR + after });
  g_autofree char *facts = g_strdup_printf ("event e planned=true kind=%s at=%s", row[1], at);
  g_autoptr (StpTimeline) timeline = fact_text_load (facts, start);
  StpQuestion question = { .start = start, .now = start, .needle_um = um };
  g_autoptr (StpVerdict) verdict = stp_timeline_judge (timeline, &question);
  const StpReason *reason = fact_text_find_reason (verdict, row[0]);

  g_assert_true ((reason != NULL) == holds);
  if (!reason)
    return;
  g_assert_cmpstr (strength_name (reason->strength), ==, row[3]);
  g_assert_true (reason->forecast);
}

static void
test_planned_events (void)
{
  g_autoptr (GPtrArray) table = fact_text_read_table ("rules-planned.txt", 4);

  for (guint i = 0; i < table->len; i++)
    {
      char **row = g_ptr_array_index (table, i);
      g_auto (GStrv) hours = g_strsplit (row[2], " ", -1);

      g_test_message ("%s, %s", row[0], row[1]);
      for (guint band = 0; band < G_N_ELEMENTS (band_um); band++)
        {
          assert_planned (row, band_um[band], atoi (hours[band]) * STP_HOUR - 1, TRUE);
          assert_planned (row, band_um[band], atoi (hours[band]) * STP_HOUR, FALSE);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* A table shows all its failing lines at once. */
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/rules/table/integrity", test_integrity);
  g_test_add_func ("/rules/table/sources", test_sources);
  g_test_add_func ("/rules/table/sources-by-kind", test_sources_by_kind);
  g_test_add_func ("/rules/table/floors", test_floors);
  g_test_add_func ("/rules/table/presets", test_presets);
  g_test_add_func ("/rules/table/bands", test_bands);
  g_test_add_func ("/rules/table/before", test_before);
  g_test_add_func ("/rules/table/after", test_after);
  g_test_add_func ("/rules/table/events", test_events);
  g_test_add_func ("/rules/table/planned-events", test_planned_events);
  return g_test_run ();
}
