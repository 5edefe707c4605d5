// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/stp-import.h"
#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpTablesDialog:
 *
 * What taking tables into the diary comes to: what is added, what is there already, every row with
 * something wrong by its line, and one button.
 */
#define STP_TYPE_TABLES_DIALOG (stp_tables_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpTablesDialog, stp_tables_dialog, STP, TABLES_DIALOG, AdwDialog)

StpTablesDialog *stp_tables_dialog_new (StpWorkspace *workspace, StpImport *import);

G_END_DECLS
