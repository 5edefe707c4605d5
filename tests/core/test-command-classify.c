// SPDX-License-Identifier: GPL-3.0-or-later

/* The contract of `stipple-diary classify`: what goes in, what comes out, and with what exit. */

#include "config.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

/* Returns: (transfer full): what the command writes to standard output */
static char *
run (const char *input, int expected_exit, const char *argument, const char *second)
{
  g_autofree char *tool = g_build_filename (g_getenv ("STIPPLE_TEST_BUILD_DIR"), "src", "tool",
                                            "stipple-diary", NULL);
  const char *arguments[] = { tool, "classify", argument, second, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments,
                                            G_SUBPROCESS_FLAGS_STDIN_PIPE |
                                              G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                              G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                            &error);
  char *output = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, input, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, expected_exit);
  return output;
}

static JsonObject *
parse (JsonParser *parser, const char *line)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, line, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_answer (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *output = run ("{\"id\":\"a\",\"name\":\"Cream\",\"kind\":\"cream\","
                                 "\"ingredients\":\"Aqua, Blorbium, Retinol\"}\n",
                                 0, "-", NULL);
  JsonObject *answer = parse (parser, output);
  JsonObject *classes = json_object_get_object_member (answer, "classes");
  JsonObject *retinol = json_object_get_object_member (classes, "retinoid-otc");
  JsonArray *unrecognised = json_object_get_array_member (answer, "unrecognised");

  g_assert_cmpstr (json_object_get_string_member (answer, "id"), ==, "a");
  g_assert_cmpstr (json_object_get_string_member (retinol, "as"), ==, "active");
  g_assert_cmpstr (json_object_get_string_member (retinol, "token"), ==, "Retinol");
  g_assert_cmpint (json_object_get_int_member (retinol, "position"), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (retinol, "why"), ==,
                   "Number 3 of 3; it counts wherever it stands");
  g_assert_cmpuint (json_array_get_length (unrecognised), ==, 1);
  g_assert_cmpstr (json_array_get_string_element (unrecognised, 0), ==, "Blorbium");
}

/* What follows a NUL in a text must not go unseen. */
static void
test_nul (void)
{
  g_autofree char *output = run ("{\"id\":1,\"ingredients\":\"Aqua\\u0000, Retinol\"}\n"
                                 "{\"id\":2,\"ingredients\":\"Aqua\\\\u0000, Retinol\"}\n",
                                 3, NULL, NULL);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  g_assert_true (g_str_has_prefix (lines[0], "{\"id\":null,\"error\":"));
  g_assert_nonnull (strstr (lines[1], "retinoid-otc"));
}

/* A bad line is answered and the rest goes on, in order. */
static void
test_bad_lines (void)
{
  g_autofree char *output = run ("nonsense\n"
                                 "{\"id\":7,\"ingredients\":[]}\n"
                                 "{\"id\":\"c\",\"ingredients\":\"Aqua\"}\n",
                                 3, NULL, NULL);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (lines[0], ==, "{\"id\":null,\"error\":\"The line is not JSON\"}");
  g_assert_true (g_str_has_prefix (lines[1], "{\"id\":7,\"error\":"));
  g_assert_cmpstr (lines[2], ==, "{\"id\":\"c\",\"classes\":{},\"unrecognised\":[]}");
}

/* A list of which nothing is read as an ingredient is itself what is not recognised. */
static void
test_unread (void)
{
  static const char *const lists[] = {
    "-",
    "- - -",
    ",;,",
    "...",
    "1. 2. 3.",
    "*",
    "[+/-]",
    "<p></p>",
    "&nbsp;",
    "Ingredients:",
    "전성분 :",
    "#skincare",
    "Free from: parabens",
    "Please refer to the packaging for the full list of ingredients.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autofree char *line = g_strdup_printf ("{\"id\":1,\"ingredients\":\" %s\"}\n", lists[i]);
      g_autofree char *output = run (line, 0, "-", NULL);
      JsonObject *answer = parse (parser, output);
      JsonArray *unrecognised = json_object_get_array_member (answer, "unrecognised");

      g_assert_cmpuint (json_array_get_length (unrecognised), ==, 1);
      g_assert_cmpstr (json_array_get_string_element (unrecognised, 0), ==, lists[i]);
    }
}

/* No list is nothing to recognise, and of water there is nothing to say. */
static void
test_nothing (void)
{
  g_autofree char *output = run ("{\"id\":1}\n"
                                 "{\"id\":2,\"ingredients\":\" \\n\"}\n"
                                 "{\"id\":3,\"ingredients\":\"(Aqua\"}\n",
                                 0, "-", NULL);

  g_assert_cmpstr (output, ==,
                   "{\"id\":1,\"classes\":{},\"unrecognised\":[]}\n"
                   "{\"id\":2,\"classes\":{},\"unrecognised\":[]}\n"
                   "{\"id\":3,\"classes\":{},\"unrecognised\":[]}\n");
}

static void
test_category (void)
{
  g_autofree char *output = run ("{\"id\":\"a\",\"category\":\"Face / Peels\","
                                 "\"ingredients\":\"Aqua, Mandelic Acid\"}\n",
                                 0, "-", NULL);

  g_assert_nonnull (strstr (output, "\"acid-peel\""));
}

static void
test_exit (void)
{
  g_autofree char *nothing = run ("", 0, "-", NULL);
  g_autofree char *missing = run (NULL, 3, "/nonexistent", NULL);
  g_autofree char *usage = run (NULL, 2, "-", "-");

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (missing, ==, "");
  g_assert_cmpstr (usage, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command/classify/answer", test_answer);
  g_test_add_func ("/command/classify/bad-lines", test_bad_lines);
  g_test_add_func ("/command/classify/nul", test_nul);
  g_test_add_func ("/command/classify/unread", test_unread);
  g_test_add_func ("/command/classify/nothing", test_nothing);
  g_test_add_func ("/command/classify/category", test_category);
  g_test_add_func ("/command/classify/exit", test_exit);

  return g_test_run ();
}
