// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

const char *stp_head_find_in_use (StpTimeline *timeline, const StpQuestion *question);
gboolean stp_head_count_uses (StpTimeline *timeline, const char *head, guint *uses, guint *last);

G_END_DECLS
