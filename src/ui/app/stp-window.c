// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-window.h"

#include <glib/gi18n.h>

#include "app/stp-notices.h"
#include "app/stp-window-size.h"
#include "calendar/stp-calendar-pane.h"
#include "library/stp-library-pane.h"
#include "protocol/stp-procedure.h"
#include "session/stp-session-pane.h"
#include "shared/stp-pane.h"

struct _StpWindow
{
  AdwApplicationWindow parent_instance;

  StpWorkspace *workspace; /* (owned) (nullable) */
  gboolean saved;          /* what is on disk is what is on screen: the window may go */
  gboolean leaving;        /* the user knows that a session is going on */

  AdwViewStack *stack;
  AdwViewSwitcher *switcher;
  AdwToastOverlay *toast_overlay;
  GtkWidget *status_page; /* NULL while there was nothing to wait for and no problem */
  GtkStack *states;
  GtkMenuButton *add_button, *main_button;
  GMenuModel *add_menu, *main_menu;
  StpNotices *notices;
};

G_DEFINE_FINAL_TYPE (StpWindow, stp_window, ADW_TYPE_APPLICATION_WINDOW)

/* The panes in the order of the switcher. All that the window knows of them is their base. */
static const struct
{
  const char *name;
  GType (*get_type) (void);
} panes[] = {
  { "calendar", stp_calendar_pane_get_type },
  { "library", stp_library_pane_get_type },
  { "session", stp_session_pane_get_type },
};

static gboolean
has_dialog (StpWindow *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL;
}

static void
say_above (StpWindow *self, const char *text)
{
  AdwDialog *alert = adw_alert_dialog_new (text, NULL);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

/* A toast lies behind a dialog, where nobody sees why what they did there was not done. */
static void
toast_cb (StpWindow *self, AdwToast *toast)
{
  if (has_dialog (self) && adw_toast_get_priority (toast) == ADW_TOAST_PRIORITY_HIGH)
    say_above (self, adw_toast_get_title (toast));
  else
    adw_toast_overlay_add_toast (self->toast_overlay, g_object_ref (toast));
}

/* What was said of one pane would cover the buttons of another, and Undo beside what was said of
 * an edit would undo the one after it. */
static void
dismiss_toasts (StpWindow *self)
{
  adw_toast_overlay_dismiss_all (self->toast_overlay);
}

static void
navigate_cb (StpWindow *self, const char *pane, const char *id)
{
  GtkWidget *child = adw_view_stack_get_child_by_name (self->stack, pane);

  g_return_if_fail (child != NULL);

  adw_view_stack_set_visible_child (self->stack, child);
  stp_pane_open (STP_PANE (child), id);
}

static void
show_pane (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpWindow *self = STP_WINDOW (widget);
  GtkWidget *child = adw_view_stack_get_child_by_name (self->stack,
                                                       g_variant_get_string (parameter, NULL));

  if (!child)
    return;

  /* Whoever comes by a key goes on with keys. The stack moves the focus itself if it was in the
   * pane before; to move it once more would skip the first thing. */
  adw_view_stack_set_visible_child (self->stack, child);
  if (!gtk_widget_get_focus_child (child))
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

/* A task may name what it is about, as a detailed action name does. */
static void
do_task (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpWindow *self = STP_WINDOW (widget);
  const char *task = g_variant_get_string (parameter, NULL);
  g_auto (GStrv) parts = g_strsplit (task, ".", 2);
  GtkWidget *child = adw_view_stack_get_child_by_name (self->stack, parts[0]);
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  if (!child || !g_action_parse_detailed_name (task, &name, &target, NULL))
    return;

  adw_view_stack_set_visible_child (self->stack, child);
  gtk_widget_activate_action_variant (child, name, target);
}

/* While a dialog is open, what Ctrl+Z would change is out of sight. */
static gboolean
may_change (StpWindow *self)
{
  return self->workspace && !has_dialog (self);
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpWindow *self = STP_WINDOW (widget);
  StpDiary *diary = self->workspace ? stp_workspace_get_diary (self->workspace) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean partial;

  if (!may_change (self))
    return;

  partial = stp_diary_is_undo_partial (diary);
  if (!stp_diary_undo (diary, &error))
    stp_workspace_report (self->workspace, error);
  else if (partial)
    stp_workspace_toast (self->workspace, _ ("Undone. Some check-ins and sessions stay."));
}

static void
redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StpWindow *self = STP_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (may_change (self) && !stp_diary_redo (stp_workspace_get_diary (self->workspace), &error))
    stp_workspace_report (self->workspace, error);
}

static void
update_actions (StpWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_undo = FALSE;
  gboolean can_redo = FALSE;
  gboolean read_only = TRUE;

  if (self->workspace)
    g_object_get (stp_workspace_get_diary (self->workspace), "can-undo", &can_undo, "can-redo",
                  &can_redo, "read-only", &read_only, NULL);

  gtk_widget_action_set_enabled (widget, "win.undo", can_undo);
  gtk_widget_action_set_enabled (widget, "win.redo", can_redo);
  gtk_widget_action_set_enabled (widget, "win.task", !read_only);
}

static void
add_panes (StpWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      StpPane *pane = g_object_new (panes[i].get_type (), "workspace", self->workspace, NULL);
      AdwViewStackPage *page = adw_view_stack_add_named (self->stack, GTK_WIDGET (pane),
                                                         panes[i].name);
      const GBindingFlags flags = G_BINDING_SYNC_CREATE;

      g_object_bind_property (pane, "title", page, "title", flags);
      g_object_bind_property (pane, "icon-name", page, "icon-name", flags);
      g_object_bind_property (pane, "needs-attention", page, "needs-attention", flags);
    }
}

