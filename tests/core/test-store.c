// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fake-disk.h"
#include "store-fixture.h"
#include "store/stp-system.h"

static void
test_fresh (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_open (fixture);
  g_autofree char *id = g_strdup (stp_diary_get_id (stp_store_get_diary (store)));

  g_assert_cmpint (store_mode_of (fixture->folder), ==, 0700);
  store_add_product (store, "A");
  store_flush_ok (store);
  g_assert_cmpint (store_mode_of (fixture->path), ==, 0600);
  g_assert_cmpuint (store_count_files (fixture->folder), ==, 2);
  store_close (g_steal_pointer (&store));

  store = store_open (fixture);
  g_assert_cmpstr (stp_diary_get_id (stp_store_get_diary (store)), ==, id);
  g_assert_cmpuint (stp_diary_get_n_records (stp_store_get_diary (store), STP_RECORD_PRODUCT), ==,
                    1);
}

static void
test_locked (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_open (fixture);

  store_assert_load_fails (fixture, STP_STORE_ERROR_LOCKED);
  g_clear_object (&store);
  store = store_open (fixture);
}

static void
test_leftovers (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *leftover = g_strconcat (fixture->path, ".saving-0badf00d", NULL);
  g_autoptr (StpStore) store = NULL;

  store_write_file (leftover, "{");
  store = store_open (fixture);
  g_assert_false (g_file_test (leftover, G_FILE_TEST_EXISTS));
}

static void
test_set_aside (StoreFixture *fixture, gconstpointer data)
{
  static const char *const damaged[] = { "", "{\"format\":1", "[]", "\xff", "{\"format\":1}" };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (StpStore) store = NULL;
      g_autofree char *kept = NULL;

      store_write_file (fixture->path, damaged[i]);
      store = store_open (fixture);
      g_assert_nonnull (stp_store_get_set_aside (store));
      g_assert_true (g_str_has_prefix (stp_store_get_set_aside (store), "diary.unreadable-2027"));
      g_assert_true (g_hash_table_add (names, g_strdup (stp_store_get_set_aside (store))));
      kept = g_build_filename (fixture->folder, stp_store_get_set_aside (store), NULL);
      store_assert_contents (kept, damaged[i]);
      g_assert_false (stp_diary_get_read_only (stp_store_get_diary (store)));
      store_add_product (store, "A");
      store_flush_ok (store);
      g_assert_cmpuint (store_count_products (fixture->path), ==, 1);
      store_assert_contents (kept, damaged[i]);
      store_close (g_steal_pointer (&store));
    }
}

static void
test_read_only (StoreFixture *fixture, gconstpointer data)
{
  static const char *const documents[] = {
    "{\"format\":7,\"id\":\"" ID "\",\"products\":7}",
    "{\"format\":1,\"id\":\"" ID "\",\"future\":0.25}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (StpStore) store = NULL;
      g_autoptr (StpProduct) product = stp_record_new (STP_RECORD_PRODUCT);
      g_autoptr (GError) error = NULL;

      store_write_file (fixture->path, documents[i]);
      store = store_open (fixture);
      g_assert_true (stp_diary_get_read_only (stp_store_get_diary (store)));
      g_assert_nonnull (stp_store_get_read_only_text (store));
      g_assert_null (stp_store_get_error_text (store));
      g_assert_null (stp_store_get_set_aside (store));
      product->name = g_strdup ("A");
      g_assert_false (stp_diary_put (stp_store_get_diary (store), product, &error));
      store_flush_ok (store);
      store_assert_contents (fixture->path, documents[i]);
    }
}

static void
test_link (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->base, "synced", "mine.json", NULL);
  g_autoptr (StpStore) store = NULL;

  store_write_file (target, "{\"format\":1,\"id\":\"" ID "\"}");
  g_mkdir_with_parents (fixture->folder, 0700);
  g_assert_cmpint (symlink (target, fixture->path), ==, 0);
  store = store_open (fixture);
  g_assert_cmpstr (stp_diary_get_id (stp_store_get_diary (store)), ==, ID);
  store_add_product (store, "A");
  store_flush_ok (store);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (store_count_products (target), ==, 1);
}

