// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

/* AdwShortcutsDialog is newer than our floor (1.8), so this one page stands in for it. */
void stp_shortcuts_install (GtkApplication *application);
AdwDialog *stp_shortcuts_dialog_new (void);
