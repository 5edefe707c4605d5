// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-open-actions.h"

#include <glib/gi18n.h>

#include "app/stp-data-job.h"
#include "app/stp-data-switch.h"
#include "app/stp-import-actions.h"
#include "app/stp-restore-dialog.h"
#include "store/stp-backup.h"
#include "store/stp-file.h"

/* Of the diary that is open its photos come along at once: they are named by what is in them, and
 * none is replaced. Another diary is laid beside it, unless it is there already. */
static StpSnapshot *
take_file (StpDataJob *job, GError **error)
{
  g_autoptr (GFile) file = stp_data_job_dup_file (job);
  g_autoptr (StpSnapshot) snapshot = stp_backup_read (file, NULL, error);
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
  again = stp_backup_read (file, photos, error);
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

static void
preview (StpApp *app, GFile *file, StpSnapshot *snapshot)
{
  StpRestoreDialog *dialog = stp_restore_dialog_new (stp_app_get_workspace (app));
  g_autofree char *name = g_file_get_basename (file);

  adw_dialog_present (ADW_DIALOG (dialog),
                      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (app))));
  stp_restore_dialog_preview (dialog, name, snapshot);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) app = user_data;
  StpWorkspace *workspace = stp_app_get_workspace (app);
  StpDataJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GFile) file = stp_data_job_dup_file (job);
  g_autoptr (GError) error = NULL;
  g_autoptr (StpSnapshot) snapshot = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *path = NULL;
  g_autoptr (GFile) folder = NULL;

  /* Another diary is being opened meanwhile, which is what the person asked for last. */
  if (!workspace)
    return;
  if (g_error_matches (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE))
    {
      stp_import_actions_open (app, file);
      return;
    }
  if (!snapshot)
    {
      stp_workspace_report (workspace, error);
      return;
    }
  if (g_str_equal (snapshot->id, stp_diary_get_id (stp_workspace_get_diary (workspace))))
    {
      preview (app, file, snapshot);
      return;
    }
  path = g_build_filename (job->others, snapshot->id, NULL);
  folder = g_file_new_for_path (path);
  stp_data_switch (app, folder);
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
 * stp_open_actions_open:
 * @app: with an open diary
 * @file: a diary, a backup, or what a shop or a database says of products
 *
 * Opens what a person gave to the application. What is wrong with it is said in the window.
 */
void
stp_open_actions_open (StpApp *app, GFile *file)
{
  g_autoptr (GFile) folder = NULL;

  g_return_if_fail (STP_IS_APP (app));
  g_return_if_fail (stp_app_get_workspace (app) != NULL);
  g_return_if_fail (G_IS_FILE (file));

  folder = g_file_get_parent (file);
  if (!is_at_home (file))
    stp_data_job_run_one (app, file, open_thread, opened_cb);
  else if (!g_file_equal (folder, stp_data_get_folder (app)))
    stp_data_switch (app, folder);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) app = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file && stp_app_get_workspace (app))
    stp_open_actions_open (app, file);
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

static const GActionEntry actions[] = {
  { "open-file", open_file },
};

/**
 * stp_open_actions_install:
 *
 * Gives the application its action that opens a file.
 */
void
stp_open_actions_install (StpApp *app)
{
  g_return_if_fail (STP_IS_APP (app));

  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), app);
}
