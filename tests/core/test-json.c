// SPDX-License-Identifier: GPL-3.0-or-later

/* The reader of diaries and json-glib are one, in every document here, whole and broken. */

#include "config.h"

#include <string.h>

#include "exchange/stp-generate.h"
#include "stp-json-compare.h"

static void
assert_same (const char *data, gsize length)
{
  g_autofree char *difference = stp_json_compare (data, length);
  g_autofree char *shown = difference ? g_strescape (data, NULL) : NULL;

  if (difference)
    g_test_message ("%s: %s", difference, shown);
  g_assert_null (difference);
}

static void
test_edges (void)
{
  static const char *const texts[] = {
    "1",
    "\"a\"",
    "null",
    "true",
    "-5",
    "{}",
    "[]",
    "",
    "  ",
    "[1,]",
    "{\"a\":1,}",
    "[,1]",
    "[1,,2]",
    "{,}",
    "[01]",
    "[00]",
    "[-01]",
    "[-0]",
    "[-]",
    "[- 1]",
    "[+1]",
    "[.5]",
    "[5.]",
    "[1.0]",
    "[1e5]",
    "[1e]",
    "[1e+]",
    "[1.0e+2]",
    "[1e999]",
    "[0x10]",
    "[0b1]",
    "[0o7]",
    "[Infinity]",
    "[NaN]",
    "[9223372036854775807]",
    "[9223372036854775808]",
    "[-9223372036854775808]",
    "[-9223372036854775809]",
    "[123456789012345678901234567890]",
    "[\"\\u0000\"]",
    "[\"a\\u0000b\"]",
    "{\"a\\u0000b\":1}",
    "[\"\\ud800\"]",
    "[\"\\udc00\"]",
    "[\"\\ud800\\u0041\"]",
    "[\"\\ud83d\\ude00\"]",
    "[\"\\uD83D\\uDE0\"]",
    "[\"\\u12G4\"]",
    "[\"\x01\"]",
    "[\"\x7f\"]",
    "[\"\\x\"]",
    "[\"\\/\\b\\f\\n\\r\\t\\\\\\\"\"]",
    "[\"a\nb\"]",
    "[\"\t\"]",
    "[\"abc",
    "[\xff]",
    "[\"\xff\"]",
    "[\"é한\"]",
    "[1\xc2\xa0]",
    "/*c*/[1]",
    "//c\n[1]",
    "[1]//c",
    "# c\n[1]",
    "[1] x",
    "[1][2]",
    "['a']",
    "{a:1}",
    "{\"a\" 1}",
    "{\"a\":}",
    "[1 2]",
    "[tru]",
    "[True]",
    "[nullx]",
    "var a = [1];",
    "{\"a\":1,\"a\":2}",
    "{\"a\":1,\"\\u0061\":2}",
    "{\"\":1}",
    "[\f1]",
    "[\v1]",
    "[\r\n\t 1 ]",
    "{\"a\":[{\"b\":null},[],{}],\"c\":\"d\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_same (texts[i], strlen (texts[i]));
}

/* As it is, cut off, and with one bit changed, at each @step of its bytes. */
static void
assert_same_however_broken (const char *text, gsize length, gsize step)
{
  g_autofree char *copy = g_memdup2 (text, length + 1);

  assert_same (text, length);
  for (gsize i = 0; i < length; i += step)
    {
      assert_same (text, i);
      copy[i] ^= 1 << (i % 8);
      assert_same (copy, length);
      copy[i] = text[i];
    }
}

static char *
load (const char *folder, const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (g_getenv ("STIPPLE_TEST_DATA_DIR"), folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_corpus (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("STIPPLE_TEST_DATA_DIR"), "broken", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      gsize length;
      g_autofree char *text = load ("broken", name, &length);

      assert_same_however_broken (text, length, 1);
    }
}

static void
test_full (void)
{
  gsize length;
  g_autofree char *text = load (".", "diary-full.json", &length);

  assert_same_however_broken (text, length, 7);
}

static void
test_years (void)
{
  g_autoptr (GBytes) bytes = stp_generate_build (2, 1);

  assert_same (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/json/edges", test_edges);
  g_test_add_func ("/json/corpus", test_corpus);
  g_test_add_func ("/json/full", test_full);
  g_test_add_func ("/json/years", test_years);

  return g_test_run ();
}
