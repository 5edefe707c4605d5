// SPDX-License-Identifier: GPL-3.0-or-later

/* The invariants of the product document, case by case: verdicts.txt and pauses.txt. */

#include "config.h"

#include <string.h>

#include "fact-text.h"
#include "rules/stp-rule.h"

static char *
time_text (gint64 at)
{
  return at == STP_TIME_UNSET ? g_strdup ("-") : stp_time_format_utc (at);
}

static const char *
nick (StpStrength strength)
{
  return stp_enum_to_nick (STP_TYPE_STRENGTH, strength);
}

/* A short id has at most six letters, so it can be read back from its UUID. */
static char *
short_id (const char *id)
{
  GString *text = g_string_new (NULL);

  for (const char *hex = id ? id + 24 : ""; hex[0] && hex[1]; hex += 2)
    {
      int c = g_ascii_xdigit_value (hex[0]) * 16 + g_ascii_xdigit_value (hex[1]);

      if (c)
        g_string_append_c (text, (char) c);
    }
  return g_string_free_and_steal (text);
}

static void
append_reason (GString *text, StpReason *reason)
{
  g_autofree char *subject = short_id (reason->subject);
  g_autofree char *until = time_text (reason->until);

  g_assert_true (*stp_reason_get_text (reason));
  g_string_append_printf (text, " %s,%s,%s,%s%s", stp_rule_get_id (reason->rule), subject,
                          nick (reason->strength), until, reason->forecast ? ",forecast" : "");
}

static char *
describe_reasons (StpVerdict *verdict)
{
  GString *text = g_string_new (nick (verdict->strength));

  for (guint i = 0; i < verdict->reasons->len; i++)
    append_reason (text, g_ptr_array_index (verdict->reasons, i));
  return g_string_free_and_steal (text);
}

static char *
describe_asks (StpVerdict *verdict)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < verdict->asks->len; i++)
    {
      StpAsk *ask = g_ptr_array_index (verdict->asks, i);
      g_autofree char *subject = short_id (ask->subject);

      g_assert_true (*stp_ask_get_text (ask));
      g_string_append_printf (text, "%s%s:%s", i ? "," : "", stp_rule_get_id (ask->rule), subject);
    }
  return g_string_free_and_steal (text);
}

static void
check_times (char **expected, const char *name, gint64 at)
{
  const char *text = fact_text_value (expected, name);
  g_autofree char *got = time_text (at);

  if (text)
    g_assert_cmpstr (got, ==, text);
}

/* The words of the expectation that are no `name=value`: the verdict and its reasons. */
static char *
read_reasons (char **tokens)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; tokens[i]; i++)
    if (!strchr (tokens[i], '='))
      g_strv_builder_add (builder, tokens[i]);
  words = g_strv_builder_end (builder);
  return g_strjoinv (" ", words);
}

static void
test_verdict (gconstpointer user_data)
{
  char **row = (char **) user_data;
  g_auto (GStrv) asked = fact_text_split (row[2]);
  g_auto (GStrv) expected = fact_text_split (row[3]);
  StpQuestion question = fact_text_read_question (asked);
  g_autoptr (StpTimeline) timeline = fact_text_load (row[1], question.now);
  g_autoptr (StpVerdict) verdict = stp_timeline_judge (timeline, &question);
  g_autofree char *reasons = describe_reasons (verdict);
  g_autofree char *wanted = read_reasons (expected);
  g_autofree char *asks = describe_asks (verdict);

  g_assert_cmpstr (reasons, ==, wanted);
  check_times (expected, "earliest", verdict->earliest);
  check_times (expected, "calm", verdict->earliest_without_warning);
  if (fact_text_value (expected, "plan"))
    g_assert_cmpstr (nick (verdict->plan), ==, fact_text_value (expected, "plan"));
  if (fact_text_value (expected, "asks"))
    g_assert_cmpstr (asks, ==, fact_text_value (expected, "asks"));
  fact_text_clear_question (&question);
}

static char *
describe_pause (const StpPause *pause)
{
  g_autofree char *product = short_id (pause->product);
  g_autofree char *session = short_id (pause->session);
  g_autofree char *from = time_text (pause->from);
  g_autofree char *to = time_text (pause->to);

  g_assert_true (pause->text && *pause->text);
  return g_strdup_printf ("%s,%s,%s,%s,%s,%s,%s%s", product, stp_rule_get_id (pause->rule), session,
                          pause->before ? "before" : "after", from, to, nick (pause->strength),
                          pause->forecast ? ",forecast" : "");
}

static void
test_pauses (gconstpointer user_data)
{
  char **row = (char **) user_data;
  g_auto (GStrv) asked = fact_text_split (row[2]);
  g_auto (GStrv) expected = g_strsplit (row[3], " ", -1);
  const char *now = fact_text_value (asked, "now");
  gint64 from = fact_text_time (fact_text_value (asked, "from"));
  gint64 to = fact_text_time (fact_text_value (asked, "to"));
  g_autoptr (StpTimeline) timeline = fact_text_load (row[1], now ? fact_text_time (now) : from);
  g_autoptr (GPtrArray) pauses = stp_timeline_list_pauses (timeline, from, to);

  if (g_str_equal (row[3], "none"))
    {
      g_assert_cmpuint (pauses->len, ==, 0);
      return;
    }
  for (guint i = 0; i < pauses->len; i++)
    {
      g_autofree char *pause = describe_pause (g_ptr_array_index (pauses, i));

      g_assert_cmpstr (pause, ==, expected[i]);
    }
  g_assert_null (expected[pauses->len]);
}

/* One test a line, under the invariant that it names first. */
static void
add_table (GPtrArray *table, const char *kind, GTestDataFunc func)
{
  for (guint i = 0; i < table->len; i++)
    {
      char **row = g_ptr_array_index (table, i);
      g_auto (GStrv) name = g_strsplit (row[0], " ", 2);
      g_autofree char *path = g_strdup_printf ("/rules/%s/%s/%s", name[0], kind, name[1]);

      g_test_add_data_func (path, row, func);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) verdicts = NULL, pauses = NULL;

  g_test_init (&argc, &argv, NULL);
  /* A table shows all its failing lines at once. */
  g_test_set_nonfatal_assertions ();
  verdicts = fact_text_read_table ("verdicts.txt", 4);
  pauses = fact_text_read_table ("pauses.txt", 4);
  add_table (verdicts, "verdict", test_verdict);
  add_table (pauses, "pauses", test_pauses);
  return g_test_run ();
}
