// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-app.h"

#include "app/stp-preferences.h"
#include "app/stp-shortcuts.h"
#include "app/stp-window.h"
#include "protocol/stp-procedure.h"
#include "rules/stp-timeline.h"

struct _StpApp
{
  AdwApplication parent_instance;

  StpClock *clock;         /* (owned) */
  StpWorkspace *workspace; /* (owned) */
};

G_DEFINE_FINAL_TYPE (StpApp, stp_app, ADW_TYPE_APPLICATION)

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  /* The window goes once everything is saved, and the application with it. */
  if (window)
    gtk_window_close (window);
  else
    g_application_quit (user_data);
}

static void
show_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);
  AdwDialog *dialog = adw_about_dialog_new_from_appdata (RESOURCE_PATH "/appdata.xml", VERSION);

  adw_about_dialog_set_application_icon (ADW_ABOUT_DIALOG (dialog), APPLICATION_ID);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
show_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window && self->workspace)
    adw_dialog_present (ADW_DIALOG (stp_preferences_new (self->workspace)), GTK_WIDGET (window));
}

static void
show_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  adw_dialog_present (stp_shortcuts_dialog_new (), GTK_WIDGET (window));
}

static const GActionEntry actions[] = {
  { "quit", quit },
  { "about", show_about },
  { "preferences", show_preferences },
  { "shortcuts", show_shortcuts },
};

static void
stp_app_startup (GApplication *application)
{
  StpApp *self = STP_APP (application);
  g_autoptr (StpDiary) diary = NULL;
  g_autoptr (StpTimeline) timeline = NULL;
  g_autoptr (StpProcedure) procedure = NULL;

  self->clock = stp_clock_new ();
  diary = stp_diary_new (self->clock);
  timeline = stp_timeline_new (diary);
  procedure = stp_procedure_new (timeline);
  self->workspace = stp_workspace_new (self->clock, NULL, diary, timeline, procedure);
  stp_workspace_set_selected_day (self->workspace, stp_clock_get_today (self->clock));

  G_APPLICATION_CLASS (stp_app_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  stp_shortcuts_install (GTK_APPLICATION (self));
}

static void
stp_app_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (!window)
    {
      window = GTK_WINDOW (stp_window_new (GTK_APPLICATION (application)));
      stp_window_set_workspace (STP_WINDOW (window), STP_APP (application)->workspace);
    }

  gtk_window_present (window);
}

static void
stp_app_dispose (GObject *object)
{
  StpApp *self = STP_APP (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (stp_app_parent_class)->dispose (object);
}

static void
stp_app_class_init (StpAppClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stp_app_dispose;
  G_APPLICATION_CLASS (klass)->startup = stp_app_startup;
  G_APPLICATION_CLASS (klass)->activate = stp_app_activate;
}

static void
stp_app_init (StpApp *self)
{
}

/**
 * stp_app_new:
 *
 * Returns: (transfer full): the application, not yet registered
 */
StpApp *
stp_app_new (void)
{
  return g_object_new (STP_TYPE_APP, "application-id", APPLICATION_ID, "resource-base-path",
                       RESOURCE_PATH, NULL);
}
