// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-session-pane.h"

#include <glib/gi18n.h>

#include "protocol/stp-procedure.h"
#include "rules/stp-kit.h"
#include "session/stp-aftercare-page.h"
#include "session/stp-awake.h"
#include "session/stp-barred-page.h"
#include "session/stp-clearance-dialog.h"
#include "session/stp-consultation-dialog.h"
#include "session/stp-first-things.h"
#include "session/stp-gate-page.h"
#include "session/stp-interrupted-page.h"
#include "session/stp-nothing-page.h"
#include "session/stp-overdue-page.h"
#include "session/stp-prepare-page.h"
#include "session/stp-questionnaire-dialog.h"
#include "session/stp-replan.h"
#include "session/stp-session-tasks.h"
#include "session/stp-steps-page.h"
#include "shared/stp-device-dialog.h"
#include "shared/stp-log-use-dialog.h"

struct _StpSessionPane
{
  StpPane parent_instance;

  StpPhase phase;
  char *session;     /* (nullable): id of the session that the page is about */
  const char *alert; /* (nullable): what the desktop was told last */
  guint awake;       /* what lets the screen sleep again */
};

G_DEFINE_FINAL_TYPE (StpSessionPane, stp_session_pane, STP_TYPE_PANE)

static const struct
{
  GType (*get_type) (void);
  gboolean needs_attention;
} pages[] = {
  [STP_PHASE_NOTHING] = { stp_nothing_page_get_type, FALSE },
  [STP_PHASE_BARRED] = { stp_barred_page_get_type, FALSE },
  [STP_PHASE_PREPARE] = { stp_prepare_page_get_type, FALSE },
  [STP_PHASE_GATE] = { stp_gate_page_get_type, TRUE },
  [STP_PHASE_OVERDUE] = { stp_overdue_page_get_type, TRUE },
  [STP_PHASE_STEPS] = { stp_steps_page_get_type, TRUE },
  [STP_PHASE_INTERRUPTED] = { stp_interrupted_page_get_type, TRUE },
  [STP_PHASE_AFTERCARE] = { stp_aftercare_page_get_type, FALSE },
};

static StpProcedure *
get_procedure (StpSessionPane *self)
{
  return stp_workspace_get_procedure (stp_pane_get_workspace (STP_PANE (self)));
}

static gboolean
has_focus_within (StpSessionPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
show_page (StpSessionPane *self, GType type)
{
  const gboolean had_focus = has_focus_within (self);
  GtkWidget *page = g_object_new (type, "workspace", stp_pane_get_workspace (STP_PANE (self)),
                                  NULL);

  adw_bin_set_child (ADW_BIN (self), page);
  /* Whoever works by keyboard goes on where the next thing is, not at the top of the window. A page
   * may know better what that is. */
  if (had_focus && !gtk_widget_get_focus_child (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static const char *
get_session_id (StpSessionPane *self)
{
  StpSession *session = stp_procedure_get_session (get_procedure (self));

  return session ? stp_record_get_id (session) : NULL;
}

static gboolean
shows_phase (StpSessionPane *self)
{
  return adw_bin_get_child (ADW_BIN (self)) &&
         self->phase == stp_procedure_get_phase (get_procedure (self)) &&
         g_strcmp0 (self->session, get_session_id (self)) == 0;
}

static void
show_phase (StpSessionPane *self)
{
  if (shows_phase (self))
    return;

  self->phase = stp_procedure_get_phase (get_procedure (self));
  g_set_str (&self->session, get_session_id (self));
  show_page (self, pages[self->phase].get_type ());
}

static void
on_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpSessionPane) self = STP_SESSION_PANE (user_data);
  g_autoptr (GError) error = NULL;

  if (!stp_store_flush_finish (STP_STORE (source), result, &error))
    stp_workspace_report (stp_pane_get_workspace (STP_PANE (self)), error);
  show_phase (self);
}

static void
update_attention (StpSessionPane *self)
{
  const StpPhase phase = stp_procedure_get_phase (get_procedure (self));

  stp_pane_set_needs_attention (STP_PANE (self),
                                pages[phase].needs_attention ||
                                  stp_procedure_has_check_in (get_procedure (self)));
}

/* Whoever waits for numbing cream does something else meanwhile. */
static void
tell_desktop (StpSessionPane *self)
{
  GApplication *application = g_application_get_default ();
  const char *alert = stp_procedure_get_alert (get_procedure (self));
  g_autoptr (GNotification) notification = NULL;

  if (alert == self->alert || !application)
    return;

  self->alert = alert;
  if (!alert)
    {
      g_application_withdraw_notification (application, "session-alert");
      return;
    }
  notification = g_notification_new (_ ("Your Session"));
  g_notification_set_body (notification, alert);
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_URGENT);
  g_application_send_notification (application, "session-alert", notification);
}

/* Also while another pane is looked at: the session goes on. */
static void
keep_awake (StpSessionPane *self)
{
  const gboolean in_steps = gtk_widget_get_root (GTK_WIDGET (self)) &&
                            stp_procedure_get_phase (get_procedure (self)) == STP_PHASE_STEPS;

  if (in_steps && self->awake == 0)
    self->awake = stp_awake_hold (GTK_WIDGET (self));
  else if (!in_steps)
    stp_awake_release (g_steal_handle_id (&self->awake));
}

static void
stp_session_pane_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stp_session_pane_parent_class)->root (widget);

  keep_awake (STP_SESSION_PANE (widget));
}

