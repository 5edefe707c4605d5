// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/stp-app.h"

G_BEGIN_DECLS

/* What comes into a diary: `app.import`. */
void stp_import_actions_install (StpApp *app);
void stp_import_actions_open (StpApp *app, GFile *file);

G_END_DECLS
