// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-app.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "app/stp-data-actions.h"
#include "app/stp-help-actions.h"
#include "app/stp-open-actions.h"
#include "app/stp-preferences.h"
#include "app/stp-restore-dialog.h"
#include "app/stp-search-provider.h"
#include "app/stp-shortcuts.h"
#include "app/stp-welcome-dialog.h"
#include "app/stp-window.h"
#include "protocol/stp-procedure.h"
#include "rules/stp-timeline.h"
#include "store/stp-store.h"

/* How long a window waits for its diary, in milliseconds, before it opens without: drawing it
 * twice costs more than a diary that is read in a tenth of that. */
#define PATIENCE 400

/* How long after that it says what it waits for: to say it for a moment would only flicker. */
#define LAST_PATIENCE 800

/* How long a process that was only asked something stays, in milliseconds. */
#define SERVICE_LINGERS (60 * 1000)

struct _StpApp
{
  AdwApplication parent_instance;

  StpClock *clock;           /* (owned) */
  StpStore *store;           /* (owned) */
  StpWorkspace *workspace;   /* (owned) (nullable): NULL until the diary is loaded */
  StpSearchProvider *search; /* (owned) */
  GError *problem;           /* (owned) (nullable): why it could not be loaded */
  char *task;                /* (nullable): for the window as soon as there is a diary */
  GFile *file;               /* (owned) (nullable): to be opened then */
  GError *trouble;           /* (owned) (nullable): to be told then */
  guint patience;            /* source that opens the window without its diary, then says what
                              * it waits for; 0 if none */
};

G_DEFINE_FINAL_TYPE (StpApp, stp_app, ADW_TYPE_APPLICATION)

/* Where the diary lies that was open last. */
static GFile *
dup_folder (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *last = g_settings_get_string (settings, "diary");

  return *last ? g_file_new_for_path (last) : stp_app_dup_home ();
}

/* Where the diary is read, so that the window need not wait while years of it are gone through. */
static GObject *
derive_timeline (StpDiary *diary)
{
  return G_OBJECT (stp_timeline_new (diary));
}

static StpWorkspace *
make_workspace (StpApp *self, StpDiary *diary)
{
  g_autoptr (StpTimeline) timeline = stp_store_steal_derived (self->store);
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  StpWorkspace *workspace = stp_workspace_new (self->clock, self->store, diary, timeline,
                                               procedure);

  stp_workspace_set_selected_day (workspace, stp_clock_get_today (self->clock));

  return workspace;
}

static void
fill_window (StpApp *self, StpWindow *window)
{
  if (self->workspace)
    stp_window_set_workspace (window, self->workspace);
  else if (self->problem)
    stp_window_show_problem (window, self->problem);
}

static void
greeted_cb (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  g_settings_set_boolean (settings, "greeted", TRUE);
}

static gboolean
greet_cb (gpointer user_data)
{
  StpApp *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  AdwDialog *dialog;

  if (!self->workspace || !window)
    return G_SOURCE_REMOVE;

  dialog = stp_welcome_dialog_new (self->workspace);
  g_signal_connect (dialog, "closed", G_CALLBACK (greeted_cb), NULL);
  adw_dialog_present (dialog, GTK_WIDGET (window));

  return G_SOURCE_REMOVE;
}

/* Whoever has told the diary something already knows what Stipple is. Idle, since the window is to
 * be seen first. */
static void
greet (StpApp *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  if (self->workspace && !g_settings_get_boolean (settings, "greeted") &&
      stp_welcome_dialog_is_wanted (self->workspace))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, greet_cb, g_object_ref (self), g_object_unref);
}

/* What the application was started for waits until the diary is read. */
static void
do_what_waits (StpApp *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *task = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) trouble = NULL;

  if (!self->workspace || !window)
    return;

  trouble = g_steal_pointer (&self->trouble);
  stp_workspace_report (self->workspace, trouble);
  task = g_steal_pointer (&self->task);
  file = g_steal_pointer (&self->file);
  if (task)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.task", "s", task);
  if (file)
    stp_open_actions_open (self, file);
}

static gboolean
show_icon_cb (gpointer window)
{
  gtk_window_set_icon_name (window, APPLICATION_ID);

  return G_SOURCE_REMOVE;
}

/* Idle, since the window is to be seen first: to draw the icon takes a tenth of what opening it
 * does, and only a desktop that does not know the application by its desktop file ever shows it. */
static void
show_icon (GtkWindow *window)
{
  g_idle_add_full (G_PRIORITY_LOW, show_icon_cb, g_object_ref (window), g_object_unref);
}

static void
open_window (StpApp *self)
{
  StpWindow *window = stp_window_new (GTK_APPLICATION (self));

  g_clear_handle_id (&self->patience, g_source_remove);
  fill_window (self, window);
  gtk_window_present (GTK_WINDOW (window));
  show_icon (GTK_WINDOW (window));
  greet (self);
  do_what_waits (self);
}

