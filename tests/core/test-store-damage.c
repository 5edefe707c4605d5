// SPDX-License-Identifier: GPL-3.0-or-later

/* Nothing that cannot be read is overwritten, and what can be read of it is. */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "diary/stp-record-private.h"
#include "fake-disk.h"
#include "store-fixture.h"
#include "store/stp-generations.h"
#include "store/stp-store-private.h"

#define HEAD "{\"format\":1,\"id\":\"" ID "\","
#define STAMP "\"modified\":\"2026-01-01T00:00:00Z\""
#define PRODUCT(n)                                                                                 \
  "{\"id\":\"00000000-0000-4000-8000-00000000010" n "\"," STAMP ",\"name\":\"Cream " n "\"}"
#define DEVICE                                                                                     \
  "{\"id\":\"00000000-0000-4000-8000-000000000200\"," STAMP ",\"name\":\"R\",\"kind\":\"roller\"}"

/* What becomes of a document. */
typedef enum
{
  OPENED,
  READ_ONLY,
  SET_ASIDE,
} Fate;

typedef struct
{
  const char *name;
  const char *text;
  Fate fate;
  guint n_records;
  const char *id; /* (nullable): of the diary that is open then; NULL for a fresh one */
} Case;

static const Case cases[] = {
  { "whole", HEAD "\"products\":[" PRODUCT ("1") "]}", OPENED, 1, ID },
  { "empty", "", SET_ASIDE, 0, NULL },
  { "blank", " \n", SET_ASIDE, 0, NULL },
  { "null", "null", SET_ASIDE, 0, NULL },
  { "list", "[]", SET_ASIDE, 0, NULL },
  { "text", "\"diary\"", SET_ASIDE, 0, NULL },
  { "another-format-of-file", "PK\003\004", SET_ASIDE, 0, NULL },
  { "utf-16", "\xff\xfe{", SET_ASIDE, 0, NULL },
  { "utf-16-other-end", "\xfe\xff", SET_ASIDE, 0, NULL },
  { "half-a-letter", HEAD "\"products\":[" PRODUCT ("1") "]}\xc3", SET_ASIDE, 1, ID },
  { "byte-order-mark", "\xef\xbb\xbf" HEAD "\"products\":[" PRODUCT ("1") "]}", OPENED, 1, ID },
  { "no-id", "{\"format\":1,\"products\":[" PRODUCT ("1") "]}", SET_ASIDE, 1, NULL },
  { "no-format", "{\"id\":\"" ID "\",\"products\":[" PRODUCT ("1") "]}", SET_ASIDE, 1, ID },
  { "cut-in-record", HEAD "\"products\":[" PRODUCT ("1") "," PRODUCT ("2") ",{\"id\":", SET_ASIDE,
    2, ID },
  { "cut-in-name", HEAD "\"products\":[" PRODUCT ("1") "],\"dev", SET_ASIDE, 1, ID },
  { "brace-lost", HEAD "\"products\":[" PRODUCT ("1") ",\"id\":" PRODUCT ("2") "]}", SET_ASIDE, 2,
    ID },
  { "comma-lost", HEAD "\"products\":[" PRODUCT ("1") PRODUCT ("2") "],\"devices\":[" DEVICE "]}",
    SET_ASIDE, 3, ID },
  { "latin-1-in-record",
    HEAD "\"products\":[" PRODUCT ("1") "," PRODUCT ("\xe9") "," PRODUCT ("3") "]}", SET_ASIDE, 2,
    ID },
  { "record-is-number", HEAD "\"products\":[7," PRODUCT ("1") "]}", SET_ASIDE, 1, ID },
  { "list-is-object", HEAD "\"products\":{},\"devices\":[" DEVICE "]}", SET_ASIDE, 1, ID },
  { "name-is-number",
    HEAD "\"products\":[{\"id\":\"00000000-0000-4000-8000-000000000101\"," STAMP
         ",\"name\":7}," PRODUCT ("2") "]}",
    SET_ASIDE, 1, ID },
  { "stamp-is-number",
    HEAD "\"products\":[{\"id\":\"00000000-0000-4000-8000-000000000101\",\"modified\":7,"
         "\"name\":\"A\"}," PRODUCT ("2") "]}",
    SET_ASIDE, 1, ID },
  { "flag-is-text",
    HEAD "\"products\":[{\"id\":\"00000000-0000-4000-8000-000000000101\"," STAMP
         ",\"name\":\"A\",\"archived\":\"no\"}," PRODUCT ("2") "]}",
    SET_ASIDE, 1, ID },
  { "profile-is-list", HEAD "\"profile\":[],\"products\":[" PRODUCT ("1") "]}", SET_ASIDE, 1, ID },
  { "deleted-is-list", HEAD "\"deleted\":[],\"products\":[" PRODUCT ("1") "]}", SET_ASIDE, 1, ID },
  { "id-is-number", "{\"format\":1,\"id\":7,\"products\":[" PRODUCT ("1") "]}", SET_ASIDE, 1,
    NULL },
  { "format-is-text", "{\"format\":\"1\",\"id\":\"" ID "\",\"products\":[" PRODUCT ("1") "]}",
    SET_ASIDE, 1, ID },
  { "same-id-across-types",
    HEAD "\"products\":[" PRODUCT (
      "1") "],\"devices\":[{\"id\":\"00000000-0000-4000-8000-000000000101\"," STAMP
           ",\"name\":\"R\",\"kind\":\"roller\"}]}",
    SET_ASIDE, 1, ID },
  { "same-id-twice", HEAD "\"products\":[" PRODUCT ("1") "," PRODUCT ("1") "," PRODUCT ("2") "]}",
    SET_ASIDE, 2, ID },
  { "profile-in-part",
    HEAD "\"profile\":{" STAMP
         ",\"born\":\"x\",\"sensitive\":true},\"products\":[" PRODUCT ("1") "]}",
    SET_ASIDE, 1, ID },
  { "rules-are-list",
    HEAD "\"profile\":{" STAMP ",\"rules\":[]},\"products\":[7," PRODUCT ("1") "]}", SET_ASIDE, 1,
    ID },
  { "newer", "{\"format\":2,\"id\":\"" ID "\",\"products\":[" PRODUCT ("1") "]}", READ_ONLY, 1,
    ID },
  { "newer-and-cut", "{\"format\":2,\"id\":\"" ID "\",\"products\":[" PRODUCT ("1") "]", SET_ASIDE,
    0, NULL },
  { "fraction", HEAD "\"future\":0.5}", READ_ONLY, 0, ID },
  { "large-number", HEAD "\"future\":9223372036854775808}", READ_ONLY, 0, ID },
  { "minus-zero", HEAD "\"future\":-0}", READ_ONLY, 0, ID },
  { "exponent", HEAD "\"future\":1e3}", READ_ONLY, 0, ID },
  { "leading-zero", HEAD "\"products\":[" PRODUCT ("1") "],\"future\":007}", SET_ASIDE, 1, ID },
  { "member-twice", HEAD "\"x\":1,\"x\":2}", READ_ONLY, 0, ID },
  { "nul-in-text", HEAD "\"x\":\"\\u0000\"}", READ_ONLY, 0, ID },
  { "damaged-with-odd-numbers",
    HEAD "\"products\":[7," PRODUCT ("1") "],\"x\":1e999,\"y\":[1,0.5],\"z\":9223372036854775808}",
    SET_ASIDE, 1, ID },
  { "last-stamp",
    HEAD "\"products\":[{\"id\":\"00000000-0000-4000-8000-000000000101\","
         "\"modified\":\"9999-12-31T23:59:59.999999Z\",\"name\":\"A\"}]}",
    OPENED, 1, ID },
  { "stamp-after-the-last",
    HEAD "\"products\":[{\"id\":\"00000000-0000-4000-8000-000000000101\","
         "\"modified\":\"9999-12-31T23:59:59-12:00\",\"name\":\"A\"}]}",
    OPENED, 1, ID },
  { "stamp-before-the-first",
    HEAD "\"products\":[{\"id\":\"00000000-0000-4000-8000-000000000101\","
         "\"modified\":\"0001-01-01T00:00:00+12:00\",\"name\":\"A\"}]}",
    OPENED, 1, ID },
  { "deleted-after-the-last",
    HEAD "\"deleted\":{\"00000000-0000-4000-8000-000000000101\":\"9999-12-31T23:59:59-12:00\"}}",
    OPENED, 0, ID },
  { "deleted-before-the-first",
    HEAD "\"deleted\":{\"00000000-0000-4000-8000-000000000101\":\"0001-01-01T00:00:00+12:00\"}}",
    OPENED, 0, ID },
};

