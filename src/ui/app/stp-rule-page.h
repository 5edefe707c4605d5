// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "rules/stp-rule.h"
#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpRulePage:
 *
 * One rule in full: what it asks and why, how long, where it comes from, and a row that gives it
 * more time. Less than the rule itself cannot be entered (E6).
 */
#define STP_TYPE_RULE_PAGE (stp_rule_page_get_type ())
G_DECLARE_FINAL_TYPE (StpRulePage, stp_rule_page, STP, RULE_PAGE, AdwNavigationPage)

StpRulePage *stp_rule_page_new (StpWorkspace *workspace, const StpRule *rule);

G_END_DECLS
