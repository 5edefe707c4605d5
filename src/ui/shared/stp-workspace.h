// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "store/stp-store.h"

G_BEGIN_DECLS

/* Handed on, not used: whoever asks for one includes its header. */
typedef struct _StpTimeline StpTimeline;
typedef struct _StpProcedure StpProcedure;

/**
 * StpWorkspace:
 *
 * What the panes of one window share: the open diary, what is derived from it, and the chosen day.
 * It is how a pane speaks to the window without knowing it.
 *
 * Property `selected-day` (`guint`, a day number).
 *
 * Signal `toast (AdwToast *)`: the window is to show it.
 *
 * Signal `navigate (const char *pane, const char *id)`: the window is to show the pane of that
 * name ("calendar", "library", "session"), and the pane is to open what `id` names (nullable).
 */
#define STP_TYPE_WORKSPACE (stp_workspace_get_type ())
G_DECLARE_FINAL_TYPE (StpWorkspace, stp_workspace, STP, WORKSPACE, GObject)

StpWorkspace *stp_workspace_new (StpClock *clock,
                                 StpStore *store,
                                 StpDiary *diary,
                                 StpTimeline *timeline,
                                 StpProcedure *procedure) G_GNUC_WARN_UNUSED_RESULT;

StpClock *stp_workspace_get_clock (StpWorkspace *self);
StpStore *stp_workspace_get_store (StpWorkspace *self); /* (nullable): NULL in tests */
StpDiary *stp_workspace_get_diary (StpWorkspace *self);
StpTimeline *stp_workspace_get_timeline (StpWorkspace *self);
StpProcedure *stp_workspace_get_procedure (StpWorkspace *self);

guint stp_workspace_get_selected_day (StpWorkspace *self);
void stp_workspace_set_selected_day (StpWorkspace *self, guint day);

void stp_workspace_toast (StpWorkspace *self, const char *text);
void stp_workspace_toast_undo (StpWorkspace *self, const char *text);
void stp_workspace_report (StpWorkspace *self, const GError *error);
void stp_workspace_navigate (StpWorkspace *self, const char *pane, const char *id);

G_END_DECLS
