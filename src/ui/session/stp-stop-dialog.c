// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-stop-dialog.h"

#include <glib/gi18n.h>

#include "protocol/stp-procedure.h"
#include "rules/stp-sources.h"
#include "shared/stp-sources-button.h"

struct _StpStopDialog
{
  AdwAlertDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  char *session;           /* (nullable): the one that has stopped already */
};

G_DEFINE_FINAL_TYPE (StpStopDialog, stp_stop_dialog, ADW_TYPE_ALERT_DIALOG)

static StpProcedure *
get_procedure (StpStopDialog *self)
{
  return stp_workspace_get_procedure (self->workspace);
}

/* The page that had the focus is gone: to the pane, unless a dialog after this one says something.
 */
static void
go_back_cb (GtkWidget *window)
{
  if (ADW_IS_APPLICATION_WINDOW (window) &&
      !adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)))
    gtk_widget_activate_action (window, "win.pane", "s", "session");
}

static void
present (AdwDialog *dialog, GtkWidget *window)
{
  g_signal_connect_object (dialog, "closed", G_CALLBACK (go_back_cb), window, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, window);
}

/* The pane has gone on to aftercare by then: what to do now stands above it until it is read. */
static void
say_what_to_do (StpStopReason reason, GtkWidget *parent)
{
  AdwDialog *dialog = adw_alert_dialog_new (reason.title, reason.text);
  g_autofree char *sources = stp_sources_explain_keys (reason.sources);

  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), stp_sources_button_new (sources));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  present (dialog, parent);
}

static gboolean
record (StpStopDialog *self, const char *reason, GError **error)
{
  return self->session
           ? stp_procedure_explain_stop (get_procedure (self), self->session, reason, error)
           : stp_procedure_stop (get_procedure (self), reason, error);
}

static void
on_activated_cb (StpStopDialog *self, GtkWidget *row)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "reason"));
  const StpStopReason reason = stp_procedure_get_stop_reason (get_procedure (self), index);
  g_autoptr (GError) error = NULL;

  if (record (self, reason.id, &error))
    say_what_to_do (reason, window);
  else
    stp_workspace_report (self->workspace, error);
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
create_row (StpStopDialog *self, guint index)
{
  const StpStopReason reason = stp_procedure_get_stop_reason (get_procedure (self), index);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), reason.title);
  adw_action_row_add_suffix (
    ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "reason", GUINT_TO_POINTER (index));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
add_reasons (StpStopDialog *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What happened"), -1);
  for (guint i = 0; i < stp_procedure_get_n_stop_reasons (get_procedure (self)); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_row (self, i));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self), list);
}

/* Nobody has to say why. */
static void
stp_stop_dialog_response (AdwAlertDialog *dialog, const char *response)
{
  StpStopDialog *self = STP_STOP_DIALOG (dialog);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "stop") && !stp_procedure_stop (get_procedure (self), NULL, &error))
    stp_workspace_report (self->workspace, error);
}

static void
stp_stop_dialog_finalize (GObject *object)
{
  StpStopDialog *self = STP_STOP_DIALOG (object);

  g_clear_pointer (&self->session, g_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_stop_dialog_parent_class)->finalize (object);
}

static void
stp_stop_dialog_class_init (StpStopDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_stop_dialog_finalize;
  ADW_ALERT_DIALOG_CLASS (klass)->response = stp_stop_dialog_response;
}

static void
stp_stop_dialog_init (StpStopDialog *self)
{
  adw_alert_dialog_set_prefer_wide_layout (ADW_ALERT_DIALOG (self), TRUE);
}

/* Asks first: no needle is in the hand. */
static void
ask_first (AdwAlertDialog *dialog)
{
  adw_alert_dialog_set_heading (dialog, _ ("Stop the Session?"));
  adw_alert_dialog_set_body (dialog, _ ("You can say what happened, or just stop."));
  adw_alert_dialog_add_responses (dialog, "go-on", _ ("_Go On"), "stop", _ ("_Stop Session"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "stop", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "stop");
  adw_alert_dialog_set_close_response (dialog, "go-on");
}

static void
ask_afterwards (AdwAlertDialog *dialog)
{
  adw_alert_dialog_set_heading (dialog, _ ("The Session Has Stopped"));
  adw_alert_dialog_set_body (dialog, _ ("Lift the needles off first. What happened?"));
  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
}

static AdwDialog *
create (StpWorkspace *workspace, const char *session)
{
  StpStopDialog *self = g_object_new (STP_TYPE_STOP_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->session = g_strdup (session);
  if (session)
    ask_afterwards (ADW_ALERT_DIALOG (self));
  else
    ask_first (ADW_ALERT_DIALOG (self));
  add_reasons (self);

  return ADW_DIALOG (self);
}

static AdwDialog *
stop_at_once (StpWorkspace *workspace)
{
  StpProcedure *procedure = stp_workspace_get_procedure (workspace);
  g_autofree char *session = g_strdup (stp_record_get_id (stp_procedure_get_session (procedure)));
  g_autoptr (GError) error = NULL;

  if (stp_procedure_stop (procedure, NULL, &error))
    return create (workspace, session);

  stp_workspace_report (workspace, error);
  return NULL;
}

/**
 * stp_stop_dialog_stop:
 * @parent: where the dialog is presented
 *
 * Stops the session in progress: with needles in the hand at once, and asks what happened then;
 * before and after them it asks first.
 */
void
stp_stop_dialog_stop (StpWorkspace *workspace, GtkWidget *parent)
{
  StpProcedure *procedure = stp_workspace_get_procedure (workspace);
  /* The page that was stopped goes away with its phase. */
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (parent));
  AdwDialog *dialog = stp_procedure_is_needling (procedure) ? stop_at_once (workspace)
                                                            : create (workspace, NULL);

  if (dialog)
    present (dialog, window);
}
