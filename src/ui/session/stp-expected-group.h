// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpExpectedGroup:
 *
 * What the skin may do now and what to do about it: after the last check-in what was marked there,
 * else what anybody may expect. Where that is from can be opened.
 */
#define STP_TYPE_EXPECTED_GROUP (stp_expected_group_get_type ())
G_DECLARE_FINAL_TYPE (StpExpectedGroup,
                      stp_expected_group,
                      STP,
                      EXPECTED_GROUP,
                      AdwPreferencesGroup)

void stp_expected_group_show (StpExpectedGroup *self, StpWorkspace *workspace);

G_END_DECLS
