// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

GtkPrintOperation *stp_sheet_print_new (StpWorkspace *workspace);
void stp_sheet_print (StpWorkspace *workspace, GtkWidget *parent);

G_END_DECLS