static void
leave_anyway_cb (StpWindow *self, const char *response)
{
  StpStore *store = stp_workspace_get_store (self->workspace);

  self->saved = g_str_equal (response, "leave");
  if (!self->saved)
    return;
  /* A disk that said no may say yes yet; for one that says nothing the process would stay. */
  if (stp_store_get_slow (store))
    stp_store_give_up (store);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask_before_losing (StpWindow *self, const char *why)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Changes Are Not Saved"), why);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "stay", _ ("_Stay"), "leave", _ ("_Lose Changes"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "stay");
  adw_alert_dialog_set_close_response (alert, "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (leave_anyway_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  self->saved = stp_store_flush_finish (STP_STORE (source), result, &error);

  if (self->saved)
    gtk_window_close (GTK_WINDOW (self));
  else
    ask_before_losing (self, error->message);
}

static void
leave_session_cb (StpWindow *self, const char *response)
{
  self->leaving = g_str_equal (response, "leave");

  if (self->leaving)
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
is_in_session (StpWindow *self)
{
  return self->workspace &&
         stp_procedure_get_phase (stp_workspace_get_procedure (self->workspace)) == STP_PHASE_STEPS;
}

static void
ask_before_leaving (StpWindow *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (
    _ ("Leave the Session?"), _ ("It is kept as it is. Open Stipple again soon to go on: half an "
                                 "hour after the last stroke it ends there."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "stay", _ ("_Stay"), "leave", _ ("_Leave"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "stay");
  adw_alert_dialog_set_close_response (alert, "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (leave_session_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static gboolean
stp_window_close_request (GtkWindow *window)
{
  StpWindow *self = STP_WINDOW (window);
  StpStore *store = self->workspace ? stp_workspace_get_store (self->workspace) : NULL;

  if (is_in_session (self) && !self->leaving)
    {
      ask_before_leaving (self);
      return GDK_EVENT_STOP;
    }
  if (!store || self->saved)
    return GTK_WINDOW_CLASS (stp_window_parent_class)->close_request (window);

  /* Whoever waits for a folder that may never answer is told, and may go. */
  if (stp_store_get_slow (store))
    ask_before_losing (self, stp_notices_get_slow_text ());
  else
    stp_store_flush_async (store, NULL, flushed_cb, g_object_ref (self));
  return GDK_EVENT_STOP;
}

/* A menu is a tree of widgets, which a window that is opened can do without. */
static void
make_menu_cb (GtkMenuButton *button, gpointer menu)
{
  if (!gtk_menu_button_get_menu_model (button))
    gtk_menu_button_set_menu_model (button, menu);
}

static void
stp_window_dispose (GObject *object)
{
  StpWindow *self = STP_WINDOW (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_window_parent_class)->dispose (object);
}

static void
stp_window_class_init (StpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = stp_window_close_request;

  g_type_ensure (STP_TYPE_NOTICES);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/app/stp-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StpWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, StpWindow, add_menu);
  gtk_widget_class_bind_template_child (widget_class, StpWindow, main_button);
  gtk_widget_class_bind_template_child (widget_class, StpWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, StpWindow, notices);
  gtk_widget_class_bind_template_child (widget_class, StpWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, StpWindow, states);
  gtk_widget_class_bind_template_child (widget_class, StpWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, StpWindow, toast_overlay);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_toasts);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.pane", "s", show_pane);
  gtk_widget_class_install_action (widget_class, "win.task", "s", do_task);

  /* Not accelerators of the application: those would come before a text entry's own undo. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
}

static void
stp_window_init (StpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  if (DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");

  gtk_menu_button_set_create_popup_func (self->add_button, make_menu_cb, self->add_menu, NULL);
  gtk_menu_button_set_create_popup_func (self->main_button, make_menu_cb, self->main_menu, NULL);
  stp_window_size_restore (GTK_WINDOW (self));
  update_actions (self);
}

/**
 * stp_window_new:
 * @application: the application the window belongs to
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
StpWindow *
stp_window_new (GtkApplication *application)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  return g_object_new (STP_TYPE_WINDOW, "application", application, NULL);
}

/**
 * stp_window_get_workspace:
 *
 * Returns: (transfer none) (nullable): the workspace, %NULL before there is one
 */
StpWorkspace *
stp_window_get_workspace (StpWindow *self)
{
  g_return_val_if_fail (STP_IS_WINDOW (self), NULL);

  return self->workspace;
}

/**
 * stp_window_set_workspace:
 * @workspace: the open diary and what is derived from it
 *
 * Fills the window with its panes. To be called once.
 */
void
stp_window_set_workspace (StpWindow *self, StpWorkspace *workspace)
{
  g_return_if_fail (STP_IS_WINDOW (self));
  g_return_if_fail (STP_IS_WORKSPACE (workspace));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "toast", G_CALLBACK (toast_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "navigate", G_CALLBACK (navigate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (stp_workspace_get_diary (workspace), "changed",
                           G_CALLBACK (dismiss_toasts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stp_workspace_get_diary (workspace), "notify",
                           G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);

  stp_notices_set_workspace (self->notices, workspace);
  add_panes (self);
  update_actions (self);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), TRUE);
  gtk_stack_set_visible_child_name (self->states, "panes");
}

/* Almost no window that is opened ever needs it. */
static void
show_status (StpWindow *self, AdwStatusPage *page)
{
  if (self->status_page)
    gtk_stack_remove (self->states, self->status_page);
  self->status_page = GTK_WIDGET (page);
  gtk_stack_add_child (self->states, self->status_page);
  gtk_stack_set_visible_child (self->states, self->status_page);
}

/**
 * stp_window_show_opening:
 *
 * Says that the window waits for its diary.
 */
void
stp_window_show_opening (StpWindow *self)
{
  AdwStatusPage *page;
  GtkWidget *spinner;

  g_return_if_fail (STP_IS_WINDOW (self));

  page = ADW_STATUS_PAGE (adw_status_page_new ());
  spinner = adw_spinner_new ();
  gtk_widget_set_size_request (spinner, 48, 48);
  adw_status_page_set_title (page, _ ("Opening the Diary…"));
  adw_status_page_set_description (page, _ ("Its folder takes long to answer."));
  adw_status_page_set_child (page, spinner);
  show_status (self, page);
}

/**
 * stp_window_show_problem:
 * @error: why there is no diary, in a sentence
 *
 * Says why the window has no panes, and offers to try again.
 */
void
stp_window_show_problem (StpWindow *self, const GError *error)
{
  g_autofree char *markup = NULL;
  AdwStatusPage *page;
  GtkWidget *button;

  g_return_if_fail (STP_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  page = ADW_STATUS_PAGE (adw_status_page_new ());
  button = gtk_button_new_with_mnemonic (_ ("_Try Again"));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.open-diary");

  adw_status_page_set_icon_name (page, "dialog-warning-symbolic");
  adw_status_page_set_title (page, _ ("The Diary Could Not Be Opened"));
  markup = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (page, markup);
  adw_status_page_set_child (page, button);
  show_status (self, page);
}

/**
 * stp_window_get_visible_pane:
 *
 * Returns: (nullable): the name of the pane that is shown
 */
const char *
stp_window_get_visible_pane (StpWindow *self)
{
  g_return_val_if_fail (STP_IS_WINDOW (self), NULL);

  return adw_view_stack_get_visible_child_name (self->stack);
}
