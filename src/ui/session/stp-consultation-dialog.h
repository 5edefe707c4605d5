// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpConsultationDialog:
 *
 * What the specialist said before the first kit. It edits a copy; only Save writes to the diary.
 */
#define STP_TYPE_CONSULTATION_DIALOG (stp_consultation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpConsultationDialog,
                      stp_consultation_dialog,
                      STP,
                      CONSULTATION_DIALOG,
                      AdwDialog)

AdwDialog *stp_consultation_dialog_new (StpWorkspace *workspace);

G_END_DECLS
