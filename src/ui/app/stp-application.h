// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#define STP_TYPE_APPLICATION (stp_application_get_type ())
G_DECLARE_FINAL_TYPE (StpApplication, stp_application, STP, APPLICATION, AdwApplication)

/**
 * stp_application_new:
 *
 * Returns: (transfer full): the application, not yet registered
 */
StpApplication *stp_application_new (void) G_GNUC_WARN_UNUSED_RESULT;
