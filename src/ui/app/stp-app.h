// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

#define STP_TYPE_APP (stp_app_get_type ())
G_DECLARE_FINAL_TYPE (StpApp, stp_app, STP, APP, AdwApplication)

/**
 * StpApp:
 *
 * The one process: it opens the diary and shows it in a window. (A StpApplication is the use of a
 * product.)
 */
StpApp *stp_app_new (void) G_GNUC_WARN_UNUSED_RESULT;

GFile *stp_app_dup_home (void);
void stp_app_report_when_open (StpApp *self, const GError *error);
StpWorkspace *stp_app_get_workspace (StpApp *self);
void stp_app_leave (StpApp *self);
void stp_app_open_folder (StpApp *self, GFile *folder, GFile *file, gboolean must_exist);
