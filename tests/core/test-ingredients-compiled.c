// SPDX-License-Identifier: GPL-3.0-or-later

/* The dictionary in the program answers as one that is made anew from its JSON. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "ingredients/compile/stp-dictionary-source-private.h"

static char *
dup_json_path (void)
{
  return g_build_filename (g_getenv ("STIPPLE_TEST_DATA_DIR"), "..", "..", "data",
                           "ingredients.json", NULL);
}

static StpDictionary *
read_json (void)
{
  g_autofree char *path = dup_json_path ();
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &json, NULL, &error);
  g_assert_no_error (error);

  StpDictionary *dictionary = stp_dictionary_new (json, -1, &error);
  g_assert_no_error (error);
  return dictionary;
}

static void
assert_same (const StpIngredient *a, const StpIngredient *b)
{
  if (a == NULL || b == NULL)
    {
      g_assert_true (a == b);
      return;
    }
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpuint (a->classes, ==, b->classes);
  g_assert_cmpuint (a->counts, ==, b->counts);
  g_assert_cmpuint (a->dose_ppm, ==, b->dose_ppm);
  g_assert_cmpuint (a->kinds, ==, b->kinds);
  g_assert_cmpuint (a->line, ==, b->line);
}

static void
compare_answers (StpDictionary *made, const char *text)
{
  StpDictionary *carried = stp_dictionary_get_default ();
  gsize length = strlen (text);

  assert_same (stp_dictionary_find (carried, text, strlen (text)),
               stp_dictionary_find (made, text, strlen (text)));
  assert_same (stp_dictionary_find_typo (carried, text), stp_dictionary_find_typo (made, text));
  assert_same (stp_dictionary_catch (carried, text, length),
               stp_dictionary_catch (made, text, length));
  g_assert_cmpint (stp_dictionary_may_begin (carried, text, length), ==,
                   stp_dictionary_may_begin (made, text, length));
  g_assert_cmpint (stp_dictionary_has_family (carried, text), ==,
                   stp_dictionary_has_family (made, text));
}

/* With a letter before, behind and lost: most of it is no name, and much is one slip away. */
static void
compare_near (StpDictionary *made, const char *name)
{
  g_autofree char *before = g_strconcat ("q", name, NULL);
  g_autofree char *behind = g_strconcat (name, "q", NULL);
  const char *last = g_utf8_find_prev_char (name, name + strlen (name));
  g_autofree char *shorter = g_strndup (name, last - name);

  compare_answers (made, before);
  compare_answers (made, behind);
  compare_answers (made, shorter);
  compare_answers (made, g_utf8_next_char (name));
}

static void
test_names (void)
{
  g_autoptr (StpDictionary) made = read_json ();

  g_assert_cmpuint (made->n_entries, ==,
                    stp_dictionary_get_n_names (stp_dictionary_get_default ()));
  for (guint i = 0; i < made->n_entries; i++)
    {
      const char *name = made->names + made->entries[i].name;

      g_assert_true (stp_dictionary_find (made, name, strlen (name)) ==
                     &made->ingredients[made->entries[i].ingredient]);
      compare_answers (made, name);
      compare_near (made, name);
    }
}

static void
test_misses (void)
{
  static const char *const texts[] = { "", "q", "레", "retinolle", "blorbium\"\\" };
  g_autoptr (StpDictionary) made = read_json ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_null (
        stp_dictionary_find (stp_dictionary_get_default (), texts[i], strlen (texts[i])));
      compare_answers (made, texts[i]);
    }
}

static void
test_nets (void)
{
  StpDictionary *carried = stp_dictionary_get_default ();
  g_autoptr (StpDictionary) made = read_json ();

  g_assert_cmpuint (carried->n_nets, ==, made->n_nets);
  for (guint i = 0; i < made->n_nets; i++)
    {
      const StpNet *net = &made->nets[i];
      const char *text = net->start != NULL ? net->start : net->inside;

      compare_answers (made, text);
      g_assert_nonnull (stp_dictionary_catch (made, text, strlen (text)));
    }
}

