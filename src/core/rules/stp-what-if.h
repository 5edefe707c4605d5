// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/**
 * StpWhatIf:
 * @at: when it would be used, UTC microseconds
 * @session: (nullable): the next session that is planned, if it is at home
 * @moves: a session would have to move, or the earliest start would come later
 * @earliest: first start that nothing would block then, or %STP_TIME_UNSET
 * @lines: (element-type utf8): translated sentences that say all of it
 *
 * What a use that has not happened would do.
 */
typedef struct
{
  gint64 at;
  StpSession *session;
  gboolean moves;
  gint64 earliest;
  GPtrArray *lines;
} StpWhatIf;

StpWhatIf *stp_what_if_used (StpTimeline *timeline, const char *product, gint64 at);
void stp_what_if_free (StpWhatIf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpWhatIf, stp_what_if_free)

G_END_DECLS
