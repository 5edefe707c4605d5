// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-procedure-private.h"

#include <glib/gi18n-lib.h>

#include "protocol/stp-step-list-private.h"
#include "protocol/stp-step-table-private.h"

struct _StpProcedure
{
  GObject parent_instance;

  StpTimeline *timeline;
  StpSituation *situation;
  guint alarm;
};

G_DEFINE_FINAL_TYPE (StpProcedure, stp_procedure, G_TYPE_OBJECT)

G_DEFINE_QUARK (stp-procedure-error-quark, stp_procedure_error)

/* clang-format off */
G_DEFINE_ENUM_TYPE (StpPhase, stp_phase,
                    G_DEFINE_ENUM_VALUE (STP_PHASE_NOTHING, "nothing"),
                    G_DEFINE_ENUM_VALUE (STP_PHASE_BARRED, "barred"),
                    G_DEFINE_ENUM_VALUE (STP_PHASE_PREPARE, "prepare"),
                    G_DEFINE_ENUM_VALUE (STP_PHASE_GATE, "gate"),
                    G_DEFINE_ENUM_VALUE (STP_PHASE_OVERDUE, "overdue"),
                    G_DEFINE_ENUM_VALUE (STP_PHASE_STEPS, "steps"),
                    G_DEFINE_ENUM_VALUE (STP_PHASE_INTERRUPTED, "interrupted"),
                    G_DEFINE_ENUM_VALUE (STP_PHASE_AFTERCARE, "aftercare"))
/* clang-format on */

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static StpDiary *
get_diary (StpProcedure *self)
{
  return stp_timeline_get_diary (self->timeline);
}

static StpClock *
get_clock (StpProcedure *self)
{
  return stp_diary_get_clock (get_diary (self));
}

static void
remove_alarm (StpProcedure *self)
{
  if (self->alarm != 0)
    stp_clock_remove_alarm (get_clock (self), self->alarm);
  self->alarm = 0;
}

static void refresh (StpProcedure *self);

