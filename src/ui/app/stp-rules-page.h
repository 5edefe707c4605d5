// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpRulesPage:
 *
 * Every rule, by when it speaks, to be searched; a row opens the page of its rule. It is for a
 * preferences dialog.
 */
#define STP_TYPE_RULES_PAGE (stp_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (StpRulesPage, stp_rules_page, STP, RULES_PAGE, AdwNavigationPage)

StpRulesPage *stp_rules_page_new (StpWorkspace *workspace);

G_END_DECLS
