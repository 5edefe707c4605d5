// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/stp-procedure.h"

G_BEGIN_DECLS

/* Steps that belong to one movement are one screen; it has the index of its first step. */
guint stp_step_screens_find (StpProcedure *procedure, guint step);
guint stp_step_screens_get_next (StpProcedure *procedure, guint screen);
const StpProcedureStep *
stp_step_screens_find_kind (StpProcedure *procedure, guint screen, StpStepKind kind);
guint stp_step_screens_count_before (StpProcedure *procedure, guint step);

G_END_DECLS
