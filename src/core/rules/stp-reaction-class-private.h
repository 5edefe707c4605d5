// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-facts-private.h"
#include "rules/stp-reactions.h"

G_BEGIN_DECLS

StpReactionGrade stp_reaction_classify (const StpReaction *reaction, gint64 age, StpBand band);
gint64 stp_reaction_get_rest (const StpReaction *reaction, gint64 age, StpBand band);
gboolean stp_reaction_is_infected (const StpReaction *reaction);
StpReactionGrade
stp_sitting_grade (const StpSitting *sitting, const StpReaction *reaction, gint64 *rest);

G_END_DECLS
