// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-data-actions.h"

#include <glib/gi18n.h>

#include "app/stp-erase-dialog.h"
#include "app/stp-restore-dialog.h"
#include "exchange/stp-demo.h"
#include "store/stp-backup.h"
#include "store/stp-erase.h"
#include "store/stp-file.h"

/* What a worker needs of a diary and a file. */
typedef struct
{
  GFile *file;
  char *folder;          /* of the diary that is open */
  char *others;          /* where further diaries go */
  StpSnapshot *snapshot; /* what is open */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->file);
  g_free (job->folder);
  g_free (job->others);
  g_clear_pointer (&job->snapshot, stp_snapshot_unref);
  g_free (job);
}

static char *
dup_others (void)
{
  g_autoptr (GFile) home = stp_app_dup_home ();

  return g_build_filename (g_file_peek_path (home), "diaries", NULL);
}

static GFile *
get_folder (StpApp *app)
{
  return stp_store_get_folder (stp_workspace_get_store (stp_app_get_workspace (app)));
}

/* The task belongs to nobody, so that a worker is never the last to let go of a widget. */
static void
run_job (StpApp *app, GFile *file, GTaskThreadFunc func, GAsyncReadyCallback callback)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, g_object_ref (app));

  job->file = g_object_ref (file);
  job->folder = g_file_get_path (get_folder (app));
  job->others = dup_others ();
  job->snapshot = stp_diary_dup_snapshot (stp_workspace_get_diary (stp_app_get_workspace (app)));
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

static void
back_up_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (stp_backup_write (job->file, job->folder, job->snapshot, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) app = user_data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    stp_workspace_toast (stp_app_get_workspace (app), _ ("Diary backed up"));
  else
    stp_workspace_report (stp_app_get_workspace (app), error);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) app = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file && stp_app_get_workspace (app))
    run_job (app, file, back_up_thread, backed_up_cb);
}

static void
back_up (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;
  StpWorkspace *workspace = stp_app_get_workspace (app);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;

  if (!workspace)
    return;

  day = stp_day_format (stp_clock_get_today (stp_workspace_get_clock (workspace)));
  name = g_strdup_printf ("stipple-%s" STP_BACKUP_SUFFIX, day);
  gtk_file_dialog_set_title (dialog, _ ("Back Up"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, gtk_application_get_active_window (GTK_APPLICATION (app)), NULL,
                        place_chosen_cb, g_object_ref (app));
}

/* Of the diary that is open its photos come along at once: they are named by what is in them, and
 * none is replaced. Another diary is laid beside it, unless it is there already. */
static StpSnapshot *
take_file (Job *job, GError **error)
{
  g_autoptr (StpSnapshot) snapshot = stp_backup_read (job->file, NULL, error);
  gboolean same = snapshot && g_str_equal (snapshot->id, job->snapshot->id);
  g_autofree char *folder = snapshot && !same ? g_build_filename (job->others, snapshot->id, NULL)
                                              : g_strdup (job->folder);
  g_autofree char *photos = g_build_filename (folder, "photos", NULL);
  g_autofree char *diary = g_build_filename (folder, "diary.json", NULL);
  g_autoptr (StpSnapshot) again = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!snapshot)
    return NULL;
  if (!same && !stp_file_make_folder (folder))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("There is no place for another diary."));
      return NULL;
    }
  again = stp_backup_read (job->file, photos, error);
  if (!again || same || g_file_test (diary, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&again);
  bytes = stp_codec_write (again);
  return stp_file_replace (diary, bytes, error) ? g_steal_pointer (&again) : NULL;
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  StpSnapshot *snapshot = take_file (data, &error);

  if (snapshot)
    g_task_return_pointer (task, snapshot, (GDestroyNotify) stp_snapshot_unref);
  else
    g_task_return_error (task, error);
}

typedef struct
{
  StpApp *app;
  GFile *folder;
  gboolean erase;
} Switch;

/* What could not be saved cannot be helped now if all of it is to go; else the diary stays open. */
static void
switched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Switch *to = user_data;
  g_autoptr (StpApp) app = to->app;
  g_autoptr (GFile) folder = to->folder;
  g_autoptr (GFile) old = g_object_ref (get_folder (app));
  g_autoptr (GError) error = NULL;

  if (!stp_store_flush_finish (STP_STORE (source), result, &error) && !to->erase)
    {
      stp_workspace_report (stp_app_get_workspace (app), error);
      return;
    }
  g_clear_error (&error);
  stp_store_close (STP_STORE (source));
  if (to->erase && !stp_erase (g_file_peek_path (old), &error))
    g_printerr ("%s\n", error->message);
  stp_app_open_folder (app, folder);
}

static void
switch_to (StpApp *app, GFile *folder, gboolean erase)
{
  Switch *to = g_new0 (Switch, 1);

  to->app = g_object_ref (app);
  to->folder = g_object_ref (folder);
  to->erase = erase;
  stp_store_flush_async (stp_workspace_get_store (stp_app_get_workspace (app)), NULL, switched_cb,
                         to);
}

static void
preview (StpApp *app, GFile *file, StpSnapshot *snapshot)
{
  StpRestoreDialog *dialog = stp_restore_dialog_new (stp_app_get_workspace (app));
  g_autofree char *name = g_file_get_basename (file);

  adw_dialog_present (ADW_DIALOG (dialog),
                      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (app))));
  stp_restore_dialog_preview (dialog, name, snapshot);
}

