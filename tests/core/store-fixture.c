// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>

#include "store/stp-system.h"

void
store_set_up (StoreFixture *fixture, gconstpointer data)
{
  fixture->base = g_dir_make_tmp ("stipple-store-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->base, "kept", NULL);
  fixture->path = g_build_filename (fixture->folder, "diary.json", NULL);
  fixture->clock = stp_clock_new_fixed (NOW);
}

void
store_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      store_remove_tree (child);
    }
  g_remove (path);
}

void
store_tear_down (StoreFixture *fixture, gconstpointer data)
{
  stp_system_set (NULL);
  store_remove_tree (fixture->base);
  g_object_unref (fixture->clock);
  g_free (fixture->base);
  g_free (fixture->folder);
  g_free (fixture->path);
}

StpStore *
store_new (StoreFixture *fixture)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  return stp_store_new (folder, fixture->clock);
}

StpStore *
store_open (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StpStore *store = store_new (fixture);

  stp_store_load (store, &error);
  g_assert_no_error (error);
  return store;
}

void
store_settle (StpStore *store)
{
  while (stp_store_get_saving (store))
    g_main_context_iteration (NULL, TRUE);
}

void
store_close (StpStore *store)
{
  store_settle (store);
  g_object_unref (store);
}

void
store_assert_load_fails (StoreFixture *fixture, StpStoreError code)
{
  g_autoptr (StpStore) store = store_new (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (stp_store_load (store, &error));
  g_assert_error (error, STP_STORE_ERROR, (int) code);
  g_assert_null (stp_store_get_diary (store));
}

void
store_add_product (StpStore *store, const char *name)
{
  g_autoptr (StpProduct) product = stp_record_new (STP_RECORD_PRODUCT);
  g_autoptr (GError) error = NULL;

  product->name = g_strdup (name);
  stp_diary_put (stp_store_get_diary (store), product, &error);
  g_assert_no_error (error);
}

void
store_flush_ok (StpStore *store)
{
  g_autoptr (GError) error = NULL;

  stp_store_flush (store, &error);
  g_assert_no_error (error);
}

void
store_write_file (const char *path, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

void
store_assert_contents (const char *path, const char *expected)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

guint
store_count_products (const char *path)
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

guint
store_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

int
store_mode_of (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 0777;
}
