// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-import-actions.h"

#include <glib/gi18n.h>

#include "app/stp-data-job.h"
#include "app/stp-open-actions.h"
#include "app/stp-tables-dialog.h"
#include "exchange/stp-import.h"
#include "store/stp-file.h"

static gboolean
add_table (StpTables *tables, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GBytes) bytes = NULL;
  gboolean missing;

  bytes = stp_file_read (path ? path : "", &missing, error);
  if (bytes)
    return stp_tables_add (tables, name, bytes, error);
  if (missing)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no file “%s”."), name);
  return FALSE;
}

static void
read_tables_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  StpDataJob *job = data;
  g_autoptr (StpTables) tables = stp_tables_new ();
  GError *error = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (job->files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (job->files, i);

      if (!add_table (tables, file, &error))
        {
          g_task_return_error (task, error);
          return;
        }
    }
  g_task_return_pointer (task, stp_import_new (job->snapshot, tables),
                         (GDestroyNotify) stp_import_free);
}

/* What is no table of a diary may be of products; the library says so if it is not. */
static void
hand_to_library (StpApp *app, GFile *file)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (app));
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *task = g_strconcat ("library.import::", uri, NULL);

  if (window)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.task", "s", task);
}

static void
tables_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) app = user_data;
  StpDataJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GFile) file = stp_data_job_dup_file (job);
  g_autoptr (GError) error = NULL;
  g_autoptr (StpImport) import = g_task_propagate_pointer (G_TASK (result), &error);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (app));

  if (!stp_app_get_workspace (app) || !window)
    return;
  if (import)
    adw_dialog_present (
      ADW_DIALOG (stp_tables_dialog_new (stp_app_get_workspace (app), g_steal_pointer (&import))),
      GTK_WIDGET (window));
  else if (g_error_matches (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE) &&
           g_list_model_get_n_items (job->files) == 1)
    hand_to_library (app, file);
  else
    stp_workspace_report (stp_app_get_workspace (app), error);
}

/**
 * stp_import_actions_open:
 * @app: with an open diary
 * @file: a table, or what a shop or a database says of products
 *
 * Shows what taking it in comes to. What is wrong with it is said in the window.
 */
void
stp_import_actions_open (StpApp *app, GFile *file)
{
  stp_data_job_run_one (app, file, read_tables_thread, tables_read_cb);
}

static void
import_files (StpApp *app, GListModel *files)
{
  g_autoptr (GFile) first = g_list_model_get_item (files, 0);
  g_autofree char *name = g_file_get_basename (first);

  if (g_list_model_get_n_items (files) == 1 && !g_str_has_suffix (name, ".csv"))
    stp_open_actions_open (app, first);
  else
    stp_data_job_run (app, files, read_tables_thread, tables_read_cb);
}

static void
tables_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) app = user_data;
  g_autoptr (
    GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (files && g_list_model_get_n_items (files) > 0 && stp_app_get_workspace (app))
    import_files (app, files);
}

static void
import (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  if (!stp_app_get_workspace (user_data))
    return;

  gtk_file_dialog_set_title (dialog, _ ("Import"));
  gtk_file_filter_set_name (filter, _ ("Tables and Diaries"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, gtk_application_get_active_window (user_data), NULL,
                                 tables_chosen_cb, g_object_ref (user_data));
}

static const GActionEntry actions[] = {
  { "import", import },
};

/**
 * stp_import_actions_install:
 *
 * Gives the application its action that takes files into the open diary.
 */
void
stp_import_actions_install (StpApp *app)
{
  g_return_if_fail (STP_IS_APP (app));

  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), app);
}
