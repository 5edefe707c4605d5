// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "ingredients/stp-classification.h"
#include "shared/stp-workspace.h"

/**
 * StpFindingsGroup:
 *
 * What was found in a product: a row a class, with the ingredient that showed it, why it counts,
 * and what the rules ask for it.
 */
#define STP_TYPE_FINDINGS_GROUP (stp_findings_group_get_type ())
G_DECLARE_FINAL_TYPE (StpFindingsGroup,
                      stp_findings_group,
                      STP,
                      FINDINGS_GROUP,
                      AdwPreferencesGroup)

void stp_findings_group_show (StpFindingsGroup *self,
                              StpWorkspace *workspace,
                              StpClassification *classification);