static void
still_opening_cb (gpointer user_data)
{
  StpApp *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  self->patience = 0;
  if (window)
    stp_window_show_opening (STP_WINDOW (window));
}

static void
out_of_patience_cb (gpointer user_data)
{
  StpApp *self = user_data;

  self->patience = 0;
  open_window (self);
  self->patience = g_timeout_add_once (LAST_PATIENCE, still_opening_cb, self);
}

static void open_store (StpApp *self, GFile *folder, gboolean must_exist);

/* Of a diary that is gone since it was open last nothing is made again: the first is opened. */
static gboolean
open_home_instead (StpApp *self)
{
  g_autoptr (GFile) home = stp_app_dup_home ();

  if (!g_error_matches (self->problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return FALSE;
  g_clear_error (&self->problem);
  g_clear_object (&self->file);
  g_clear_error (&self->trouble);
  g_set_error_literal (&self->trouble, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _ ("The diary is no longer where it was. The first one was opened."));
  g_clear_object (&self->store);
  open_store (self, home, FALSE);
  return TRUE;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  StpDiary *diary = stp_store_load_finish (STP_STORE (source), result, &self->problem);

  if (!diary && open_home_instead (self))
    {
      g_application_release (G_APPLICATION (self));
      return;
    }
  if (diary)
    self->workspace = make_workspace (self, diary);
  stp_search_provider_set_workspace (self->search, self->workspace);

  if (window)
    {
      g_clear_handle_id (&self->patience, g_source_remove);
      fill_window (self, STP_WINDOW (window));
      greet (self);
      do_what_waits (self);
    }
  else if (self->patience)
    {
      open_window (self);
    }

  g_application_release (G_APPLICATION (self));
}

static void
load_diary (StpApp *self)
{
  stp_search_provider_wait (self->search);
  g_application_hold (G_APPLICATION (self));
  stp_store_load_async (self->store, NULL, loaded_cb, g_object_ref (self));
}

static void
open_store (StpApp *self, GFile *folder, gboolean must_exist)
{
  self->store = stp_store_new (folder, self->clock);
  stp_store_set_must_exist (self->store, must_exist);
  stp_store_set_derive (self->store, derive_timeline);
  load_diary (self);
}

/* After a problem, and once: whoever presses twice does not open the diary twice. */
static void
open_diary (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *self = user_data;

  if (!self->problem)
    return;
  g_clear_error (&self->problem);
  load_diary (self);
}

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
show_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window && self->workspace)
    adw_dialog_present (ADW_DIALOG (stp_preferences_new (self->workspace)), GTK_WIDGET (window));
}

static void
show_restore (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window && self->workspace)
    adw_dialog_present (ADW_DIALOG (stp_restore_dialog_new (self->workspace)), GTK_WIDGET (window));
}

static void
start_task (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *self = user_data;

  g_set_str (&self->task, g_str_equal (g_action_get_name (G_ACTION (action)), "log-use")
                            ? "calendar.log-use"
                            : "calendar.plan-session");
  g_application_activate (G_APPLICATION (self));
  do_what_waits (self);
}

static const GActionEntry actions[] = {
  { "open-diary", open_diary },        { "quit", quit },
  { "preferences", show_preferences }, { "restore", show_restore },
  { "plan-session", start_task },      { "log-use", start_task },
};

/* Shutting down saves what is still on its way. */
static gboolean
told_to_end_cb (gpointer application)
{
  g_application_quit (application);

  return G_SOURCE_REMOVE;
}

static void
stp_app_startup (GApplication *application)
{
  StpApp *self = STP_APP (application);
  g_autoptr (GFile) folder = dup_folder ();
  g_autoptr (GFile) home = stp_app_dup_home ();

  /* First, so that a worker reads the diary while GTK starts. */
  self->clock = stp_clock_new ();
  open_store (self, folder, !g_file_equal (folder, home));

  G_APPLICATION_CLASS (stp_app_parent_class)->startup (application);

  /* GTK would draw it before the window; see show_icon(). */
  gtk_window_set_default_icon_name (NULL);

  /* Whoever searches types on, and the diary need not be read for each letter. */
  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    g_application_set_inactivity_timeout (application, SERVICE_LINGERS);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  stp_data_actions_install (self);
  stp_help_actions_install (self);
  stp_shortcuts_install (GTK_APPLICATION (self));
  g_unix_signal_add (SIGTERM, told_to_end_cb, self);
  g_unix_signal_add (SIGHUP, told_to_end_cb, self);
  g_unix_signal_add (SIGINT, told_to_end_cb, self);
}

/* One at a time: each is looked through before anything is kept. */
static void
stp_app_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  StpApp *self = STP_APP (application);

  g_set_object (&self->file, files[0]);
  g_application_activate (application);
  do_what_waits (self);
}

static gboolean
stp_app_dbus_register (GApplication *application,
                       GDBusConnection *connection,
                       const char *path,
                       GError **error)
{
  return G_APPLICATION_CLASS (stp_app_parent_class)
           ->dbus_register (application, connection, path, error) &&
         stp_search_provider_export (STP_APP (application)->search, connection, path, error);
}

