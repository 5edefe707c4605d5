// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever stands in a list: an answer, whose tokens lie in the text and in their order. The first
// line is taken as the name of the product.

#include "config.h"

#include <stdint.h>
#include <string.h>

#include "ingredients/stp-classification.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_tokens (StpClassification *classification, gsize length)
{
  gsize last = 0;

  for (guint i = 0; i < stp_classification_get_n_tokens (classification); i++)
    {
      const StpToken *token = stp_classification_get_token (classification, i);

      g_assert_cmpuint (token->start, >=, last);
      g_assert_cmpuint (token->end, >, token->start);
      g_assert_cmpuint (token->end, <=, length);
      g_assert_cmpuint (strlen (token->text), >, 0);
      last = token->end;
    }
}

static void
check_findings (StpClassification *classification)
{
  for (guint i = 0; i < stp_classification_get_n_findings (classification); i++)
    {
      const StpFinding *finding = stp_classification_get_finding (classification, i);

      g_assert_nonnull (finding->token);
      g_assert_nonnull (finding->why);
      g_assert_cmpuint (finding->position, <=, finding->count);
      g_assert_cmpuint (finding->permille, <=, 1000);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_autofree char *name = g_strndup (text, strcspn (text, "\n"));
  const char *list = text + strlen (name);
  StpTokenCorrection correction = { name, STP_CLASS_ACID_AHA, 0 };

  g_autoptr (
    StpClassification) classification = stp_classify (name, name, size % STP_PRODUCT_OTHER, list,
                                                    &correction, 1);
  check_tokens (classification, strlen (list));
  check_findings (classification);
  stp_product_kind_from_category (name);
  return 0;
}
