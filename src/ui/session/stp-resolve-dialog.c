// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-resolve-dialog.h"

#include "protocol/stp-check-in.h"
#include "session/stp-session-form.h"
#include "shared/stp-day-row.h"
#include "shared/stp-dialog-focus.h"

struct _StpResolveDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpReaction *reaction;   /* (owned) */

  AdwEntryRow *by_row;
  AdwSpinRow *day_row;
  AdwEntryRow *note_row;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (StpResolveDialog, stp_resolve_dialog, ADW_TYPE_DIALOG)

static void
on_changed_cb (StpResolveDialog *self)
{
  g_autofree char *by = stp_session_form_dup_text (self->by_row);

  gtk_widget_set_sensitive (self->save_button, by != NULL);
}

static void
on_save_clicked_cb (StpResolveDialog *self)
{
  g_autofree char *by = stp_session_form_dup_text (self->by_row);
  g_autofree char *note = stp_session_form_dup_text (self->note_row);
  g_autoptr (GError) error = NULL;

  if (stp_check_in_resolve (stp_workspace_get_timeline (self->workspace), self->reaction, by,
                            stp_day_row_get (self->day_row), note, &error))
    adw_dialog_close (ADW_DIALOG (self));
  else
    stp_workspace_report (self->workspace, error);
}

static void
stp_resolve_dialog_finalize (GObject *object)
{
  StpResolveDialog *self = STP_RESOLVE_DIALOG (object);

  g_clear_object (&self->reaction);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_resolve_dialog_parent_class)->finalize (object);
}

static void
stp_resolve_dialog_class_init (StpResolveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stp_resolve_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-resolve-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpResolveDialog, by_row);
  gtk_widget_class_bind_template_child (widget_class, StpResolveDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, StpResolveDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, StpResolveDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
stp_resolve_dialog_init (StpResolveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stp_dialog_focus_when_open (ADW_DIALOG (self));
}

/**
 * stp_resolve_dialog_new:
 * @reaction: the check-in with the alarm
 *
 * Returns: (transfer floating): a form for what a doctor said about it
 */
AdwDialog *
stp_resolve_dialog_new (StpWorkspace *workspace, StpReaction *reaction)
{
  StpResolveDialog *self = g_object_new (STP_TYPE_RESOLVE_DIALOG, NULL);
  StpClock *clock = stp_workspace_get_clock (workspace);
  const guint today = stp_clock_get_today (clock);

  self->workspace = g_object_ref (workspace);
  self->reaction = g_object_ref (reaction);
  /* Nobody says that it is over before it was seen. */
  stp_day_row_setup (self->day_row,
                     MIN (stp_day_of (reaction->at.us, stp_clock_get_zone (clock)), today), today);
  return ADW_DIALOG (self);
}
