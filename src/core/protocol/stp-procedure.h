// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol/stp-check-in.h"
#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/**
 * StpPhase:
 * @STP_PHASE_NOTHING: nothing planned
 * @STP_PHASE_BARRED: an answer rules needling at home out; shelf and clinic log stay usable (E15)
 * @STP_PHASE_PREPARE: a session is planned for later
 * @STP_PHASE_GATE: it is time: the gate asks
 * @STP_PHASE_OVERDUE: planned, its time is past by more than a gate's life, or begun a day ago
 * without a stroke: done, move, not this time?
 * @STP_PHASE_STEPS: a session is in progress
 * @STP_PHASE_INTERRUPTED: in progress, but too long ago to go on (E13): the last stroke is asked
 * for
 * @STP_PHASE_AFTERCARE: the last session still pauses something, a check-in is due, or one of them
 *   holds the next session back
 *
 * What the Session pane is about, computed from the diary and the clock.
 */
typedef enum
{
  STP_PHASE_NOTHING,
  STP_PHASE_BARRED,
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
 * @title: a few words
 * @text: what to do, one action a sentence
 * @note: (nullable): what must be known before it: pain and when to stop
 * @sources: where that is from, as in clinical rules, section 9
 * @detail: (nullable): what was recorded of it so far; valid until the procedure changes
 * @needle_um: length for this area, micrometres; 0 but for needling
 * @strokes: at most so many in each direction; 0 where there are no directions
 * @passes: over an area, at most; 0 but for needling
 * @budget: seconds that an area should take, 0 = none
 * @minutes: what a timer counts to, 0 = none
 * @max_minutes: a cap that must not be passed, 0 = none
 * @optional: may be skipped
 * @joined: belongs on the screen of the step before it
 * @skip_suggested: skipping is what this session normally does
 * @at: when it was begun, UTC microseconds, or %STP_TIME_UNSET
 * @done: completed or skipped
 *
 * A step as the wizard shows it; texts are translated and live as long as the program.
 */
typedef struct
{
  StpStepKind kind;
  StpArea area;
  const char *title, *text, *note, *sources, *detail;
  int needle_um;
  guint strokes, passes, budget;
  guint minutes, max_minutes;
  gboolean optional, skip_suggested, joined;
  gint64 at;
  gboolean done;
} StpProcedureStep;

/**
 * StpStopReason:
 * @id: what the record keeps
 * @title: what happened, a few words
 * @text: what to do now
 * @sources: where that is from, as in clinical rules, section 9
 *
 * A reason to stop at once; clinical rules, section 2.3. Texts are translated.
 */
typedef struct
{
  const char *id, *title, *text, *sources;
} StpStopReason;

#define STP_PROCEDURE_ERROR (stp_procedure_error_quark ())
GQuark stp_procedure_error_quark (void);

/**
 * StpProcedureError:
 * @STP_PROCEDURE_ERROR_STATE: the session is not where that would be possible
 * @STP_PROCEDURE_ERROR_INVALID: what was answered cannot be
 */
typedef enum
{
  STP_PROCEDURE_ERROR_STATE,
  STP_PROCEDURE_ERROR_INVALID,
} StpProcedureError;

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
StpCheckIn stp_procedure_get_check_in (StpProcedure *self);
gboolean stp_procedure_has_check_in (StpProcedure *self);

guint stp_procedure_get_n_steps (StpProcedure *self);
const StpProcedureStep *stp_procedure_get_step (StpProcedure *self, guint index);
guint stp_procedure_get_current (StpProcedure *self);

gboolean stp_procedure_begin_step (StpProcedure *self, GError **error);
gboolean stp_procedure_complete_step (StpProcedure *self, const char *detail, GError **error);
gboolean stp_procedure_skip_step (StpProcedure *self, GError **error);
gboolean stp_procedure_begin_numbing (StpProcedure *self, int permille, GError **error);
gboolean stp_procedure_note_detail (StpProcedure *self, const char *detail, GError **error);
gboolean stp_procedure_set_no_go (StpProcedure *self, guint64 areas, GError **error);
gboolean stp_procedure_stop (StpProcedure *self, const char *reason, GError **error);
gboolean stp_procedure_explain_stop (StpProcedure *self,
                                     const char *session,
                                     const char *reason,
                                     GError **error);
gboolean stp_procedure_is_needling (StpProcedure *self);
gboolean stp_procedure_finish_interrupted (StpProcedure *self, gint64 last_stroke, GError **error);
gboolean stp_procedure_abandon (StpProcedure *self, GError **error);
gboolean stp_procedure_record_done (StpProcedure *self, GError **error);
gboolean stp_procedure_is_overdue (const StpSession *session, gint64 now);

const char *stp_procedure_get_numbing_objection (StpProcedure *self, int permille);
const char *stp_procedure_get_alert (StpProcedure *self);
guint64 stp_procedure_get_areas (StpProcedure *self);
char *stp_procedure_dup_head_use (StpProcedure *self);
gint64 stp_procedure_get_last_stroke (StpProcedure *self);
guint stp_procedure_get_n_stop_reasons (StpProcedure *self);
StpStopReason stp_procedure_get_stop_reason (StpProcedure *self, guint index);

/**
 * StpThing:
 * @step: the step it is needed for
 * @title: a few words, with a mnemonic
 * @ready: whether it was said to lie ready
 *
 * Something to have ready before a session. Texts are translated.
 */
typedef struct
{
  StpStepKind step;
  const char *title;
  gboolean ready;
} StpThing;

guint stp_procedure_get_n_things (StpProcedure *self);
StpThing stp_procedure_get_thing (StpProcedure *self, guint index);
gboolean
stp_procedure_set_ready (StpProcedure *self, StpStepKind step, gboolean ready, GError **error);
gboolean stp_procedure_lacks_sunscreen (StpProcedure *self);

/**
 * StpOffer:
 * @product: id
 * @allowed: whether it may be used for the step
 * @text: (nullable): why not
 *
 * A product of the shelf that could serve for a step.
 */
typedef struct
{
  char *product;
  gboolean allowed;
  char *text;
} StpOffer;

GPtrArray *stp_procedure_list_products (StpProcedure *self, StpStepKind step);

/**
 * StpReturn:
 * @product: id
 * @at: when it may be used again; %STP_TIME_UNSET, which is before every moment, if nothing holds
 *   it now
 * @strength: of the rule that holds it; if none does, %STP_ALLOWED for what is known to be fine,
 *   %STP_ADVISE for what nobody can tell and %STP_DOCTOR for what a doctor has to allow
 * @text: why, in whole sentences
 * @rule: (nullable): the one that holds it, or leaves it to a doctor
 *
 * A line of the aftercare list.
 */
typedef struct
{
  char *product;
  gint64 at;
  StpStrength strength;
  char *text;
  const StpRule *rule;
} StpReturn;

GPtrArray *stp_procedure_list_returns (StpProcedure *self);

/**
 * StpConfirmed:
 * @text: what the rule asks for, a sentence
 * @rule: (nullable): that rule; %NULL if only a later version knows it
 * @subjects: ids of what it was about
 * @at: when it was accepted, UTC microseconds
 *
 * A caution that was accepted at the gate of a session.
 */
typedef struct
{
  const char *text;
  const StpRule *rule;
  const char *const *subjects;
  gint64 at;
} StpConfirmed;

GArray *stp_procedure_list_confirmed (StpProcedure *self);

G_END_DECLS