static void
test_phrases (void)
{
  g_autoptr (StpDictionary) made = read_json ();
  guint n_carried, n_made;
  const StpPhrase *carried = stp_dictionary_get_phrases (stp_dictionary_get_default (), &n_carried);
  const StpPhrase *phrases = stp_dictionary_get_phrases (made, &n_made);

  g_assert_cmpuint (n_carried, ==, n_made);
  for (guint i = 0; i < n_made; i++)
    {
      g_assert_cmpstr (carried[i].words, ==, phrases[i].words);
      g_assert_cmpuint (carried[i].pairs, ==, phrases[i].pairs);
      g_assert_cmpuint (carried[i].classes, ==, phrases[i].classes);
      g_assert_cmpuint (carried[i].weight, ==, phrases[i].weight);
    }
}

static void
test_kinds (void)
{
  g_autoptr (StpDictionary) made = read_json ();
  guint n_carried, n_made;
  const StpKindPhrase *carried = stp_dictionary_get_kinds (stp_dictionary_get_default (),
                                                           &n_carried);
  const StpKindPhrase *kinds = stp_dictionary_get_kinds (made, &n_made);

  g_assert_cmpuint (n_carried, ==, n_made);
  for (guint i = 0; i < n_made; i++)
    {
      g_assert_cmpstr (carried[i].words, ==, kinds[i].words);
      g_assert_cmpuint (carried[i].pairs, ==, kinds[i].pairs);
      g_assert_cmpuint (carried[i].kind, ==, kinds[i].kind);
    }
}

/* What has to be escaped in C comes out of the compiler as it went in. */
static void
test_escapes (void)
{
  const char *json = "{\"groups\": [{\"ingredients\": {\"A \\\"B\\\" \\\\ \\n1\": []}}], "
                     "\"endings\": [], \"starts\": [], \"nets\": [], \"names\": [], "
                     "\"kinds\": []}";
  g_autoptr (GError) error = NULL;
  g_autoptr (StpDictionary) made = stp_dictionary_new (json, -1, &error);

  g_assert_no_error (error);
  g_autofree char *source = stp_dictionary_write (made);
  g_assert_nonnull (strstr (source, "\"A \\\"B\\\" \\\\ \\0121\""));
}

/* Returns: the exit status of the program that the build runs */
static int
run_compile (const char *input, const char *output, char **messages)
{
  g_autofree char *program = g_build_filename (g_getenv ("STIPPLE_TEST_BUILD_DIR"), "src", "core",
                                               "ingredients", "compile", "stp-dictionary-compile",
                                               NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (
    GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_PIPE, &error, program, input,
                                           output, NULL);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, messages, &error);
  g_assert_no_error (error);
  return g_subprocess_get_exit_status (process);
}

/* The same table whenever and wherever it is built. */
static void
test_repeats (void)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *output = g_build_filename (folder, "again.c", NULL);
  g_autofree char *built = g_build_filename (g_getenv ("STIPPLE_TEST_BUILD_DIR"), "src", "core",
                                             "ingredients", "compile", "stp-dictionary-table.c",
                                             NULL);
  g_autofree char *input = dup_json_path ();
  g_autofree char *messages = NULL, *first = NULL, *second = NULL;

  g_assert_cmpint (run_compile (input, output, &messages), ==, 0);
  g_assert_true (g_file_get_contents (output, &second, NULL, NULL));
  g_assert_true (g_file_get_contents (built, &first, NULL, NULL));
  g_assert_cmpstr (first, ==, second);
}

/* A slip in the dictionary ends the build and says where it is. */
static void
test_fault_ends_build (void)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *input = g_build_filename (folder, "slip.json", NULL);
  g_autofree char *output = g_build_filename (folder, "slip.c", NULL);
  g_autofree char *messages = NULL, *expected = NULL;

  g_assert_true (g_file_set_contents (input, "{\"groups\": [{\"clases\": []}]}", -1, NULL));
  g_assert_cmpint (run_compile (input, output, &messages), ==, 1);
  expected = g_strconcat (input, ": groups[0]: unknown member “clases”\n", NULL);
  g_assert_cmpstr (messages, ==, expected);
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/ingredients/compiled/names", test_names);
  g_test_add_func ("/ingredients/compiled/misses", test_misses);
  g_test_add_func ("/ingredients/compiled/nets", test_nets);
  g_test_add_func ("/ingredients/compiled/phrases", test_phrases);
  g_test_add_func ("/ingredients/compiled/kinds", test_kinds);
  g_test_add_func ("/ingredients/compiled/escapes", test_escapes);
  g_test_add_func ("/ingredients/compiled/repeats", test_repeats);
  g_test_add_func ("/ingredients/compiled/fault-ends-build", test_fault_ends_build);

  return g_test_run ();
}
