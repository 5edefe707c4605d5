// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "stp-real.h"

#include <string.h>

/*
 * stp_real_dup_path:
 *
 * Returns: (transfer full): where the products of real shops are, if they are anywhere
 */
char *
stp_real_dup_path (void)
{
  const char *given = g_getenv ("STIPPLE_REAL_DATA");
  const char *folder = g_getenv ("STIPPLE_TEST_DATA_DIR");

  if (given != NULL)
    return g_strdup (given);
  return g_build_filename (folder, "..", "..", "..", "shared", "data", "products.jsonl", NULL);
}

/*
 * stp_real_dup_lines:
 *
 * Returns: (transfer full) (nullable): the products of real shops, one a line; %NULL where
 * they are neither beside this project nor named by STIPPLE_REAL_DATA
 */
char **
stp_real_dup_lines (void)
{
  g_autofree char *path = stp_real_dup_path ();
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  if (length > 0 && text[length - 1] == '\n')
    text[length - 1] = '\0';
  return g_strsplit (text, "\n", -1);
}

const char *
stp_real_get_text (JsonObject *product, const char *member)
{
  return json_object_get_string_member_with_default (product, member, "");
}

/*
 * stp_real_classify:
 *
 * Returns: (transfer full): what the program makes of @product
 */
StpClassification *
stp_real_classify (JsonObject *product)
{
  StpProductKind kind = stp_product_kind_from_category (stp_real_get_text (product, "category"));

  return stp_classify (stp_real_get_text (product, "name"), stp_real_get_text (product, "brand"),
                       kind, stp_real_get_text (product, "ingredients"), NULL, 0);
}
