// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/*
 * The reference: every fact against every row, in the order in which the documents say it, without
 * indexes, caches or early ends. Slow and obviously right; what it knows of products, hours and
 * strength it takes from the table and the classifier like the timeline.
 */
char *naive_describe_verdict (StpDiary *diary, const StpQuestion *question);
gint64 naive_find_earliest (StpDiary *diary, const StpQuestion *question);
char *naive_describe_pauses (StpDiary *diary, gint64 from, gint64 to, gint64 now);

G_END_DECLS
