// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/stp-app.h"

G_BEGIN_DECLS

/* What goes out of a diary: `app.back-up`, `app.export`. */
void stp_export_actions_install (StpApp *app);

G_END_DECLS
