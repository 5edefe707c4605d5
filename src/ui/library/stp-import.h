// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/* Products from files of Open Beauty Facts; each is looked through before it is on the shelf. */
void stp_import_choose (StpWorkspace *workspace, GtkWidget *parent);
void stp_import_open (StpWorkspace *workspace, GFile *file, GtkWidget *parent);

G_END_DECLS
