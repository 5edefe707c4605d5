// SPDX-License-Identifier: GPL-3.0-or-later

/* A home that can only be read, and a folder that takes its time: edits wait, nothing is lost, and
 * whoever writes a diary never waits with them. */

#include "config.h"

#include <errno.h>
#include <string.h>

#include "fake-disk.h"
#include "store-fixture.h"
#include "store/stp-system.h"

static guint
count (StpStore *store)
{
  return stp_diary_get_n_records (stp_store_get_diary (store), STP_RECORD_PRODUCT);
}

static void
test_read_only_home (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_open (fixture);
  g_autoptr (GError) error = NULL;

  store_add_product (store, "A");
  store_flush_ok (store);
  store_settle (store);

  fake_disk_use ();
  fake_disk_refuse (CALL_OPEN, EROFS);
  store_add_product (store, "B");
  store_settle (store);
  g_assert_nonnull (stp_store_get_error_text (store));
  g_assert_nonnull (strstr (stp_store_get_error_text (store), "The disk can only be read."));
  store_add_product (store, "C");
  store_settle (store);
  g_assert_false (stp_store_flush (store, &error));
  g_assert_error (error, STP_STORE_ERROR, STP_STORE_ERROR_FAILED);
  g_assert_cmpuint (count (store), ==, 3);
  g_assert_cmpuint (store_count_products (fixture->path), ==, 1);

  fake_disk_refuse (CALL_OPEN, 0);
  store_flush_ok (store);
  g_assert_null (stp_store_get_error_text (store));
  g_assert_cmpuint (store_count_products (fixture->path), ==, 3);
  store_settle (store);
}

/* A disk that answers only once it is told to. */
typedef struct
{
  GMutex mutex;
  GCond changed;
  gboolean waiting, open;
} Gate;

static void
wait_at_gate (gpointer data)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  gate->waiting = TRUE;
  g_cond_broadcast (&gate->changed);
  while (!gate->open)
    g_cond_wait (&gate->changed, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
}

static void
wait_until_stuck (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  while (!gate->waiting)
    g_cond_wait (&gate->changed, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
}

static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->open = TRUE;
  g_cond_broadcast (&gate->changed);
  g_mutex_unlock (&gate->mutex);
}

/* It is said of a save that takes long, until everything is on the disk. */
static void
test_slow_save (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_open (fixture);
  Gate gate = { 0 };

  fake_disk_use ();
  fake_disk_watch (wait_at_gate, &gate);
  store_add_product (store, "A");
  wait_until_stuck (&gate);
  stp_clock_set_fixed (fixture->clock, NOW + 5 * STP_SECOND - 1);
  g_assert_false (stp_store_get_slow (store));
  store_add_product (store, "B");
  stp_clock_set_fixed (fixture->clock, NOW + 5 * STP_SECOND);
  g_assert_true (stp_store_get_slow (store));
  store_add_product (store, "C");
  g_assert_true (stp_store_get_slow (store));
  g_assert_null (stp_store_get_error_text (store));

  open_gate (&gate);
  store_settle (store);
  g_assert_false (stp_store_get_slow (store));
  g_assert_cmpuint (store_count_products (fixture->path), ==, 3);
  stp_clock_set_fixed (fixture->clock, NOW + STP_HOUR);
  g_assert_false (stp_store_get_slow (store));
  fake_disk_watch (NULL, NULL);
}

/* What went wrong in the end is said by its error alone, and a store that goes tells nobody. */
static void
test_slow_failure (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_open (fixture);
  Gate gate = { 0 };

  fake_disk_use ();
  fake_disk_watch (wait_at_gate, &gate);
  store_add_product (store, "A");
  wait_until_stuck (&gate);
  stp_clock_set_fixed (fixture->clock, NOW + STP_HOUR);
  g_assert_true (stp_store_get_slow (store));
  fake_disk_refuse (CALL_WRITE, EIO);
  open_gate (&gate);
  store_settle (store);
  g_assert_false (stp_store_get_slow (store));
  g_assert_nonnull (stp_store_get_error_text (store));

  fake_disk_refuse (CALL_WRITE, 0);
  store_add_product (store, "B");
  store_settle (store);
  fake_disk_watch (NULL, NULL);
  g_assert_finalize_object (g_steal_pointer (&store));
  stp_clock_set_fixed (fixture->clock, NOW + 2 * STP_HOUR);
}

/* Were an edit to wait for the disk, this would never end: the gate opens after them. */
static void
test_slow_folder (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_open (fixture);
  Gate gate = { 0 };

  store_add_product (store, "A");
  store_flush_ok (store);
  store_settle (store);

  fake_disk_use ();
  fake_disk_watch (wait_at_gate, &gate);
  store_add_product (store, "B");
  while (!stp_store_get_saving (store))
    g_main_context_iteration (NULL, TRUE);
  wait_until_stuck (&gate);
  for (guint i = 0; i < 20; i++)
    {
      store_add_product (store, "C");
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_true (stp_diary_undo (stp_store_get_diary (store), NULL));
  g_assert_true (stp_store_get_saving (store));
  g_assert_cmpuint (store_count_products (fixture->path), ==, 1);
  open_gate (&gate);
  store_flush_ok (store);
  g_assert_cmpuint (store_count_products (fixture->path), ==, 21);
  store_settle (store);
  fake_disk_watch (NULL, NULL);
}

/* What is being entered waits for the disk as edits do, and costs no save of the diary. */
static void
test_draft (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "product-draft.json", NULL);
  g_autoptr (StpStore) store = store_open (fixture);
  g_autoptr (StpProduct) draft = stp_record_new (STP_RECORD_PRODUCT);
  Gate gate = { 0 };

  g_assert_null (stp_store_get_draft (store));
  fake_disk_use ();
  fake_disk_watch (wait_at_gate, &gate);
  g_set_str (&draft->name, "Night");
  stp_store_keep_draft (store, draft);
  wait_until_stuck (&gate);
  g_set_str (&draft->name, "Night Serum");
  stp_store_keep_draft (store, draft);
  open_gate (&gate);
  store_flush_ok (store);
  store_settle (store);
  fake_disk_watch (NULL, NULL);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  store_close (g_steal_pointer (&store));

  store = store_open (fixture);
  g_assert_cmpstr (stp_store_get_draft (store)->name, ==, "Night Serum");
  stp_store_discard_draft (store);
  g_assert_null (stp_store_get_draft (store));
  store_flush_ok (store);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  store_settle (store);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/store-waiting/" name, StoreFixture, NULL, store_set_up, function, store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("read-only-home", test_read_only_home);
  ADD ("slow-folder", test_slow_folder);
  ADD ("slow-save", test_slow_save);
  ADD ("slow-failure", test_slow_failure);
  ADD ("draft", test_draft);

  return g_test_run ();
}
