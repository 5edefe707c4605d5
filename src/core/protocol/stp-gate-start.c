// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-gate-form-private.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-diary-private.h"
#include "protocol/stp-situation-private.h"
#include "rules/stp-rule.h"

/* From the answered gate to records: denials, the gate itself, and the session that starts. */

G_DEFINE_QUARK (stp-gate-error-quark, stp_gate_error)

static gboolean
refuse (GError **error, StpGateError code, const char *text)
{
  g_set_error_literal (error, STP_GATE_ERROR, code, text);
  return FALSE;
}

static StpInstant
get_instant (StpDiary *diary, gint64 at)
{
  return stp_instant_local (at, stp_clock_get_zone (stp_diary_get_clock (diary)));
}

/*
 * The last logged use is what the user was told; without one, the window of the rule is all
 * that matters.
 */
static gint64
get_denied_since (StpTimeline *timeline, StpGateItem *item, gint64 now)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  GTimeZone *zone = stp_clock_get_zone (stp_diary_get_clock (diary));
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_utc (now / STP_SECOND);
  gint64 use = stp_timeline_get_last_use (timeline, stp_gate_item_get_subject (item));
  g_autoptr (GDateTime) today = g_date_time_to_timezone (local, zone);

  if (use != STP_TIME_UNSET)
    return MIN (use, now);
  return now - stp_rule_get_window (stp_gate_item_get_rule (item), STP_BAND_R2,
                                    stp_diary_get_profile (diary), g_date_time_get_year (today));
}

static gboolean
put_denial (StpTimeline *timeline, StpGateItem *item, gint64 now, GError **error)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  g_autoptr (StpDenial) denial = stp_record_new (STP_RECORD_DENIAL);

  denial->product = g_strdup (stp_gate_item_get_subject (item));
  denial->since = get_instant (diary, get_denied_since (timeline, item, now));
  denial->at = get_instant (diary, now);
  return stp_diary_put_guarded (diary, denial, STP_EDIT_PERMANENT, error);
}

/*
 * stp_gate_deny_answered:
 *
 * Keeps the answer "not used" as a denial. A diary that refuses leaves the question open.
 */
void
stp_gate_deny_answered (StpTimeline *timeline, StpGateItem *item, gint64 now)
{
  const StpAnswerRow *row = stp_gate_item_get_answer_row (item);
  g_autoptr (GError) error = NULL;

  if (row == NULL || row->means != STP_ANSWER_DENIES)
    return;
  if (!put_denial (timeline, item, now, &error))
    stp_gate_item_forget (item);
}

/**
 * stp_gate_form_confirm_denials:
 *
 * "Nothing since": for all products that are asked about, by one button (E5).
 *
 * Returns: %FALSE with an error of the diary
 */
gboolean
stp_gate_form_confirm_denials (StpGateForm *self, GError **error)
{
  StpDiary *diary;
  g_autoptr (GPtrArray) denials = NULL;
  gint64 now;

  g_return_val_if_fail (STP_IS_GATE_FORM (self), FALSE);

  diary = stp_timeline_get_diary (stp_gate_form_get_timeline (self));
  now = stp_clock_get_now (stp_diary_get_clock (diary));
  denials = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (StpGateItem) item = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (stp_gate_item_get_kind (item) == STP_GATE_DENIAL)
        g_ptr_array_add (denials, g_steal_pointer (&item));
    }

  stp_diary_begin_edit (diary, _ ("Nothing Since"));
  for (guint i = 0; i < denials->len; i++)
    if (!put_denial (stp_gate_form_get_timeline (self), denials->pdata[i], now, error))
      {
        stp_diary_cancel_edit (diary);
        return FALSE;
      }
  stp_diary_end_edit (diary);
  return TRUE;
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
  if (stp_gate_item_get_answer (item) != 0)
    {
      if (gate->answers == NULL)
        gate->answers = stp_map_new (NULL);
      g_hash_table_insert (gate->answers, g_strdup (stp_gate_item_get_id (item)),
                           GINT_TO_POINTER (stp_gate_item_get_answer (item)));
    }
  if (stp_gate_item_get_kind (item) == STP_GATE_ACKNOWLEDGE)
    {
      StpAcknowledgement *acknowledgement = stp_acknowledgement_new ();

      acknowledgement->rule = g_strdup (stp_gate_item_get_id (item));
      acknowledgement->subjects = g_strdupv ((GStrv) stp_gate_item_get_subjects (item));
      acknowledgement->at = get_instant (diary, stp_gate_item_get_answered_at (item));
      if (gate->acknowledged == NULL)
        gate->acknowledged = stp_values_new (&stp_acknowledgement_shape);
      g_ptr_array_add (gate->acknowledged, acknowledgement);
    }
}

/* What was asked, answered and accepted, for the report. */
static StpGate *
draft_gate (StpGateForm *self, StpDiary *diary, StpInstant now)
{
  StpGate *gate = stp_record_new (STP_RECORD_GATE);

  gate->session = g_strdup (stp_record_get_id (stp_gate_form_get_session (self)));
  gate->at = now;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (StpGateItem) item = g_list_model_get_item (G_LIST_MODEL (self), i);

      keep_item (diary, gate, item);
    }
  return gate;
}

/* The plan becomes what happens: it starts now, with the device that was judged. */
static StpSession *
draft_start (StpGateForm *self, StpInstant now)
{
  StpSession *session = stp_record_copy (stp_gate_form_get_session (self));
  StpQuestion question = stp_session_get_question (session, now.us);

  if (stp_timeline_resolve_question (stp_gate_form_get_timeline (self), &question, NULL))
    g_set_str (&session->device, question.device);
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
  now = get_instant (diary, stp_clock_get_now (stp_diary_get_clock (diary)));
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
