// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "fake-disk.h"
#include "store-fixture.h"
#include "store/stp-beside.h"
#include "store/stp-erase.h"
#include "store/stp-generations.h"
#include "store/stp-system.h"

/* Of no photo that is here. */
#define PHOTO "14a1d2a4ff0e5a3c2ea0bbca9a4c0a3e0f1a8f6a1b1c7b1d0a6a8d3ef28bd9a4.jpg"

#define OTHER_ID "00000000-0000-4000-8000-000000000002"

static char *
put_photo (StoreFixture *fixture, const char *text)
{
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *name = g_strconcat (checksum, ".jpg", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "photos", name, NULL);

  store_write_file (path, text);
  return g_steal_pointer (&name);
}

static GFile *
backup_file (StoreFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->base, "backup" STP_BACKUP_SUFFIX, NULL);

  return g_file_new_for_path (path);
}

static void
test_there_and_back (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_open (fixture);
  g_autoptr (GFile) file = backup_file (fixture);
  g_autofree char *photo = put_photo (fixture, "photo");
  g_autofree char *false_photo = g_build_filename (fixture->folder, "photos", PHOTO, NULL);
  g_autofree char *elsewhere = g_build_filename (fixture->base, "elsewhere", NULL);
  g_autofree char *unpacked = g_build_filename (elsewhere, photo, NULL);
  g_autoptr (StpSnapshot) before = NULL;
  g_autoptr (StpBackup) after = NULL;
  g_autoptr (GBytes) bytes_before = NULL;
  g_autoptr (GBytes) bytes_after = NULL;
  g_autoptr (GError) error = NULL;

  store_write_file (false_photo, "not what its name says");
  for (guint i = 0; i < 100; i++)
    store_add_product (store, "Creme für die Nacht");
  before = stp_diary_dup_snapshot (stp_store_get_diary (store));
  bytes_before = stp_codec_write (before);
  stp_backup_write (file, fixture->folder, bytes_before, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_mode_of (g_file_peek_path (file)), ==, 0600);

  after = stp_backup_read (file, elsewhere, &error);
  g_assert_no_error (error);
  g_assert_false (after->read_only);
  g_assert_true (g_bytes_equal (bytes_before, after->document));
  bytes_after = stp_codec_write (after->snapshot);
  g_assert_true (g_bytes_equal (bytes_before, bytes_after));
  store_assert_contents (unpacked, "photo");
  g_assert_cmpuint (store_count_files (elsewhere), ==, 1);
  store_settle (store);
}

static gboolean
write_backup (StoreFixture *fixture, GFile *file)
{
  g_autoptr (StpSnapshot) snapshot = stp_snapshot_new (ID);
  g_autoptr (GBytes) document = stp_codec_write (snapshot);

  return stp_backup_write (file, fixture->folder, document, NULL);
}

/* A diary that can only be looked at goes into its backup, and comes out of it, to the byte. */
static void
test_read_only (StoreFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "{\"format\":1,\"id\":\"" ID "\", \"future\":[1e999,-1e999,0.10,1.50,9223372036854775808]}",
    "{\"format\":2,\"id\":\"" ID "\", \"products\":[7],\"profile\":{\"goals\":[0.5]}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GFile) file = backup_file (fixture);
      g_autoptr (StpStore) store = NULL;
      g_autoptr (StpSnapshot) snapshot = NULL;
      g_autoptr (StpBackup) backup = NULL;
      g_autoptr (GBytes) document = NULL;

      store_write_file (fixture->path, texts[i]);
      store = store_open (fixture);
      snapshot = stp_diary_dup_snapshot (stp_store_get_diary (store));
      document = stp_backup_dup_document (fixture->folder, snapshot, TRUE);
      g_assert_true (stp_backup_write (file, fixture->folder, document, NULL));
      backup = stp_backup_read (file, NULL, NULL);
      g_assert_true (backup->read_only);
      g_assert_cmpmem (g_bytes_get_data (backup->document, NULL),
                       g_bytes_get_size (backup->document), texts[i], strlen (texts[i]));
    }
}

/* Whoever is told that it was backed up may pull the stick. */
static void
test_synced (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = backup_file (fixture);

  fake_disk_use ();
  fake_disk_refuse (CALL_FSYNC, EIO);
  g_assert_false (write_backup (fixture, file));
  stp_system_set (NULL);
  g_assert_true (write_backup (fixture, file));
}

