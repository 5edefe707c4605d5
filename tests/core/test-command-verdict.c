// SPDX-License-Identifier: GPL-3.0-or-later

/* The contract of `stipple-diary verdict` and `pauses`: members, and with what exit. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "fact-text.h"

#define RETINOL                                                                                    \
  "product s kind=serum ingredients=\"Aqua, Retinol\"; application a product=s "                   \
  "at=2027-03-10T21:00:00+01:00"
#define PLAN                                                                                       \
  "product s kind=serum ingredients=\"Aqua, Retinol\"; session n state=planned "                   \
  "start=2027-03-14T20:00:00Z um=250"
#define LAMP "device lamp kind=led-red name=Lamp"

/* Runs `stipple-diary` on a diary of @facts with @arguments; returns what it prints. */
static char *
run (const char *facts, const char *command, const char *arguments, int expected_exit)
{
  g_autofree char *tool = g_build_filename (g_getenv ("STIPPLE_TEST_BUILD_DIR"), "src", "tool",
                                            "stipple-diary", NULL);
  g_autofree char *json = fact_text_to_json (facts);
  g_autofree char *path = NULL;
  g_autofree char *quoted_tool = NULL, *quoted_path = NULL, *line = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int fd = g_file_open_tmp ("stipple-XXXXXX.json", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  /* Either path may have a space in it. */
  quoted_tool = g_shell_quote (tool);
  quoted_path = g_shell_quote (path);
  line = g_strjoin (" ", quoted_tool, command, quoted_path, arguments, NULL);
  words = fact_text_split (line);
  process = g_subprocess_newv ((const char *const *) words,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                               &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, expected_exit);
  g_remove (path);
  return out;
}

static JsonObject *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (text, &error);

  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (node));
}

/* One second short of 48 hours: everything the contract names, in UTC. */
static void
test_block (void)
{
  g_autofree char *out = run (RETINOL, "verdict", "--start 2027-03-12T20:59:59+01:00", 1);
  g_autofree char *id = fact_text_id ("s");
  g_autoptr (JsonObject) verdict = parse (out);
  JsonArray *reasons = json_object_get_array_member (verdict, "reasons");
  JsonObject *reason = json_array_get_object_element (reasons, 0);
  JsonObject *subject = json_object_get_object_member (reason, "subject");

  g_assert_cmpstr (json_object_get_string_member (verdict, "verdict"), ==, "block");
  g_assert_cmpstr (json_object_get_string_member (verdict, "plan"), ==, "block");
  g_assert_cmpstr (json_object_get_string_member (verdict, "earliest"), ==, "2027-03-12T20:00:00Z");
  g_assert_cmpstr (json_object_get_string_member (verdict, "earliest_without_warning"), ==,
                   "2027-03-12T20:00:00Z");
  g_assert_cmpuint (json_array_get_length (reasons), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (reason, "rule"), ==, "prep.retinoid.otc");
  g_assert_cmpstr (json_object_get_string_member (reason, "strength"), ==, "block");
  g_assert_cmpstr (json_object_get_string_member (subject, "type"), ==, "product");
  g_assert_cmpstr (json_object_get_string_member (subject, "id"), ==, id);
  g_assert_cmpstr (json_object_get_string_member (reason, "since"), ==, "2027-03-10T20:00:00Z");
  g_assert_cmpstr (json_object_get_string_member (reason, "until"), ==, "2027-03-12T20:00:00Z");
  g_assert_cmpstr (json_object_get_string_member (reason, "grade"), ==, "B");
  g_assert_true (json_object_has_member (reason, "source"));
  g_assert_true (
    g_str_has_prefix (json_object_get_string_member (reason, "text"),
                      "Not before today 20:00. s (retinol) was used Wednesday 10 March, "
                      "20:00; 48 hours must pass. "));
}

/* 48 hours are enough; what the gate still asks changes neither verdict nor exit. */
static void
test_allowed (void)
{
  static const char *const rules[] = { "gate.consultation", "gate.patch", "gate.questionnaire",
                                       "gate.short", "prep.retinoid.otc" };
  g_autofree char *out = run (RETINOL, "verdict", "--start 2027-03-12T21:00:00+01:00", 0);
  g_autoptr (JsonObject) verdict = parse (out);
  JsonArray *asks = json_object_get_array_member (verdict, "asks");

  g_assert_cmpstr (json_object_get_string_member (verdict, "verdict"), ==, "allowed");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (verdict, "reasons")), ==,
                    0);
  g_assert_cmpuint (json_array_get_length (asks), ==, G_N_ELEMENTS (rules));
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      JsonObject *ask = json_array_get_object_element (asks, i);

      g_assert_cmpstr (json_object_get_string_member (ask, "rule"), ==, rules[i]);
      g_assert_cmpstr (json_object_get_string_member (ask, "text"), !=, "");
    }
}

