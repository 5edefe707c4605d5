// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/stp-check-in.h"
#include "protocol/stp-procedure.h"
#include "protocol/stp-session-log-private.h"

G_BEGIN_DECLS

/*
 * StpSituation: where the diary stands at one moment.
 * @session: (nullable): the session @phase is about
 * @log: (nullable): what was recorded of it
 * @steps: (nullable): (element-type StpProcedureStep): while it is in progress
 * @check_in: the check-in that is due or to come; (owned) its session
 * @next: when time alone may change the phase, or %STP_TIME_UNSET
 */
typedef struct
{
  StpPhase phase;
  StpSession *session;
  StpSessionLog *log;
  GArray *steps;
  StpCheckIn check_in;
  gint64 next;
} StpSituation;

StpSituation *stp_situation_new (StpTimeline *timeline, gint64 now);
void stp_situation_free (StpSituation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpSituation, stp_situation_free)

StpQuestion stp_session_get_question (StpSession *session, gint64 now);

G_END_DECLS
