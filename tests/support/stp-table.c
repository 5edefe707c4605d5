// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "stp-table.h"

/*
 * stp_table_path:
 *
 * Returns: (transfer full): where the table @name of `tests/data` is
 */
char *
stp_table_path (const char *name)
{
  const char *folder = g_getenv ("STIPPLE_TEST_DATA_DIR");

  g_assert_nonnull (folder);
  return g_build_filename (folder, name, NULL);
}

/*
 * stp_table_each:
 * @name: a file in `tests/data`
 * @n_fields: fields of each line; a line with another number ends the test
 * @func: called for each case
 *
 * Returns: how many cases there are
 */
guint
stp_table_each (const char *name, guint n_fields, StpRowFunc func, gpointer user_data)
{
  g_autofree char *path = stp_table_path (name);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint n_cases = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;

      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
      if (g_strv_length (fields) != n_fields)
        g_error ("%s:%u: %u fields instead of %u", name, i + 1, g_strv_length (fields), n_fields);
      for (guint f = 0; f < n_fields; f++)
        {
          char *plain = g_strcompress (fields[f]);

          g_free (fields[f]);
          fields[f] = plain;
        }
      func ((const char *const *) fields, user_data);
      n_cases++;
    }
  return n_cases;
}
