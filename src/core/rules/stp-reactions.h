// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-rule.h"
#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/**
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

/**
 * StpStandingReaction:
 * @reaction: (owned): the check-in
 * @grade: amber or red
 * @until: first moment at which it no longer holds, UTC microseconds, or %STP_TIME_UNSET if time
 *   does not lift it
 *
 * A check-in that a session has to wait for (E14).
 */
typedef struct
{
  StpReaction *reaction;
  StpReactionGrade grade;
  gint64 until;
} StpStandingReaction;

/* Who a red check-in that was recorded by mistake is resolved by (E14). */
#define STP_RESOLVED_BY_MISTAKE "mistake"
/* How long after it a calm check-in then opens the lock (E14). */
#define STP_MISTAKE_WAIT (24 * STP_HOUR)

StpReactionGrade stp_reaction_grade (StpTimeline *timeline, const StpReaction *reaction);
gboolean stp_sign_is_red (StpSign sign);
GPtrArray *stp_reaction_list_standing (StpTimeline *timeline);
StpSession *stp_reaction_find_session (StpTimeline *timeline, gint64 at);
StpBand stp_reaction_get_band (StpTimeline *timeline, const char *session);

G_END_DECLS
