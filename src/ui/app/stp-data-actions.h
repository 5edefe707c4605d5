// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/stp-app.h"

/* What is done with a diary as a whole: `app.new-diary`, `app.open-file`, `app.back-up`,
 * `app.erase`. */
void stp_data_actions_install (StpApp *app);
void stp_data_actions_open (StpApp *app, GFile *file);