static void
assert_set_aside (StoreFixture *fixture, StpStore *store, const char *text)
{
  g_autofree char *kept = NULL;

  g_assert_nonnull (stp_store_get_set_aside (store));
  kept = g_build_filename (fixture->folder, stp_store_get_set_aside (store), NULL);
  store_assert_contents (kept, text);
  g_assert_cmpint (store_mode_of (kept), ==, 0600);
}

static guint
count_records (StpStore *store)
{
  g_autoptr (StpSnapshot) snapshot = stp_diary_dup_snapshot (stp_store_get_diary (store));

  return stp_codec_count (snapshot);
}

/* What was saved opens the next time as it did now. */
static void
assert_opens_again (StoreFixture *fixture, guint n_records)
{
  g_autoptr (StpStore) store = store_open (fixture);

  g_assert_null (stp_store_get_set_aside (store));
  g_assert_false (stp_diary_get_read_only (stp_store_get_diary (store)));
  g_assert_cmpuint (count_records (store), ==, n_records);
  store_settle (store);
}

static void
test_case (StoreFixture *fixture, gconstpointer data)
{
  const Case *row = data;
  g_autoptr (StpStore) store = NULL;
  StpDiary *diary;

  store_write_file (fixture->path, row->text);
  store = store_open (fixture);
  diary = stp_store_get_diary (store);
  g_assert_cmpuint (count_records (store), ==, row->n_records);
  if (row->id != NULL)
    g_assert_cmpstr (stp_diary_get_id (diary), ==, row->id);
  else
    g_assert_cmpstr (stp_diary_get_id (diary), !=, ID);
  g_assert_true (stp_diary_get_read_only (diary) == (row->fate == READ_ONLY));
  if (row->fate == READ_ONLY)
    {
      store_assert_contents (fixture->path, row->text);
      return;
    }
  g_assert_cmpuint (stp_store_get_n_rescued (store), ==,
                    row->fate == SET_ASIDE ? row->n_records : 0);
  store_add_product (store, "New");
  store_flush_ok (store);
  if (row->fate == SET_ASIDE)
    assert_set_aside (fixture, store, row->text);
  else
    g_assert_null (stp_store_get_set_aside (store));
  g_assert_false (stp_store_get_gone (store));
  store_close (g_steal_pointer (&store));
  assert_opens_again (fixture, row->n_records + 1);
}

