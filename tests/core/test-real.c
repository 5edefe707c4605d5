// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Real lists, which have no licence and so are not here: only what we expect of them is.
 * Where the file is missing there is nothing to test.
 */

#include "config.h"

#include <json-glib/json-glib.h>

#include "ingredients/stp-classification.h"
#include "stp-expect.h"
#include "stp-table.h"

/* id, expected, why */
#define FIELDS 3

static char *
real_path (void)
{
  const char *given = g_getenv ("STIPPLE_REAL_DATA");
  const char *folder = g_getenv ("STIPPLE_TEST_DATA_DIR");

  if (given != NULL)
    return g_strdup (given);
  return g_build_filename (folder, "..", "..", "..", "shared", "data", "products.jsonl", NULL);
}

static void
collect_row (const char *const *fields, gpointer expected)
{
  g_assert_true (g_hash_table_insert (expected, g_strdup (fields[0]), g_strdup (fields[1])));
}

static const char *
member (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, "");
}

static void
check_product (JsonObject *product, GHashTable *expected)
{
  const char *id = member (product, "id");
  const char *classes = g_hash_table_lookup (expected, id);
  StpProductKind kind = stp_product_kind_from_category (member (product, "category"));

  if (classes == NULL)
    return;

  g_autoptr (
    StpClassification) classification = stp_classify (member (product, "name"),
                                                    member (product, "brand"), kind,
                                                    member (product, "ingredients"), NULL, 0);
  stp_expect_classes (classification, classes, id);
  g_hash_table_remove (expected, id);
}

static void
test_products (void)
{
  g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *path = real_path ();
  g_autofree char *text = NULL;

  g_assert_cmpuint (stp_table_each ("real.tsv", FIELDS, collect_row, expected), ==, 40);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("the real products are not beside this folder, nor named by STIPPLE_REAL_DATA");
      return;
    }

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0')
        continue;
      g_assert_true (json_parser_load_from_data (parser, lines[i], -1, NULL));
      check_product (json_node_get_object (json_parser_get_root (parser)), expected);
    }
  g_assert_cmpuint (g_hash_table_size (expected), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/real/products", test_products);

  return g_test_run ();
}
