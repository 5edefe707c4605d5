// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/stp-app.h"

G_BEGIN_DECLS

/* What a person gives to the application: `app.open-file`. */
void stp_open_actions_install (StpApp *app);
void stp_open_actions_open (StpApp *app, GFile *file);

G_END_DECLS
