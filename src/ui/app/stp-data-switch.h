// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/stp-app.h"

G_BEGIN_DECLS

void stp_data_switch (StpApp *app, GFile *folder);
void stp_data_switch_to_new (StpApp *app, GFile *folder);
void stp_data_switch_and_open (StpApp *app, GFile *folder, GFile *file);
void stp_data_switch_and_erase (StpApp *app, GFile *folder);

G_END_DECLS
