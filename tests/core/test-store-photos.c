// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gstdio.h>

#include "store-fixture.h"
#include "store/stp-draft.h"
#include "store/stp-photos.h"

static char *
keep (StoreFixture *fixture, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  char *reference = stp_photos_keep (fixture->folder, bytes, &error);

  g_assert_no_error (error);
  return reference;
}

static gboolean
is_there (StoreFixture *fixture, const char *reference)
{
  g_autofree char *path = stp_photos_get_path (fixture->folder, reference);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_keep (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *reference = keep (fixture, "photo");
  g_autofree char *again = keep (fixture, "photo");
  g_autofree char *path = stp_photos_get_path (fixture->folder, reference);
  g_autofree char *place = g_path_get_dirname (path);

  g_assert_cmpstr (reference, ==,
                   "photos/55c64d0fcd6f9d5f7c828093857e3fdfda68478bb4e9bd24d481ef391c7804e8.jpg");
  g_assert_cmpstr (again, ==, reference);
  store_assert_contents (path, "photo");
  g_assert_cmpint (store_mode_of (path), ==, 0600);
  g_assert_cmpint (store_mode_of (place), ==, 0700);
  g_assert_cmpuint (store_count_files (place), ==, 1);
}

/* A diary comes from anywhere: no reference in it leads out of the folder. */
static void
test_references (StoreFixture *fixture, gconstpointer data)
{
  static const char *const foreign[] = {
    "photos/../../../../etc/passwd",
    "/etc/passwd",
    "photos/",
    "photos/1.jpg",
    "photos/55c64d0fcd6f9d5f7c828093857e3fdfda68478bb4e9bd24d481ef391c7804e8.png",
    "photos/55c64d0fcd6f9d5f7c828093857e3fdfda68478bb4e9bd24d481ef391c7804e8.jpg/x",
    "55c64d0fcd6f9d5f7c828093857e3fdfda68478bb4e9bd24d481ef391c7804e8.jpg",
  };

  g_assert_null (stp_photos_get_path (fixture->folder, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    g_assert_null (stp_photos_get_path (fixture->folder, foreign[i]));
}

static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("photo", 5);
  g_autofree char *place = g_build_filename (fixture->folder, STP_PHOTOS_FOLDER, NULL);
  g_autoptr (GError) error = NULL;

  store_write_file (place, "a file where the folder should be");
  g_assert_null (stp_photos_keep (fixture->folder, bytes, &error));
  g_assert_error (error, STP_STORE_ERROR, STP_STORE_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "The photo could not be saved."));
}

static void
set_photo (StpStore *store, const char *reference)
{
  StpDiary *diary = stp_store_get_diary (store);
  g_autoptr (
    StpProduct) draft = stp_record_copy (stp_diary_peek_record (diary, STP_RECORD_PRODUCT, 0));
  g_autoptr (GError) error = NULL;

  g_set_str (&draft->photo, reference);
  stp_diary_put (diary, draft, &error);
  g_assert_no_error (error);
  store_flush_ok (store);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  stp_store_load_finish (STP_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* As the app does it, with the removing that nobody waits for. */
static void
open_and_close (StoreFixture *fixture)
{
  StpStore *store = store_new (fixture);
  gboolean loaded = FALSE;

  stp_store_load_async (store, NULL, loaded_cb, &loaded);
  while (!loaded)
    g_main_context_iteration (NULL, TRUE);
  store_close (store);
}

static GPtrArray *
list_unnamed (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) document = NULL;
  char *text;
  gsize length;

  g_file_get_contents (fixture->path, &text, &length, &error);
  g_assert_no_error (error);
  document = g_bytes_new_take (text, length);
  return stp_photos_list_unnamed (fixture->folder, document);
}

static void
remove_unnamed (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) unnamed = list_unnamed (fixture);

  stp_photos_remove_unnamed (fixture->folder, unnamed);
}

/* What a product names stays, what nothing names goes. */
static void
test_unnamed (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *named = keep (fixture, "named");
  g_autofree char *unnamed = keep (fixture, "unnamed");
  g_autofree char *foreign = g_build_filename (fixture->folder, "photos", "mine.jpg", NULL);
  StpStore *store = store_open (fixture);

  store_write_file (foreign, "somebody else's");
  store_add_product (store, "Serum");
  set_photo (store, named);
  store_close (store);

  remove_unnamed (fixture);
  g_assert_true (is_there (fixture, named));
  g_assert_false (is_there (fixture, unnamed));
  store_assert_contents (foreign, "somebody else's");
}

/* The same by opening the diary: some other thread does it. */
static void
test_opened (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *unnamed = keep (fixture, "unnamed");
  StpStore *store = store_open (fixture);

  store_add_product (store, "Serum");
  store_flush_ok (store);
  store_close (store);

  open_and_close (fixture);
  while (is_there (fixture, unnamed))
    g_thread_yield ();
}

/* An earlier state that names a photo can be brought back with it. */
static void
test_generation (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *earlier = keep (fixture, "earlier");
  g_autofree char *generations = g_build_filename (fixture->folder, "generations", NULL);
  g_autofree char *broken = g_build_filename (generations, "diary-20261122T183011Z.json.gz", NULL);
  g_autofree char *unnamed = keep (fixture, "unnamed");
  StpStore *store = store_open (fixture);

  store_add_product (store, "Serum");
  set_photo (store, earlier);
  stp_clock_set_fixed (fixture->clock, NOW + 2 * STP_HOUR);
  set_photo (store, NULL);
  store_close (store);

  /* Who knows what it names? */
  store_write_file (broken, "broken");
  remove_unnamed (fixture);
  g_assert_true (is_there (fixture, unnamed));

  g_remove (broken);
  remove_unnamed (fixture);
  g_assert_true (is_there (fixture, earlier));
  g_assert_false (is_there (fixture, unnamed));

  store_remove_tree (generations);
  remove_unnamed (fixture);
  g_assert_false (is_there (fixture, earlier));
}

/* What is being entered is not in the diary yet. */
static void
test_draft (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *drafted = keep (fixture, "drafted");
  g_autoptr (StpProduct) draft = stp_record_new (STP_RECORD_PRODUCT);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  StpStore *store = store_open (fixture);

  store_add_product (store, "Serum");
  store_flush_ok (store);
  store_close (store);
  draft->photo = g_strdup (drafted);
  bytes = stp_draft_write (draft);
  stp_draft_keep (fixture->folder, bytes, &error);
  g_assert_no_error (error);

  remove_unnamed (fixture);
  g_assert_true (is_there (fixture, drafted));
  stp_draft_discard (fixture->folder);
  remove_unnamed (fixture);
  g_assert_false (is_there (fixture, drafted));
}

/* Taken once more after it was found to be unnamed. */
static void
test_taken_again (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *reference = keep (fixture, "photo");
  g_autoptr (GPtrArray) unnamed = NULL;
  StpStore *store = store_open (fixture);

  store_add_product (store, "Serum");
  store_flush_ok (store);
  store_close (store);
  unnamed = list_unnamed (fixture);
  g_assert_cmpuint (unnamed->len, ==, 1);
  g_free (keep (fixture, "photo"));

  stp_photos_remove_unnamed (fixture->folder, unnamed);
  g_assert_true (is_there (fixture, reference));
}

#define add(path, func) g_test_add (path, StoreFixture, NULL, store_set_up, func, store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/store-photos/keep", test_keep);
  add ("/store-photos/references", test_references);
  add ("/store-photos/refused", test_refused);
  add ("/store-photos/unnamed", test_unnamed);
  add ("/store-photos/opened", test_opened);
  add ("/store-photos/generation", test_generation);
  add ("/store-photos/draft", test_draft);
  add ("/store-photos/taken-again", test_taken_again);

  return g_test_run ();
}
