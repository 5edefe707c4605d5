// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fake-disk.h"
#include "store-fixture.h"
#include "store/stp-generations.h"
#include "store/stp-gzip.h"
#include "store/stp-system.h"

static StpGeneration *
get (GPtrArray *list, guint position)
{
  return g_ptr_array_index (list, position);
}

static void
save_at (StoreFixture *fixture, StpStore *store, gint64 now)
{
  stp_clock_set_fixed (fixture->clock, now);
  store_add_product (store, "A");
  store_settle (store);
  g_assert_null (stp_store_get_error_text (store));
}

static guint
count_in (StoreFixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StpSnapshot) snapshot = stp_generations_read (fixture->folder, name, &error);

  g_assert_no_error (error);
  return snapshot->records[STP_RECORD_PRODUCT]->len;
}

/* The first save of an hour keeps what it replaces, for the user alone. */
static void
test_hourly (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_open (fixture);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, STP_GENERATIONS_FOLDER, NULL);
  g_autofree char *path = NULL;

  for (guint i = 0; i < 9; i++)
    save_at (fixture, store, NOW + i * STP_HOUR / 3);
  list = stp_generations_list (fixture->folder);
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpuint (count_in (fixture, get (list, 0)->name), ==, 6);
  g_assert_cmpuint (count_in (fixture, get (list, 2)->name), ==, 1);
  g_assert_cmpint (get (list, 0)->at, ==, NOW + 2 * STP_HOUR);
  path = g_build_filename (folder, get (list, 0)->name, NULL);
  g_assert_cmpint (store_mode_of (path), ==, 0600);
  g_assert_cmpint (store_mode_of (folder), ==, 0700);
}

/* Two years with an edit every eleven hours. */
static void
test_bounded (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) months = g_hash_table_new (NULL, NULL);
  gint64 now = NOW;

  store_write_file (fixture->path, "{}");
  for (guint i = 0; i < 2 * 365 * 24 / 11; i++, now += 11 * STP_HOUR)
    g_assert_true (
      stp_generations_keep (fixture->folder, fixture->path, STP_KEEP_HOURLY, now, NULL));
  list = stp_generations_list (fixture->folder);
  g_assert_cmpuint (list->len, >=, 24 + 2 + 10);
  g_assert_cmpuint (list->len, <=, 24 + 14 + 12);
  for (guint i = 0; i < list->len; i++)
    {
      g_hash_table_add (days, GINT_TO_POINTER ((int) (get (list, i)->at / STP_DAY_LENGTH)));
      g_hash_table_add (months, GINT_TO_POINTER ((int) (get (list, i)->at / STP_DAY_LENGTH / 31)));
    }
  g_assert_cmpuint (g_hash_table_size (days), >=, 14);
  g_assert_cmpuint (g_hash_table_size (months), >=, 11);
  g_assert_cmpint (get (list, 23)->at, ==, now - 24 * 11 * STP_HOUR);
  g_assert_cmpint (get (list, list->len - 1)->at, <, now - 10 * 30 * STP_DAY_LENGTH);
}

/* A clock that is wrong for a while sweeps nothing away, neither then nor when it is right again.
 */
static void
test_wrong_clock (StoreFixture *fixture, gconstpointer data)
{
  static const int years[] = { 0, 1, -1, 0 };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  store_write_file (fixture->path, "{}");
  for (guint year = 0; year < G_N_ELEMENTS (years); year++)
    for (guint hour = 0; hour < 20; hour++)
      {
        gint64 now = NOW + (years[year] * 365 * 24 + (int) (hour + 30 * year)) * STP_HOUR;
        g_autoptr (GPtrArray) list = NULL;

        g_assert_true (
          stp_generations_keep (fixture->folder, fixture->path, STP_KEEP_HOURLY, now, NULL));
        list = stp_generations_list (fixture->folder);
        for (guint i = 0; i < list->len; i++)
          if (get (list, i)->at == now)
            g_hash_table_add (seen, g_strdup (get (list, i)->name));
        g_assert_cmpuint (g_hash_table_size (seen), ==, 20 * year + hour + 1);
        g_assert_cmpuint (list->len, <=, 100);
      }
}

static void
test_keeps_of_others (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_open (fixture);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *theirs = g_strconcat (fixture->path, ".theirs", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GBytes) unpacked = NULL;
  char *text;
  gsize length;

  save_at (fixture, store, NOW);
  save_at (fixture, store, NOW + 1 * STP_SECOND);
  store_write_file (theirs, "theirs");
  g_assert_cmpint (g_rename (theirs, fixture->path), ==, 0);
  save_at (fixture, store, NOW + 9 * STP_SECOND);
  list = stp_generations_list (fixture->folder);
  g_assert_cmpuint (list->len, ==, 2);
  path = g_build_filename (fixture->folder, STP_GENERATIONS_FOLDER, get (list, 0)->name, NULL);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  packed = g_bytes_new_take (text, length);
  unpacked = stp_gzip_unpack (packed, 100, NULL);
  g_assert_cmpmem (g_bytes_get_data (unpacked, NULL), g_bytes_get_size (unpacked), "theirs", 6);
  g_assert_cmpuint (store_count_products (fixture->path), ==, 3);
}

