// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-step-screens.h"

/* Cream that was put on has a screen of its own, to be looked back at too. */
static gboolean
is_numbing_begun (const StpProcedureStep *step)
{
  return step->kind == STP_STEP_NUMB && step->at != STP_TIME_UNSET &&
         g_strcmp0 (step->detail, "skipped") != 0;
}

/* A step that belongs to the one before it still stands alone where a crash came between them. */
static gboolean
begins_screen (StpProcedure *procedure, guint index)
{
  const StpProcedureStep *step = stp_procedure_get_step (procedure, index);
  const StpProcedureStep *before = index > 0 ? stp_procedure_get_step (procedure, index - 1) : NULL;

  if (!step || !before || !step->joined || is_numbing_begun (step))
    return TRUE;

  return before->done && !step->done;
}

/**
 * stp_step_screens_find:
 *
 * Returns: the screen that shows @step
 */
guint
stp_step_screens_find (StpProcedure *procedure, guint step)
{
  while (!begins_screen (procedure, step))
    step--;

  return step;
}

/**
 * stp_step_screens_get_next:
 *
 * Returns: the screen after @screen; the number of steps after the last one
 */
guint
stp_step_screens_get_next (StpProcedure *procedure, guint screen)
{
  const guint n_steps = stp_procedure_get_n_steps (procedure);

  do
    screen++;
  while (screen < n_steps && !begins_screen (procedure, screen));

  return MIN (screen, n_steps);
}

/**
 * stp_step_screens_find_kind:
 *
 * Returns: (nullable): the step of that kind on @screen, if any
 */
const StpProcedureStep *
stp_step_screens_find_kind (StpProcedure *procedure, guint screen, StpStepKind kind)
{
  const guint next = stp_step_screens_get_next (procedure, screen);

  for (guint i = screen; i < next; i++)
    if (stp_procedure_get_step (procedure, i)->kind == kind)
      return stp_procedure_get_step (procedure, i);

  return NULL;
}

/**
 * stp_step_screens_count_before:
 *
 * Returns: how many screens begin before @step
 */
guint
stp_step_screens_count_before (StpProcedure *procedure, guint step)
{
  guint n = 0;

  for (guint i = 0; i < step; i++)
    n += begins_screen (procedure, i);

  return n;
}
