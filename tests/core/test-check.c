// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <gio/gio.h>

#include "store/stp-codec.h"

/* What broken.tsv expects of one file. */
typedef struct
{
  GHashTable *pointers; /* pointer to what comes of it */
  gboolean fatal, read_only;
} Expected;

static void
expected_free (gpointer data)
{
  Expected *self = data;

  g_hash_table_unref (self->pointers);
  g_free (self);
}

static Expected *
find_expected (GHashTable *table, const char *name)
{
  Expected *self = g_hash_table_lookup (table, name);

  if (self == NULL)
    {
      self = g_new0 (Expected, 1);
      self->pointers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (table, g_strdup (name), self);
    }
  return self;
}

static char *
read_data (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("STIPPLE_TEST_DATA_DIR"), name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static GHashTable *
read_table (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, expected_free);
  g_autofree char *text = read_data ("broken.tsv");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line; line++)
    {
      g_auto (GStrv) words = g_strsplit (*line, "\t", -1);
      Expected *expected;

      if (**line == '\0' || **line == '#')
        continue;
      g_assert_cmpuint (g_strv_length (words), ==, 3);
      expected = find_expected (table, words[0]);
      expected->fatal |= g_str_equal (words[1], "fatal");
      expected->read_only |= g_str_equal (words[1], "read-only");
      g_hash_table_insert (expected->pointers, g_strdup (words[2]), g_strdup (words[1]));
    }
  return table;
}

static GBytes *
read_broken (const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/broken/%s.json", g_getenv ("STIPPLE_TEST_DATA_DIR"),
                                           name);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static void
check_file (const char *name, Expected *expected)
{
  g_autoptr (GPtrArray) faults = stp_faults_new ();
  g_autoptr (GBytes) bytes = read_broken (name);
  g_autoptr (StpSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  gboolean read_only = FALSE;

  g_test_message ("%s", name);
  snapshot = stp_codec_read (bytes, faults, &read_only, &error);
  for (guint i = 0; i < faults->len; i++)
    {
      StpFault *fault = faults->pdata[i];
      const char *outcome = g_hash_table_lookup (expected->pointers, fault->pointer);

      g_test_message ("  %s: %s", fault->pointer, fault->text);
      g_assert_nonnull (outcome);
      g_assert_cmpint (fault->fatal, ==, g_str_equal (outcome, "fatal"));
      g_assert_true (g_str_has_suffix (fault->text, ".") &&
                     g_utf8_validate (fault->text, -1, NULL));
    }
  g_assert_cmpuint (faults->len, ==, g_hash_table_size (expected->pointers));
  g_assert_cmpint (snapshot == NULL, ==, expected->fatal);
  g_assert_cmpint (error != NULL, ==, expected->fatal);
  if (!expected->fatal)
    g_assert_cmpint (read_only, ==, expected->read_only);
}

/* Every fault of every file, and nothing else, with its pointer. */
static void
test_broken (void)
{
  g_autoptr (GHashTable) table = read_table ();
  GHashTableIter iter;
  gpointer name, expected;

  g_assert_cmpuint (g_hash_table_size (table), >=, 20);
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &name, &expected))
    check_file (name, expected);
}

static void
test_all_listed (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("STIPPLE_TEST_DATA_DIR"), "broken", NULL);
  g_autoptr (GHashTable) table = read_table ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *file;

  g_assert_no_error (error);
  while ((file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *name = g_strndup (file, strlen (file) - strlen (".json"));

      g_test_message ("%s", file);
      g_assert_nonnull (g_hash_table_lookup (table, name));
    }
}

/* What opens in spite of a fault is written back as it was. */
static void
test_kept (void)
{
  g_autoptr (GBytes) bytes = read_broken ("out-of-range");
  g_autoptr (StpSnapshot) snapshot = stp_codec_read (bytes, NULL, NULL, NULL);
  g_autoptr (GBytes) written = stp_codec_write (snapshot);
  g_autofree char *text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));

  g_assert_nonnull (strstr (text, "\"needle_um\": 25000"));
}

static void
test_line_and_column (void)
{
  g_autoptr (GPtrArray) faults = stp_faults_new ();
  static const char text[] = "{\n  \"ä\": x\n}\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);

  g_assert_null (stp_codec_read (bytes, faults, NULL, NULL));
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (((StpFault *) faults->pdata[0])->text, ==,
                   "Line 2, column 8: This is not JSON.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/check/broken", test_broken);
  g_test_add_func ("/check/all-listed", test_all_listed);
  g_test_add_func ("/check/kept", test_kept);
  g_test_add_func ("/check/line-and-column", test_line_and_column);

  return g_test_run ();
}
