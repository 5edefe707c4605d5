// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/stp-procedure.h"

/* Goes through a session as the wizard does. What is described names its steps as tests do, as in
 * "disinfect wash needle:cheeks". */
char *procedure_walk_describe_step (const StpProcedureStep *step);
char *procedure_walk_describe (StpProcedure *procedure);
void procedure_walk_begin (StpProcedure *procedure);
void procedure_walk_complete (StpProcedure *procedure, const char *detail);
