// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/**
 * StpPhase:
 * @STP_PHASE_NOTHING: nothing planned
 * @STP_PHASE_PREPARE: a session is planned for later
 * @STP_PHASE_GATE: it is time: the gate asks
 * @STP_PHASE_OVERDUE: planned, its time is past by more than a gate's life: done, move, not this
 * time?
 * @STP_PHASE_STEPS: a session is in progress
 * @STP_PHASE_INTERRUPTED: in progress, but too long ago to go on (E13): the last stroke is asked
 * for
 * @STP_PHASE_AFTERCARE: the last session still pauses something
 *
 * What the Session pane is about, computed from the diary and the clock.
 */
typedef enum
{
  STP_PHASE_NOTHING,
  STP_PHASE_PREPARE,
  STP_PHASE_GATE,
  STP_PHASE_OVERDUE,
  STP_PHASE_STEPS,
  STP_PHASE_INTERRUPTED,
  STP_PHASE_AFTERCARE,
} StpPhase;

#define STP_TYPE_PHASE (stp_phase_get_type ())
GType stp_phase_get_type (void);

/**
 * StpProcedureStep:
 * @kind: what is recorded for it
 * @area: 0 but for needling, which is a step an area
 * @optional: may be skipped (numbing)
 *
 * A step as the wizard shows it; texts are translated.
 */
typedef struct
{
  StpStepKind kind;
  StpArea area;
  const char *title;
  const char *text;
  gboolean optional;
  gboolean done;
} StpProcedureStep;

/**
 * StpProcedure:
 *
 * The session as a state machine over the diary. It says what is next; the wizard shows it and
 * decides nothing. A step done is an edit, so it is saved. Signal `changed`.
 */
#define STP_TYPE_PROCEDURE (stp_procedure_get_type ())
G_DECLARE_FINAL_TYPE (StpProcedure, stp_procedure, STP, PROCEDURE, GObject)

StpProcedure *stp_procedure_new (StpTimeline *timeline);
StpPhase stp_procedure_get_phase (StpProcedure *self);
StpSession *stp_procedure_get_session (StpProcedure *self);

guint stp_procedure_get_n_steps (StpProcedure *self);
const StpProcedureStep *stp_procedure_get_step (StpProcedure *self, guint index);
guint stp_procedure_get_current (StpProcedure *self);

gboolean stp_procedure_begin_step (StpProcedure *self, GError **error);
gboolean stp_procedure_complete_step (StpProcedure *self, const char *detail, GError **error);
gboolean stp_procedure_skip_step (StpProcedure *self, GError **error);
gboolean stp_procedure_stop (StpProcedure *self, const char *reason, GError **error);
gboolean stp_procedure_finish_interrupted (StpProcedure *self, gint64 last_stroke, GError **error);
gboolean stp_procedure_abandon (StpProcedure *self, GError **error);

/**
 * StpReturn:
 * @product: id
 * @at: when it may be used again; not later than now = already
 *
 * A line of the aftercare list.
 */
typedef struct
{
  char *product;
  gint64 at;
  StpStrength strength;
  char *text;
} StpReturn;

GPtrArray *stp_procedure_list_returns (StpProcedure *self);

G_END_DECLS
