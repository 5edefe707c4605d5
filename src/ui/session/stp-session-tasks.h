// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What the session pane can be asked for besides the session itself: "session.check-in",
 * "session.skip-check-in", "session.resolve", "session.recant", "session.log-clinic",
 * "session.log-light", "session.log-earlier".
 */
void stp_session_tasks_install (GtkWidgetClass *pane_class);

G_END_DECLS
