// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-session-tasks.h"

#include <glib/gi18n.h>

#include "protocol/stp-procedure.h"
#include "session/stp-log-session-dialog.h"
#include "session/stp-resolve-dialog.h"
#include "shared/stp-check-in-dialog.h"
#include "shared/stp-pane.h"

static StpWorkspace *
get_workspace (GtkWidget *pane)
{
  return stp_pane_get_workspace (STP_PANE (pane));
}

static void
check_in (GtkWidget *pane, const char *name, GVariant *target)
{
  adw_dialog_present (stp_check_in_dialog_new (get_workspace (pane), STP_TIME_UNSET), pane);
}

static void
skip_check_in (GtkWidget *pane, const char *name, GVariant *target)
{
  StpWorkspace *workspace = get_workspace (pane);
  StpProcedure *procedure = stp_workspace_get_procedure (workspace);
  const StpCheckIn due = stp_procedure_get_check_in (procedure);
  g_autoptr (GError) error = NULL;

  if (!stp_procedure_has_check_in (procedure))
    return;
  if (stp_check_in_skip (stp_workspace_get_timeline (workspace), &due, &error))
    stp_workspace_toast_undo (workspace, _ ("Check-in skipped"));
  else
    stp_workspace_report (workspace, error);
}

static StpReaction *
find_reaction (GtkWidget *pane, GVariant *target)
{
  return stp_diary_lookup (stp_workspace_get_diary (get_workspace (pane)), STP_RECORD_REACTION,
                           g_variant_get_string (target, NULL));
}

static void
resolve (GtkWidget *pane, const char *name, GVariant *target)
{
  StpReaction *reaction = find_reaction (pane, target);

  if (reaction)
    adw_dialog_present (stp_resolve_dialog_new (get_workspace (pane), reaction), pane);
}

static void
on_recant_cb (GtkWidget *pane, const char *response, AdwDialog *question)
{
  StpReaction *reaction = g_object_get_data (G_OBJECT (question), "reaction");
  StpWorkspace *workspace = get_workspace (pane);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "yes") &&
      !stp_check_in_recant (stp_workspace_get_timeline (workspace), reaction, &error))
    stp_workspace_report (workspace, error);
}

/* It cannot be undone, so it is asked before (E14). */
static void
recant (GtkWidget *pane, const char *name, GVariant *target)
{
  StpReaction *reaction = find_reaction (pane, target);
  AdwDialog *question;

  if (!reaction)
    return;
  question = adw_alert_dialog_new (
    _ ("Recorded by Mistake?"),
    _ ("The check-in stays in the history. Needling waits for a calm check-in at least 24 hours "
       "after it."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "no", _ ("_Cancel"), "yes",
                                  _ ("It Was a _Mistake"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "no");
  g_object_set_data_full (G_OBJECT (question), "reaction", g_object_ref (reaction), g_object_unref);
  g_signal_connect_object (question, "response", G_CALLBACK (on_recant_cb), pane,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (question, pane);
}

static void
log_clinic (GtkWidget *pane, const char *name, GVariant *target)
{
  adw_dialog_present (stp_log_session_dialog_new (get_workspace (pane), STP_LOG_CLINIC), pane);
}

static void
log_light (GtkWidget *pane, const char *name, GVariant *target)
{
  adw_dialog_present (stp_log_session_dialog_new (get_workspace (pane), STP_LOG_LIGHT), pane);
}

static void
log_earlier (GtkWidget *pane, const char *name, GVariant *target)
{
  adw_dialog_present (stp_log_session_dialog_new (get_workspace (pane), STP_LOG_EARLIER), pane);
}

void
stp_session_tasks_install (GtkWidgetClass *pane_class)
{
  gtk_widget_class_install_action (pane_class, "session.check-in", NULL, check_in);
  gtk_widget_class_install_action (pane_class, "session.skip-check-in", NULL, skip_check_in);
  gtk_widget_class_install_action (pane_class, "session.resolve", "s", resolve);
  gtk_widget_class_install_action (pane_class, "session.recant", "s", recant);
  gtk_widget_class_install_action (pane_class, "session.log-clinic", NULL, log_clinic);
  gtk_widget_class_install_action (pane_class, "session.log-light", NULL, log_light);
  gtk_widget_class_install_action (pane_class, "session.log-earlier", NULL, log_earlier);
}
