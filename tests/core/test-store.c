// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/stp-store.h"
#include "store/stp-system.h"

#define NOW (1800000000 * STP_SECOND)
#define ID "00000000-0000-4000-8000-000000000001"

typedef struct
{
  char *base, *folder, *path;
  StpClock *clock;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->base = g_dir_make_tmp ("stipple-store-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->base, "kept", NULL);
  fixture->path = g_build_filename (fixture->folder, "diary.json", NULL);
  fixture->clock = stp_clock_new_fixed (NOW);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stp_system_set (NULL);
  remove_tree (fixture->base);
  g_object_unref (fixture->clock);
  g_free (fixture->base);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static StpStore *
new_store (Fixture *fixture)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  return stp_store_new (folder, fixture->clock);
}

static StpStore *
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StpStore *store = new_store (fixture);

  stp_store_load (store, &error);
  g_assert_no_error (error);
  return store;
}

static void
settle (StpStore *store)
{
  while (stp_store_get_saving (store))
    g_main_context_iteration (NULL, TRUE);
}

static void
close_store (StpStore *store)
{
  settle (store);
  g_object_unref (store);
}

static void
assert_load_fails (Fixture *fixture, StpStoreError code)
{
  g_autoptr (StpStore) store = new_store (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (stp_store_load (store, &error));
  g_assert_error (error, STP_STORE_ERROR, (int) code);
  g_assert_null (stp_store_get_diary (store));
}

static void
add_product (StpStore *store, const char *name)
{
  g_autoptr (StpProduct) product = stp_record_new (STP_RECORD_PRODUCT);
  g_autoptr (GError) error = NULL;

  product->name = g_strdup (name);
  stp_diary_put (stp_store_get_diary (store), product, &error);
  g_assert_no_error (error);
}

static void
flush_ok (StpStore *store)
{
  g_autoptr (GError) error = NULL;

  stp_store_flush (store, &error);
  g_assert_no_error (error);
}

static void
write_file (const char *path, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static guint
count_products (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StpSnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  snapshot = stp_codec_read (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  return snapshot->records[STP_RECORD_PRODUCT]->len;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static int
mode_of (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

static void
test_fresh (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = open_store (fixture);
  g_autofree char *id = g_strdup (stp_diary_get_id (stp_store_get_diary (store)));

  g_assert_cmpint (mode_of (fixture->folder), ==, 0700);
  add_product (store, "A");
  flush_ok (store);
  g_assert_cmpint (mode_of (fixture->path), ==, 0600);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  close_store (g_steal_pointer (&store));

  store = open_store (fixture);
  g_assert_cmpstr (stp_diary_get_id (stp_store_get_diary (store)), ==, id);
  g_assert_cmpuint (stp_diary_get_n_records (stp_store_get_diary (store), STP_RECORD_PRODUCT), ==,
                    1);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = open_store (fixture);

  assert_load_fails (fixture, STP_STORE_ERROR_LOCKED);
  g_clear_object (&store);
  store = open_store (fixture);
}

static void
test_leftovers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *leftover = g_strconcat (fixture->path, ".saving-0badf00d", NULL);
  g_autoptr (StpStore) store = NULL;

  write_file (leftover, "{");
  store = open_store (fixture);
  g_assert_false (g_file_test (leftover, G_FILE_TEST_EXISTS));
}

static void
test_set_aside (Fixture *fixture, gconstpointer data)
{
  static const char *const damaged[] = { "", "{\"format\":1", "[]", "\xff", "{\"format\":1}" };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (StpStore) store = NULL;
      g_autofree char *kept = NULL;

      write_file (fixture->path, damaged[i]);
      store = open_store (fixture);
      g_assert_nonnull (stp_store_get_set_aside (store));
      g_assert_true (g_str_has_prefix (stp_store_get_set_aside (store), "diary.unreadable-2027"));
      g_assert_true (g_hash_table_add (names, g_strdup (stp_store_get_set_aside (store))));
      kept = g_build_filename (fixture->folder, stp_store_get_set_aside (store), NULL);
      assert_contents (kept, damaged[i]);
      g_assert_false (stp_diary_get_read_only (stp_store_get_diary (store)));
      add_product (store, "A");
      flush_ok (store);
      g_assert_cmpuint (count_products (fixture->path), ==, 1);
      assert_contents (kept, damaged[i]);
      close_store (g_steal_pointer (&store));
    }
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
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

      write_file (fixture->path, documents[i]);
      store = open_store (fixture);
      g_assert_true (stp_diary_get_read_only (stp_store_get_diary (store)));
      g_assert_nonnull (stp_store_get_read_only_text (store));
      g_assert_null (stp_store_get_error_text (store));
      g_assert_null (stp_store_get_set_aside (store));
      product->name = g_strdup ("A");
      g_assert_false (stp_diary_put (stp_store_get_diary (store), product, &error));
      flush_ok (store);
      assert_contents (fixture->path, documents[i]);
    }
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->base, "synced", "mine.json", NULL);
  g_autoptr (StpStore) store = NULL;

  write_file (target, "{\"format\":1,\"id\":\"" ID "\"}");
  g_mkdir_with_parents (fixture->folder, 0700);
  g_assert_cmpint (symlink (target, fixture->path), ==, 0);
  store = open_store (fixture);
  g_assert_cmpstr (stp_diary_get_id (stp_store_get_diary (store)), ==, ID);
  add_product (store, "A");
  flush_ok (store);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_products (target), ==, 1);
}

