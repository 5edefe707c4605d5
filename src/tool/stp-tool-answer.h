// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"
#include "store/stp-json-out.h"

G_BEGIN_DECLS

/* What the commands that ask the timeline share: reading times, and members of their answers. */
gboolean stp_tool_read_time (const char *option, const char *text, gint64 *at);
StpTimeline *stp_tool_load_timeline (const char *path, gint64 now);

void stp_tool_answer_text (StpJsonOut *out, const char *name, const char *text);
void stp_tool_answer_bool (StpJsonOut *out, const char *name, gboolean value);
void stp_tool_answer_time (StpJsonOut *out, const char *name, gint64 at);
void stp_tool_answer_subject (StpJsonOut *out, StpRecordType type, const char *id);

G_END_DECLS