static gboolean
alarm_cb (gpointer user_data)
{
  StpProcedure *self = user_data;

  self->alarm = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
look_again (StpProcedure *self)
{
  StpSituation *situation = stp_situation_new (self->timeline,
                                               stp_clock_get_now (get_clock (self)));

  g_clear_pointer (&self->situation, stp_situation_free);
  self->situation = situation;
  remove_alarm (self);
  if (situation->next != STP_TIME_UNSET)
    self->alarm = stp_clock_add_alarm (get_clock (self), situation->next, alarm_cb, self);
}

static void
refresh (StpProcedure *self)
{
  look_again (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
stp_procedure_dispose (GObject *object)
{
  StpProcedure *self = STP_PROCEDURE (object);

  if (self->timeline != NULL)
    remove_alarm (self);
  g_clear_pointer (&self->situation, stp_situation_free);
  g_clear_object (&self->timeline);
  G_OBJECT_CLASS (stp_procedure_parent_class)->dispose (object);
}

static void
stp_procedure_class_init (StpProcedureClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stp_procedure_dispose;

  /**
   * StpProcedure::changed:
   *
   * The phase, the session or its steps may differ from before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stp_procedure_init (StpProcedure *self)
{
}

/**
 * stp_procedure_new:
 *
 * Returns: (transfer full): the session as @timeline's diary and clock have it
 */
StpProcedure *
stp_procedure_new (StpTimeline *timeline)
{
  StpProcedure *self;

  g_return_val_if_fail (STP_IS_TIMELINE (timeline), NULL);

  self = g_object_new (STP_TYPE_PROCEDURE, NULL);
  self->timeline = g_object_ref (timeline);
  g_signal_connect_object (timeline, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  look_again (self);
  return self;
}

StpTimeline *
stp_procedure_get_timeline (StpProcedure *self)
{
  return self->timeline;
}

/*
 * stp_procedure_get_situation:
 *
 * Returns: (transfer none): the situation as it was last looked at; valid until `changed`
 */
StpSituation *
stp_procedure_get_situation (StpProcedure *self)
{
  return self->situation;
}

/*
 * stp_procedure_look:
 *
 * Returns: (transfer none): the situation at this very moment; valid until `changed`
 */
StpSituation *
stp_procedure_look (StpProcedure *self)
{
  look_again (self);
  return self->situation;
}

/**
 * stp_procedure_get_phase:
 *
 * Returns: what the Session pane is about now
 */
StpPhase
stp_procedure_get_phase (StpProcedure *self)
{
  g_return_val_if_fail (STP_IS_PROCEDURE (self), STP_PHASE_NOTHING);

  return self->situation->phase;
}

/**
 * stp_procedure_get_session:
 *
 * Returns: (transfer none) (nullable): the session the phase is about
 */
StpSession *
stp_procedure_get_session (StpProcedure *self)
{
  g_return_val_if_fail (STP_IS_PROCEDURE (self), NULL);

  return self->situation->session;
}

/**
 * stp_procedure_get_check_in:
 *
 * Returns: the check-in that is due or to come; valid until `changed`
 */
StpCheckIn
stp_procedure_get_check_in (StpProcedure *self)
{
  StpCheckIn none = { NULL, 0, STP_TIME_UNSET };

  g_return_val_if_fail (STP_IS_PROCEDURE (self), none);

  return self->situation->check_in;
}

/**
 * stp_procedure_has_check_in:
 *
 * Returns: whether a check-in is due now
 */
gboolean
stp_procedure_has_check_in (StpProcedure *self)
{
  gint64 at;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), FALSE);

  at = self->situation->check_in.at;
  return at != STP_TIME_UNSET && at <= stp_clock_get_now (get_clock (self));
}

/**
 * stp_procedure_get_n_steps:
 *
 * Returns: the number of steps of a session in progress, else 0
 */
guint
stp_procedure_get_n_steps (StpProcedure *self)
{
  g_return_val_if_fail (STP_IS_PROCEDURE (self), 0);

  return self->situation->steps ? self->situation->steps->len : 0;
}

/**
 * stp_procedure_get_step:
 *
 * Returns: (transfer none) (nullable): a step; valid until `changed` or the next call that moves
 *   the session on
 */
const StpProcedureStep *
stp_procedure_get_step (StpProcedure *self, guint index)
{
  g_return_val_if_fail (STP_IS_PROCEDURE (self), NULL);

  if (index >= stp_procedure_get_n_steps (self))
    return NULL;
  return &g_array_index (self->situation->steps, StpProcedureStep, index);
}

/**
 * stp_procedure_get_current:
 *
 * Returns: the index of the step to do next
 */
guint
stp_procedure_get_current (StpProcedure *self)
{
  g_return_val_if_fail (STP_IS_PROCEDURE (self), 0);

  return self->situation->steps ? stp_step_list_get_current (self->situation->steps) : 0;
}

/**
 * stp_procedure_get_last_stroke:
 *
 * Returns: when needling was last recorded, UTC microseconds, or %STP_TIME_UNSET: what to
 *   propose when an interrupted session asks for its last stroke
 */
gint64
stp_procedure_get_last_stroke (StpProcedure *self)
{
  g_return_val_if_fail (STP_IS_PROCEDURE (self), STP_TIME_UNSET);

  return self->situation->log ? self->situation->log->last_stroke : STP_TIME_UNSET;
}

/**
 * stp_procedure_get_n_stop_reasons:
 *
 * Returns: the number of reasons to stop at once
 */
guint
stp_procedure_get_n_stop_reasons (StpProcedure *self)
{
  return stp_stop_table_length;
}

/**
 * stp_procedure_get_stop_reason:
 *
 * Returns: a reason to stop at once, translated (clinical rules, section 2.3)
 */
StpStopReason
stp_procedure_get_stop_reason (StpProcedure *self, guint index)
{
  StpStopReason reason = { 0 };

  g_return_val_if_fail (index < stp_stop_table_length, reason);

  reason = stp_stop_table[index];
  reason.title = _ (reason.title);
  reason.text = _ (reason.text);
  return reason;
}
