// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void stp_dialog_focus_when_open (AdwDialog *dialog);

G_END_DECLS