static void
stp_app_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *path)
{
  stp_search_provider_unexport (STP_APP (application)->search, connection);

  G_APPLICATION_CLASS (stp_app_parent_class)->dbus_unregister (application, connection, path);
}

static void
stp_app_activate (GApplication *application)
{
  StpApp *self = STP_APP (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window)
    gtk_window_present (window);
  else if (self->workspace || self->problem)
    open_window (self);
  else if (!self->patience)
    self->patience = g_timeout_add_once (PATIENCE, out_of_patience_cb, self);
}

static void
stp_app_shutdown (GApplication *application)
{
  StpApp *self = STP_APP (application);
  g_autoptr (GError) error = NULL;

  /* A window has flushed and asked before it closed; this is for an end without a window. */
  if (self->workspace && !stp_store_flush (self->store, &error))
    g_printerr ("%s\n", error->message);

  G_APPLICATION_CLASS (stp_app_parent_class)->shutdown (application);
}

static void
stp_app_dispose (GObject *object)
{
  StpApp *self = STP_APP (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_pointer (&self->task, g_free);
  g_clear_object (&self->file);
  g_clear_object (&self->search);
  g_clear_object (&self->workspace);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_error (&self->problem);
  g_clear_error (&self->trouble);

  G_OBJECT_CLASS (stp_app_parent_class)->dispose (object);
}

static void
stp_app_class_init (StpAppClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stp_app_dispose;
  G_APPLICATION_CLASS (klass)->startup = stp_app_startup;
  G_APPLICATION_CLASS (klass)->activate = stp_app_activate;
  G_APPLICATION_CLASS (klass)->open = stp_app_open;
  G_APPLICATION_CLASS (klass)->dbus_register = stp_app_dbus_register;
  G_APPLICATION_CLASS (klass)->dbus_unregister = stp_app_dbus_unregister;
  G_APPLICATION_CLASS (klass)->shutdown = stp_app_shutdown;
}

static void
stp_app_init (StpApp *self)
{
  self->search = stp_search_provider_new (G_APPLICATION (self));
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
                       RESOURCE_PATH, "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}

/**
 * stp_app_dup_home:
 *
 * Returns: (transfer full): where the first diary lies, and below it the others
 */
GFile *
stp_app_dup_home (void)
{
  const char *folder = g_getenv ("STIPPLE_DIARY_DIR");
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), APPLICATION_ID, NULL);

  return g_file_new_for_path (folder && *folder ? folder : own);
}

/**
 * stp_app_get_workspace:
 *
 * Returns: (transfer none) (nullable): the open diary; %NULL until it is loaded
 */
StpWorkspace *
stp_app_get_workspace (StpApp *self)
{
  g_return_val_if_fail (STP_IS_APP (self), NULL);

  return self->workspace;
}

static void
remember_folder (GFile *folder)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GFile) home = stp_app_dup_home ();

  g_settings_set_string (settings, "diary",
                         g_file_equal (folder, home) ? "" : g_file_peek_path (folder));
}

/**
 * stp_app_report_when_open:
 * @error: (nullable): what went wrong with a diary that is no longer open
 *
 * Says so in the window of the next one, as soon as there is one.
 */
void
stp_app_report_when_open (StpApp *self, const GError *error)
{
  g_return_if_fail (STP_IS_APP (self));

  g_clear_error (&self->trouble);
  self->trouble = error ? g_error_copy (error) : NULL;
}

/**
 * stp_app_leave:
 *
 * Closes the diary that is open, and its window. That one must have been flushed. Nothing is open
 * until stp_app_open_folder(), which must follow.
 */
void
stp_app_leave (StpApp *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  g_return_if_fail (STP_IS_APP (self));
  g_return_if_fail (self->workspace != NULL);

  /* Without a window the application would end here. */
  g_application_hold (G_APPLICATION (self));
  if (window)
    gtk_window_destroy (window);
  stp_store_close (self->store);
  stp_search_provider_wait (self->search);
  g_clear_object (&self->workspace);
  g_clear_object (&self->store);
  g_application_activate (G_APPLICATION (self));
}

/**
 * stp_app_open_folder:
 * @folder: of another diary, or of one to be begun
 * @file: (nullable): to be opened as soon as the diary is
 * @must_exist: whether nothing is begun where the folder is gone
 *
 * Opens another diary in a window of its own, after stp_app_leave().
 */
void
stp_app_open_folder (StpApp *self, GFile *folder, GFile *file, gboolean must_exist)
{
  g_return_if_fail (STP_IS_APP (self));
  g_return_if_fail (self->store == NULL);

  remember_folder (folder);
  g_set_object (&self->file, file);
  open_store (self, folder, must_exist);
  g_application_activate (G_APPLICATION (self));
  g_application_release (G_APPLICATION (self));
}
