// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

StpQuestion stp_session_question_new (StpTimeline *timeline, const char *device, gint64 start);
StpQuestion stp_session_question_of (StpTimeline *timeline, StpSession *session, gint64 start);

G_END_DECLS