static void
test_dangling_link (StoreFixture *fixture, gconstpointer data)
{
  g_mkdir_with_parents (fixture->folder, 0700);
  g_assert_cmpint (symlink ("/nowhere/diary.json", fixture->path), ==, 0);
  store_assert_load_fails (fixture, STP_STORE_ERROR_FAILED);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

/* A folder or a pipe in its place makes way with what is in it. */
static void
test_not_a_file (StoreFixture *fixture, gconstpointer data)
{
  for (int pipe = 0; pipe < 2; pipe++)
    {
      g_autofree char *inside = g_build_filename (fixture->path, "letter", NULL);
      g_autofree char *kept = NULL;
      g_autoptr (StpStore) store = NULL;

      if (pipe)
        g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
      else
        store_write_file (inside, "Dear Anna");
      store = store_open (fixture);
      g_assert_nonnull (stp_store_get_set_aside (store));
      kept = g_build_filename (fixture->folder, stp_store_get_set_aside (store),
                               pipe ? NULL : "letter", NULL);
      if (pipe)
        g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
      else
        store_assert_contents (kept, "Dear Anna");
      store_add_product (store, "A");
      store_flush_ok (store);
      g_assert_cmpuint (store_count_products (fixture->path), ==, 1);
      store_close (g_steal_pointer (&store));
      g_remove (fixture->path);
    }
}

static void
store_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* One save in flight and one pending, however many edits; and the generation that the second one
 * replaced. */
static void
test_coalesces (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_new (fixture);
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) flushed = NULL;
  g_autoptr (GError) error = NULL;

  fake_disk_use ();
  stp_store_load_async (store, NULL, store_cb, &loaded);
  wait_for (&loaded);
  g_assert_true (stp_store_load_finish (store, loaded, &error) == stp_store_get_diary (store));
  g_assert_no_error (error);
  for (guint i = 0; i < 100; i++)
    store_add_product (store, "A");
  g_assert_true (stp_store_get_saving (store));
  stp_store_flush_async (store, NULL, store_cb, &flushed);
  wait_for (&flushed);
  g_assert_true (stp_store_flush_finish (store, flushed, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fake_disk_count (CALL_RENAME), ==, 3);
  g_assert_cmpuint (store_count_products (fixture->path), ==, 100);
}

static GThread *main_thread;

static GObject *
derive_in_worker (StpDiary *diary)
{
  g_assert_true (g_thread_self () != main_thread);
  g_assert_cmpuint (stp_diary_get_n_records (diary, STP_RECORD_PRODUCT), ==, 1);
  return g_object_ref (G_OBJECT (diary));
}

/* What is made of a diary is made where it is read, and given away once. */
static void
test_derives (StoreFixture *fixture, gconstpointer data)
{
  StpStore *first = store_open (fixture);
  g_autoptr (StpStore) store = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (StpDiary) derived = NULL;

  store_add_product (first, "A");
  store_flush_ok (first);
  store_close (first);
  store = store_new (fixture);
  main_thread = g_thread_self ();
  stp_store_set_derive (store, derive_in_worker);
  stp_store_load_async (store, NULL, store_cb, &loaded);
  wait_for (&loaded);
  g_assert_nonnull (stp_store_load_finish (store, loaded, NULL));
  derived = stp_store_steal_derived (store);
  g_assert_true (derived == stp_store_get_diary (store));
  g_assert_null (stp_store_steal_derived (store));
}

/* Where a diary is gone none is begun. */
static void
test_must_exist (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_new (fixture);
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GError) error = NULL;

  stp_store_set_must_exist (store, TRUE);
  stp_store_load_async (store, NULL, store_cb, &loaded);
  wait_for (&loaded);
  g_assert_null (stp_store_load_finish (store, loaded, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
}

/* The child: saves one product after the other and says so each time. */
static int
save_forever (const char *folder)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (NOW);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (StpStore) store = stp_store_new (file, clock);

  if (!stp_store_load (store, NULL))
    return 1;
  for (guint i = 0; i < 200; i++)
    {
      store_add_product (store, "A");
      if (!stp_store_flush (store, NULL) || write (STDOUT_FILENO, ".", 1) != 1)
        return 1;
    }
  /* Whoever reads decides when this ends. */
  pause ();
  return 0;
}

static volatile guint spent;

static void
kill_at_random (StoreFixture *fixture)
{
  const char *argv[] = { "/proc/self/exe", "--save-forever", fixture->folder, NULL };
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  guint wanted = g_test_rand_int_range (0, 201), told = 0;
  char byte;
  GPid pid;
  int out;

  argv[0] = self;
  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &out, NULL, &error);
  g_assert_no_error (error);
  while (told < wanted && read (out, &byte, 1) == 1)
    told++;
  for (int i = g_test_rand_int_range (0, 3000000); i > 0; i--)
    spent++;
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  while (read (out, &byte, 1) == 1)
    told++;
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  close (out);
  g_test_message ("killed after %u saves", told);
  if (told > 0)
    g_assert_cmpuint (store_count_products (fixture->path), >=, told);
}

static void
test_killed (StoreFixture *fixture, gconstpointer data)
{
  guint n = g_getenv ("STIPPLE_TEST_LONG") ? 1000 : 25;

  for (guint i = 0; i < n; i++)
    {
      kill_at_random (fixture);
      store_remove_tree (fixture->folder);
    }
}

/* A snapshot is what it was, whatever becomes of the diary: the list makes its own array first. */
static void
test_snapshot_stays (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_open (fixture);
  StpDiary *diary = stp_store_get_diary (store);
  g_autoptr (StpSnapshot) one = NULL;
  g_autoptr (StpSnapshot) again = NULL;
  g_autoptr (GError) error = NULL;

  store_add_product (store, "A");
  one = stp_diary_dup_snapshot (diary);
  again = stp_diary_dup_snapshot (diary);
  g_assert_true (one->records[STP_RECORD_PRODUCT] == again->records[STP_RECORD_PRODUCT]);
  store_add_product (store, "B");
  g_assert_true (
    stp_diary_delete (diary, stp_diary_peek_record (diary, STP_RECORD_PRODUCT, 0), &error));
  g_assert_cmpuint (one->records[STP_RECORD_PRODUCT]->len, ==, 1);
  g_assert_cmpstr (((StpProduct *) one->records[STP_RECORD_PRODUCT]->pdata[0])->name, ==, "A");
  store_settle (store);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/store/" name, StoreFixture, NULL, store_set_up, function, store_tear_down)

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--save-forever"))
    return save_forever (argv[2]);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("fresh", test_fresh);
  ADD ("locked", test_locked);
  ADD ("leftovers", test_leftovers);
  ADD ("set-aside", test_set_aside);
  ADD ("read-only", test_read_only);
  ADD ("link", test_link);
  ADD ("dangling-link", test_dangling_link);
  ADD ("must-exist", test_must_exist);
  ADD ("not-a-file", test_not_a_file);
  ADD ("coalesces", test_coalesces);
  ADD ("derives", test_derives);
  ADD ("snapshot-stays", test_snapshot_stays);
  ADD ("killed", test_killed);

  return g_test_run ();
}