/* What was read of a damaged diary is on the disk before anything else is done with it. */
static void
test_killed_after_loading (StoreFixture *fixture, gconstpointer data)
{
  static const char text[] = HEAD "\"products\":[" PRODUCT ("1") "," PRODUCT ("2") ",{";
  g_autoptr (GError) error = NULL;
  g_autoptr (StpLoaded) loaded = NULL;

  store_write_file (fixture->path, text);
  loaded = stp_loaded_new (fixture->folder, NOW, &error);
  g_assert_no_error (error);
  g_clear_pointer (&loaded, stp_loaded_free);
  g_assert_cmpuint (store_count_products (fixture->path), ==, 2);
}

/* One bad answer costs no other. */
static void
test_answers (void)
{
  static const char text[] = HEAD
    "\"profile\":{" STAMP ",\"born\":\"x\",\"sensitive\":true,\"answers\":{"
    "\"q.a\":{" STAMP ",\"answer\":\"yes\",\"on\":\"2026-01-01\"},\"q.b\":7}},"
    "\"products\":[" PRODUCT ("1") "]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (StpSnapshot) snapshot = stp_codec_rescue (bytes, NULL);

  g_assert_nonnull (snapshot);
  g_assert_true (snapshot->profile->sensitive);
  g_assert_cmpuint (g_hash_table_size (snapshot->profile->answers), ==, 1);
  g_assert_true (g_hash_table_contains (snapshot->profile->answers, "q.a"));
}