/* What lies there may have been damaged meanwhile: then what was read of it counts. */
static void
test_read_only_and_damaged (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpSnapshot) snapshot = stp_snapshot_new (ID);
  g_autoptr (GBytes) expected = stp_codec_write (snapshot);
  g_autoptr (GBytes) document = NULL;

  store_write_file (fixture->path, "{\"format\":1,");
  document = stp_backup_dup_document (fixture->folder, snapshot, TRUE);
  g_assert_true (g_bytes_equal (document, expected));
}

/* What everybody else's tar makes of it. */
static void
test_is_a_tar (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = backup_file (fixture);
  g_autofree char *photo = put_photo (fixture, "photo");
  g_autofree char *expected = g_strdup_printf ("diary.json\nphotos/%s\n", photo);
  const char *argv[] = { "tar", "-tzf", g_file_peek_path (file), NULL };
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (write_backup (fixture, file));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpstr (out, ==, expected);
}

/* Cut anywhere, or with any byte wrong: refused or read, and never a photo that is none. */
static void
test_damaged (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = backup_file (fixture);
  g_autofree char *photo = put_photo (fixture, "photo");
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (write_backup (fixture, file));
  g_assert_true (g_file_load_contents (file, NULL, &text, &length, NULL, NULL));
  for (gsize at = 0; at < length; at++)
    {
      g_autofree char *wrong = g_memdup2 (text, length);
      g_autoptr (StpBackup) cut = NULL;
      g_autoptr (StpBackup) flipped = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (g_file_peek_path (file), text, at, NULL));
      cut = stp_backup_read (file, NULL, &error);
      g_assert_null (cut);
      g_assert_error (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE);
      wrong[at] ^= 1 << at % 8;
      g_assert_true (g_file_set_contents (g_file_peek_path (file), wrong, length, NULL));
      flipped = stp_backup_read (file, NULL, NULL);
    }
}

