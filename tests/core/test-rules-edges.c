// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What is true of every row that hours hold, whatever its hours are: how it counts time (E10), and
 * that it explains itself (E11). Over rules-before.txt, rules-events.txt and rules-after.txt.
 */

#include "config.h"

#include <string.h>

#include "fact-text.h"
#include "rules/stp-rule.h"
#include "rules/stp-words.h"

#define ZONE "Europe/Berlin"
#define START "2027-06-12T20:00:00Z"

/* Soon after the clocks went forward, and back; and where nothing happened. */
static const char *const starts[] = { "2027-03-28T21:00:00+02:00", "2027-10-31T21:00:00+01:00",
                                      START };
static const char *const zones[] = { ZONE, "Asia/Seoul", "America/Los_Angeles" };

typedef void (*Check) (char **row, const char *fact, int hours);

/* Runs @check for every line that has hours; @fact is the record without its time. */
static void
for_each_line (Check check)
{
  g_autoptr (GPtrArray) products = fact_text_read_table ("rules-before.txt", 5);
  g_autoptr (GPtrArray) events = fact_text_read_table ("rules-events.txt", 4);

  for (guint i = 0; i < products->len; i++)
    {
      char **row = g_ptr_array_index (products, i);
      g_autofree char *fact = g_strdup_printf (
        "profile preset=%s; product p %s; application x product=p", row[1], row[2]);

      g_test_message ("%s, %s", row[0], row[1]);
      check (row, fact, atoi (row[3]));
    }
  for (guint i = 0; i < events->len; i++)
    {
      char **row = g_ptr_array_index (events, i);
      g_autofree char *fact = g_strdup_printf ("event x %s", row[1]);

      g_test_message ("%s, %s", row[0], row[1]);
      if (atoi (row[2]) > 0)
        check (row, fact, atoi (row[2]));
    }
}

static gboolean
is_event (const char *fact)
{
  return g_str_has_prefix (fact, "event");
}

/* What is new has its pack opened on the day of its use. */
static char *
complete (const char *fact, const char *when, const char *day)
{
  g_autoptr (GString) facts = g_string_new (fact);

  g_string_replace (facts, "@use", day, 0);
  g_string_append_printf (facts, " %s", when);
  return g_string_free_and_steal (g_steal_pointer (&facts));
}

/* Whether the rule speaks at @start; @until: (out): until when it says so. */
static gboolean
speaks (char **row, const char *facts, gint64 start, gint64 now, gint64 *until)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (facts, now);
  StpQuestion question = { .start = start, .now = now };
  g_autoptr (StpVerdict) verdict = stp_timeline_judge (timeline, &question);
  const StpReason *reason = fact_text_find_reason (verdict, row[0]);

  *until = reason ? reason->until : STP_TIME_UNSET;
  return reason != NULL;
}

static char *
dup_time (gint64 at, const char *zone_name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);

  return stp_instant_format (stp_instant_local (at, zone));
}

/* Written in any zone, on either side of a change of the clocks: the hours that passed count. */
static void
check_elapsed (char **row, const char *fact, int hours)
{
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (zones); j++)
      for (int early = 0; early <= 1; early++)
        {
          gint64 start = fact_text_time (starts[i]), until;
          g_autofree char *at = dup_time (start - hours * STP_HOUR + early, zones[j]);
          g_autofree char *when = g_strdup_printf (is_event (fact) ? "at=%s until=%s" : "at=%s", at,
                                                   at);
          g_autofree char *day = g_strndup (at, strlen ("2027-03-28"));
          g_autofree char *facts = complete (fact, when, day);

          g_assert_cmpint (speaks (row, facts, start, start, &until), ==, early);
        }
}

static void
test_elapsed (void)
{
  for_each_line (check_elapsed);
}

/* A use counts to the end of its day; a state without an end goes on. */
static void
check_day (char **row, const char *fact, int hours)
{
  static const char day[] = "2027-03-27";
  g_autofree char *until_text = is_event (fact) ? g_strdup ("on=2027-03-27 zone=" ZONE
                                                            " until=2027-03-27T12:00:00+01:00")
                                                : g_strdup ("on=2027-03-27 zone=" ZONE);
  g_autofree char *facts = complete (fact, until_text, day);
  gint64 end = fact_text_time ("2027-03-27T23:59:59+01:00"), until;
  gint64 begin = fact_text_time ("2027-03-27T12:00:00+01:00");
  gboolean to_its_end;

  g_assert_true (
    speaks (row, facts, begin + hours * STP_HOUR - 1, begin + hours * STP_HOUR - 1, &until));
  to_its_end = until == end + hours * STP_HOUR;
  g_assert_true (to_its_end || (is_event (fact) && until == begin + hours * STP_HOUR));
  g_assert_true (speaks (row, facts, until - 1, until - 1, &until));
  g_assert_false (speaks (row, facts, end + hours * STP_HOUR, end + hours * STP_HOUR, &until));
}

static void
test_day (void)
{
  for_each_line (check_day);
}

/* Nobody knows when: it holds, and no time lifts it. What is new has to be known to be. */
static void
check_unknown (char **row, const char *fact, int hours)
{
  g_autofree char *facts = complete (fact, "", "2027-06-12");
  gint64 start = fact_text_time (START), until;

  if (stp_rule_find (row[0])->match.fresh)
    return;
  g_assert_true (speaks (row, facts, start, start, &until));
  g_assert_cmpint (until, ==, STP_TIME_UNSET);
}

