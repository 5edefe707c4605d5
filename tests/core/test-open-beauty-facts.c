// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <string.h>

#include "exchange/stp-open-beauty-facts.h"
#include "stp-table.h"

static StpProductImport *
read_file (const char *name)
{
  g_autofree char *relative = g_build_filename ("open-beauty-facts", name, NULL);
  g_autofree char *path = stp_table_path (relative);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  StpProductImport *import = stp_open_beauty_facts_read (text, length, &error);
  g_assert_no_error (error);
  return import;
}

static StpProduct *
get_draft (StpProductImport *import, guint index)
{
  g_assert_cmpuint (index, <, import->drafts->len);
  return import->drafts->pdata[index];
}

static gboolean
says (StpProductImport *import, const char *words)
{
  for (guint i = 0; i < import->messages->len; i++)
    if (strstr (import->messages->pdata[i], words) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_product (void)
{
  g_autoptr (StpProductImport) import = read_file ("product.json");
  StpProduct *draft = get_draft (import, 0);

  g_assert_cmpuint (import->drafts->len, ==, 1);
  g_assert_cmpuint (import->messages->len, ==, 0);
  g_assert_cmpstr (draft->name, ==, "Night Serum");
  g_assert_cmpstr (draft->brand, ==, "Birk & Tann");
  g_assert_cmpstr (draft->barcode, ==, "4000000000013");
  g_assert_cmpint (draft->kind, ==, STP_PRODUCT_SERUM);
  g_assert_cmpint (draft->pao_months, ==, 6);
  g_assert_true (g_str_has_prefix (draft->ingredients, "Aqua (Water), Glycerin, Retinol"));
  g_assert_false (stp_record_is_sealed (draft));
}

static void
test_not_found (void)
{
  g_autoptr (StpProductImport) import = read_file ("not-found.json");

  g_assert_cmpuint (import->drafts->len, ==, 0);
  g_assert_true (says (import, "does not know this product"));
}

static void
test_search (void)
{
  g_autoptr (StpProductImport) import = read_file ("search.json");

  g_assert_cmpuint (import->drafts->len, ==, 5);
  g_assert_null (get_draft (import, 0)->brand);
  g_assert_cmpint (get_draft (import, 0)->pao_months, ==, STP_UNSET);
  g_assert_null (get_draft (import, 0)->ingredients);
  g_assert_true (says (import, "“Milde Seife” comes without a list"));
  g_assert_cmpstr (get_draft (import, 1)->barcode, ==, "4000000000044");
  g_assert_cmpint (get_draft (import, 1)->pao_months, ==, 12);
  g_assert_cmpstr (get_draft (import, 1)->ingredients, ==, "Aqua, Glycerin, Glycolic Acid, Parfum");
  g_assert_true (says (import, "cannot be read as a list"));
  g_assert_cmpstr (get_draft (import, 3)->ingredients, ==, "Aqua, Glycerin, Panthenol, Allantoin");
  g_assert_true (says (import, "“Toner” is in it several times"));
  g_assert_true (says (import, "without a name was left out"));
  g_assert_cmpstr (get_draft (import, 4)->name, ==, "Shampooing");
  g_assert_cmpint (get_draft (import, 4)->kind, ==, STP_PRODUCT_HAIR);
}

static void
test_tables (void)
{
  g_autoptr (StpProductImport) tabs = read_file ("export.csv");
  g_autoptr (StpProductImport) commas = read_file ("comma.csv");

  g_assert_cmpint (get_draft (tabs, 0)->kind, ==, STP_PRODUCT_CLEANSER);
  g_assert_cmpstr (get_draft (tabs, 0)->ingredients, ==, "Aqua, \"Glycerin\", Salicylic Acid 2%");
  g_assert_cmpstr (get_draft (tabs, 1)->name, ==, "Empty Jar");
  g_assert_cmpstr (get_draft (commas, 0)->name, ==, "Peel, strong");
  g_assert_cmpstr (get_draft (commas, 0)->ingredients, ==, "Aqua,\r\nGlycolic Acid 30%");
  g_assert_cmpstr (get_draft (commas, 1)->name, ==, "Plain");
}

static void
check_fault (const char *text, gsize length, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (stp_open_beauty_facts_read (text, length, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” instead of “%s”", error->message, words);
}

/* Whatever it is, one sentence ends it. */
static void
test_faults (void)
{
  const gsize huge = 100 * 1024 * 1024;
  g_autofree char *bomb = g_strnfill (1000 * 1000, '[');
  g_autofree char *paste = g_strnfill (huge, 'a');

  check_fault ("{\"product\": {\"code\": ", 21, "damaged");
  check_fault ("", 0, "neither");
  check_fault ("\xff\xfe\x00", 3, "neither");
  check_fault ("name,price\nCream,12", 19, "neither");
  check_fault (bomb, strlen (bomb), "too deeply");
  check_fault (paste, huge, "too large");
}

static void
test_full (void)
{
  g_autoptr (GString) table = g_string_new ("product_name,code\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (table, "Cream %u,\n", i);
  g_autoptr (StpProductImport) import = stp_open_beauty_facts_read (table->str, table->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import->drafts->len, ==, 2000);
  g_assert_true (says (import, "more in it"));
}

static void
test_same (void)
{
  g_autoptr (StpProductImport) import = read_file ("product.json");
  g_autoptr (GListStore) shelf = g_list_store_new (STP_TYPE_PRODUCT);
  g_autoptr (StpProduct) other = stp_record_new (STP_RECORD_PRODUCT);
  g_autoptr (StpProduct) same = stp_record_new (STP_RECORD_PRODUCT);

  same->barcode = g_strdup ("4000000000013");
  g_list_store_append (shelf, other);
  g_assert_null (stp_product_import_find_same (G_LIST_MODEL (shelf), get_draft (import, 0)));
  g_list_store_append (shelf, same);

  g_autoptr (
    StpProduct) found = stp_product_import_find_same (G_LIST_MODEL (shelf), get_draft (import, 0));
  g_assert_true (found == same);
}

static StpProductImport *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  StpProductImport *import = stp_open_beauty_facts_read (text, strlen (text), &error);

  g_assert_no_error (error);
  return import;
}

/* The same code as text and as a number, which has no zeros before it. */
static void
test_zeros (void)
{
  g_autoptr (StpProductImport) import = read_text (
    "{\"count\": \"3\", \"page\": 1, \"products\": ["
    "{\"code\": \"0012345678905\", \"product_name\": \"Cream\"},"
    "{\"code\": 12345678905, \"product_name\": \"Cream\", \"ingredients_text\": \"Aqua\"},"
    "{\"code\": \"0012345678912\", \"product_name\": \"Toner\"}]}");

  g_assert_cmpuint (import->drafts->len, ==, 2);
  g_assert_cmpstr (get_draft (import, 0)->ingredients, ==, "Aqua");
  g_assert_true (says (import, "“Cream” is in it several times"));
}

/* Whatever an answer says when it knows nothing. */
static void
test_unknown (void)
{
  static const char *const answers[] = {
    "{\"status\": 0}",
    "{\"status\": \"0\", \"code\": \"4000000000013\"}",
    "{\"status\": 0, \"product\": null}",
    "{\"status\": \"failure\", \"errors\": [], \"result\": {\"id\": \"product_not_found\"}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (StpProductImport) import = read_text (answers[i]);

      g_assert_cmpuint (import->drafts->len, ==, 0);
      g_assert_true (says (import, "does not know this product"));
    }
}

/* Members that nobody asked for, of any type, change nothing. */
static void
test_unasked (void)
{
  static const char *const values[] = { "1", "\"1\"", "null", "[]", "{\"a\": [1.5]}", "true" };
  g_autoptr (GString) text = g_string_new ("{\"status\": 1, \"product\": {");

  for (guint i = 0; i < 140; i++)
    g_string_append_printf (text, "\"member_%u\": %s, ", i, values[i % G_N_ELEMENTS (values)]);
  g_string_append (text, "\"code\": \"4000000000013\", \"product_name\": \"Cream\", "
                         "\"ingredients_text\": \"Aqua, Retinol\"}}");
  g_autoptr (StpProductImport) import = read_text (text->str);

  g_assert_cmpuint (import->drafts->len, ==, 1);
  g_assert_cmpuint (import->messages->len, ==, 0);
  g_assert_cmpstr (get_draft (import, 0)->ingredients, ==, "Aqua, Retinol");
}

static void
correct (StpProduct *product, const char *token)
{
  StpCorrection *correction = stp_correction_new ();

  correction->token = g_strdup (token);
  correction->ingredient_class = STP_CLASS_ACID_AHA;
  correction->as = STP_TREAT_AS_TRACE;
  g_ptr_array_add (product->corrections, correction);
}

/* E6: what was said of an ingredient stands while the ingredient does. */
static void
test_change_list (void)
{
  g_autoptr (StpProduct) product = stp_record_new (STP_RECORD_PRODUCT);

  product->name = g_strdup ("Cream");
  product->corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_correction_free);
  correct (product, "Lactic Acid");
  correct (product, "Glycolic Acid 2%");

  g_autoptr (GPtrArray) lost = stp_product_import_change_list (
    product, "AQUA, LACTIC ACID, Glycolic Acid 10%, Glycerin");
  g_assert_cmpuint (lost->len, ==, 1);
  g_assert_cmpstr (((StpCorrection *) lost->pdata[0])->token, ==, "Glycolic Acid 2%");
  g_assert_cmpuint (product->corrections->len, ==, 1);
  g_assert_cmpstr (((StpCorrection *) product->corrections->pdata[0])->token, ==, "Lactic Acid");
  g_assert_true (g_str_has_prefix (product->ingredients, "AQUA"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/open-beauty-facts/product", test_product);
  g_test_add_func ("/open-beauty-facts/not-found", test_not_found);
  g_test_add_func ("/open-beauty-facts/search", test_search);
  g_test_add_func ("/open-beauty-facts/tables", test_tables);
  g_test_add_func ("/open-beauty-facts/faults", test_faults);
  g_test_add_func ("/open-beauty-facts/full", test_full);
  g_test_add_func ("/open-beauty-facts/same", test_same);
  g_test_add_func ("/open-beauty-facts/zeros", test_zeros);
  g_test_add_func ("/open-beauty-facts/unknown", test_unknown);
  g_test_add_func ("/open-beauty-facts/unasked", test_unasked);
  g_test_add_func ("/open-beauty-facts/change-list", test_change_list);

  return g_test_run ();
}
