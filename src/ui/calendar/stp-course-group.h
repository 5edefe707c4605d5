// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "rules/stp-planner.h"

G_BEGIN_DECLS

/**
 * StpCourseGroup:
 *
 * What a course is for, how many sessions it has and how far apart. It offers what the goal and the
 * needles ask for, and lets nobody choose beyond the rules.
 *
 * Signal `changed`: something else was chosen.
 */
#define STP_TYPE_COURSE_GROUP (stp_course_group_get_type ())
G_DECLARE_FINAL_TYPE (StpCourseGroup, stp_course_group, STP, COURSE_GROUP, AdwPreferencesGroup)

StpGoal stp_course_group_get_goal (StpCourseGroup *self);
void stp_course_group_set_goal (StpCourseGroup *self, StpGoal goal);
void stp_course_group_set_terms (StpCourseGroup *self, const StpCourseTerms *terms);
StpCourseWish stp_course_group_get_wish (StpCourseGroup *self);

G_END_DECLS
