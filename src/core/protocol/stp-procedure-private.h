// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/stp-procedure.h"
#include "protocol/stp-situation-private.h"

G_BEGIN_DECLS

/* For the files that the procedure is made of. */
StpSituation *stp_procedure_look (StpProcedure *self);
StpTimeline *stp_procedure_get_timeline (StpProcedure *self);

G_END_DECLS
