// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-step-next.h"

#include <glib/gi18n.h>

#include "session/stp-step-screens.h"

static const StpProcedureStep *
get_step (StpWorkspace *workspace)
{
  StpProcedure *procedure = stp_workspace_get_procedure (workspace);

  return stp_procedure_get_step (procedure, stp_procedure_get_current (procedure));
}

/* The first stroke is an instant of its own (E13). */
static gboolean
waits_for_begin (const StpProcedureStep *step)
{
  return step->kind == STP_STEP_NEEDLE && step->at == STP_TIME_UNSET;
}

static gboolean
waits_for_choice (const StpProcedureStep *step, StpStepView *view)
{
  int value;

  if (!step->optional)
    return FALSE;
  if (step->kind == STP_STEP_RATE)
    return !stp_step_view_get_rating (view, &value);

  return step->at == STP_TIME_UNSET;
}

static StpInstant
get_now (StpWorkspace *workspace)
{
  StpClock *clock = stp_workspace_get_clock (workspace);

  return stp_instant_local (stp_clock_get_now (clock), stp_clock_get_zone (clock));
}

static gboolean
put_rating (StpWorkspace *workspace, StpStepView *view, GError **error)
{
  StpSession *session = stp_procedure_get_session (stp_workspace_get_procedure (workspace));
  g_autoptr (StpRating) rating = stp_record_new (STP_RECORD_RATING);

  /* What shows right after a session is glow, whatever the course is for. */
  rating->goal = STP_GOAL_GLOW;
  rating->at = get_now (workspace);
  rating->session = g_strdup (stp_record_get_id (session));
  rating->immediate = TRUE;
  stp_step_view_get_rating (view, &rating->value);

  return stp_diary_put (stp_workspace_get_diary (workspace), rating, error);
}

/* What was put on the skin is a use like any other. */
static gboolean
put_care (StpWorkspace *workspace, StpStepView *view, GError **error)
{
  g_auto (GStrv) products = stp_step_view_dup_care (view);

  for (guint i = 0; products[i] != NULL; i++)
    {
      g_autoptr (StpApplication) use = stp_record_new (STP_RECORD_APPLICATION);

      use->product = g_strdup (products[i]);
      use->at = get_now (workspace);
      if (!stp_diary_put (stp_workspace_get_diary (workspace), use, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
do_step (StpWorkspace *workspace, StpStepView *view, GError **error)
{
  StpProcedure *procedure = stp_workspace_get_procedure (workspace);
  const StpProcedureStep *step = get_step (workspace);
  StpStepKind kind;

  g_return_val_if_fail (step != NULL, FALSE);

  if (waits_for_choice (step, view))
    return stp_procedure_skip_step (procedure, error);

  /* What is put into the diary makes the steps anew, and the old one is gone. */
  kind = step->kind;
  if (kind == STP_STEP_RATE && !put_rating (workspace, view, error))
    return FALSE;
  if (kind == STP_STEP_CARE && !put_care (workspace, view, error))
    return FALSE;

  return stp_procedure_complete_step (procedure, NULL, error);
}

/* From area to area the hand goes on by itself: only the first stroke is begun by a press. */
static gboolean
go_to_next_area (StpWorkspace *workspace, GError **error)
{
  const StpProcedureStep *step = get_step (workspace);

  if (!step || !waits_for_begin (step))
    return TRUE;

  return stp_procedure_begin_step (stp_workspace_get_procedure (workspace), error);
}

/**
 * stp_step_next_get_label:
 * @view: the view of the current step
 *
 * Returns: (transfer none): what the button says, with a mnemonic
 */
const char *
stp_step_next_get_label (StpWorkspace *workspace, StpStepView *view)
{
  StpProcedure *procedure = stp_workspace_get_procedure (workspace);
  const StpProcedureStep *step = get_step (workspace);
  const guint current = stp_procedure_get_current (procedure);

  if (!step)
    return _ ("_Next");
  if (waits_for_begin (step))
    return _ ("_Begin");
  if (stp_step_screens_get_next (procedure, current) == stp_procedure_get_n_steps (procedure))
    return _ ("_Done");
  if (waits_for_choice (step, view))
    return _ ("S_kip");

  return _ ("_Next");
}

/**
 * stp_step_next_do:
 * @view: the view of the current step
 *
 * Does what the button says, for the step and all that is shown with it.
 *
 * Returns: %FALSE with @error set if core refuses
 */
gboolean
stp_step_next_do (StpWorkspace *workspace, StpStepView *view, GError **error)
{
  StpProcedure *procedure = stp_workspace_get_procedure (workspace);
  const StpProcedureStep *step = get_step (workspace);
  const guint current = stp_procedure_get_current (procedure);
  gboolean needling;

  g_return_val_if_fail (step != NULL, FALSE);

  if (waits_for_begin (step))
    return stp_procedure_begin_step (procedure, error);

  needling = step->kind == STP_STEP_NEEDLE;
  for (guint n = stp_step_screens_get_next (procedure, current) - current; n > 0; n--)
    if (!do_step (workspace, view, error))
      return FALSE;

  return !needling || go_to_next_area (workspace, error);
}

/**
 * stp_step_next_begin:
 * @view: the view of the current step
 *
 * Does what the second button says: starts the timer, puts numbing cream on, or goes to the step
 * that asks for it.
 *
 * Returns: %FALSE with @error set if core refuses
 */
gboolean
stp_step_next_begin (StpWorkspace *workspace, StpStepView *view, GError **error)
{
  StpProcedure *procedure = stp_workspace_get_procedure (workspace);
  const StpProcedureStep *step = get_step (workspace);
  int permille = 0;

  g_return_val_if_fail (step != NULL, FALSE);

  if (step->kind == STP_STEP_INSPECT)
    return stp_procedure_complete_step (procedure, NULL, error);
  if (step->kind != STP_STEP_NUMB)
    return stp_procedure_begin_step (procedure, error);

  stp_step_view_get_strength (view, &permille);

  return stp_procedure_begin_numbing (procedure, permille, error);
}
