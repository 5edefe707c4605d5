// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-stop-dialog.h"

#include <glib/gi18n.h>

#include "protocol/stp-procedure.h"

struct _StpStopDialog
{
  AdwAlertDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  GPtrArray *checks;       /* (element-type GtkCheckButton): by index of the reason */
};

G_DEFINE_FINAL_TYPE (StpStopDialog, stp_stop_dialog, ADW_TYPE_ALERT_DIALOG)

static StpProcedure *
get_procedure (StpStopDialog *self)
{
  return stp_workspace_get_procedure (self->workspace);
}

static guint
get_chosen (StpStopDialog *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      return i;

  return self->checks->len;
}

static void
update_response (StpStopDialog *self)
{
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "stop",
                                         get_chosen (self) < self->checks->len);
}

static GtkWidget *
create_row (StpStopDialog *self, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks->pdata[0]);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_response), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  return row;
}

static void
add_reasons (StpStopDialog *self)
{
  StpProcedure *procedure = get_procedure (self);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What happened"), -1);
  for (guint i = 0; i < stp_procedure_get_n_stop_reasons (procedure); i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         create_row (self, stp_procedure_get_stop_reason (procedure, i).title));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self), list);
}

/* The pane has gone on to aftercare by then: what to do now stands above it until it is read. */
static void
say_what_to_do (StpStopReason reason, GtkWidget *parent)
{
  AdwDialog *dialog = adw_alert_dialog_new (reason.title, reason.text);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
}

static void
stp_stop_dialog_response (AdwAlertDialog *dialog, const char *response)
{
  StpStopDialog *self = STP_STOP_DIALOG (dialog);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  const guint chosen = get_chosen (self);
  g_autoptr (GError) error = NULL;
  StpStopReason reason;

  if (!g_str_equal (response, "stop") || chosen == self->checks->len)
    return;

  reason = stp_procedure_get_stop_reason (get_procedure (self), chosen);
  if (stp_procedure_stop (get_procedure (self), reason.id, &error))
    say_what_to_do (reason, window);
  else
    stp_workspace_report (self->workspace, error);
}

static void
stp_stop_dialog_finalize (GObject *object)
{
  StpStopDialog *self = STP_STOP_DIALOG (object);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
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
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (self);

  self->checks = g_ptr_array_new ();
  adw_alert_dialog_set_heading (dialog, _ ("Stop the Session?"));
  adw_alert_dialog_set_body (dialog, _ ("Lift the needles off first. What happened?"));
  adw_alert_dialog_add_responses (dialog, "go-on", _ ("_Go On"), "stop", _ ("_Stop Session"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "stop", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (dialog, "go-on");
  adw_alert_dialog_set_prefer_wide_layout (dialog, TRUE);
}

/**
 * stp_stop_dialog_new:
 *
 * Returns: (transfer floating): a dialog that stops the session in progress
 */
AdwDialog *
stp_stop_dialog_new (StpWorkspace *workspace)
{
  StpStopDialog *self = g_object_new (STP_TYPE_STOP_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  add_reasons (self);
  update_response (self);

  return ADW_DIALOG (self);
}
