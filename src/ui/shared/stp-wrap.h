// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void stp_wrap_button (GtkWidget *button);
void stp_wrap_title (AdwPreferencesGroup *group);

G_END_DECLS