/* The session that is planned for that start does not stand in its own way; another one does. */
static void
test_planned (void)
{
  g_autofree char *own = run (PLAN, "verdict", "--start 2027-03-14T20:00:00Z", 0);
  g_autofree char *other = run (PLAN, "verdict", "--start 2027-03-14T19:00:00Z", 1);

  g_assert_nonnull (strstr (own, "\"verdict\":\"allowed\""));
  g_assert_nonnull (strstr (other, "\"forecast\":true"));
}

static void
test_unknown_time (void)
{
  g_autofree char *out = run (
    "product s kind=serum ingredients=\"Aqua, Retinol\"; application a product=s", "verdict",
    "--start 2027-03-12T20:00:00Z", 1);
  g_autoptr (JsonObject) verdict = parse (out);
  JsonArray *reasons = json_object_get_array_member (verdict, "reasons");

  g_assert_true (json_object_get_null_member (json_array_get_object_element (reasons, 0), "until"));
  g_assert_cmpstr (json_object_get_string_member (verdict, "plan"), ==, "allowed");
}

static void
test_usage (void)
{
  static const char *const wrong[] = {
    "",
    "--start 2027-03-12T20:00:00",
    "--start tomorrow",
    "--start 2027-03-12T20:00:00Z --now soon",
    "--start 2027-03-12T20:00:00Z --area moon",
    "--start 2027-03-12T20:00:00Z --device nothing",
    "--start 2027-03-12T20:00:00Z --um -5",
    "--start 2027-03-12T20:00:00Z --um -1",
    "--start 2027-03-12T20:00:00Z --um short",
    "--start 2027-03-12T20:00:00Z --um 0",
    "--start 2027-03-12T20:00:00Z --um 5001",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_free (run ("", "verdict", wrong[i], 2));
  g_free (run (LAMP, "verdict", "--start 2027-03-12T20:00:00Z", 2));
  g_free (run ("", "pauses", "--from 2027-03-12T20:00:00Z", 2));
  g_free (run ("", "pauses", "--from 2027-03-12T20:00:00Z --to 2027-03-11T20:00:00Z", 2));
}

static void
test_pauses (void)
{
  g_autofree char *out = run (PLAN, "pauses",
                              "--from 2027-03-13T00:00:00Z --to 2027-03-14T00:00:00Z", 0);
  g_autofree char *id = fact_text_id ("s");
  g_autofree char *session = fact_text_id ("n");
  g_autoptr (JsonObject) pause = parse (out);

  g_assert_cmpstr (json_object_get_string_member (pause, "product"), ==, id);
  g_assert_cmpstr (json_object_get_string_member (pause, "session"), ==, session);
  g_assert_cmpstr (json_object_get_string_member (pause, "rule"), ==, "prep.retinoid.otc");
  g_assert_cmpstr (json_object_get_string_member (pause, "phase"), ==, "before");
  g_assert_cmpstr (json_object_get_string_member (pause, "from"), ==, "2027-03-12T20:00:00Z");
  g_assert_cmpstr (json_object_get_string_member (pause, "to"), ==, "2027-03-14T20:00:00Z");
  g_assert_cmpstr (json_object_get_string_member (pause, "strength"), ==, "block");
  g_assert_true (json_object_get_boolean_member (pause, "forecast"));
  g_assert_true (json_object_has_member (pause, "text"));
  g_assert_true (json_object_has_member (pause, "source"));
  g_assert_true (json_object_has_member (pause, "grade"));
}

/* What is overdue is told by the span and by the clock: a plan ahead still holds what follows it.
 */
static void
test_pauses_after_plan (void)
{
  const char *facts = "product s kind=serum ingredients=\"Aqua, Retinol\";"
                      "session n state=planned start=2999-03-14T20:00:00Z um=250;"
                      "session m state=planned start=2020-03-14T20:00:00Z um=250";
  g_autofree char *ahead = run (facts, "pauses",
                                "--from 2999-03-16T20:00:00Z --to 2999-03-16T21:00:00Z", 0);
  g_autofree char *overdue = run (facts, "pauses",
                                  "--from 2020-03-16T20:00:00Z --to 2020-03-16T21:00:00Z", 0);

  g_assert_nonnull (strstr (ahead, "\"after.retinoid.otc\""));
  g_assert_cmpstr (overdue, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command/verdict/block", test_block);
  g_test_add_func ("/command/verdict/allowed", test_allowed);
  g_test_add_func ("/command/verdict/planned", test_planned);
  g_test_add_func ("/command/verdict/unknown-time", test_unknown_time);
  g_test_add_func ("/command/verdict/usage", test_usage);
  g_test_add_func ("/command/pauses", test_pauses);
  g_test_add_func ("/command/pauses/after-plan", test_pauses_after_plan);
  return g_test_run ();
}
