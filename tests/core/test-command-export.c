// SPDX-License-Identifier: GPL-3.0-or-later

/* `stipple-diary export` from outside. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store-fixture.h"

#define DIARY                                                                                      \
  "{\"format\":1,\"id\":\"" ID                                                                     \
  "\",\"products\":[{\"id\":\"00000000-0000-4000-8000-000000000101\","                             \
  "\"modified\":\"2026-01-01T00:00:00Z\",\"name\":\"Cream\"}],\"events\":["                        \
  "{\"id\":\"00000000-0000-4000-8000-000000000201\",\"modified\":\"2026-01-01T00:00:00Z\","        \
  "\"kind\":\"wax\",\"at\":\"2026-03-01T10:00:00Z\"},"                                             \
  "{\"id\":\"00000000-0000-4000-8000-000000000202\",\"modified\":\"2026-01-01T00:00:00Z\","        \
  "\"kind\":\"sun\",\"at\":\"2026-03-02T10:00:00Z\"}]}"

static int
run (const char *word, ...)
{
  g_autofree char *tool = g_build_filename (g_getenv ("STIPPLE_TEST_BUILD_DIR"), "src", "tool",
                                            "stipple-diary", NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (8, NULL, TRUE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list rest;

  g_ptr_array_add (words, tool);
  g_ptr_array_add (words, (gpointer) "export");
  va_start (rest, word);
  for (; word != NULL; word = va_arg (rest, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (rest);
  process = g_subprocess_newv ((const char *const *) words->pdata,
                               G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (process, NULL, &error));
  return g_subprocess_get_exit_status (process);
}

static char *
read_out (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_file (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *out = g_build_filename (fixture->base, "out.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *part = NULL;

  store_write_file (fixture->path, DIARY);
  g_assert_cmpint (run (fixture->path, "--as", "csv", "--out", out, NULL), ==, 0);
  text = read_out (out);
  g_assert_true (g_str_has_prefix (text, "record,id,modified,"));
  g_assert_nonnull (strstr (text, "\r\nproduct,00000000-0000-4000-8000-000000000101,"));
  g_assert_nonnull (strstr (text, "2026-03-01T10:00:00Z"));
  g_assert_cmpint (store_mode_of (out), ==, 0600);

  g_assert_cmpint (run (fixture->folder, "--as", "csv", "--out", out, "--from", "2026-03-02",
                        "--to", "2026-03-02", NULL),
                   ==, 0);
  part = read_out (out);
  g_assert_null (strstr (part, "2026-03-01T10:00:00Z"));
  g_assert_nonnull (strstr (part, "2026-03-02T10:00:00Z"));
  g_assert_nonnull (strstr (part, ",Cream,"));
}

static void
test_folder (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *out = g_build_filename (fixture->base, "tables/", NULL);
  g_autofree char *events = g_build_filename (out, "events.csv", NULL);
  g_autofree char *text = NULL;

  store_write_file (fixture->path, DIARY);
  g_assert_cmpint (run (fixture->path, "--as", "csv", "--out", out, NULL), ==, 0);
  text = read_out (events);
  g_assert_true (g_str_has_prefix (text, "id,modified,kind,at,on,"));
  g_assert_cmpuint (store_count_files (out), ==, STP_RECORD_N);
  g_assert_cmpint (store_mode_of (events), ==, 0600);
}

/* What this version could not write back is written as near as it can be. */
static void
test_odd_numbers (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *out = g_build_filename (fixture->base, "out.csv", NULL);
  g_autofree char *text = NULL;

  store_write_file (fixture->path,
                    "{\"format\":1,\"id\":\"" ID
                    "\",\"products\":[{\"id\":\"00000000-0000-4000-8000-000000000101\","
                    "\"modified\":\"2026-01-01T00:00:00Z\",\"name\":\"Cream\","
                    "\"future\":[1e999,-1e999,0.1,1e-7,123456789.123456789]}]}");
  g_assert_cmpint (run (fixture->path, "--as", "csv", "--out", out, NULL), ==, 0);
  text = read_out (out);
  g_assert_nonnull (strstr (text, "[1e999,-1e999,0.1,1e-07,123456789.12345679]"));
}

/* No diary is replaced by an export, and what cannot be read gives none. */
static void
test_refuses (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->base, "other", "diary.json", NULL);
  g_autofree char *plain = g_build_filename (fixture->base, "plain.json", NULL);
  g_autofree char *out = g_build_filename (fixture->base, "out.csv", NULL);

  store_write_file (fixture->path, DIARY);
  store_write_file (plain, DIARY);
  store_write_file (other, "mine");
  g_assert_cmpint (run (fixture->path, "--as", "csv", "--out", fixture->path, NULL), ==, 1);
  g_assert_cmpint (run (plain, "--as", "csv", "--out", plain, NULL), ==, 1);
  g_assert_cmpint (run (fixture->path, "--as", "csv", "--out", other, NULL), ==, 1);
  store_assert_contents (fixture->path, DIARY);
  store_assert_contents (plain, DIARY);
  store_assert_contents (other, "mine");
  g_assert_cmpint (run (other, "--as", "csv", "--out", out, NULL), ==, 3);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

static void
test_usage (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *out = g_build_filename (fixture->base, "out.csv", NULL);

  store_write_file (fixture->path, DIARY);
  g_assert_cmpint (run (fixture->path, NULL), ==, 2);
  g_assert_cmpint (run (fixture->path, "--as", "csv", NULL), ==, 2);
  g_assert_cmpint (run (fixture->path, "--as", "xls", "--out", out, NULL), ==, 2);
  g_assert_cmpint (run (fixture->path, "--as", "csv", "--out", out, "--from", "May", NULL), ==, 2);
  g_assert_cmpint (run ("--as", "csv", "--out", out, NULL), ==, 2);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/export/" name, StoreFixture, NULL, store_set_up, function, store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("file", test_file);
  ADD ("folder", test_folder);
  ADD ("odd-numbers", test_odd_numbers);
  ADD ("refuses", test_refuses);
  ADD ("usage", test_usage);

  return g_test_run ();
}
