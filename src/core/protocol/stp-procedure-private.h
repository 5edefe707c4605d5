// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/stp-procedure.h"
#include "protocol/stp-situation-private.h"

G_BEGIN_DECLS

/* For the files that the procedure is made of. */
StpSituation *stp_procedure_look (StpProcedure *self);
StpTimeline *stp_procedure_get_timeline (StpProcedure *self);
StpSituation *stp_procedure_get_situation (StpProcedure *self);
StpInstant stp_procedure_get_now (StpProcedure *self);
gboolean stp_procedure_refuse (GError **error, const char *text);
const StpProcedureStep *stp_procedure_find_current_step (StpSituation *situation, GError **error);
StpStep *
stp_procedure_draft_step (StpSituation *situation, StpStepKind kind, StpArea area, StpInstant now);
gboolean stp_procedure_end_with (StpProcedure *self,
                                 StpStep *step,
                                 StpSession *session,
                                 StpSessionState state,
                                 StpInstant end,
                                 GError **error);

G_END_DECLS
