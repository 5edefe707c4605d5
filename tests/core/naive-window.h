// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-rule.h"
#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/*
 * NaiveWindow: one fact that speaks against a start.
 * @at: from when on it is known to
 * @until: until when it does, or %STP_TIME_UNSET
 * @later: it may be after the start and still count (E10)
 * @from_at: without an end it stands only from @at on
 * @lasting: no time lifts it, so that there is no earliest start
 * @strength: 0 = the rule's own
 */
typedef struct
{
  const StpRule *rule;
  const char *subject;
  gint64 at, until;
  gboolean later, from_at, lasting;
  StpStrength strength;
} NaiveWindow;

/* A moment, or that end of a day which is worse where only the day is known (E10). */
gint64 naive_moment (StpInstant at, guint on, const char *zone_name, gboolean end_of_day);

/* The clearance under @id that holds at the start that is asked about, or %NULL. */
StpClearance *naive_find_clearance (StpDiary *diary, const StpQuestion *question, const char *id);
gboolean naive_is_cleared (StpDiary *diary, const StpQuestion *question, const StpRule *rule);

void naive_add_device (StpDiary *diary, const StpQuestion *question, GArray *windows);

G_END_DECLS