static void
test_unknown (void)
{
  for_each_line (check_unknown);
}

/* Stamped later than now, as by a clock that was set back: it holds every start before its end. */
static void
check_later (char **row, const char *fact, int hours)
{
  gint64 start = fact_text_time (START), use = start + 10 * STP_HOUR, until;
  g_autofree char *at = stp_instant_format ((StpInstant) { .us = use });
  g_autofree char *when = g_strdup_printf (is_event (fact) ? "at=%s until=%s" : "at=%s", at, at);
  g_autofree char *facts = complete (fact, when, "2027-06-13");

  g_assert_true (speaks (row, facts, start, start, &until));
  g_assert_cmpint (until, ==, use + hours * STP_HOUR);
  g_assert_false (speaks (row, facts, until, start, &until));
}

static void
test_later (void)
{
  for_each_line (check_later);
}

/* Whole sentences that name what it is about and until when, and where it comes from. */
static void
check_reason (char **row, const char *fact, int hours)
{
  gint64 start = fact_text_time (START);
  g_autofree char *at = stp_instant_format ((StpInstant) { .us = start - hours * STP_HOUR + 1 });
  g_autofree char *when = g_strdup_printf (is_event (fact) ? "at=%s until=%s" : "at=%s", at, at);
  g_autofree char *day = g_strndup (at, strlen ("2027-06-12"));
  g_autofree char *facts = complete (fact, when, day);
  g_autoptr (StpTimeline) timeline = fact_text_load (facts, start);
  StpQuestion question = { .start = start, .now = start };
  g_autoptr (StpVerdict) verdict = stp_timeline_judge (timeline, &question);
  StpReason *reason = fact_text_find_reason (verdict, row[0]);
  g_autofree char *until = stp_words_moment (reason->until, start, reason->zone);
  g_autofree char *since = stp_words_moment (reason->since, start, reason->zone);
  g_autofree char *span = stp_words_duration (hours * STP_HOUR);
  const char *text = stp_reason_get_text (reason);

  g_test_message ("%s", text);
  g_assert_true (g_str_has_suffix (text, "."));
  g_assert_nonnull (strstr (text, until));
  g_assert_nonnull (strstr (text, since));
  g_assert_nonnull (strstr (text, span));
  if (!is_event (fact))
    g_assert_nonnull (strstr (text, "p "));
  if (is_event (fact) || reason->readable)
    g_assert_nonnull (strstr (text, stp_rule_get_label (reason->rule)));
  g_assert_cmpstr (reason->subject, !=, NULL);
  g_assert_true (*stp_rule_get_why (reason->rule) && *stp_rule_get_sources (reason->rule));
  g_assert_true (strchr ("ABCD", *stp_rule_get_grade (reason->rule)) != NULL);
}

static void
test_reasons (void)
{
  for_each_line (check_reason);
}

/* The same of what a session holds off, counted to the end of its day where only that is known. */
static void
check_pause (char **row)
{
  g_autofree char *facts = g_strdup_printf (
    "profile preset=%s; product p %s; session s state=done on=2027-03-27 zone=" ZONE " um=250",
    row[1], row[2]);
  gint64 end = fact_text_time ("2027-03-27T23:59:59+01:00");
  g_autoptr (StpTimeline) timeline = fact_text_load (facts, end);
  g_autoptr (GPtrArray) pauses = stp_timeline_list_pauses (timeline, end, end + 1);
  gboolean found = FALSE;

  for (guint i = 0; i < pauses->len; i++)
    {
      const StpPause *pause = g_ptr_array_index (pauses, i);
      g_autofree char *to = NULL;

      if (!g_str_equal (stp_rule_get_id (pause->rule), row[0]))
        continue;
      found = TRUE;
      to = stp_words_return (
        pause->to, end,
        stp_clock_get_zone (stp_diary_get_clock (stp_timeline_get_diary (timeline))));
      g_test_message ("%s", pause->text);
      g_assert_cmpint (pause->from, ==, end);
      g_assert_cmpint (pause->to, ==, end + atoi (row[3]) * STP_HOUR);
      g_assert_nonnull (strstr (pause->text, to));
      g_assert_nonnull (strstr (pause->text, stp_rule_get_label (pause->rule)));
      g_assert_true (g_str_has_prefix (pause->text, "p ") && g_str_has_suffix (pause->text, "."));
    }
  g_assert_true (found);
}

static void
test_pauses (void)
{
  g_autoptr (GPtrArray) table = fact_text_read_table ("rules-after.txt", 5);

  for (guint i = 0; i < table->len; i++)
    {
      char **row = g_ptr_array_index (table, i);

      g_test_message ("%s, %s", row[0], row[1]);
      check_pause (row);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* A table shows all its failing lines at once. */
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/rules/E10/rows/elapsed-across-clock-changes-and-zones", test_elapsed);
  g_test_add_func ("/rules/E10/rows/day-without-time", test_day);
  g_test_add_func ("/rules/E10/rows/unknown-time", test_unknown);
  g_test_add_func ("/rules/E10/rows/later-than-now", test_later);
  g_test_add_func ("/rules/E11/rows/reasons", test_reasons);
  g_test_add_func ("/rules/E11/rows/pauses", test_pauses);
  return g_test_run ();
}
