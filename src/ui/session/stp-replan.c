// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-replan.h"

#include <glib/gi18n.h>

#include "protocol/stp-procedure.h"
#include "rules/stp-planner.h"

static StpSession *
get_session (StpWorkspace *workspace)
{
  return stp_procedure_get_session (stp_workspace_get_procedure (workspace));
}

/**
 * stp_replan_reopen:
 *
 * Makes a session whose gate is asked anew (E13) a plan again, so that it can be moved.
 *
 * Returns: whether there is a planned session now
 */
gboolean
stp_replan_reopen (StpWorkspace *workspace)
{
  StpSession *session = get_session (workspace);
  g_autoptr (GError) error = NULL;

  if (!session)
    return FALSE;
  if (session->state != STP_SESSION_IN_PROGRESS ||
      stp_procedure_abandon (stp_workspace_get_procedure (workspace), &error))
    return TRUE;

  stp_workspace_report (workspace, error);
  return FALSE;
}

/**
 * stp_replan_move:
 * @start: the new start, UTC microseconds
 *
 * Moves the session.
 */
void
stp_replan_move (StpWorkspace *workspace, gint64 start)
{
  g_autoptr (GError) error = NULL;

  if (!stp_replan_reopen (workspace))
    return;
  if (stp_planner_move (stp_workspace_get_timeline (workspace), get_session (workspace), start,
                        &error))
    stp_workspace_toast_undo (workspace, _ ("Session moved"));
  else
    stp_workspace_report (workspace, error);
}

/**
 * stp_replan_cancel:
 *
 * Cancels the session.
 */
void
stp_replan_cancel (StpWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  if (!stp_replan_reopen (workspace))
    return;
  if (stp_planner_cancel (stp_workspace_get_timeline (workspace), get_session (workspace), &error))
    stp_workspace_toast_undo (workspace, _ ("Session cancelled"));
  else
    stp_workspace_report (workspace, error);
}
