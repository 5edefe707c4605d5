// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "app/stp-app.h"

#define STP_TYPE_WINDOW (stp_window_get_type ())
G_DECLARE_FINAL_TYPE (StpWindow, stp_window, STP, WINDOW, AdwApplicationWindow)

/**
 * stp_window_new:
 * @application: the application the window belongs to
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
StpWindow *stp_window_new (StpApp *application);