static void
replace_once (gpointer data)
{
  StoreFixture *fixture = data;
  g_autofree char *theirs = g_strconcat (fixture->path, ".theirs", NULL);

  if (fake_disk_count (CALL_READ) > 0)
    g_rename (theirs, fixture->path);
}

/* What somebody puts there right after it was read is theirs too. */
static void
test_replaced_while_loading (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *theirs = g_strconcat (fixture->path, ".theirs", NULL);
  g_autoptr (StpStore) store = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GBytes) newest = NULL;

  store_write_file (fixture->path, "{\"format\":1,\"id\":\"" ID "\"}");
  /* So that nothing but their file is reason to keep anything in this hour. */
  g_assert_true (stp_generations_keep (fixture->folder, fixture->path, STP_KEEP_NOW, NOW, NULL));
  store_write_file (theirs, "theirs");
  fake_disk_use ();
  fake_disk_watch (replace_once, fixture);
  store = store_open (fixture);
  stp_system_set (NULL);
  save_at (fixture, store, NOW + 9 * STP_SECOND);
  list = stp_generations_list (fixture->folder);
  g_assert_cmpuint (list->len, ==, 2);
  newest = stp_generations_read_document (fixture->folder, get (list, 0)->name, NULL);
  g_assert_cmpmem (g_bytes_get_data (newest, NULL), g_bytes_get_size (newest), "theirs", 6);
}

/* Twice in one second, or again after the clock was set back: neither takes the other's place. */
static void
test_same_second (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GBytes) first = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text = g_strdup_printf ("state %u", i);

      store_write_file (fixture->path, text);
      g_assert_true (
        stp_generations_keep (fixture->folder, fixture->path, STP_KEEP_NOW, NOW, NULL));
    }
  list = stp_generations_list (fixture->folder);
  g_assert_cmpuint (list->len, ==, 3);
  first = stp_generations_read_document (fixture->folder, get (list, 2)->name, NULL);
  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first), "state 0", 7);
}

/* What a newer version wrote, or what could not be written back, is not brought back in part. */
static void
test_not_ours (StoreFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "{\"format\":2,\"id\":\"" ID "\",\"products\":[{\"id\":\"" ID
    "\",\"modified\":\"2026-01-01T00:00:00Z\"}]}",
    "{\"format\":1,\"id\":\"" ID "\",\"future\":1e999}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) list = NULL;
      g_autoptr (StpSnapshot) snapshot = NULL;
      g_autoptr (StpSnapshot) newest = NULL;
      g_autoptr (GError) error = NULL;

      store_write_file (fixture->path, texts[i]);
      stp_generations_keep (fixture->folder, fixture->path, STP_KEEP_NOW, NOW + i * STP_DAY_LENGTH,
                            NULL);
      list = stp_generations_list (fixture->folder);
      snapshot = stp_generations_read (fixture->folder, get (list, 0)->name, &error);
      g_assert_null (snapshot);
      g_assert_error (error, STP_STORE_ERROR, STP_STORE_ERROR_READ_ONLY);
      newest = stp_generations_read_newest (fixture->folder);
      g_assert_cmpstr (newest->id, ==, ID);
    }
}

/* What lies among them and is none of them is left alone, and is no reason to fail. */
static void
test_strange_names (StoreFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "diary-.json.gz", "diary-20270115T080000Z.json.gz.bak",
                                       "diary-20271315T080000Z.json.gz", "notes" };
  g_autoptr (GPtrArray) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, STP_GENERATIONS_FOLDER, names[i],
                                                NULL);

      store_write_file (path, "x");
    }
  store_write_file (fixture->path, "{}");
  stp_generations_keep (fixture->folder, fixture->path, STP_KEEP_NOW, NOW, NULL);
  list = stp_generations_list (fixture->folder);
  g_assert_cmpuint (list->len, ==, 1);
}

/* A small file must not fill the memory. */
static void
test_bomb (void)
{
  g_autofree char *zeros = g_malloc0 (10 * 1000 * 1000);
  g_autoptr (GBytes) bytes = g_bytes_new_static (zeros, 10 * 1000 * 1000);
  g_autoptr (GBytes) packed = stp_gzip_pack (bytes, NULL);
  g_autoptr (GBytes) unpacked = stp_gzip_unpack (packed, 1000 * 1000, NULL);

  g_assert_cmpuint (g_bytes_get_size (packed), <, 20 * 1000);
  g_assert_null (unpacked);
  unpacked = stp_gzip_unpack (packed, 10 * 1000 * 1000, NULL);
  g_assert_true (g_bytes_equal (bytes, unpacked));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/generations/" name, StoreFixture, NULL, store_set_up, function, store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("hourly", test_hourly);
  ADD ("bounded", test_bounded);
  ADD ("wrong-clock", test_wrong_clock);
  ADD ("keeps-of-others", test_keeps_of_others);
  ADD ("replaced-while-loading", test_replaced_while_loading);
  ADD ("same-second", test_same_second);
  ADD ("not-ours", test_not_ours);
  ADD ("strange-names", test_strange_names);
  g_test_add_func ("/generations/bomb", test_bomb);

  return g_test_run ();
}
