// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

/**
 * StpTonightPage:
 *
 * The whole shelf on one evening: what to use, what to leave, what is back soon; and the usual
 * routine, to be logged in one go for tonight or for an evening that was forgotten.
 */
#define STP_TYPE_TONIGHT_PAGE (stp_tonight_page_get_type ())
G_DECLARE_FINAL_TYPE (StpTonightPage, stp_tonight_page, STP, TONIGHT_PAGE, AdwBin)

void stp_tonight_page_set_workspace (StpTonightPage *self, StpWorkspace *workspace);
