// SPDX-License-Identifier: GPL-3.0-or-later

/* Drafts from elsewhere: one a barcode, the fullest of several, and what to tell about them. */

#include "config.h"

#include "exchange/stp-product-import.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ingredients/stp-classification.h"

StpProductImport *
stp_product_import_new (void)
{
  StpProductImport *self = g_new0 (StpProductImport, 1);

  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  self->messages = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
stp_product_import_free (StpProductImport *self)
{
  g_ptr_array_unref (self->messages);
  g_ptr_array_unref (self->drafts);
  g_free (self);
}

/* A code of twelve digits is one of thirteen with a zero before it, and zeros before are what a
 * number loses. */
static gboolean
has_barcode (StpProduct *product, const char *barcode)
{
  return barcode != NULL && product->barcode != NULL &&
         g_str_equal (product->barcode + strspn (product->barcode, "0"),
                      barcode + strspn (barcode, "0"));
}

static gsize
fullness (StpProduct *product)
{
  return product->ingredients != NULL ? strlen (product->ingredients) : 0;
}

/* Of two entries with one barcode the longer list says more. Returns: whether there was one. */
static gboolean
replace_same (StpProductImport *self, StpProduct *draft)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      StpProduct *other = g_ptr_array_index (self->drafts, i);

      if (!has_barcode (other, draft->barcode))
        continue;
      stp_product_import_take_message (
        self, g_strdup_printf (_ ("“%s” is in it several times. The fullest entry was taken."),
                               draft->name));
      if (fullness (draft) > fullness (other))
        {
          self->drafts->pdata[i] = draft;
          draft = other;
        }
      g_object_unref (draft);
      return TRUE;
    }
  return FALSE;
}

static char *
dup_message (StpProduct *draft)
{
  if (draft->ingredients == NULL)
    return g_strdup_printf (_ ("“%s” comes without a list of ingredients."), draft->name);

  g_autoptr (
    StpClassification) classification = stp_classify (draft->name, draft->brand, draft->kind,
                                                    draft->ingredients, NULL, 0);
  if (stp_classification_is_readable (classification))
    return NULL;
  return g_strdup_printf (_ ("What “%s” gives as ingredients cannot be read as a list."),
                          draft->name);
}

/**
 * stp_product_import_take:
 * @draft: (transfer full): a product with a name
 *
 * Adds @draft, unless a fuller one with its barcode is there, and says what it lacks.
 */
void
stp_product_import_take (StpProductImport *self, StpProduct *draft)
{
  g_return_if_fail (self != NULL && draft != NULL && draft->name != NULL);

  if (replace_same (self, draft))
    return;
  g_ptr_array_add (self->drafts, draft);

  char *message = dup_message (draft);
  if (message != NULL)
    stp_product_import_take_message (self, message);
}

/**
 * stp_product_import_take_message:
 * @message: (transfer full): a translated sentence
 */
void
stp_product_import_take_message (StpProductImport *self, char *message)
{
  g_return_if_fail (self != NULL && message != NULL);

  g_ptr_array_add (self->messages, message);
}

/**
 * stp_product_import_find_same:
 * @products: (element-type StpProduct): the shelf
 * @draft: a draft of an import
 *
 * Returns: (transfer full) (nullable): the product on the shelf that has the barcode of @draft,
 * to be brought up to date instead of standing there twice
 */
StpProduct *
stp_product_import_find_same (GListModel *products, StpProduct *draft)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (products) && draft != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (products); i++)
    {
      g_autoptr (StpProduct) product = g_list_model_get_item (products, i);

      if (has_barcode (product, draft->barcode))
        return g_steal_pointer (&product);
    }
  return NULL;
}

/* Spaces and capitals may differ from one answer to the next; the ingredient stands all the same.
 */
static gboolean
is_same_token (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return strcmp (g_strstrip (folded_a), g_strstrip (folded_b)) == 0;
}

static gboolean
still_stands (StpClassification *classification, const char *token)
{
  for (guint i = 0; i < stp_classification_get_n_tokens (classification); i++)
    if (is_same_token (stp_classification_get_token (classification, i)->text, token))
      return TRUE;
  return FALSE;
}

/**
 * stp_product_import_change_list:
 * @draft: a copy of a product on the shelf
 * @ingredients: (nullable): its list as it is given now
 *
 * Gives @draft another list. What the user said of an ingredient is kept while the list still
 * names it; the rest no longer counts and is to be asked again (E6).
 *
 * Returns: (transfer full) (element-type StpCorrection): what is to be asked again
 */
GPtrArray *
stp_product_import_change_list (StpProduct *draft, const char *ingredients)
{
  GPtrArray *lost = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_correction_free);

  g_return_val_if_fail (draft != NULL && !stp_record_is_sealed (draft), lost);

  g_autoptr (
    StpClassification) classification = stp_classify (draft->name, draft->brand, draft->kind,
                                                    ingredients, NULL, 0);
  g_free (draft->ingredients);
  draft->ingredients = g_strdup (ingredients);

  for (guint i = 0; draft->corrections != NULL && i < draft->corrections->len;)
    {
      StpCorrection *correction = draft->corrections->pdata[i];

      if (correction->token != NULL && still_stands (classification, correction->token))
        i++;
      else
        g_ptr_array_add (lost, g_ptr_array_steal_index (draft->corrections, i));
    }
  return lost;
}

/**
 * stp_product_import_update:
 * @product: a product on the shelf
 * @draft: what a file says of it now
 *
 * Returns: (transfer full): a draft of @product with the list of @draft, and with what only @draft
 *   knows; its name, and what was said of ingredients that are still in it, stay
 */
StpProduct *
stp_product_import_update (StpProduct *product, StpProduct *draft)
{
  StpProduct *updated = stp_record_copy (product);

  if (draft->ingredients != NULL)
    {
      g_autoptr (GPtrArray) lost = stp_product_import_change_list (updated, draft->ingredients);
    }
  if (updated->brand == NULL)
    updated->brand = g_strdup (draft->brand);
  if (updated->pao_months == STP_UNSET)
    updated->pao_months = draft->pao_months;
  return updated;
}