/* What is no diary may be of products; the library says so if it is not. */
static void
import (StpApp *app, GFile *file)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (app));
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *task = g_strconcat ("library.import::", uri, NULL);

  if (window)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.task", "s", task);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) app = user_data;
  StpWorkspace *workspace = stp_app_get_workspace (app);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (StpSnapshot) snapshot = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *path = NULL;
  g_autoptr (GFile) folder = NULL;

  if (g_error_matches (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE))
    {
      import (app, job->file);
      return;
    }
  if (!snapshot)
    {
      stp_workspace_report (workspace, error);
      return;
    }
  if (g_str_equal (snapshot->id, stp_diary_get_id (stp_workspace_get_diary (workspace))))
    {
      preview (app, job->file, snapshot);
      return;
    }
  path = g_build_filename (job->others, snapshot->id, NULL);
  folder = g_file_new_for_path (path);
  switch_to (app, folder, FALSE);
}

/* A diary that is where Stipple keeps them is opened there; any other file is taken from. */
static gboolean
is_at_home (GFile *file)
{
  g_autoptr (GFile) home = stp_app_dup_home ();
  g_autofree char *name = g_file_get_basename (file);

  return g_str_equal (name, "diary.json") && g_file_has_prefix (file, home);
}

/**
 * stp_data_actions_open:
 * @app: with an open diary
 * @file: a diary, a backup, or what a shop or a database says of products
 *
 * Opens what a person gave to the application. What is wrong with it is said in the window.
 */
void
stp_data_actions_open (StpApp *app, GFile *file)
{
  g_autoptr (GFile) folder = NULL;

  g_return_if_fail (STP_IS_APP (app));
  g_return_if_fail (stp_app_get_workspace (app) != NULL);
  g_return_if_fail (G_IS_FILE (file));

  folder = g_file_get_parent (file);
  if (!is_at_home (file))
    run_job (app, file, open_thread, opened_cb);
  else if (!g_file_equal (folder, get_folder (app)))
    switch_to (app, folder, FALSE);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) app = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file && stp_app_get_workspace (app))
    stp_data_actions_open (app, file);
}

static void
open_file (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GFile) home = stp_app_dup_home ();

  if (!stp_app_get_workspace (app))
    return;

  gtk_file_filter_set_name (filter, _ ("Diaries and Backups"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_filter_add_suffix (filter, "gz");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _ ("Open a Diary or a Backup"));
  gtk_file_dialog_set_initial_folder (dialog, home);
  gtk_file_dialog_open (dialog, gtk_application_get_active_window (GTK_APPLICATION (app)), NULL,
                        file_chosen_cb, g_object_ref (app));
}

static void
new_diary (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *others = dup_others ();
  g_autofree char *path = g_build_filename (others, id, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  if (stp_app_get_workspace (app))
    switch_to (app, folder, FALSE);
}

/* Begun afresh each time, with its days around today. */
static void
open_sample (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;
  StpWorkspace *workspace = stp_app_get_workspace (app);
  g_autofree char *others = dup_others ();
  g_autofree char *path = g_build_filename (others, "sample", NULL);
  g_autofree char *diary = g_build_filename (path, "diary.json", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  StpClock *clock;

  if (!workspace || g_file_equal (folder, get_folder (app)))
    return;

  clock = stp_workspace_get_clock (workspace);
  bytes = stp_demo_build (stp_clock_get_now (clock), stp_clock_get_zone (clock));
  if (stp_file_make_folder (path) && stp_file_replace (diary, bytes, &error))
    switch_to (app, folder, FALSE);
  else if (error)
    stp_workspace_report (workspace, error);
  else
    stp_workspace_toast (workspace, _ ("There is no place for another diary."));
}

static void
close_sample (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;
  g_autoptr (GFile) home = stp_app_dup_home ();

  if (stp_app_get_workspace (app) && !g_file_equal (home, get_folder (app)))
    switch_to (app, home, FALSE);
}

/* The others are not open, so each is erased by itself. */
static void
erase_others (StpApp *app)
{
  g_autofree char *others = dup_others ();
  g_autoptr (GFile) home = stp_app_dup_home ();
  g_autoptr (GDir) dir = g_dir_open (others, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (others, name, NULL);

      stp_erase (path, NULL);
    }
  if (!g_file_equal (home, get_folder (app)))
    stp_erase (g_file_peek_path (home), NULL);
}

static void
erase_answered_cb (StpApp *app, const char *response)
{
  g_autoptr (GFile) home = stp_app_dup_home ();

  if (!g_str_equal (response, "erase") || !stp_app_get_workspace (app))
    return;
  erase_others (app);
  switch_to (app, home, TRUE);
}

static void
erase (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;
  AdwDialog *dialog;

  if (!stp_app_get_workspace (app))
    return;

  dialog = stp_erase_dialog_new ();
  g_signal_connect_object (dialog, "response", G_CALLBACK (erase_answered_cb), app,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog,
                      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (app))));
}

static const GActionEntry actions[] = {
  { "new-diary", new_diary },       { "open-file", open_file }, { "open-sample", open_sample },
  { "close-sample", close_sample }, { "back-up", back_up },     { "erase", erase },
};

/**
 * stp_data_actions_install:
 *
 * Gives the application its actions on whole diaries.
 */
void
stp_data_actions_install (StpApp *app)
{
  g_return_if_fail (STP_IS_APP (app));

  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), app);
}
