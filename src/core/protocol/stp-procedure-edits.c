// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-procedure-private.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-diary-private.h"
#include "protocol/stp-step-list-private.h"

/* What moves a session on, step by step. Each call looks at the clock afresh: time may have passed.
 */

static StpDiary *
get_diary (StpProcedure *self)
{
  return stp_timeline_get_diary (stp_procedure_get_timeline (self));
}

StpInstant
stp_procedure_get_now (StpProcedure *self)
{
  StpClock *clock = stp_diary_get_clock (get_diary (self));

  return stp_instant_local (stp_clock_get_now (clock), stp_clock_get_zone (clock));
}

gboolean
stp_procedure_refuse (GError **error, const char *text)
{
  g_set_error_literal (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_STATE, text);
  return FALSE;
}

const StpProcedureStep *
stp_procedure_find_current_step (StpSituation *situation, GError **error)
{
  guint current;

  if (situation->phase == STP_PHASE_INTERRUPTED)
    stp_procedure_refuse (
      error, _ ("Too much time has passed since the last stroke. This session ends here."));
  else if (situation->phase == STP_PHASE_GATE)
    stp_procedure_refuse (error, _ ("The questions before the start must be asked again."));
  else if (situation->phase != STP_PHASE_STEPS)
    stp_procedure_refuse (error, _ ("No session is in progress."));
  if (situation->phase != STP_PHASE_STEPS)
    return NULL;

  current = stp_step_list_get_current (situation->steps);
  if (current == situation->steps->len)
    {
      stp_procedure_refuse (error, _ ("Every step of this session is done."));
      return NULL;
    }
  return &g_array_index (situation->steps, StpProcedureStep, current);
}

/* The step's record to write to: the one that was begun, else a new one. */
StpStep *
stp_procedure_draft_step (StpSituation *situation, StpStepKind kind, StpArea area, StpInstant now)
{
  StpStep *step;

  for (guint i = 0; i < situation->log->steps->len; i++)
    {
      StpStep *record = situation->log->steps->pdata[i];

      if (record->step == kind && record->area == area && record->done_at.us == STP_TIME_UNSET)
        return stp_record_copy (record);
    }
  step = stp_record_new (STP_RECORD_STEP);
  step->session = g_strdup (stp_record_get_id (situation->session));
  step->step = kind;
  step->area = area;
  step->at = now;
  return step;
}

/**
 * stp_procedure_begin_step:
 *
 * Records that the current step was begun. For an area that is its first stroke: from here on
 * the session counts as needled (E13).
 *
 * Returns: %FALSE with %STP_PROCEDURE_ERROR_STATE if the session may not go on, or with an
 *   error of the diary
 */
gboolean
stp_procedure_begin_step (StpProcedure *self, GError **error)
{
  StpSituation *situation;
  const StpProcedureStep *current;
  g_autoptr (StpStep) step = NULL;

  g_return_val_if_fail (STP_IS_PROCEDURE (self), FALSE);

  situation = stp_procedure_look (self);
  current = stp_procedure_find_current_step (situation, error);
  if (current == NULL)
    return FALSE;
  if (current->at != STP_TIME_UNSET)
    return TRUE;
  if (current->kind == STP_STEP_NUMB)
    return stp_procedure_refuse (error, _ ("Say first how strong the cream is."));
  step = stp_procedure_draft_step (situation, current->kind, current->area,
                                   stp_procedure_get_now (self));
  return stp_diary_put_guarded (get_diary (self), step, STP_EDIT_PERMANENT, error);
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text ?: "", " ", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += *words[i] != '\0';
  return n;
}

/* The directions that were ticked are the passes of the area, where the session names it. */
static gboolean
put_passes (StpProcedure *self, StpSession *session, StpStep *step, GError **error)
{
  g_autoptr (StpSession) draft = stp_record_copy (session);
  int passes = (int) count_words (step->detail);
  gboolean found = FALSE;

  for (guint i = 0; passes > 0 && draft->areas != NULL && i < draft->areas->len; i++)
    {
      StpSessionArea *area = draft->areas->pdata[i];

      if (area->area != step->area || area->passes == passes)
        continue;
      area->passes = passes;
      found = TRUE;
    }
  return !found || stp_diary_put_guarded (get_diary (self), draft, STP_EDIT_PERMANENT, error);
}

