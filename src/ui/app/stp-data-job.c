// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-data-job.h"

#include <string.h>

#include "store/stp-backup.h"

static void
job_free (gpointer data)
{
  StpDataJob *job = data;

  g_clear_object (&job->files);
  g_free (job->folder);
  g_free (job->others);
  g_clear_pointer (&job->snapshot, stp_snapshot_unref);
  g_free (job->day);
  g_free (job);
}

/**
 * stp_data_dup_others:
 *
 * Returns: (transfer full): where diaries lie that are not the first
 */
char *
stp_data_dup_others (void)
{
  g_autoptr (GFile) home = stp_app_dup_home ();

  return g_build_filename (g_file_peek_path (home), "diaries", NULL);
}

/**
 * stp_data_shorten_path:
 *
 * Returns: (transfer full): @path as a person writes it: what is below the home folder is named
 * from there
 */
char *
stp_data_shorten_path (const char *path)
{
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (path, home) && path[strlen (home)] == G_DIR_SEPARATOR)
    return g_strconcat ("~", path + strlen (home), NULL);
  return g_strdup (path);
}

/**
 * stp_data_get_folder:
 * @app: with an open diary
 *
 * Returns: (transfer none): where that diary lies
 */
GFile *
stp_data_get_folder (StpApp *app)
{
  return stp_store_get_folder (stp_workspace_get_store (stp_app_get_workspace (app)));
}

/**
 * stp_data_job_run:
 * @app: with an open diary
 * @func: runs in a thread, with an #StpDataJob as its data
 * @callback: gets a reference to @app that it owns
 *
 * Works on files beside the window. The task belongs to nobody, so that a worker is never the last
 * to let go of a widget.
 */
void
stp_data_job_run (StpApp *app,
                  GListModel *files,
                  GTaskThreadFunc func,
                  GAsyncReadyCallback callback)
{
  StpWorkspace *workspace = stp_app_get_workspace (app);
  StpDataJob *job = g_new0 (StpDataJob, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, g_object_ref (app));

  job->files = g_object_ref (files);
  job->folder = g_file_get_path (stp_data_get_folder (app));
  job->others = stp_data_dup_others ();
  job->snapshot = stp_diary_dup_snapshot (stp_workspace_get_diary (workspace));
  job->read_only = stp_diary_get_read_only (stp_workspace_get_diary (workspace));
  job->day = stp_day_format (stp_clock_get_today (stp_workspace_get_clock (workspace)));
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, func);
}

/**
 * stp_data_job_run_one:
 *
 * As stp_data_job_run(), for a single file.
 */
void
stp_data_job_run_one (StpApp *app, GFile *file, GTaskThreadFunc func, GAsyncReadyCallback callback)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  g_list_store_append (files, file);
  stp_data_job_run (app, G_LIST_MODEL (files), func, callback);
}

/**
 * stp_data_job_dup_file:
 *
 * Returns: (transfer full): the first, or only, file
 */
GFile *
stp_data_job_dup_file (StpDataJob *self)
{
  return g_list_model_get_item (self->files, 0);
}

/**
 * stp_data_job_dup_document:
 *
 * Reads the disk: for a worker.
 *
 * Returns: (transfer full): the diary that is open, as a file of its own
 */
GBytes *
stp_data_job_dup_document (StpDataJob *self)
{
  return stp_backup_dup_document (self->folder, self->snapshot, self->read_only);
}