static void
test_dangling_link (Fixture *fixture, gconstpointer data)
{
  g_mkdir_with_parents (fixture->folder, 0700);
  g_assert_cmpint (symlink ("/nowhere/diary.json", fixture->path), ==, 0);
  assert_load_fails (fixture, STP_STORE_ERROR_FAILED);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_not_a_file (Fixture *fixture, gconstpointer data)
{
  g_mkdir_with_parents (fixture->path, 0700);
  assert_load_fails (fixture, STP_STORE_ERROR_FAILED);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_DIR));
  g_rmdir (fixture->path);

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_load_fails (fixture, STP_STORE_ERROR_FAILED);
}

/* From here on the disk says no. Each call counts down to the one that fails. */

typedef enum
{
  CALL_OPEN,
  CALL_WRITE,
  CALL_FSYNC,
  CALL_CLOSE,
  CALL_RENAME,
  N_CALLS
} Call;

static struct
{
  Call call;
  guint countdown; /* 0: none fails */
  int error;
  guint renames;
  gboolean short_writes;
} disk;

static const StpSystem *real_disk;

static gboolean
fails (Call call)
{
  if (call != disk.call || disk.countdown == 0 || --disk.countdown > 0)
    return FALSE;
  errno = disk.error;
  return TRUE;
}

static int
disk_open (const char *path, int flags, mode_t mode)
{
  return fails (CALL_OPEN) ? -1 : real_disk->open (path, flags, mode);
}

static ssize_t
disk_write (int fd, const void *buffer, size_t length)
{
  if (fails (CALL_WRITE))
    return -1;
  return real_disk->write (fd, buffer, disk.short_writes ? MIN (length, 7) : length);
}

static int
disk_fsync (int fd)
{
  return fails (CALL_FSYNC) ? -1 : real_disk->fsync (fd);
}

static int
disk_close (int fd)
{
  int result = real_disk->close (fd);

  return fails (CALL_CLOSE) ? -1 : result;
}

static int
disk_rename (const char *from, const char *to)
{
  disk.renames++;
  return fails (CALL_RENAME) ? -1 : real_disk->rename (from, to);
}

static int
no_link (const char *from, const char *to)
{
  errno = EPERM;
  return -1;
}

static StpSystem bad_disk;

static void
use_bad_disk (void)
{
  stp_system_set (NULL);
  real_disk = stp_system_get ();
  bad_disk = *real_disk;
  bad_disk.open = disk_open;
  bad_disk.write = disk_write;
  bad_disk.fsync = disk_fsync;
  bad_disk.close = disk_close;
  bad_disk.rename = disk_rename;
  memset (&disk, 0, sizeof disk);
  stp_system_set (&bad_disk);
}

/* Whatever fails: what was saved stays, the edit is kept, and the next attempt saves it. */
static void
test_every_call_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = open_store (fixture);
  guint n = 0;

  for (disk.call = 0; disk.call < N_CALLS; disk.call++)
    {
      Call call = disk.call;
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("%u", n++);
      guint left;

      add_product (store, name);
      flush_ok (store);
      settle (store);

      use_bad_disk ();
      disk = (typeof (disk)) { .call = call, .countdown = 1, .error = EIO };
      name[0] += 10;
      add_product (store, name);
      settle (store);
      g_assert_nonnull (stp_store_get_error_text (store));
      left = count_products (fixture->path);
      g_assert_cmpuint (left, ==, 2 * n - 1);
      g_assert_cmpuint (count_files (fixture->folder), ==, 2);

      disk.countdown = 1;
      g_assert_false (stp_store_flush (store, &error));
      g_assert_error (error, STP_STORE_ERROR, STP_STORE_ERROR_FAILED);
      flush_ok (store);
      g_assert_null (stp_store_get_error_text (store));
      g_assert_cmpuint (count_products (fixture->path), ==, 2 * n);
    }
}

