// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

#define STP_TYPE_WINDOW (stp_window_get_type ())
G_DECLARE_FINAL_TYPE (StpWindow, stp_window, STP, WINDOW, AdwApplicationWindow)

/**
 * StpWindow:
 *
 * The window: a switcher over the panes, the menus, and what concerns the diary as a whole. Until
 * it is given a workspace it has no panes.
 *
 * Actions: `win.undo`, `win.redo`, `win.pane` (shows the pane named by its target) and `win.task`
 * (shows the pane that the target begins with, then activates it there).
 */
StpWindow *stp_window_new (GtkApplication *application);

StpWorkspace *stp_window_get_workspace (StpWindow *self);
void stp_window_set_workspace (StpWindow *self, StpWorkspace *workspace);
void stp_window_show_opening (StpWindow *self);
void stp_window_show_problem (StpWindow *self, const GError *error);
const char *stp_window_get_visible_pane (StpWindow *self);
