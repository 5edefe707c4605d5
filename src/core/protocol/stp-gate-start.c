// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-gate-form-private.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-diary-private.h"
#include "protocol/stp-situation-private.h"
#include "rules/stp-head-life.h"

/* From the answered gate to the session that starts, and to the record of what was said. */

G_DEFINE_QUARK (stp-gate-error-quark, stp_gate_error)

static gboolean
refuse (GError **error, StpGateError code, const char *text)
{
  g_set_error_literal (error, STP_GATE_ERROR, code, text);
  return FALSE;
}

/*
 * stp_gate_form_is_startable:
 *
 * Returns: whether the session is one that a gate can start: a home session that is planned, or
 *   one in progress whose gate grew old before the first stroke (E13)
 */
gboolean
stp_gate_form_is_startable (StpGateForm *self, GError **error)
{
  StpDiary *diary = stp_timeline_get_diary (stp_gate_form_get_timeline (self));
  StpSession *session = stp_gate_form_get_session (self);
  gint64 now = stp_clock_get_now (stp_diary_get_clock (diary));
  g_autoptr (StpSessionLog) log = NULL;

  if (session == NULL || session->hidden || session->place == STP_PLACE_CLINIC)
    return refuse (error, STP_GATE_ERROR_STATE, _ ("This session cannot be started here."));
  log = stp_session_log_new (diary, stp_record_get_id (session));
  if (stp_session_log_has_stroke (log))
    return refuse (error, STP_GATE_ERROR_STATE,
                   _ ("The skin was needled in this session already."));
  if (session->state == STP_SESSION_PLANNED)
    return TRUE;
  if (session->state != STP_SESSION_IN_PROGRESS)
    return refuse (error, STP_GATE_ERROR_STATE, _ ("This session is over."));
  if (log->gate != NULL && stp_moments_within (log->gate->at.us, now, STP_GATE_LIFE))
    return refuse (error, STP_GATE_ERROR_STATE, _ ("This session is in progress already."));
  return TRUE;
}

static gboolean
check_met (StpGateForm *self, GError **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (StpGateItem) item = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (!stp_gate_item_get_met (item))
        return refuse (error, STP_GATE_ERROR_UNMET, stp_gate_item_get_title (item));
    }
  return TRUE;
}

static void
keep_item (StpDiary *diary, StpGate *gate, StpGateItem *item)
{
  if (stp_gate_item_get_kind (item) == STP_GATE_ACKNOWLEDGE)
    {
      StpAcknowledgement *acknowledgement = stp_acknowledgement_new ();

      acknowledgement->rule = g_strdup (stp_gate_item_get_id (item));
      acknowledgement->subjects = g_strdupv ((GStrv) stp_gate_item_get_subjects (item));
      acknowledgement->at = stp_gate_get_instant (diary, stp_gate_item_get_answered_at (item));
      if (gate->acknowledged == NULL)
        gate->acknowledged = stp_values_new (&stp_acknowledgement_shape);
      g_ptr_array_add (gate->acknowledged, acknowledgement);
    }
}

static void
keep_answers (StpGate *gate, GHashTable *answers)
{
  GHashTableIter iter;
  gpointer question, answer;

  if (g_hash_table_size (answers) > 0)
    gate->answers = stp_map_new (NULL);
  g_hash_table_iter_init (&iter, answers);
  while (g_hash_table_iter_next (&iter, &question, &answer))
    g_hash_table_insert (gate->answers, g_strdup (question), answer);
}

/* What was asked, answered and accepted, for the report. */
static StpGate *
draft_gate (StpGateForm *self, StpDiary *diary, StpInstant now)
{
  StpGate *gate = stp_record_new (STP_RECORD_GATE);

  gate->session = g_strdup (stp_record_get_id (stp_gate_form_get_session (self)));
  gate->at = now;
  keep_answers (gate, stp_gate_form_get_answers (self));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (StpGateItem) item = g_list_model_get_item (G_LIST_MODEL (self), i);

      keep_item (diary, gate, item);
    }
  return gate;
}

/*
 * The plan becomes what happens: it starts now, with the device and the head that were judged. The
 * head of the plan may have been replaced since, and it is the new one that this wears (E8).
 */
static StpSession *
draft_start (StpGateForm *self, StpInstant now)
{
  StpTimeline *timeline = stp_gate_form_get_timeline (self);
  StpSession *session = stp_record_copy (stp_gate_form_get_session (self));
  StpQuestion question = stp_session_get_question (session, now.us);
  const char *head = NULL;

  if (stp_timeline_resolve_question (timeline, &question, NULL))
    {
      g_set_str (&session->device, question.device);
      head = stp_head_find_in_use (timeline, &question);
    }
  if (head)
    g_set_str (&session->head, head);
  session->state = STP_SESSION_IN_PROGRESS;
  session->start = now;
  return session;
}

/**
 * stp_gate_form_start:
 *
 * Starts the session: judges it at this very moment and, if nothing stands in the way, keeps
 * what was answered and sets the session in progress, both or neither. There is no way around
 * a block (E1).
 *
 * Returns: %FALSE with %STP_GATE_ERROR_UNMET and the sentence that is not met, with
 *   %STP_GATE_ERROR_STATE if the session cannot be started at all, or with an error of the diary
 */
gboolean
stp_gate_form_start (StpGateForm *self, GError **error)
{
  StpDiary *diary;
  StpInstant now;
  g_autoptr (StpGate) gate = NULL;
  g_autoptr (StpSession) session = NULL;

  g_return_val_if_fail (STP_IS_GATE_FORM (self), FALSE);

  stp_gate_form_refresh (self);
  if (!stp_gate_form_is_startable (self, error) || !check_met (self, error))
    return FALSE;

  diary = stp_timeline_get_diary (stp_gate_form_get_timeline (self));
  now = stp_gate_get_instant (diary, stp_clock_get_now (stp_diary_get_clock (diary)));
  gate = draft_gate (self, diary, now);
  session = draft_start (self, now);

  stp_diary_begin_edit (diary, _ ("Start Session"));
  if (!stp_diary_put_guarded (diary, session, STP_EDIT_PERMANENT, error) ||
      !stp_diary_put_guarded (diary, gate, STP_EDIT_PERMANENT, error))
    {
      stp_diary_cancel_edit (diary);
      return FALSE;
    }
  stp_diary_end_edit (diary);
  return TRUE;
}