static gboolean
put_area (StpProcedure *self, StpStep *step, StpSession *session, GError **error)
{
  StpDiary *diary = get_diary (self);
  g_autoptr (StpSession) held = g_object_ref (session);

  stp_diary_begin_edit (diary, _ ("End Area"));
  if (!stp_diary_put_guarded (diary, step, STP_EDIT_PERMANENT, error) ||
      !put_passes (self, held, step, error))
    {
      stp_diary_cancel_edit (diary);
      return FALSE;
    }
  stp_diary_end_edit (diary);
  return TRUE;
}

static gboolean
put_step (StpProcedure *self, StpSituation *situation, StpStep *step, GError **error)
{
  StpInstant never = { STP_TIME_UNSET, 0 };
  gboolean last = stp_step_list_get_current (situation->steps) + 1 == situation->steps->len;

  /* Cream that was on for too long ends a session in which nothing was needled. */
  if (last && !stp_session_log_has_stroke (situation->log))
    return stp_procedure_end_with (self, step, situation->session, STP_SESSION_CANCELLED, never,
                                   error);
  if (last)
    return stp_procedure_end_with (self, step, situation->session, STP_SESSION_DONE, step->done_at,
                                   error);
  if (step->step == STP_STEP_NEEDLE)
    return put_area (self, step, situation->session, error);
  return stp_diary_put_guarded (get_diary (self), step, STP_EDIT_PERMANENT, error);
}

static gboolean
end_step (StpProcedure *self, const char *detail, gboolean skip, GError **error)
{
  StpSituation *situation = stp_procedure_look (self);
  const StpProcedureStep *current = stp_procedure_find_current_step (situation, error);
  g_autoptr (StpStep) step = NULL;
  StpInstant now = stp_procedure_get_now (self);

  if (current == NULL)
    return FALSE;
  /* Cream that was put on, even for a minute, must be washed off. */
  if (skip && (!current->optional || current->at != STP_TIME_UNSET))
    return stp_procedure_refuse (error, _ ("This step cannot be skipped."));

  if (!skip && current->kind == STP_STEP_NUMB && current->at == STP_TIME_UNSET)
    return stp_procedure_refuse (error, _ ("Say first how strong the cream is."));

  step = stp_procedure_draft_step (situation, current->kind, current->area, now);
  step->done_at = now;
  if (detail != NULL)
    g_set_str (&step->detail, detail);
  return put_step (self, situation, step, error);
}

/**
 * stp_procedure_complete_step:
 * @detail: (nullable): what is to be kept with the step; %NULL = what is kept already
 *
 * Records that the current step is done. The last one ends the session.
 *
 * Returns: %FALSE with %STP_PROCEDURE_ERROR_STATE if the session may not go on, or with an
 *   error of the diary
 */
gboolean
stp_procedure_complete_step (StpProcedure *self, const char *detail, GError **error)
{
  g_return_val_if_fail (STP_IS_PROCEDURE (self), FALSE);
  g_return_val_if_fail (g_strcmp0 (detail, STP_STEP_SKIPPED) != 0, FALSE);

  return end_step (self, detail, FALSE, error);
}

/**
 * stp_procedure_skip_step:
 *
 * Passes the current step over, if it is optional and was not begun.
 *
 * Returns: %FALSE with %STP_PROCEDURE_ERROR_STATE if it is not, or with an error of the diary
 */
gboolean
stp_procedure_skip_step (StpProcedure *self, GError **error)
{
  g_return_val_if_fail (STP_IS_PROCEDURE (self), FALSE);

  return end_step (self, STP_STEP_SKIPPED, TRUE, error);
}
