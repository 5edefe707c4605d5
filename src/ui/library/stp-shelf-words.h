// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-stretch.h"
#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/* What a row of the shelf says of a product beside its name, and what it is found by. */

char *stp_shelf_words_dup_status (StpWorkspace *workspace,
                                  StpProduct *product,
                                  const StpStretch *next,
                                  gboolean read);
char *stp_shelf_words_dup_details (StpWorkspace *workspace, StpProduct *product);
char *stp_shelf_words_dup_searched (StpWorkspace *workspace, StpProduct *product);

G_END_DECLS
