// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/* How long a break after a stroke may be (E13). */
#define STP_STROKE_BREAK (30 * STP_MINUTE)

/* One application of numbing cream in that time; clinical rules, section 2.1. */
#define STP_NUMBING_REST (24 * STP_HOUR)

/*
 * StpSessionLog: what the diary has of one session.
 * @gate: (nullable): the latest
 * @steps: (element-type StpStep): those since the latest gate, and every stroke
 * @first_stroke: UTC microseconds; %STP_TIME_UNSET without a stroke
 * @last_stroke: the last thing recorded of needling
 * @last_event: the last thing recorded at all
 * @numbed_before: numbing cream was put on within 24 hours before the latest gate
 */
typedef struct
{
  StpGate *gate;
  GPtrArray *steps;
  gint64 first_stroke, last_stroke, last_event;
  gboolean numbed_before;
} StpSessionLog;

StpSessionLog *stp_session_log_new (StpDiary *diary, const char *session);
void stp_session_log_free (StpSessionLog *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpSessionLog, stp_session_log_free)

gboolean stp_session_log_has_stroke (StpSessionLog *self);
StpStep *stp_session_log_find (StpSessionLog *self, StpStepKind kind, StpArea area, guint nth);

gboolean stp_step_is_skipped (StpStep *step);
gboolean stp_moments_within (gint64 a, gint64 b, gint64 span);

/* What a step that was passed over says in its detail. */
#define STP_STEP_SKIPPED "skipped"

G_END_DECLS