static char *
load_full (gsize *length)
{
  g_autofree char *path = g_build_filename (g_getenv ("STIPPLE_TEST_DATA_DIR"), "diary-full.json",
                                            NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

/* How many records end within the first @length bytes: our files have one brace at this depth,
 * from the first list of records to what follows the last. */
static guint
count_whole_records (const char *text, gsize length)
{
  const char *lists = strstr (text, "\n  \"products\": [");
  const char *end = MIN (text + length, strstr (text, "\n  \"deleted\": {"));
  guint n = 0;

  for (const char *at = lists; at && at < end; at = strstr (at + 1, "\n    }"))
    n += at > lists && (gsize) (at + strlen ("\n    }") - text) <= length;
  return n;
}

/* However early the file ends, every record that is whole is there. */
static void
test_truncated (void)
{
  gsize length;
  g_autofree char *text = load_full (&length);
  guint most = count_whole_records (text, length);

  g_assert_cmpuint (most, >, 13);
  for (gsize cut = 0; cut + 2 < length; cut++)
    {
      g_autofree char *part = g_memdup2 (text, cut + 1);
      g_autoptr (GBytes) bytes = g_bytes_new_static (part, cut);
      g_autoptr (StpSnapshot) snapshot = stp_codec_rescue (bytes, NULL);

      g_assert_cmpuint (snapshot ? stp_codec_count (snapshot) : 0, ==,
                        count_whole_records (text, cut));
    }
}

/* What is saved from now on must not be refused the next time. */
static void
assert_readable (StpSnapshot *rescued)
{
  g_autoptr (GBytes) written = stp_codec_write (rescued);
  g_autoptr (GError) error = NULL;
  g_autoptr (StpSnapshot) again = stp_codec_read (written, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (stp_codec_count (again), ==, stp_codec_count (rescued));
}

/* One bit is wrong: most often one record is lost, at worst the list whose name was hit. */
static void
test_flipped (void)
{
  gsize length;
  g_autofree char *text = load_full (&length);
  guint most = count_whole_records (text, length), n_refused = 0, n_lost = 0;

  for (gsize at = 0; at < length; at++)
    {
      g_autofree char *wrong = g_memdup2 (text, length);
      g_autoptr (GBytes) bytes = g_bytes_new_static (wrong, length);
      g_autoptr (StpSnapshot) snapshot = NULL;
      g_autoptr (StpSnapshot) rescued = NULL;

      wrong[at] ^= 1 << (at % 8);
      snapshot = stp_codec_read (bytes, NULL, NULL, NULL);
      if (snapshot != NULL)
        continue;
      rescued = stp_codec_rescue (bytes, ID);
      n_refused++;
      if (rescued != NULL)
        assert_readable (rescued);
      n_lost += most - (rescued ? stp_codec_count (rescued) : 0);
    }
  g_test_message ("%u refused, %u of %u records lost each", n_refused, n_lost / n_refused, most);
  g_assert_cmpuint (n_refused, >, 100);
  g_assert_cmpuint (n_lost, <=, 2 * n_refused);
}

/* Files that want to fill the memory, the stack or the day. */
static void
test_bombs (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *head;
    char fill;
  } bombs[] = { { "", '[' }, { "", '{' }, { "{\"products\":[", '{' }, { "", '\0' }, { "\"", 'a' } };
  const gsize size = 4 * 1024 * 1024;

  for (guint i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autofree char *bomb = g_malloc (size);
      g_autoptr (StpStore) store = NULL;

      memset (bomb, bombs[i].fill, size);
      memcpy (bomb, bombs[i].head, strlen (bombs[i].head));
      g_mkdir_with_parents (fixture->folder, 0700);
      g_assert_true (g_file_set_contents (fixture->path, bomb, size, NULL));
      store = store_open (fixture);
      g_assert_nonnull (stp_store_get_set_aside (store));
      g_assert_cmpuint (count_records (store), ==, 0);
      store_settle (store);
    }
}

/* A gigabyte is set aside without being read. */
static void
test_huge (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = NULL;
  g_autofree char *kept = NULL;
  GStatBuf info;

  store_write_file (fixture->path, "[");
  g_assert_cmpint (truncate (fixture->path, 1 << 30), ==, 0);
  store = store_open (fixture);
  kept = g_build_filename (fixture->folder, stp_store_get_set_aside (store), NULL);
  g_assert_cmpint (g_stat (kept, &info), ==, 0);
  g_assert_cmpint (info.st_size, ==, 1 << 30);
  store_settle (store);
}

/* Cut anywhere, it is kept under another name to the byte, and what is begun instead can be saved.
 */
static void
test_cut_file (StoreFixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *text = load_full (&length);

  for (gsize cut = 0; cut + 2 < length; cut += 499)
    {
      g_autofree char *part = g_strndup (text, cut);
      g_autoptr (StpStore) store = NULL;

      store_remove_tree (fixture->folder);
      store_write_file (fixture->path, part);
      store = store_open (fixture);
      g_assert_cmpuint (stp_store_get_n_rescued (store), ==, count_whole_records (text, cut));
      store_add_product (store, "New");
      store_flush_ok (store);
      assert_set_aside (fixture, store, part);
      store_settle (store);
    }
}

/* Nobody may read it, which says nothing about what is in it: it is left where it is, and why is
 * told in one sentence. */
static void
test_no_permission (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_new (fixture);
  g_autoptr (GError) error = NULL;

  store_write_file (fixture->path, "mine");
  fake_disk_use ();
  fake_disk_refuse (CALL_READ, EACCES);
  g_assert_false (stp_store_load (store, &error));
  g_assert_error (error, STP_STORE_ERROR, STP_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "You do not have permission."));
  g_assert_null (stp_store_get_diary (store));
  store_assert_contents (fixture->path, "mine");
}

/* What a link leads to is not ours to rename: the link is set aside. */
static void
test_foreign_link (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *foreign = g_build_filename (fixture->base, "letters", "letter.txt", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (StpStore) store = NULL;

  store_write_file (foreign, "Dear Anna");
  g_mkdir_with_parents (fixture->folder, 0700);
  g_assert_cmpint (symlink (foreign, fixture->path), ==, 0);
  store = store_open (fixture);
  store_assert_load_fails (fixture, STP_STORE_ERROR_LOCKED);
  store_add_product (store, "A");
  store_flush_ok (store);
  store_assert_contents (foreign, "Dear Anna");
  kept = g_build_filename (fixture->folder, stp_store_get_set_aside (store), NULL);
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (store_count_products (fixture->path), ==, 1);
  store_settle (store);
}

/* What is begun instead is the same diary, so that what was kept of it comes back as edits. */
static void
test_same_diary (StoreFixture *fixture, gconstpointer data)
{
  static const char *const damaged[] = { "", NULL };
  g_autoptr (StpStore) store = store_open (fixture);
  g_autofree char *id = g_strdup (stp_diary_get_id (stp_store_get_diary (store)));

  store_add_product (store, "A");
  store_flush_ok (store);
  store_close (g_steal_pointer (&store));
  g_assert_true (stp_generations_keep (fixture->folder, fixture->path, STP_KEEP_NOW, NOW, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      if (damaged[i] != NULL)
        store_write_file (fixture->path, damaged[i]);
      else
        g_remove (fixture->path);
      store = store_open (fixture);
      g_assert_cmpstr (stp_diary_get_id (stp_store_get_diary (store)), ==, id);
      g_assert_true (stp_store_get_gone (store) == (damaged[i] == NULL));
      g_assert_true ((stp_store_get_set_aside (store) != NULL) == (damaged[i] != NULL));
      store_close (g_steal_pointer (&store));
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/store-damage/" name, StoreFixture, NULL, store_set_up, function, store_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store-damage/case/", cases[i].name, NULL);

      g_test_add (path, StoreFixture, &cases[i], store_set_up, test_case, store_tear_down);
    }
  g_test_add_func ("/store-damage/answers", test_answers);
  g_test_add_func ("/store-damage/truncated", test_truncated);
  g_test_add_func ("/store-damage/flipped", test_flipped);
  ADD ("killed-after-loading", test_killed_after_loading);
  ADD ("cut-file", test_cut_file);
  ADD ("no-permission", test_no_permission);
  ADD ("bombs", test_bombs);
  ADD ("huge", test_huge);
  ADD ("foreign-link", test_foreign_link);
  ADD ("same-diary", test_same_diary);

  return g_test_run ();
}
