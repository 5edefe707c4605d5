// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What Open Beauty Facts answers and exports: one product, a page of search results, or a
 * table. It is filled in by anybody, so nothing in it is taken to be there, nor to be of the
 * type that it should be; members that are not asked for are not looked at.
 */

#include "config.h"

#include "exchange/stp-open-beauty-facts.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "exchange/stp-csv-private.h"
#include "ingredients/stp-classification.h"

#define BYTES_MAX (64 * 1024 * 1024)

/* An answer has eight levels; a reader that recurses must be spared a million. */
#define DEPTH_MAX 64

/* More than anybody owns: a table of all that there is was taken by mistake. */
#define PRODUCTS_MAX 2000

#define BARCODE_MIN 8
#define BARCODE_MAX 14
#define PAO_MONTHS_MAX 60

/* Gives the text of a field, or %NULL. Owned by the caller. */
typedef char *(*FieldFunc) (gpointer source, const char *field);

static char *
dup_json_text (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return json_node_dup_string (node);
    case G_TYPE_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    default:
      return NULL;
    }
}

/* Categories come as a list, from the widest to the narrowest. */
static char *
dup_json_list (JsonArray *array)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *item = dup_json_text (json_array_get_element (array, i));

      if (item != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", item);
    }
  return g_string_free_and_steal (text);
}

static char *
dup_json_field (gpointer source, const char *field)
{
  JsonNode *node = json_object_get_member (source, field);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return dup_json_list (json_node_get_array (node));
  return dup_json_text (node);
}

typedef struct
{
  GPtrArray *header;
  GPtrArray *row;
} Row;

static char *
dup_row_field (gpointer source, const char *field)
{
  Row *row = source;

  for (guint i = 0; i < MIN (row->header->len, row->row->len); i++)
    if (g_str_equal (row->header->pdata[i], field))
      return g_strdup (row->row->pdata[i]);
  return NULL;
}

/* Returns: the first of @fields that says something, `null` written out being nothing. */
static char *
dup_first (FieldFunc func, gpointer source, const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *text = func (source, fields[i]);

      if (text == NULL || *g_strstrip (text) == '\0' || g_ascii_strcasecmp (text, "null") == 0)
        continue;
      return g_steal_pointer (&text);
    }
  return NULL;
}

static char *
dup_line (FieldFunc func, gpointer source, const char *const *fields)
{
  char *text = dup_first (func, source, fields);

  return text != NULL ? g_strdelimit (text, "\t\r\n", ' ') : NULL;
}

/* The same brand is often given in several ways. */
static char *
dup_brand (FieldFunc func, gpointer source)
{
  static const char *const fields[] = { "brands", "brand_owner", NULL };
  char *brands = dup_line (func, source, fields);
  char *comma = brands != NULL ? strchr (brands, ',') : NULL;

  if (comma != NULL)
    *comma = '\0';
  return brands != NULL ? g_strstrip (brands) : NULL;
}

static char *
dup_barcode (FieldFunc func, gpointer source)
{
  static const char *const fields[] = { "code", "_id", "id", NULL };
  g_autofree char *code = dup_line (func, source, fields);
  gsize length = code != NULL ? strlen (code) : 0;

  if (length < BARCODE_MIN || length > BARCODE_MAX || strspn (code, "0123456789") != length)
    return NULL;
  return g_steal_pointer (&code);
}

/* The narrowest category that says something, as `en:face-creams`; or else the name. */
static StpProductKind
read_kind (FieldFunc func, gpointer source, const char *name)
{
  static const char *const fields[] = { "categories_tags", "categories", "categories_en", NULL };
  g_autofree char *categories = dup_line (func, source, fields);
  StpProductKind kind = STP_PRODUCT_OTHER;

  if (categories != NULL)
    kind = stp_product_kind_from_category (g_strdelimit (categories, ",", '/'));
  return kind != STP_PRODUCT_OTHER ? kind : stp_product_kind_from_category (name);
}

/* Returns: months, from `6 mois`, `12 M` or `en:12-months`; %STP_UNSET = not given */
static int
read_pao (FieldFunc func, gpointer source)
{
  static const char *const fields[] = { "periods_after_opening", "periods_after_opening_tags",
                                        NULL };
  g_autofree char *text = dup_line (func, source, fields);
  const char *digits = text != NULL ? strpbrk (text, "0123456789") : NULL;
  guint64 months = digits != NULL ? g_ascii_strtoull (digits, NULL, 10) : 0;

  return months > 0 && months <= PAO_MONTHS_MAX ? (int) months : STP_UNSET;
}

static void
add_product (StpProductImport *self, FieldFunc func, gpointer source)
{
  static const char *const names[] = {
    "product_name",    "product_name_en", "product_name_fr",          "product_name_de",
    "product_name_es", "generic_name",    "abbreviated_product_name", NULL
  };
  static const char *const lists[] = { "ingredients_text",
                                       "ingredients_text_en",
                                       "ingredients_text_fr",
                                       "ingredients_text_de",
                                       "ingredients_text_es",
                                       "ingredients_text_with_allergens",
                                       NULL };
  g_autoptr (StpProduct) draft = stp_record_new (STP_RECORD_PRODUCT);

  draft->name = dup_line (func, source, names);
  draft->brand = dup_brand (func, source);
  draft->ingredients = dup_first (func, source, lists);
  draft->barcode = dup_barcode (func, source);
  draft->pao_months = read_pao (func, source);

  if (draft->name == NULL)
    draft->name = g_strdup (draft->brand != NULL ? draft->brand : draft->barcode);
  if (draft->name == NULL)
    {
      char *message = g_strdup (_ ("A product without a name was left out."));

      stp_product_import_take_message (self, message);
      return;
    }
  draft->kind = read_kind (func, source, draft->name);
  stp_product_import_take (self, g_steal_pointer (&draft));
}

