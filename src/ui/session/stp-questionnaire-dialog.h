// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpQuestionnaireDialog:
 *
 * The questions about the person, to be answered for the first time, again, or after a change.
 * Stands on its own: it needs no session. Only Save writes to the diary.
 */
#define STP_TYPE_QUESTIONNAIRE_DIALOG (stp_questionnaire_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpQuestionnaireDialog,
                      stp_questionnaire_dialog,
                      STP,
                      QUESTIONNAIRE_DIALOG,
                      AdwDialog)

AdwDialog *stp_questionnaire_dialog_new (StpWorkspace *workspace);

G_END_DECLS
