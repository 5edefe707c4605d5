// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-correct.h"

#include <glib/gi18n-lib.h>

/**
 * stp_correct_classify:
 * @product: a product or a draft of one
 *
 * Returns: (transfer full): what is in it, with what the user said of its ingredients
 */
StpClassification *
stp_correct_classify (StpProduct *product)
{
  g_autoptr (GArray) corrections = g_array_new (FALSE, FALSE, sizeof (StpTokenCorrection));

  for (guint i = 0; product->corrections && i < product->corrections->len; i++)
    {
      StpCorrection *correction = g_ptr_array_index (product->corrections, i);
      StpTokenCorrection token = { .token = correction->token,
                                   .ingredient_class = correction->ingredient_class };

      if (correction->as == STP_TREAT_AS_ACTIVE)
        token.as = STP_FINDING_ACTIVE;
      else if (correction->as == STP_TREAT_AS_TRACE)
        token.as = STP_FINDING_TRACE;
      g_array_append_val (corrections, token);
    }

  return stp_classify (product->name, product->brand, product->kind, product->ingredients,
                       (const StpTokenCorrection *) (gpointer) corrections->data, corrections->len);
}

static int
find (StpProduct *product, const char *token, StpIngredientClass ingredient_class)
{
  for (guint i = 0; product->corrections && i < product->corrections->len; i++)
    {
      const StpCorrection *correction = product->corrections->pdata[i];

      if ((ingredient_class == 0 || correction->ingredient_class == ingredient_class) &&
          g_strcmp0 (correction->token, token) == 0)
        return (int) i;
    }
  return -1;
}

/**
 * stp_correct_find:
 * @token: an ingredient as the list gives it
 * @ingredient_class: the class it is about
 *
 * Returns: (nullable): what the user said of it
 */
const StpCorrection *
stp_correct_find (StpProduct *product, const char *token, StpIngredientClass ingredient_class)
{
  const int index = find (product, token, ingredient_class);

  return index < 0 ? NULL : product->corrections->pdata[index];
}

/**
 * stp_correct_token:
 * @draft: a draft
 * @token: an ingredient as the list gives it
 * @ingredient_class: the class it is about
 * @as: how it is to count
 * @on: the day it was said on
 *
 * Notes what the user says, instead of what was said of it before. What may not be corrected is
 * not obeyed by the reader, whatever is noted here (E6).
 */
void
stp_correct_token (StpProduct *draft,
                   const char *token,
                   StpIngredientClass ingredient_class,
                   StpTreatAs as,
                   guint on)
{
  const int index = find (draft, token, ingredient_class);
  StpCorrection *correction;

  g_return_if_fail (!stp_record_is_sealed (draft));

  if (!draft->corrections)
    draft->corrections = stp_values_new (&stp_correction_shape);
  if (index >= 0)
    g_ptr_array_remove_index (draft->corrections, (guint) index);

  correction = stp_correction_new ();
  correction->ingredient_class = ingredient_class;
  correction->token = g_strdup (token);
  correction->as = as;
  correction->on = on;
  g_ptr_array_add (draft->corrections, correction);
}

/**
 * stp_correct_forget:
 * @draft: a draft
 * @token: an ingredient as the list gives it
 *
 * Takes back whatever was said of it.
 */
void
stp_correct_forget (StpProduct *draft, const char *token)
{
  int index;

  g_return_if_fail (!stp_record_is_sealed (draft));

  while ((index = find (draft, token, 0)) >= 0)
    g_ptr_array_remove_index (draft->corrections, (guint) index);
}

static gboolean
takes_acid_away (const StpCorrection *correction)
{
  return correction->as != STP_TREAT_AS_ACTIVE && correction->token != NULL &&
         stp_token_get_question (correction->ingredient_class) != NULL;
}

/**
 * stp_correct_dup_text:
 *
 * An acid that was corrected away stays visible wherever a session is judged (E6).
 *
 * Returns: (transfer full) (nullable): a translated sentence; %NULL = no acid was taken away
 */
char *
stp_correct_dup_text (StpProduct *product)
{
  g_autoptr (GPtrArray) tokens = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; product->corrections && i < product->corrections->len; i++)
    {
      const StpCorrection *correction = product->corrections->pdata[i];

      if (takes_acid_away (correction) &&
          !g_ptr_array_find_with_equal_func (tokens, correction->token, g_str_equal, NULL))
        g_ptr_array_add (tokens, correction->token);
    }
  if (tokens->len == 0)
    return NULL;

  g_ptr_array_add (tokens, NULL);
  joined = g_strjoinv (", ", (char **) tokens->pdata);
  /* Translators: %1$s is one ingredient or several, %2$s a product: "Glycolic Acid in Glow Toner"
   */
  return g_strdup_printf (_ ("You said that %1$s in %2$s is no exfoliating acid."), joined,
                          product->name);
}
