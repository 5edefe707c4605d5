// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-record.h"

G_BEGIN_DECLS

/**
 * StpSessionArea:
 *
 * One area of a session, with the length that was or will be used there.
 */
typedef struct
{
  JsonObject *extras;
  StpArea area;
  int needle_um;
  int passes;
} StpSessionArea;

extern const StpShape stp_session_area_shape;
StpSessionArea *stp_session_area_new (void);
StpSessionArea *stp_session_area_copy (const StpSessionArea *self);
void stp_session_area_free (StpSessionArea *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpSessionArea, stp_session_area_free)

/**
 * StpAcknowledgement:
 *
 * One line that was read and accepted at the gate.
 */
typedef struct
{
  JsonObject *extras;
  char *rule;
  char **subjects; /* ids */
  StpInstant at;
} StpAcknowledgement;

extern const StpShape stp_acknowledgement_shape;
StpAcknowledgement *stp_acknowledgement_new (void);
StpAcknowledgement *stp_acknowledgement_copy (const StpAcknowledgement *self);
void stp_acknowledgement_free (StpAcknowledgement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpAcknowledgement, stp_acknowledgement_free)

#define STP_TYPE_COURSE (stp_course_get_type ())
G_DECLARE_FINAL_TYPE (StpCourse, stp_course, STP, COURSE, StpRecord)

/**
 * StpCourse:
 *
 * Several sessions for one goal.
 */
struct _StpCourse
{
  StpRecord parent_instance;
  JsonObject *extras;

  StpGoal goal;
  StpInstant start;
  int sessions;
  int interval_days;
  char *device;  /* id */
  guint64 areas; /* set of StpArea */
  char *zone;    /* IANA name; courses keep the civil day */
  int time;      /* minutes after midnight */
  StpCourseState state;
};

#define STP_TYPE_SESSION (stp_session_get_type ())
G_DECLARE_FINAL_TYPE (StpSession, stp_session, STP, SESSION, StpRecord)

/**
 * StpSession:
 *
 * A session: planned, in progress, done or cancelled; at home or in a clinic.
 */
struct _StpSession
{
  StpRecord parent_instance;
  JsonObject *extras;

  StpSessionState state;
  StpPurpose purpose;
  StpPlace place;
  StpInstant start, end;
  guint on;         /* day, where the time is not known */
  char *zone;       /* IANA name for `on` */
  char *device;     /* id */
  char *head;       /* id */
  GPtrArray *areas; /* (nullable): StpSessionArea */
  char *course;     /* id */
  StpTreatment treatment;
  char *clinic;    /* its name */
  guint released;  /* day the clinic allowed everything again */
  gboolean hidden; /* entered by mistake */
  guint64 no_go;   /* set of StpArea */
  char *notes;
};

#define STP_TYPE_GATE (stp_gate_get_type ())
G_DECLARE_FINAL_TYPE (StpGate, stp_gate, STP, GATE, StpRecord)

/**
 * StpGate:
 *
 * What was asked and answered before a start.
 */
struct _StpGate
{
  StpRecord parent_instance;
  JsonObject *extras;

  char *session; /* id */
  StpInstant at;
  GHashTable *answers;     /* (nullable): question to StpAnswer */
  GPtrArray *acknowledged; /* (nullable): StpAcknowledgement */
};

#define STP_TYPE_STEP (stp_step_get_type ())
G_DECLARE_FINAL_TYPE (StpStep, stp_step, STP, STEP, StpRecord)

/**
 * StpStep:
 *
 * A step of a session, as it happened.
 */
struct _StpStep
{
  StpRecord parent_instance;
  JsonObject *extras;

  char *session; /* id */
  StpStepKind step;
  StpInstant at; /* begun */
  StpInstant done_at;
  StpArea area;
  char *detail;
};

G_END_DECLS
