// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-open-actions.h"

#include <glib/gi18n.h>

#include "app/stp-data-job.h"
#include "app/stp-data-switch.h"
#include "app/stp-import-actions.h"
#include "app/stp-restore-dialog.h"
#include "store/stp-beside.h"

/**
 * Taken:
 * @folder: (nullable): of the diary that the file holds; %NULL for the one that is open
 * @known: whether that diary was on this computer before
 */
typedef struct
{
  StpBackup *backup;
  char *folder;
  gboolean known;
} Taken;

static void
taken_free (gpointer data)
{
  Taken *self = data;

  g_clear_pointer (&self->backup, stp_backup_free);
  g_free (self->folder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taken, taken_free)

/* Its photos come along at once: they are named by what is in them. */
static gboolean
take_own (StpDataJob *job, GFile *file, StpBackup *backup, GError **error)
{
  g_autofree char *photos = g_build_filename (job->folder, "photos", NULL);
  g_autoptr (StpBackup) again = NULL;

  if (backup->read_only)
    {
      stp_codec_set_read_only_error (backup->snapshot, error);
      return FALSE;
    }
  again = stp_backup_read (file, photos, error);
  return again != NULL;
}

/* Another diary is opened where it is. If it is nowhere, it is laid beside the others. */
static gboolean
take_other (StpDataJob *job, GFile *file, Taken *taken, GError **error)
{
  g_autofree char *home = g_path_get_dirname (job->others);

  taken->folder = stp_beside_find (home, job->others, taken->backup->snapshot->id);
  taken->known = taken->folder != NULL;
  if (!taken->known)
    taken->folder = stp_beside_lay (job->others, file, taken->backup, error);
  return taken->folder != NULL;
}

static Taken *
take_file (StpDataJob *job, GError **error)
{
  g_autoptr (GFile) file = stp_data_job_dup_file (job);
  g_autoptr (Taken) taken = g_new0 (Taken, 1);

  taken->backup = stp_backup_read (file, NULL, error);
  if (!taken->backup)
    return NULL;
  if (g_str_equal (taken->backup->snapshot->id, job->snapshot->id)
        ? take_own (job, file, taken->backup, error)
        : take_other (job, file, taken, error))
    return g_steal_pointer (&taken);
  return NULL;
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  Taken *taken = take_file (data, &error);

  if (taken)
    g_task_return_pointer (task, taken, taken_free);
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

/* What is no diary may be a table of one, or of products; a packed file is neither. */
static gboolean
may_be_table (GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_error_matches (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE) &&
         !g_str_has_suffix (name, ".gz");
}

/* What the file says of a diary that was here before is looked through once that is open. */
static void
open_taken (StpApp *app, GFile *file, Taken *taken)
{
  g_autoptr (GFile) folder = taken->folder ? g_file_new_for_path (taken->folder) : NULL;

  if (!folder)
    preview (app, file, taken->backup->snapshot);
  else if (!g_file_equal (folder, stp_data_get_folder (app)))
    stp_data_switch_and_open (app, folder, taken->known ? file : NULL);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) app = user_data;
  StpWorkspace *workspace = stp_app_get_workspace (app);
  StpDataJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GFile) file = stp_data_job_dup_file (job);
  g_autoptr (GFile) folder = g_file_new_for_path (job->folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (Taken) taken = g_task_propagate_pointer (G_TASK (result), &error);

  /* Another diary is being opened meanwhile, which is what the person asked for last. */
  if (!workspace || !g_file_equal (folder, stp_data_get_folder (app)))
    return;
  if (taken)
    open_taken (app, file, taken);
  else if (may_be_table (file, error))
    stp_import_actions_open (app, file);
  else
    stp_workspace_report (workspace, error);
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
