// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "exchange/stp-product-import.h"
#include "shared/stp-workspace.h"

/**
 * StpImportDialog:
 *
 * Several products of a file: what was read of each, and which to put on the shelf.
 */
#define STP_TYPE_IMPORT_DIALOG (stp_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpImportDialog, stp_import_dialog, STP, IMPORT_DIALOG, AdwDialog)

StpImportDialog *stp_import_dialog_new (StpWorkspace *workspace, StpProductImport *import);
