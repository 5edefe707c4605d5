// SPDX-License-Identifier: GPL-3.0-or-later

/* The disk says no, and the power fails. What was acknowledged is there. */

#include "config.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "fake-disk.h"
#include "store-fixture.h"
#include "store/stp-system.h"

static const int errors[] = { EIO, ENOSPC, EACCES, EINTR };

/* One edit an hour, so that each save keeps a generation too. Returns the calls that it takes. */
static guint
save_one (StoreFixture *fixture, StpStore *store)
{
  guint before = fake_disk_count (CALL_ANY);

  stp_clock_set_fixed (fixture->clock, stp_clock_get_now (fixture->clock) + STP_HOUR);
  store_add_product (store, "A");
  store_settle (store);
  return fake_disk_count (CALL_ANY) - before;
}

/* Whichever call fails, and however: the diary is the old one or the new one, the edit is kept, and
 * the next attempt saves it. */
static void
test_every_call (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_open (fixture);
  guint n_calls, n = 2;

  fake_disk_use ();
  save_one (fixture, store);
  n_calls = save_one (fixture, store);
  g_assert_cmpuint (n_calls, >, 12);
  for (guint i = 0; i < n_calls * G_N_ELEMENTS (errors); i++)
    {
      gboolean failed;
      guint left;

      fake_disk_fail (CALL_ANY, 1 + i / G_N_ELEMENTS (errors), errors[i % G_N_ELEMENTS (errors)]);
      save_one (fixture, store);
      fake_disk_fail (CALL_ANY, 0, 0);
      failed = stp_store_get_error_text (store) != NULL;
      left = store_count_products (fixture->path);
      g_assert_true (left == n + 1 || (failed && left == n));
      store_flush_ok (store);
      g_assert_null (stp_store_get_error_text (store));
      g_assert_cmpuint (store_count_products (fixture->path), ==, ++n);
      g_assert_cmpuint (store_count_files (fixture->folder), ==, 3);
    }
}

/* What is interrupted or done in part is done again, without a word. */
static void
test_interrupted (StoreFixture *fixture, gconstpointer data)
{
  static const Call calls[] = { CALL_OPEN, CALL_READ, CALL_WRITE, CALL_FSYNC, CALL_CLOSE };
  g_autoptr (StpStore) store = store_open (fixture);

  fake_disk_use ();
  fake_disk_write_in_pieces (7);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      fake_disk_fail (calls[i], 1, EINTR);
      store_add_product (store, "A");
      store_flush_ok (store);
      g_assert_cmpuint (store_count_products (fixture->path), ==, i + 1);
      store_settle (store);
    }
}

static void
test_disk_full (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_open (fixture);
  g_autoptr (GError) error = NULL;
  struct rlimit limit, small;

  store_add_product (store, "A");
  store_flush_ok (store);
  store_settle (store);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 64;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  store_add_product (store, "B");
  stp_store_flush (store, &error);
  store_settle (store);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_error (error, STP_STORE_ERROR, STP_STORE_ERROR_FAILED);
  g_assert_cmpuint (store_count_products (fixture->path), ==, 1);
  store_flush_ok (store);
  g_assert_cmpuint (store_count_products (fixture->path), ==, 2);
}

/* Whether some file below @path has just these bytes. */
static gboolean
holds_somewhere (const char *path, const char *expected)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *text = NULL;
  const char *name;

  if (dir == NULL)
    return g_file_get_contents (path, &text, NULL, NULL) && g_str_equal (text, expected);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (holds_somewhere (child, expected))
        return TRUE;
    }
  return FALSE;
}

/* That the disk cannot be read says nothing about what is on it; and what is damaged is somewhere
 * whatever fails while it is being set aside. */
