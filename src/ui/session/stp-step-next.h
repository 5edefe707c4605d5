// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/stp-step-view.h"

G_BEGIN_DECLS

/* What the one button of the current step says and does: begin, go on, skip, or end. */
const char *stp_step_next_get_label (StpWorkspace *workspace, StpStepView *view);
gboolean stp_step_next_do (StpWorkspace *workspace, StpStepView *view, GError **error);
gboolean stp_step_next_begin (StpWorkspace *workspace, StpStepView *view, GError **error);

G_END_DECLS
