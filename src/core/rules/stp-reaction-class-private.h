// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-reaction.h"
#include "rules/stp-rule.h"

G_BEGIN_DECLS

/*
 * StpReactionGrade:
 * @STP_REACTION_CALM: nothing is to be seen or felt
 * @STP_REACTION_NORMAL: what is expected at that time
 * @STP_REACTION_AMBER: longer or stronger than expected
 * @STP_REACTION_RED: an alarm sign
 *
 * Clinical rules, section 6.
 */
typedef enum
{
  STP_REACTION_CALM,
  STP_REACTION_NORMAL,
  STP_REACTION_AMBER,
  STP_REACTION_RED,
} StpReactionGrade;

StpReactionGrade stp_reaction_classify (const StpReaction *reaction, gint64 age, StpBand band);
gint64 stp_reaction_get_rest (const StpReaction *reaction, gint64 age, StpBand band);

G_END_DECLS
