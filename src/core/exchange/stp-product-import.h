// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "diary/stp-product.h"

G_BEGIN_DECLS

/**
 * StpProductImport:
 * @drafts: (element-type StpProduct): products to look through, not yet in any diary
 * @messages: (element-type utf8): translated sentences about what is missing or was left out
 *
 * What a file of products holds.
 */
typedef struct
{
  GPtrArray *drafts;
  GPtrArray *messages;
} StpProductImport;

StpProductImport *stp_product_import_new (void);
void stp_product_import_free (StpProductImport *self);

void stp_product_import_take (StpProductImport *self, StpProduct *draft);
void stp_product_import_take_message (StpProductImport *self, char *message);
StpProduct *stp_product_import_find_same (GListModel *products, StpProduct *draft);

StpProduct *stp_product_import_update (StpProduct *product, StpProduct *draft);
GPtrArray *stp_product_import_change_list (StpProduct *draft, const char *ingredients);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpProductImport, stp_product_import_free)

G_END_DECLS