static void
test_interrupted (Fixture *fixture, gconstpointer data)
{
  static const Call calls[] = { CALL_OPEN, CALL_WRITE, CALL_FSYNC, CALL_CLOSE };
  g_autoptr (StpStore) store = open_store (fixture);

  use_bad_disk ();
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      disk = (typeof (disk)) { calls[i], 1, EINTR, 0, TRUE };
      add_product (store, "A");
      flush_ok (store);
      g_assert_cmpuint (count_products (fixture->path), ==, i + 1);
      settle (store);
    }
}

static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = open_store (fixture);
  g_autoptr (GError) error = NULL;
  struct rlimit limit, small;

  add_product (store, "A");
  flush_ok (store);
  settle (store);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 64;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  add_product (store, "B");
  stp_store_flush (store, &error);
  settle (store);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_error (error, STP_STORE_ERROR, STP_STORE_ERROR_FAILED);
  g_assert_cmpuint (count_products (fixture->path), ==, 1);
  flush_ok (store);
  g_assert_cmpuint (count_products (fixture->path), ==, 2);
}

/* That the disk cannot be read says nothing about what is on it. */
static void
test_no_permission (Fixture *fixture, gconstpointer data)
{
  static const int errors[] = { EACCES, EIO };

  write_file (fixture->path, "{");
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      use_bad_disk ();
      disk.call = CALL_OPEN;
      disk.countdown = 1;
      disk.error = errors[i];
      assert_load_fails (fixture, STP_STORE_ERROR_FAILED);
      assert_contents (fixture->path, "{");
    }
}

static void
test_cannot_set_aside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = NULL;

  write_file (fixture->path, "{");
  use_bad_disk ();
  bad_disk.link = no_link;
  disk.call = CALL_RENAME;
  disk.countdown = 1;
  disk.error = EACCES;
  store = open_store (fixture);
  g_assert_true (stp_diary_get_read_only (stp_store_get_diary (store)));
  g_assert_nonnull (stp_store_get_read_only_text (store));
  flush_ok (store);
  assert_contents (fixture->path, "{");
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

/* One save in flight and one pending, however many edits. */
static void
test_coalesces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = new_store (fixture);
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) flushed = NULL;
  g_autoptr (GError) error = NULL;

  use_bad_disk ();
  stp_store_load_async (store, NULL, store_cb, &loaded);
  wait_for (&loaded);
  g_assert_true (stp_store_load_finish (store, loaded, &error) == stp_store_get_diary (store));
  g_assert_no_error (error);
  for (guint i = 0; i < 100; i++)
    add_product (store, "A");
  g_assert_true (stp_store_get_saving (store));
  stp_store_flush_async (store, NULL, store_cb, &flushed);
  wait_for (&flushed);
  g_assert_true (stp_store_flush_finish (store, flushed, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (disk.renames, ==, 2);
  g_assert_cmpuint (count_products (fixture->path), ==, 100);
}

static GThread *prepared_in;
static guint n_prepared;

static void
note_prepared (StpSnapshot *snapshot)
{
  prepared_in = g_thread_self ();
  n_prepared = snapshot->records[STP_RECORD_PRODUCT]->len;
}

/* What is derived from the diary is prepared from what was read, and in the worker. */
static void
test_prepares (Fixture *fixture, gconstpointer data)
{
  StpStore *first = open_store (fixture);
  g_autoptr (StpStore) store = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GError) error = NULL;

  add_product (first, "A");
  g_assert_true (stp_store_flush (first, &error));
  close_store (first);

  store = new_store (fixture);
  stp_store_set_prepare (store, note_prepared);
  stp_store_load_async (store, NULL, store_cb, &loaded);
  wait_for (&loaded);
  g_assert_nonnull (stp_store_load_finish (store, loaded, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_prepared, ==, 1);
  g_assert_true (prepared_in != g_thread_self ());
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
      add_product (store, "A");
      if (!stp_store_flush (store, NULL) || write (STDOUT_FILENO, ".", 1) != 1)
        return 1;
    }
  /* Whoever reads decides when this ends. */
  pause ();
  return 0;
}

static volatile guint spent;

static void
kill_at_random (Fixture *fixture)
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
    g_assert_cmpuint (count_products (fixture->path), >=, told);
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  guint n = g_getenv ("STIPPLE_TEST_LONG") ? 1000 : 25;

  for (guint i = 0; i < n; i++)
    {
      kill_at_random (fixture);
      remove_tree (fixture->folder);
    }
}

#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)

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
  ADD ("not-a-file", test_not_a_file);
  ADD ("every-call-fails", test_every_call_fails);
  ADD ("interrupted", test_interrupted);
  ADD ("disk-full", test_disk_full);
  ADD ("no-permission", test_no_permission);
  ADD ("cannot-set-aside", test_cannot_set_aside);
  ADD ("coalesces", test_coalesces);
  ADD ("prepares", test_prepares);
  ADD ("killed", test_killed);

  return g_test_run ();
}
