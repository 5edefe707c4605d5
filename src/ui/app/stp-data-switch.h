// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/stp-app.h"

G_BEGIN_DECLS

void stp_data_switch (StpApp *app, GFile *folder, gboolean erase);

G_END_DECLS
