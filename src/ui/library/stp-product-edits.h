// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/* What is done to a whole product: each is one edit, and says what it did with Undo beside it. What
 * core refuses is reported. */

void stp_product_edits_duplicate (StpWorkspace *workspace, StpProduct *product);
void stp_product_edits_toggle_archived (StpWorkspace *workspace, StpProduct *product);
void stp_product_edits_delete (StpWorkspace *workspace, StpProduct *product);
void
stp_product_edits_set_photo (StpWorkspace *workspace, StpProduct *product, const char *reference);

G_END_DECLS
