// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What toggles may say together to stand beside each other on a phone. */
#define STP_MAX_CHARS_SIDE_BY_SIDE 28

void stp_wrap_button (GtkWidget *button);
void stp_wrap_title (AdwPreferencesGroup *group);
void stp_wrap_toggles (AdwToggleGroup *group);

G_END_DECLS
