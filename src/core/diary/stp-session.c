// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-session.h"

#include "diary/stp-record-private.h"

/* clang-format off */
static const StpMember stp_session_area_members[] = {
  { "area", STP_MEMBER_ENUM, STP_AT (StpSessionArea, area), .required = TRUE, .enum_type = stp_area_get_type },
  { "needle_um", STP_MEMBER_INT, STP_AT (StpSessionArea, needle_um), .min = 1, .max = 5000 },
  { "passes", STP_MEMBER_INT, STP_AT (StpSessionArea, passes), .min = 0, .max = 100 },
};

STP_DEFINE_VALUE (StpSessionArea, stp_session_area, "session-area", 0)

static const StpMember stp_acknowledgement_members[] = {
  { "rule", STP_MEMBER_TEXT, STP_AT (StpAcknowledgement, rule), .required = TRUE },
  { "subjects", STP_MEMBER_TEXTS, STP_AT (StpAcknowledgement, subjects) },
  { "at", STP_MEMBER_INSTANT, STP_AT (StpAcknowledgement, at) },
};

STP_DEFINE_VALUE (StpAcknowledgement, stp_acknowledgement, "acknowledgement", 0)

static const StpMember stp_course_members[] = {
  { "goal", STP_MEMBER_ENUM, STP_AT (StpCourse, goal), .enum_type = stp_goal_get_type },
  { "start", STP_MEMBER_INSTANT, STP_AT (StpCourse, start) },
  { "sessions", STP_MEMBER_INT, STP_AT (StpCourse, sessions), .min = 1, .max = 100 },
  { "interval_days", STP_MEMBER_INT, STP_AT (StpCourse, interval_days), .min = 1, .max = 365 },
  { "device", STP_MEMBER_ID, STP_AT (StpCourse, device), .target = STP_RECORD_DEVICE },
  { "areas", STP_MEMBER_SET, STP_AT (StpCourse, areas), .enum_type = stp_area_get_type },
  { "zone", STP_MEMBER_TEXT, STP_AT (StpCourse, zone) },
  { "time", STP_MEMBER_CLOCK_TIME, STP_AT (StpCourse, time) },
  { "state", STP_MEMBER_ENUM, STP_AT (StpCourse, state), .enum_type = stp_course_state_get_type },
};

STP_DEFINE_RECORD (StpCourse, stp_course, STP_RECORD_COURSE, "course")

static const StpMember stp_session_members[] = {
  { "state", STP_MEMBER_ENUM, STP_AT (StpSession, state), .required = TRUE, .enum_type = stp_session_state_get_type },
  { "purpose", STP_MEMBER_ENUM, STP_AT (StpSession, purpose), .enum_type = stp_purpose_get_type },
  { "place", STP_MEMBER_ENUM, STP_AT (StpSession, place), .enum_type = stp_place_get_type },
  { "start", STP_MEMBER_INSTANT, STP_AT (StpSession, start) },
  { "end", STP_MEMBER_INSTANT, STP_AT (StpSession, end) },
  { "on", STP_MEMBER_DAY, STP_AT (StpSession, on) },
  { "zone", STP_MEMBER_TEXT, STP_AT (StpSession, zone) },
  { "device", STP_MEMBER_ID, STP_AT (StpSession, device), .target = STP_RECORD_DEVICE },
  { "head", STP_MEMBER_ID, STP_AT (StpSession, head), .target = STP_RECORD_HEAD },
  { "areas", STP_MEMBER_VALUES, STP_AT (StpSession, areas), .nested = &stp_session_area_shape },
  { "course", STP_MEMBER_ID, STP_AT (StpSession, course), .target = STP_RECORD_COURSE },
  { "treatment", STP_MEMBER_ENUM, STP_AT (StpSession, treatment), .enum_type = stp_treatment_get_type },
  { "clinic", STP_MEMBER_TEXT, STP_AT (StpSession, clinic) },
  { "released", STP_MEMBER_DAY, STP_AT (StpSession, released) },
  { "hidden", STP_MEMBER_BOOL, STP_AT (StpSession, hidden) },
  { "no_go", STP_MEMBER_SET, STP_AT (StpSession, no_go), .enum_type = stp_area_get_type },
  { "notes", STP_MEMBER_TEXT, STP_AT (StpSession, notes) },
};

STP_DEFINE_RECORD (StpSession, stp_session, STP_RECORD_SESSION, "session")

static const StpMember stp_gate_members[] = {
  { "session", STP_MEMBER_ID, STP_AT (StpGate, session), .required = TRUE, .target = STP_RECORD_SESSION },
  { "at", STP_MEMBER_INSTANT, STP_AT (StpGate, at), .required = TRUE },
  { "answers", STP_MEMBER_ENUM_MAP, STP_AT (StpGate, answers), .enum_type = stp_answer_get_type },
  { "acknowledged", STP_MEMBER_VALUES, STP_AT (StpGate, acknowledged), .nested = &stp_acknowledgement_shape },
};

STP_DEFINE_RECORD (StpGate, stp_gate, STP_RECORD_GATE, "gate")

static const StpMember stp_step_members[] = {
  { "session", STP_MEMBER_ID, STP_AT (StpStep, session), .required = TRUE, .target = STP_RECORD_SESSION },
  { "step", STP_MEMBER_ENUM, STP_AT (StpStep, step), .required = TRUE, .enum_type = stp_step_kind_get_type },
  { "at", STP_MEMBER_INSTANT, STP_AT (StpStep, at) },
  { "done_at", STP_MEMBER_INSTANT, STP_AT (StpStep, done_at) },
  { "area", STP_MEMBER_ENUM, STP_AT (StpStep, area), .enum_type = stp_area_get_type },
  { "detail", STP_MEMBER_TEXT, STP_AT (StpStep, detail) },
};

STP_DEFINE_RECORD (StpStep, stp_step, STP_RECORD_STEP, "step")
