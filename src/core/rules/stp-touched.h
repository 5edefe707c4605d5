// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StpTouched:
 * @from: first instant whose answers may differ from before, UTC microseconds
 * @to: first instant from which on they no longer do; not after @from = none
 * @every_product: pauses of any product may differ
 * @products: (element-type utf8): else only of these ids
 *
 * What an edit touched: the starts that may be judged otherwise, and the products. Whoever shows
 * others has nothing to do; only the earliest start after an instant follows from all that is
 * later.
 */
typedef struct
{
  gint64 from, to;
  gboolean every_product;
  GHashTable *products;
} StpTouched;

gboolean stp_touched_has_span (const StpTouched *self, gint64 from, gint64 to);
gboolean stp_touched_has_product (const StpTouched *self, const char *product);

G_END_DECLS
