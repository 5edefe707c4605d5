// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/* A diary with a little of everything that rules speak of, within some weeks so that edges meet. */
StpTimeline *random_diary_new (gint64 now);
StpQuestion random_diary_ask (void);
/* One edit of any kind, or an undo. */
void random_diary_edit (StpDiary *diary);

G_END_DECLS
