// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpDevicesPage:
 *
 * The devices with their heads, those in use first.
 */
#define STP_TYPE_DEVICES_PAGE (stp_devices_page_get_type ())
G_DECLARE_FINAL_TYPE (StpDevicesPage, stp_devices_page, STP, DEVICES_PAGE, AdwBin)

void stp_devices_page_set_workspace (StpDevicesPage *self, StpWorkspace *workspace);

G_END_DECLS
