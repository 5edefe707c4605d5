// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gstdio.h>

#include "app/stp-data-job.h"
#include "app/stp-known-diaries.h"

#define NOW (G_GINT64_CONSTANT (1795348800) * STP_SECOND)

/* Where the first diary lies, and a clock that stands still. */
typedef struct
{
  char *home;
  StpClock *clock;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = g_dir_make_tmp ("stipple-known-XXXXXX", NULL);
  fixture->clock = stp_clock_new_fixed (NOW);
  g_setenv ("STIPPLE_DIARY_DIR", fixture->home, TRUE);
  stp_known_diaries_clear ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_rmdir (fixture->home);
  g_free (fixture->home);
  g_assert_finalize_object (fixture->clock);
}

static char *
make_folder (Fixture *fixture, const char *name)
{
  char *path = g_build_filename (fixture->home, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  return path;
}

static void
note (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  stp_known_diaries_note (folder, fixture->clock);
}

/* As the dialog has it. */
static GPtrArray *
look (void)
{
  g_autofree char *others = stp_known_diaries_are_kept () ? NULL : stp_data_dup_others ();
  GPtrArray *list = stp_known_diaries_list ();

  stp_known_diaries_look (list, others);
  return list;
}

static void
assert_diary (guint position, const char *path, const char *name, gboolean missing)
{
  g_autoptr (GPtrArray) list = look ();
  StpKnownDiary *diary;

  g_assert_cmpuint (position, <, list->len);
  diary = list->pdata[position];
  g_assert_cmpstr (diary->path, ==, path);
  g_assert_cmpstr (diary->name, ==, name);
  g_assert_true (diary->missing == missing);
}

static guint
count (void)
{
  g_autoptr (GPtrArray) list = look ();

  return list->len;
}

/* The first is always there, and one that is forgotten keeps its files. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = make_folder (fixture, "other");

  assert_diary (0, fixture->home, "First Diary", FALSE);
  note (fixture, fixture->home);
  note (fixture, other);
  note (fixture, other);
  g_assert_cmpuint (count (), ==, 2);
  assert_diary (1, other, "Diary (Sunday 22 November)", FALSE);
  stp_known_diaries_rename (other, "Clinic & Co.");
  note (fixture, other);
  assert_diary (1, other, "Clinic & Co.", FALSE);
  stp_known_diaries_forget (other);
  g_assert_cmpuint (count (), ==, 1);
  g_assert_cmpint (g_rmdir (other), ==, 0);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = make_folder (fixture, "other");

  note (fixture, other);
  g_assert_cmpint (g_rmdir (other), ==, 0);
  g_assert_cmpuint (count (), ==, 2);
  assert_diary (0, fixture->home, "First Diary", FALSE);
  assert_diary (1, other, "Diary (Sunday 22 November)", TRUE);
}

/* Diaries that are older than the list are in it all the same; nothing is left once it is cleared.
 */
static void
test_found (Fixture *fixture, gconstpointer data)
{
  g_autofree char *others = g_build_filename (fixture->home, "diaries", NULL);
  g_autofree char *sample = make_folder (fixture, "diaries/sample");
  g_autoptr (GPtrArray) found = look ();

  assert_diary (1, sample, "Sample Diary", FALSE);
  stp_known_diaries_keep (found);
  note (fixture, fixture->home);
  stp_known_diaries_forget (sample);
  g_assert_cmpuint (count (), ==, 1);
  stp_known_diaries_clear ();
  g_assert_cmpuint (count (), ==, 2);
  g_assert_cmpint (g_rmdir (sample), ==, 0);
  g_assert_cmpint (g_rmdir (others), ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/known-diaries/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("list", test_list);
  ADD ("missing", test_missing);
  ADD ("found", test_found);

  return g_test_run ();
}