static void
stp_session_pane_unroot (GtkWidget *widget)
{
  stp_awake_release (g_steal_handle_id (&STP_SESSION_PANE (widget)->awake));

  GTK_WIDGET_CLASS (stp_session_pane_parent_class)->unroot (widget);
}

/* What the next page builds on is to be on disk before it is seen. */
static void
follow_phase (StpSessionPane *self)
{
  StpStore *store = stp_workspace_get_store (stp_pane_get_workspace (STP_PANE (self)));

  update_attention (self);
  tell_desktop (self);
  keep_awake (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || shows_phase (self))
    return;
  if (store)
    stp_store_flush_async (store, NULL, on_flushed_cb, g_object_ref (self));
  else
    show_phase (self);
}

/* The page is made when it is first wanted, so that the start is not slower for it. */
static void
stp_session_pane_map (GtkWidget *widget)
{
  show_phase (STP_SESSION_PANE (widget));

  GTK_WIDGET_CLASS (stp_session_pane_parent_class)->map (widget);
}

static void
edit_consultation (GtkWidget *widget, const char *name, GVariant *target)
{
  StpWorkspace *workspace = stp_pane_get_workspace (STP_PANE (widget));

  adw_dialog_present (stp_consultation_dialog_new (workspace), widget);
}

static void
edit_answers (GtkWidget *widget, const char *name, GVariant *target)
{
  StpWorkspace *workspace = stp_pane_get_workspace (STP_PANE (widget));

  adw_dialog_present (stp_questionnaire_dialog_new (workspace), widget);
}

static void
edit_clearance (GtkWidget *widget, const char *name, GVariant *target)
{
  StpWorkspace *workspace = stp_pane_get_workspace (STP_PANE (widget));

  adw_dialog_present (stp_clearance_dialog_new (workspace, g_variant_get_string (target, NULL)),
                      widget);
}

static void
edit_device (GtkWidget *widget, const char *name, GVariant *target)
{
  StpWorkspace *workspace = stp_pane_get_workspace (STP_PANE (widget));
  StpDevice *device = stp_kit_find_device (stp_workspace_get_diary (workspace));

  adw_dialog_present (stp_device_dialog_new (workspace, device), widget);
}

/* The gate opens when it is time; to start now is to move the session to now. */
static void
start_now (GtkWidget *widget, const char *name, GVariant *target)
{
  StpWorkspace *workspace = stp_pane_get_workspace (STP_PANE (widget));

  stp_replan_move (workspace, stp_clock_get_now (stp_workspace_get_clock (workspace)));
}

/* The calendar knows how to choose a time; the window knows the calendar. */
static void
move_session (GtkWidget *widget, const char *name, GVariant *target)
{
  StpSessionPane *self = STP_SESSION_PANE (widget);
  g_autofree char *task = NULL;

  if (!stp_replan_reopen (stp_pane_get_workspace (STP_PANE (self))))
    return;

  task = g_strdup_printf ("calendar.move-session::%s", get_session_id (self));
  gtk_widget_activate_action (widget, "win.task", "s", task);
}

static void
cancel_session (GtkWidget *widget, const char *name, GVariant *target)
{
  stp_replan_cancel (stp_pane_get_workspace (STP_PANE (widget)));
}

static void
log_use (GtkWidget *widget, const char *name, GVariant *target)
{
  adw_dialog_present (stp_log_use_dialog_new (stp_pane_get_workspace (STP_PANE (widget)), NULL),
                      widget);
}

static void
stp_session_pane_constructed (GObject *object)
{
  StpSessionPane *self = STP_SESSION_PANE (object);

  G_OBJECT_CLASS (stp_session_pane_parent_class)->constructed (object);

  g_signal_connect_object (get_procedure (self), "changed", G_CALLBACK (follow_phase), self,
                           G_CONNECT_SWAPPED);
  update_attention (self);
}

static void
stp_session_pane_finalize (GObject *object)
{
  StpSessionPane *self = STP_SESSION_PANE (object);

  g_clear_pointer (&self->session, g_free);

  G_OBJECT_CLASS (stp_session_pane_parent_class)->finalize (object);
}

static void
stp_session_pane_class_init (StpSessionPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = stp_session_pane_constructed;
  G_OBJECT_CLASS (klass)->finalize = stp_session_pane_finalize;
  widget_class->map = stp_session_pane_map;
  widget_class->root = stp_session_pane_root;
  widget_class->unroot = stp_session_pane_unroot;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-session-pane.ui");
  gtk_widget_class_install_action (widget_class, "session.edit-consultation", NULL,
                                   edit_consultation);
  gtk_widget_class_install_action (widget_class, "session.edit-answers", NULL, edit_answers);
  gtk_widget_class_install_action (widget_class, "session.edit-clearance", "s", edit_clearance);
  gtk_widget_class_install_action (widget_class, "session.edit-device", NULL, edit_device);
  gtk_widget_class_install_action (widget_class, "session.start-now", NULL, start_now);
  gtk_widget_class_install_action (widget_class, "session.move", NULL, move_session);
  gtk_widget_class_install_action (widget_class, "session.cancel", NULL, cancel_session);
  gtk_widget_class_install_action (widget_class, "session.log-use", NULL, log_use);
  stp_session_tasks_install (widget_class);
}

static void
stp_session_pane_init (StpSessionPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