static void
test_loading (StoreFixture *fixture, gconstpointer data)
{
  static const char *const documents[] = { "{\"format\":1,\"id\":\"" ID "\"}", "{" };

  for (guint i = 0; i < G_N_ELEMENTS (documents) * G_N_ELEMENTS (errors); i++)
    for (guint nth = 1, last = 1; nth <= last; nth++)
      {
        g_autoptr (StpStore) store = store_new (fixture);
        const char *document = documents[i / G_N_ELEMENTS (errors)];

        store_remove_tree (fixture->folder);
        store_write_file (fixture->path, document);
        fake_disk_use ();
        fake_disk_fail (CALL_ANY, nth, errors[i % G_N_ELEMENTS (errors)]);
        if (!stp_store_load (store, NULL))
          store_assert_contents (fixture->path, document);
        g_assert_true (holds_somewhere (fixture->folder, document));
        if (stp_store_get_diary (store) != NULL && stp_store_get_set_aside (store) == NULL)
          store_assert_contents (fixture->path, document);
        store_settle (store);
        last = MAX (last, fake_disk_count (CALL_ANY));
      }
}

static void
test_cannot_set_aside (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = NULL;

  store_write_file (fixture->path, "{");
  fake_disk_use ();
  fake_disk_refuse (CALL_LINK, EPERM);
  fake_disk_fail (CALL_RENAME, 1, EACCES);
  store = store_open (fixture);
  g_assert_true (stp_diary_get_read_only (stp_store_get_diary (store)));
  g_assert_nonnull (stp_store_get_read_only_text (store));
  store_flush_ok (store);
  store_assert_contents (fixture->path, "{");
}

/* Not every file system has links. */
static void
test_no_links (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = NULL;

  store_write_file (fixture->path, "{");
  fake_disk_use ();
  fake_disk_refuse (CALL_LINK, EPERM);
  store = store_open (fixture);
  g_assert_nonnull (stp_store_get_set_aside (store));
  g_assert_true (holds_somewhere (fixture->folder, "{"));
  store_settle (store);
}

typedef struct
{
  StoreFixture *fixture;
  guint acknowledged;  /* products that the store said are saved */
  const char *damaged; /* (nullable): bytes that must be somewhere */
  guint n_images;
} Outage;

/* The power fails after this call: what is found then? */
static void
look_after_outage (gpointer data)
{
  Outage *outage = data;
  g_autofree char *image = g_strconcat (outage->fixture->base, ".image", NULL);
  g_autofree char *path = g_build_filename (image, "kept", "diary.json", NULL);

  outage->n_images++;
  fake_disk_lose_power (outage->fixture->base, image);
  if (outage->acknowledged > 0)
    g_assert_cmpuint (store_count_products (path), >=, outage->acknowledged);
  if (outage->damaged != NULL)
    g_assert_true (holds_somewhere (image, outage->damaged));
  store_remove_tree (image);
}

static void
test_outage (StoreFixture *fixture, gconstpointer data)
{
  Outage outage = { .fixture = fixture };
  g_autoptr (StpStore) store = NULL;

  fake_disk_use ();
  fake_disk_watch (look_after_outage, &outage);
  store = store_open (fixture);
  for (guint i = 0; i < 30; i++)
    {
      if (i % 3 == 0)
        stp_clock_set_fixed (fixture->clock, stp_clock_get_now (fixture->clock) + STP_HOUR);
      store_add_product (store, "A");
      if (i % 5 != 0)
        {
          store_flush_ok (store);
          g_atomic_int_set (&outage.acknowledged, i + 1);
        }
    }
  store_settle (store);
  g_assert_cmpuint (outage.n_images, >, 200);
}

static void
test_outage_while_setting_aside (StoreFixture *fixture, gconstpointer data)
{
  Outage outage = { .fixture = fixture, .damaged = "{\"format\":1," };
  g_autoptr (StpStore) store = NULL;

  store_write_file (fixture->path, outage.damaged);
  fake_disk_use ();
  fake_disk_watch (look_after_outage, &outage);
  store = store_open (fixture);
  g_assert_nonnull (stp_store_get_set_aside (store));
  store_add_product (store, "A");
  store_flush_ok (store);
  store_settle (store);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/store-faults/" name, StoreFixture, NULL, store_set_up, function, store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("every-call", test_every_call);
  ADD ("interrupted", test_interrupted);
  ADD ("disk-full", test_disk_full);
  ADD ("loading", test_loading);
  ADD ("cannot-set-aside", test_cannot_set_aside);
  ADD ("no-links", test_no_links);
  ADD ("outage", test_outage);
  ADD ("outage-while-setting-aside", test_outage_while_setting_aside);

  return g_test_run ();
}