/* Returns: whether there is no room for another; then that has been said. */
static gboolean
is_full (StpProductImport *self)
{
  if (self->drafts->len < PRODUCTS_MAX)
    return FALSE;
  stp_product_import_take_message (
    self,
    g_strdup_printf (ngettext ("There is more in it than the first %d product, which was taken.",
                               "There is more in it than the first %d products, which were taken.",
                               PRODUCTS_MAX),
                     PRODUCTS_MAX));
  return TRUE;
}

static void
add_list (StpProductImport *self, JsonArray *products)
{
  for (guint i = 0; i < json_array_get_length (products) && !is_full (self); i++)
    {
      JsonNode *product = json_array_get_element (products, i);

      if (JSON_NODE_HOLDS_OBJECT (product))
        add_product (self, dup_json_field, json_node_get_object (product));
    }
}

/* An answer with one product, a page of several, or the product itself. */
static void
add_object (StpProductImport *self, JsonObject *answer)
{
  JsonNode *product = json_object_get_member (answer, "product");
  JsonNode *products = json_object_get_member (answer, "products");

  if (products != NULL && JSON_NODE_HOLDS_ARRAY (products))
    add_list (self, json_node_get_array (products));
  else if (product != NULL && JSON_NODE_HOLDS_OBJECT (product))
    {
      JsonObject *found = json_node_get_object (product);

      if (!json_object_has_member (found, "code") && json_object_has_member (answer, "code"))
        json_object_set_member (found, "code",
                                json_node_copy (json_object_get_member (answer, "code")));
      add_product (self, dup_json_field, found);
    }
  else if (json_object_has_member (answer, "status"))
    stp_product_import_take_message (
      self, g_strdup (_ ("Open Beauty Facts does not know this product.")));
  else
    add_product (self, dup_json_field, answer);
}

/* Whether brackets outside of strings never stand deeper than a reader can follow. */
static gboolean
is_shallow (const char *text)
{
  gboolean quoted = FALSE;
  int depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (quoted && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        quoted = !quoted;
      else if (!quoted && (*p == '{' || *p == '['))
        depth++;
      else if (!quoted && (*p == '}' || *p == ']'))
        depth--;
      if (depth > DEPTH_MAX)
        return FALSE;
    }
  return TRUE;
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);
  return FALSE;
}

static gboolean
read_json (StpProductImport *self, const char *text, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!is_shallow (text))
    return fail (error, _ ("The file is nested too deeply to be a list of products."));
  if (!json_parser_load_from_data (parser, text, -1, NULL))
    return fail (error, _ ("The file is damaged: it ends early or is not JSON."));

  JsonNode *root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    add_object (self, json_node_get_object (root));
  else if (root != NULL && JSON_NODE_HOLDS_ARRAY (root))
    add_list (self, json_node_get_array (root));
  return TRUE;
}

static gboolean
knows_field (GPtrArray *header)
{
  static const char *const known[] = { "code", "product_name", "ingredients_text" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ptr_array_find_with_equal_func (header, known[i], g_str_equal, NULL))
      return TRUE;
  return FALSE;
}

static gboolean
read_table (StpProductImport *self, const char *text, GError **error)
{
  char separator = stp_csv_guess_separator (text);
  g_autoptr (GPtrArray) header = stp_csv_read_row (&text, separator, NULL);
  GPtrArray *fields;

  if (header == NULL || !knows_field (header))
    return fail (error, _ ("The file is neither an answer nor an export of Open Beauty Facts."));

  while ((fields = stp_csv_read_row (&text, separator, NULL)) != NULL)
    {
      g_autoptr (GPtrArray) owned = fields;
      Row row = { header, owned };

      if (is_full (self))
        break;
      add_product (self, dup_row_field, &row);
    }
  return TRUE;
}

/**
 * stp_open_beauty_facts_read:
 * @text: an answer of the Open Beauty Facts API (one product, or a page of search results) or
 *   a table that it exported
 * @length: bytes of @text
 * @error: %G_IO_ERROR_INVALID_DATA with a sentence for the user
 *
 * Reads the products in @text as drafts. The same barcode twice gives one draft.
 *
 * Returns: (transfer full) (nullable): the drafts and what there is to say about them
 */
StpProductImport *
stp_open_beauty_facts_read (const char *text, gsize length, GError **error)
{
  g_autoptr (StpProductImport) self = stp_product_import_new ();

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  if (length > BYTES_MAX)
    {
      fail (error, _ ("The file is too large: at most 64 MB can be read at once."));
      return NULL;
    }

  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", length);
  const char *start = g_str_has_prefix (valid, "\xef\xbb\xbf") ? valid + 3 : valid;
  start += strspn (start, " \t\r\n");

  gboolean json = *start == '{' || *start == '[';
  if (json ? !read_json (self, start, error) : !read_table (self, start, error))
    return NULL;
  return g_steal_pointer (&self);
}
