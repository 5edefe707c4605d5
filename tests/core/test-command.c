// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "fact-text.h"
#include "store/stp-generations.h"
#include "store/stp-lock.h"

/* stipple-diary from outside: what it prints, and what it returns. */

#define EMPTY "{\"format\":1,\"id\":\"00000000-0000-4000-8000-000000000001\"%s}"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("stipple-command-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static char *
path_of (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static char *
write_diary (Fixture *fixture, const char *name, const char *more)
{
  g_autofree char *text = g_strdup_printf (EMPTY "\n", more);
  g_autoptr (GError) error = NULL;
  char *path = path_of (fixture, name);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static char *
read_diary (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Runs the command with the words given, up to NULL, and returns its exit code. */
static int
run (char **out, const char *word, ...)
{
  g_autofree char *tool = g_build_filename (g_getenv ("STIPPLE_TEST_BUILD_DIR"), "src", "tool",
                                            "stipple-diary", NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list rest;

  g_ptr_array_add (words, tool);
  va_start (rest, word);
  for (; word != NULL; word = va_arg (rest, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (rest);
  process = g_subprocess_newv ((const char *const *) words->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, out, NULL, &error);
  g_assert_no_error (error);
  return g_subprocess_get_exit_status (process);
}

/* Runs `check /dev/stdin` with @text in the pipe, and returns its exit code. */
static int
check_piped (const char *text, char **out)
{
  g_autofree char *tool = g_build_filename (g_getenv ("STIPPLE_TEST_BUILD_DIR"), "src", "tool",
                                            "stipple-diary", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE |
                                             G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                             G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                           &error, tool, "check", "/dev/stdin", NULL);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, text, NULL, out, NULL, &error);
  g_assert_no_error (error);
  return g_subprocess_get_exit_status (process);
}

static void
test_piped (void)
{
  g_autofree char *good = g_strdup_printf (EMPTY "\n", "");
  g_autofree char *faults = NULL;

  g_assert_cmpint (check_piped (good, NULL), ==, 0);
  g_assert_cmpint (check_piped ("{\"format\": 1", &faults), ==, 1);
  g_assert_nonnull (strstr (faults, "\"fatal\":true"));
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  g_autofree char *help = NULL;

  g_assert_cmpint (run (NULL, NULL), ==, 2);
  g_assert_cmpint (run (NULL, "no-such-command", NULL), ==, 2);
  g_assert_cmpint (run (NULL, "check", NULL), ==, 2);
  g_assert_cmpint (run (NULL, "check", "--no-such-option", NULL), ==, 2);
  g_assert_cmpint (run (NULL, "merge", "out", NULL), ==, 2);
  g_assert_cmpint (run (&help, "--help", NULL), ==, 0);
  g_assert_nonnull (strstr (help, "merge OUT IN"));
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autofree char *good = write_diary (fixture, "diary.json", "");
  g_autofree char *bad = write_diary (fixture, "bad.json", ",\"products\":[7],\"steps\":5");
  g_autofree char *none = path_of (fixture, "none.json");
  g_autofree char *pipe = path_of (fixture, "pipe.json");
  g_autofree char *out = NULL;
  g_autofree char *faults = NULL;

  g_assert_cmpint (run (&out, "check", good, NULL), ==, 0);
  g_assert_cmpstr (out, ==, "");
  g_assert_cmpint (run (NULL, "check", fixture->folder, NULL), ==, 0);
  g_assert_cmpint (run (&faults, "check", bad, NULL), ==, 1);
  g_assert_cmpstr (
    faults, ==,
    "{\"pointer\":\"/products/0\",\"text\":\"This must be an object.\",\"fatal\":true}\n"
    "{\"pointer\":\"/steps\",\"text\":\"This must be a list.\",\"fatal\":true}\n");
  g_assert_cmpint (run (NULL, "check", none, NULL), ==, 3);

  /* Nobody writes to it: who waited for that would wait for ever. */
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (run (NULL, "check", pipe, NULL), ==, 3);
}

/* What only the rules know to be wrong. */
static void
test_check_rules (Fixture *fixture, gconstpointer data)
{
  g_autofree char *diary = write_diary (
    fixture, "diary.json",
    ",\"profile\":{\"modified\":\"2026-11-20T18:03:11.250000Z\",\"rules\":{"
    "\"prep.retinoid.otc\":{\"modified\":\"2026-11-20T18:03:11.250000Z\",\"hours\":47},"
    "\"prep.retinoid.rx\":{\"modified\":\"2026-11-20T18:03:11.250000Z\",\"hours\":48},"
    "\"prep.mo/o~n\":{\"modified\":\"2026-11-20T18:03:11.250000Z\",\"hours\":48},"
    "\"prep.wax\":{\"modified\":\"2026-11-20T18:03:11.250000Z\",\"hours\":24}}}");
  g_autofree char *faults = NULL;

  g_assert_cmpint (run (&faults, "check", diary, NULL), ==, 1);
  g_assert_cmpstr (faults, ==,
                   "{\"pointer\":\"/profile/rules/prep.retinoid.otc/hours\",\"text\":\"This is "
                   "shorter than the rule itself, so it changes nothing.\",\"fatal\":false}\n"
                   "{\"pointer\":\"/profile/rules/prep.wax/hours\",\"text\":\"This is "
                   "shorter than the rule itself, so it changes nothing.\",\"fatal\":false}\n"
                   "{\"pointer\":\"/profile/rules/prep.mo~1o~0n\",\"text\":\"No rule has this "
                   "name.\",\"fatal\":false}\n");
}

/* What makes no sense opens, is named with its place, and never makes a start easier. */
static void
test_bad_input (Fixture *fixture, gconstpointer data)
{
  static const char *const places[] = { "/sessions/0/end", "/applications/0/product",
                                        "/applications/0/at", "/events/0/until" };
  g_autofree char *json = fact_text_to_json (
    "session d state=done start=2027-03-10T20:00:00Z end=2027-03-09T20:00:00Z um=250;"
    "application u product=gone at=9999-12-31T23:59:59Z;"
    "event f kind=flare detail=rash at=2027-03-10T20:00:00Z until=2027-03-01T20:00:00Z");
  g_autofree char *diary = path_of (fixture, "diary.json");
  g_autofree char *faults = NULL;
  g_autofree char *verdict = NULL;

  g_assert_true (g_file_set_contents (diary, json, -1, NULL));
  g_assert_cmpint (run (&faults, "check", diary, NULL), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *place = g_strdup_printf ("{\"pointer\":\"%s\"", places[i]);

      g_assert_nonnull (strstr (faults, place));
    }
  g_assert_cmpint (run (&verdict, "verdict", diary, "--start", "2027-03-12T20:00:00Z", NULL), ==,
                   1);
  g_assert_nonnull (strstr (verdict, "interval.hard"));
  g_assert_nonnull (strstr (verdict, "product.unknown"));
  g_assert_nonnull (strstr (verdict, "prep.flare"));
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = write_diary (fixture, "a.json", ",\"x\":1");
  g_autofree char *b = write_diary (fixture, "b.json", ",\"y\":2");
  g_autofree char *out = path_of (fixture, "out.json");
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpint (run (NULL, "merge", out, a, b, NULL), ==, 0);
  text = read_diary (out);
  g_assert_true (g_str_has_suffix (text, "\"x\": 1,\n  \"y\": 2\n}\n"));
  g_assert_cmpint (run (NULL, "merge", out, b, out, a, NULL), ==, 0);
  again = read_diary (out);
  g_assert_cmpstr (again, ==, text);
}

/* Nothing is written unless all of it could be merged. */
static void
test_merge_refuses (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = write_diary (fixture, "a.json", "");
  g_autofree char *broken = write_diary (fixture, "broken.json", ",\"products\":7");
  g_autofree char *lossy = write_diary (fixture, "lossy.json", ",\"x\":0.5");
  g_autofree char *none = path_of (fixture, "none.json");
  g_autofree char *out = path_of (fixture, "out.json");

  g_assert_cmpint (run (NULL, "merge", out, a, broken, NULL), ==, 3);
  g_assert_cmpint (run (NULL, "merge", out, a, lossy, NULL), ==, 3);
  g_assert_cmpint (run (NULL, "merge", out, a, none, NULL), ==, 3);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

static void
test_merge_locked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = write_diary (fixture, "a.json", ",\"x\":1");
  g_autofree char *diary = write_diary (fixture, "diary.json", "");
  g_autofree char *before = read_diary (diary);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  StpLock *lock = stp_lock_take (diary, &error);

  g_assert_no_error (error);
  g_assert_cmpint (run (NULL, "merge", diary, diary, a, NULL), ==, 1);
  after = read_diary (diary);
  g_assert_cmpstr (after, ==, before);
  stp_lock_release (lock);
  g_assert_cmpint (run (NULL, "merge", diary, diary, a, NULL), ==, 0);
}

/* A diary of the app that is not among the copies is kept before it is replaced. */
static void
test_merge_keeps (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = write_diary (fixture, "a.json", ",\"x\":1");
  g_autofree char *diary = write_diary (fixture, "diary.json", ",\"mine\":true");
  g_autofree char *before = read_diary (diary);
  g_autofree char *place = path_of (fixture, STP_GENERATIONS_FOLDER);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autofree char *path = NULL;

  g_assert_cmpint (run (NULL, "merge", diary, diary, a, NULL), ==, 0);
  g_assert_false (g_file_test (place, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (diary, before, -1, NULL));
  g_assert_cmpint (run (NULL, "merge", diary, a, NULL), ==, 0);
  list = stp_generations_list (fixture->folder);
  g_assert_cmpuint (list->len, ==, 1);
  kept = stp_generations_read_document (fixture->folder, ((StpGeneration *) list->pdata[0])->name,
                                        NULL);
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), before, strlen (before));
  path = g_build_filename (place, ((StpGeneration *) list->pdata[0])->name, NULL);
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* Whoever reads nothing must not be told that all went well. */
static void
test_cannot_print (Fixture *fixture, gconstpointer data)
{
  g_autofree char *line = g_strdup_printf (
    "echo '{\"id\":1,\"name\":\"Cream\"}' | '%s/src/tool/stipple-diary' classify - >/dev/full",
    g_getenv ("STIPPLE_TEST_BUILD_DIR"));
  const char *argv[] = { "sh", "-c", line, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
}

/* Into a file or a folder; the same moment makes the same bytes. */
static void
test_demo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = path_of (fixture, "a.json");
  g_autofree char *diary = path_of (fixture, "diary.json");
  g_autofree char *once = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpint (run (NULL, "demo", a, "--now", "2027-03-10T20:00:00Z", NULL), ==, 0);
  g_assert_cmpint (run (NULL, "demo", fixture->folder, "--now", "2027-03-10T20:00:00Z", NULL), ==,
                   0);
  once = read_diary (a);
  again = read_diary (diary);
  g_assert_cmpstr (once, ==, again);
  g_assert_cmpint (run (NULL, "check", diary, NULL), ==, 0);
  g_assert_cmpint (run (NULL, "demo", diary, NULL), ==, 0);
  g_assert_cmpint (run (NULL, "demo", diary, "--now", "yesterday", NULL), ==, 2);
  g_assert_cmpint (run (NULL, "demo", NULL), ==, 2);
}

/* A diary that somebody keeps, or that nobody can read, is never taken for a sample. */
static void
test_demo_refuses (Fixture *fixture, gconstpointer data)
{
  g_autofree char *diary = write_diary (fixture, "diary.json", "");
  g_autofree char *broken = write_diary (fixture, "broken.json", ",\"products\":7");
  g_autofree char *before = read_diary (diary);
  g_autofree char *after = NULL;

  g_assert_cmpint (run (NULL, "demo", diary, NULL), ==, 1);
  g_assert_cmpint (run (NULL, "demo", broken, NULL), ==, 1);
  after = read_diary (diary);
  g_assert_cmpstr (after, ==, before);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/command/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("usage", test_usage);
  ADD ("check", test_check);
  ADD ("check/rules", test_check_rules);
  ADD ("check/bad-input", test_bad_input);
  ADD ("merge", test_merge);
  ADD ("merge-refuses", test_merge_refuses);
  ADD ("merge-locked", test_merge_locked);
  ADD ("merge-keeps", test_merge_keeps);
  ADD ("cannot-print", test_cannot_print);
  ADD ("demo", test_demo);
  ADD ("demo-refuses", test_demo_refuses);
  g_test_add_func ("/command/piped", test_piped);

  return g_test_run ();
}