static void
test_diary_alone (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (StpBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  store_write_file (fixture->path, "{\"format\":1,\"id\":\"" ID "\"}");
  backup = stp_backup_read (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (backup->snapshot->id, ==, ID);
}

/* Somebody may have nothing left but a file out of the folder of earlier states. */
static void
test_generation_alone (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (StpBackup) backup = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  store_write_file (fixture->path, "{\"format\":1,\"id\":\"" ID "\"}");
  g_assert_true (stp_generations_keep (fixture->folder, fixture->path, STP_KEEP_NOW, NOW, NULL));
  list = stp_generations_list (fixture->folder);
  path = g_build_filename (fixture->folder, STP_GENERATIONS_FOLDER,
                           ((StpGeneration *) list->pdata[0])->name, NULL);
  file = g_file_new_for_path (path);
  backup = stp_backup_read (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (backup->snapshot->id, ==, ID);

  g_clear_pointer (&backup, stp_backup_free);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_true (g_file_set_contents (path, text, length - 6, NULL));
  backup = stp_backup_read (file, NULL, &error);
  g_assert_null (backup);
  g_assert_error (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE);
}

/* Another diary is found where it is, whatever its folder is called; else it is laid there as it
 * stands in its backup, and nowhere twice. */
static void
test_beside (StoreFixture *fixture, gconstpointer data)
{
  static const char text[] = "{\"format\":2, \"id\":\"" OTHER_ID "\",\"future\":0.10}";
  g_autoptr (GFile) file = backup_file (fixture);
  g_autoptr (GBytes) document = g_bytes_new_static (text, strlen (text));
  g_autofree char *photo = put_photo (fixture, "photo");
  g_autofree char *others = g_build_filename (fixture->base, "diaries", NULL);
  g_autofree char *unreadable = g_build_filename (others, "a", "diary.json", NULL);
  g_autofree char *first = g_build_filename (others, "b", "diary.json", NULL);
  g_autofree char *taken = g_build_filename (others, OTHER_ID, "diary.json", NULL);
  g_autoptr (StpBackup) backup = NULL;
  g_autofree char *laid = NULL;
  g_autofree char *diary = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  store_write_file (unreadable, "{");
  store_write_file (first, "{\"format\":1,\"id\":\"" ID "\"}");
  store_write_file (taken, "{\"format\":1,\"id\":\"" ID "\"}");
  g_assert_true (stp_backup_write (file, fixture->folder, document, NULL));
  backup = stp_backup_read (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (stp_beside_find (fixture->folder, others, OTHER_ID));

  laid = stp_beside_lay (others, file, backup, &error);
  g_assert_no_error (error);
  diary = g_build_filename (laid, "diary.json", NULL);
  store_assert_contents (diary, text);
  copy = g_build_filename (laid, "photos", photo, NULL);
  store_assert_contents (copy, "photo");
  found = stp_beside_find (fixture->folder, others, OTHER_ID);
  g_assert_cmpstr (found, ==, laid);
  g_assert_cmpuint (store_count_files (others), ==, 4);
}

/* Nothing is left of the diary, and all of what is somebody else's. */
static void
test_erase (StoreFixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "diary.json.saving-00c0ffee",
    "diary.unreadable-20270115T080000Z.json",
    "diary.unreadable-20270115T080000Z-2.json",
    "photos/" PHOTO,
    "photos/" PHOTO ".saving-00c0ffee",
    "generations/diary-20270115T080000Z.json.gz",
    "generations/diary-20270115T080000Z.json.gz.saving-00c0ffee",
    "product-draft.json",
    "product-draft.json.saving-00c0ffee",
  };
  g_autofree char *foreign = g_build_filename (fixture->folder, "letter.txt", NULL);
  g_autoptr (StpStore) store = store_open (fixture);
  g_autoptr (GError) error = NULL;

  store_add_product (store, "A");
  store_flush_ok (store);
  g_assert_false (stp_erase (fixture->folder, &error));
  g_assert_error (error, STP_STORE_ERROR, STP_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  store_close (g_steal_pointer (&store));

  store_write_file (foreign, "Dear Anna");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      store_write_file (path, "x");
    }
  g_assert_true (stp_erase (fixture->folder, &error));
  g_assert_no_error (error);
  store_assert_contents (foreign, "Dear Anna");
  g_assert_cmpuint (store_count_files (fixture->folder), ==, 1);
}

/* A folder that somebody chose may have had folders of these names before. */
static void
test_erase_spares_others (StoreFixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "diary.json.bak",       "diary.jsonl",          "photos/grandmother.jpg", "photos/2019/sea.jpg",
    "generations/tree.ged", "diary.unreadable.txt", "product-draft.json.txt",
  };
  g_autofree char *photo = g_build_filename (fixture->folder, "photos", PHOTO, NULL);
  g_autoptr (GError) error = NULL;

  store_write_file (fixture->path, "{}");
  store_write_file (photo, "x");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      store_write_file (path, "dear");
    }
  g_assert_true (stp_erase (fixture->folder, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      store_assert_contents (path, "dear");
    }
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (photo, G_FILE_TEST_EXISTS));
}

/* Where the diary is a link, nothing is left beside what it leads to either. */
static void
test_erase_link (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->base, "elsewhere", NULL);
  g_autofree char *target = g_build_filename (elsewhere, "mine.json", NULL);
  g_autoptr (GError) error = NULL;

  store_write_file (target, "{}");
  g_mkdir_with_parents (fixture->folder, 0700);
  g_assert_cmpint (symlink (target, fixture->path), ==, 0);
  g_assert_true (stp_erase (fixture->folder, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (store_count_files (elsewhere), ==, 0);
}

/* A photo that was damaged since comes back whole. */
static void
test_mends_photo (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpBackup) again = NULL;
  g_autoptr (GFile) file = backup_file (fixture);
  g_autofree char *photo = put_photo (fixture, "photo");
  g_autofree char *photos = g_build_filename (fixture->folder, "photos", NULL);
  g_autofree char *path = g_build_filename (photos, photo, NULL);

  g_assert_true (write_backup (fixture, file));
  store_write_file (path, "pho");
  again = stp_backup_read (file, photos, NULL);
  g_assert_nonnull (again);
  store_assert_contents (path, "photo");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/backup/" name, StoreFixture, NULL, store_set_up, function, store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("there-and-back", test_there_and_back);
  ADD ("read-only", test_read_only);
  ADD ("read-only-and-damaged", test_read_only_and_damaged);
  ADD ("synced", test_synced);
  ADD ("is-a-tar", test_is_a_tar);
  ADD ("damaged", test_damaged);
  ADD ("diary-alone", test_diary_alone);
  ADD ("generation-alone", test_generation_alone);
  ADD ("mends-photo", test_mends_photo);
  ADD ("beside", test_beside);
  ADD ("erase", test_erase);
  ADD ("erase-spares-others", test_erase_spares_others);
  ADD ("erase-link", test_erase_link);

  return g_test_run ();
}
