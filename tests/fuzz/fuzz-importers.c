// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever stands in a file of products: drafts with names, or one error.

#include "config.h"

#include <stdint.h>

#include "exchange/stp-open-beauty-facts.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (
    StpProductImport) import = stp_open_beauty_facts_read ((const char *) data, size, &error);

  g_assert_true ((import == NULL) == (error != NULL));
  for (guint i = 0; import != NULL && i < import->drafts->len; i++)
    {
      StpProduct *draft = import->drafts->pdata[i];

      g_assert_nonnull (draft->name);
      g_assert_true (g_utf8_validate (draft->name, -1, NULL));
    }
  return 0;
}
