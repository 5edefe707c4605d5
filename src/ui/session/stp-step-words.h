// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/stp-procedure.h"

G_BEGIN_DECLS

/* What a screen of the session says. */
char *stp_step_words_dup_text (StpProcedure *procedure, guint screen);
char *stp_step_words_dup_sources (StpProcedure *procedure, guint screen);
char *stp_step_words_dup_place (StpProcedure *procedure, guint screen);
char *stp_step_words_dup_until (const StpProcedureStep *step, StpClock *clock);
const char *stp_step_words_get_begin (StpProcedure *procedure, guint screen);

G_END_DECLS
