// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/* Uses as the calendar logs and removes them; the user is told, and may undo. */
gboolean stp_uses_log (StpWorkspace *workspace, GPtrArray *products, gint64 at);
void stp_uses_remove (StpWorkspace *workspace, const char *id, GtkWidget *parent);

G_END_DECLS
