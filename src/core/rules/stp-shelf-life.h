// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-product.h"

G_BEGIN_DECLS

/* How long what stands on the shelf is good. */
guint stp_shelf_life_get_end (StpProduct *product);
gboolean stp_shelf_life_is_near (StpProduct *product, guint today);
char *stp_shelf_life_dup_text (StpProduct *product, guint today);

G_END_DECLS
