// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpDeviceDialog:
 *
 * A device and the head that is on it. It edits copies; Save writes both in one edit.
 */
#define STP_TYPE_DEVICE_DIALOG (stp_device_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpDeviceDialog, stp_device_dialog, STP, DEVICE_DIALOG, AdwDialog)

AdwDialog *stp_device_dialog_new (StpWorkspace *workspace, StpDevice *device);

G_END_DECLS
