// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/**
 * StpPlan:
 * @label: what it is called in "Undo …", translated
 * @course: (nullable): draft of the course that it makes or changes
 * @sessions: (element-type StpSession): drafts, by time; the first is the one that was asked about
 * @strength: how strongly recorded facts speak against it (E2): refused from %STP_DOCTOR on
 * @refused: position of the first session that they speak against so
 *
 * Sessions as they would be planned or moved, to be looked at before anything is changed. The
 * diary is as it was until stp_planner_apply(), which makes one edit of it.
 */
typedef struct
{
  const char *label;
  StpCourse *course;
  GPtrArray *sessions;
  StpStrength strength;
  guint refused;

  /*< private >*/
  GArray *offsets; /* gint64: microseconds of the wall clock from the first session */
  GTimeZone *zone;
} StpPlan;

void stp_plan_free (StpPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpPlan, stp_plan_free)

gint64 stp_plan_get_start (const StpPlan *self);
gboolean stp_plan_is_refused (const StpPlan *self);

G_END_DECLS
