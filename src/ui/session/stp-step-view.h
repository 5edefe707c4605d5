// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "protocol/stp-procedure.h"
#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpStepView:
 *
 * One screen of a session, to be read at arm's length: what it is, what to do, and what helps with
 * it: a timer, the products of the shelf that may be used, the passes, a rating.
 *
 * Signal `begin`: the user wants the step begun.
 */
#define STP_TYPE_STEP_VIEW (stp_step_view_get_type ())
G_DECLARE_FINAL_TYPE (StpStepView, stp_step_view, STP, STEP_VIEW, AdwBin)

GtkWidget *stp_step_view_new (StpWorkspace *workspace, guint index);
void stp_step_view_refresh (StpStepView *self, gboolean current);
gboolean stp_step_view_get_rating (StpStepView *self, int *value);
gboolean stp_step_view_get_strength (StpStepView *self, int *permille);
char **stp_step_view_dup_care (StpStepView *self);

G_END_DECLS
