// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/stp-app.h"

/* What is done with diaries as a whole: `app.new-diary`, `app.open-sample`, `app.close-sample`,
 * `app.diaries`, `app.switch-diary`, `app.erase`, and what goes in and out of one. */
void stp_data_actions_install (StpApp *app);
