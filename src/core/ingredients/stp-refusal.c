// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n.h>

#include "ingredients/stp-classification.h"
#include "ingredients/stp-resolver-private.h"

static gboolean
names_exactly (const char *token, StpIngredientClass ingredient_class)
{
  g_autofree char *text = g_utf8_make_valid (token, -1);
  g_autoptr (StpReading) reading = stp_reading_new (text);
  g_autoptr (GArray) resolved = stp_resolve (stp_dictionary_get_default (), text, reading);

  for (guint i = 0; i < resolved->len; i++)
    {
      StpResolved *one = &g_array_index (resolved, StpResolved, i);

      for (guint f = 0; one->exact && f < one->n_found; f++)
        if (stp_ingredient_get_classes (one->found[f]) & STP_CLASS_BIT (ingredient_class))
          return TRUE;
    }
  return FALSE;
}

/**
 * stp_token_get_refusal:
 * @token: an ingredient as a list gives it
 * @ingredient_class: the class that the user would take away from it
 *
 * A retinoid or benzoyl peroxide that a list names letter for letter stays one (E6);
 * anything else may be corrected, and stp_classify() takes no correction that may not.
 *
 * Returns: (nullable): a translated sentence that says why not; %NULL = it may be corrected
 */
const char *
stp_token_get_refusal (const char *token, StpIngredientClass ingredient_class)
{
  g_return_val_if_fail (token != NULL, NULL);

  switch ((int) ingredient_class)
    {
    case STP_CLASS_RETINOID_RX:
    case STP_CLASS_RETINOID_OTC:
      if (names_exactly (token, ingredient_class))
        return _ ("This is the name of a retinoid. Retinoids count in every list, "
                  "so it stays one.");
      return NULL;
    case STP_CLASS_BPO:
      if (names_exactly (token, ingredient_class))
        return _ ("This is benzoyl peroxide. It counts in every list, so it stays what it is.");
      return NULL;
    default:
      return NULL;
    }
}

/**
 * stp_token_get_question:
 * @ingredient_class: the class that the user would take away from an ingredient
 *
 * An acid may be corrected away, after one question beside the word (E6).
 *
 * Returns: (nullable): that question, translated; %NULL = nothing to ask
 */
const char *
stp_token_get_question (StpIngredientClass ingredient_class)
{
  switch ((int) ingredient_class)
    {
    case STP_CLASS_ACID_AHA:
    case STP_CLASS_ACID_BHA:
    case STP_CLASS_ACID_PHA:
    case STP_CLASS_ACID_AHA_MILD:
    case STP_CLASS_ACID_PEEL:
      return _ ("Does the pack itself show that this is no exfoliating acid? An acid before a "
                "session burns. What you say here is mentioned before each session.");
    default:
      return NULL;
    }
}
