// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-export-actions.h"

#include <glib/gi18n.h>

#include "app/stp-data-job.h"
#include "exchange/stp-table-write.h"
#include "store/stp-backup.h"
#include "store/stp-lock.h"

/* How many exports of one day are kept apart. */
#define MOST_FOLDERS 1000

static void
return_done (GTask *task, GError *error)
{
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
say (StpApp *app, GAsyncResult *result, const char *done)
{
  StpWorkspace *workspace = stp_app_get_workspace (app);
  g_autoptr (GError) error = NULL;

  if (!workspace)
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    stp_workspace_toast (workspace, done);
  else
    stp_workspace_report (workspace, error);
}

/* A dialog for a file that is named by the day, unless no diary is open. */
static GtkFileDialog *
begin_dialog (StpApp *app, const char *title, const char *suffix)
{
  StpWorkspace *workspace = stp_app_get_workspace (app);
  GtkFileDialog *dialog;
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;

  if (!workspace)
    return NULL;
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, title);
  day = stp_day_format (stp_clock_get_today (stp_workspace_get_clock (workspace)));
  name = suffix ? g_strconcat ("stipple-", day, suffix, NULL) : NULL;
  gtk_file_dialog_set_initial_name (dialog, name);
  return dialog;
}

/* Of a diary that Stipple keeps the lock lies beside it. Its place is not an export's, whoever
 * chose it: a backup there would be an unreadable diary the next time. */
static gboolean
check_place (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) lock = g_file_resolve_relative_path (file, "../" STP_LOCK_NAME);

  if (!g_str_equal (name, "diary.json") || !g_file_query_exists (lock, NULL))
    return TRUE;
  /* Translators: %s is the name of a file */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _ ("%s is a diary, and an export must not take its place."), name);
  return FALSE;
}

static void
back_up_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  StpDataJob *job = data;
  g_autoptr (GFile) file = stp_data_job_dup_file (job);
  g_autoptr (GBytes) document = stp_data_job_dup_document (job);
  GError *error = NULL;

  if (check_place (file, &error))
    stp_backup_write (file, job->folder, document, &error);
  return_done (task, error);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) app = user_data;

  say (app, result, _ ("Diary backed up"));
}

static void
backup_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) app = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file && stp_app_get_workspace (app))
    stp_data_job_run_one (app, file, back_up_thread, backed_up_cb);
}

static void
back_up (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = begin_dialog (user_data, _ ("Back Up"), STP_BACKUP_SUFFIX);

  if (dialog)
    gtk_file_dialog_save (dialog, gtk_application_get_active_window (user_data), NULL,
                          backup_chosen_cb, g_object_ref (user_data));
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) app = user_data;

  say (app, result, _ ("Diary exported"));
}

static void
write_document_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  StpDataJob *job = data;
  g_autoptr (GFile) file = stp_data_job_dup_file (job);
  g_autoptr (GBytes) bytes = stp_data_job_dup_document (job);
  GError *error = NULL;

  if (check_place (file, &error))
    g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                             FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                             NULL, &error);
  return_done (task, error);
}

static void
document_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) app = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file && stp_app_get_workspace (app))
    stp_data_job_run_one (app, file, write_document_thread, exported_cb);
}

/* A folder of their own, so that no table of somebody else's is replaced. */
static GFile *
make_folder (GFile *place, const char *day, GError **error)
{
  for (guint i = 1; i < MOST_FOLDERS; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("stipple-%s", day)
                                     : g_strdup_printf ("stipple-%s-%u", day, i);
      g_autoptr (GFile) folder = g_file_get_child (place, name);

      g_clear_error (error);
      if (g_file_make_directory (folder, NULL, error))
        return g_steal_pointer (&folder);
      if (!g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        break;
    }
  return NULL;
}

static void
write_tables_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  StpDataJob *job = data;
  g_autoptr (GFile) place = stp_data_job_dup_file (job);
  GError *error = NULL;
  g_autoptr (GFile) folder = make_folder (place, job->day, &error);
  const StpTableSpan always = { STP_DAY_UNSET, STP_DAY_UNSET };

  if (folder)
    stp_table_write_folder (folder, job->snapshot, always, &error);
  return_done (task, error);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) app = user_data;
  g_autoptr (
    GFile) place = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (place && stp_app_get_workspace (app))
    stp_data_job_run_one (app, place, write_tables_thread, exported_cb);
}

static void
export_answered_cb (StpApp *app, const char *response)
{
  gboolean tables = g_str_equal (response, "tables");
  g_autoptr (GtkFileDialog) dialog = NULL;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (app));

  if (g_str_equal (response, "cancel"))
    return;
  dialog = begin_dialog (app, _ ("Export"), tables ? NULL : ".json");
  if (dialog && tables)
    gtk_file_dialog_select_folder (dialog, window, NULL, place_chosen_cb, g_object_ref (app));
  else if (dialog)
    gtk_file_dialog_save (dialog, window, NULL, document_chosen_cb, g_object_ref (app));
}

static void export (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;
  AdwAlertDialog *alert;

  if (!stp_app_get_workspace (app))
    return;

  alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (
    _ ("Export"),
    _ ("Tables open in a spreadsheet, one for each kind of record. The diary is one file "
       "for other programs. Neither holds photos, and whoever gets a file can read it.")));
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "diary", _ ("_Diary (JSON)"),
                                  "tables", _ ("_Tables (CSV)"), NULL);
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_object (alert, "response", G_CALLBACK (export_answered_cb), app,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (alert),
                      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (app))));
}

static const GActionEntry actions[] = {
  { "back-up", back_up },
  { "export", export },
};

/**
 * stp_export_actions_install:
 *
 * Gives the application its actions that write files beside its diaries.
 */
void
stp_export_actions_install (StpApp *app)
{
  g_return_if_fail (STP_IS_APP (app));

  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), app);
}
