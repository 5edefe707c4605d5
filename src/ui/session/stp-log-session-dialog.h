// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpLogSessionKind:
 * @STP_LOG_CLINIC: done by a clinic, or its date
 * @STP_LOG_LIGHT: red or blue light, which punctures nothing
 * @STP_LOG_EARLIER: done at home before there was a diary
 */
typedef enum
{
  STP_LOG_CLINIC,
  STP_LOG_LIGHT,
  STP_LOG_EARLIER,
} StpLogSessionKind;

/**
 * StpLogSessionDialog:
 *
 * Logs in one short form a session that did not go through the gate. What happened is never refused
 * (E4), nor is a clinic's date (E2): what stands against it is to be told to the clinic.
 */
#define STP_TYPE_LOG_SESSION_DIALOG (stp_log_session_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StpLogSessionDialog,
                      stp_log_session_dialog,
                      STP,
                      LOG_SESSION_DIALOG,
                      AdwDialog)

AdwDialog *stp_log_session_dialog_new (StpWorkspace *workspace, StpLogSessionKind kind);

G_END_DECLS
