// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Real lists, which have no licence and so are not here: only what we expect of them is.
 * Where the file is missing there is nothing to test.
 */

#include "config.h"

#include "exchange/stp-open-beauty-facts.h"
#include "stp-expect.h"
#include "stp-real.h"
#include "stp-table.h"

/* id, expected, why */
#define FIELDS 3

static void
collect_row (const char *const *fields, gpointer expected)
{
  g_assert_true (g_hash_table_insert (expected, g_strdup (fields[0]), g_strdup (fields[1])));
}

static void
check_product (JsonObject *product, GHashTable *expected)
{
  const char *id = stp_real_get_text (product, "id");
  const char *classes = g_hash_table_lookup (expected, id);

  if (classes == NULL)
    return;

  g_autoptr (StpClassification) classification = stp_real_classify (product);
  stp_expect_classes (classification, classes, id);
  g_hash_table_remove (expected, id);
}

static void
test_products (void)
{
  g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_auto (GStrv) lines = stp_real_dup_lines ();

  g_assert_cmpuint (stp_table_each ("real.tsv", FIELDS, collect_row, expected), ==, 40);
  if (lines == NULL)
    {
      g_test_skip ("the real products are not beside this folder, nor named by STIPPLE_REAL_DATA");
      return;
    }

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_true (json_parser_load_from_data (parser, lines[i], -1, NULL));
      check_product (json_node_get_object (json_parser_get_root (parser)), expected);
    }
  g_assert_cmpuint (g_hash_table_size (expected), ==, 0);
}

static void
check_answer (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  g_autoptr (StpProductImport) import = stp_open_beauty_facts_read (text, length, &error);
  g_assert_no_error (error);
  g_test_message ("%s: %u products, %u messages", name, import->drafts->len, import->messages->len);
  g_assert_cmpuint (import->drafts->len + import->messages->len, >, 0);
}

/* Real answers stand in a folder beside the real products. */
static void
test_answers (void)
{
  g_autofree char *products = stp_real_dup_path ();
  g_autofree char *parent = g_path_get_dirname (products);
  g_autofree char *folder = g_build_filename (parent, "openbeautyfacts", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("the real answers are not beside the real products");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      check_answer (folder, name);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/real/products", test_products);
  g_test_add_func ("/real/answers", test_answers);

  return g_test_run ();
}
