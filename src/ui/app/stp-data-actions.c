// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-data-actions.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "app/stp-data-job.h"
#include "app/stp-data-switch.h"
#include "app/stp-diaries-dialog.h"
#include "app/stp-erase-dialog.h"
#include "app/stp-export-actions.h"
#include "app/stp-import-actions.h"
#include "app/stp-open-actions.h"
#include "exchange/stp-demo.h"
#include "store/stp-erase.h"
#include "store/stp-file.h"

static char *
dup_sample_folder (void)
{
  g_autofree char *others = stp_data_dup_others ();

  return g_build_filename (others, "sample", NULL);
}

static void
new_diary (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *others = stp_data_dup_others ();
  g_autofree char *path = g_build_filename (others, id, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  if (stp_app_get_workspace (app))
    stp_data_switch_to_new (app, folder);
}

static void
show_diaries (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;

  if (stp_app_get_workspace (app))
    adw_dialog_present (ADW_DIALOG (stp_diaries_dialog_new (stp_app_get_workspace (app))),
                        GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (app))));
}

static void
switch_diary (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;
  g_autoptr (GFile) folder = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  if (stp_app_get_workspace (app) && !g_file_equal (folder, stp_data_get_folder (app)))
    stp_data_switch (app, folder);
}

/* Nothing is left of the one before, not even what was being entered. */
static gboolean
write_sample (const char *folder, GBytes *document, GError **error)
{
  g_autofree char *diary = g_build_filename (folder, "diary.json", NULL);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR) && !stp_erase (folder, error))
    return FALSE;
  if (stp_file_make_folder (folder))
    return stp_file_replace (diary, document, error);
  stp_file_set_error (error, errno, _ ("There is no place for another diary."));
  return FALSE;
}

static void
sample_thread (GTask *task, gpointer source, gpointer document, GCancellable *cancellable)
{
  g_autofree char *folder = dup_sample_folder ();
  GError *error = NULL;

  if (write_sample (folder, document, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
sample_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpApp) app = user_data;
  g_autofree char *path = dup_sample_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (!stp_app_get_workspace (app) || g_file_equal (folder, stp_data_get_folder (app)))
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    stp_data_switch (app, folder);
  else
    stp_workspace_report (stp_app_get_workspace (app), error);
}

/* Begun afresh each time, with its days around today. */
static void
open_sample (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;
  StpWorkspace *workspace = stp_app_get_workspace (app);
  g_autofree char *path = dup_sample_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GTask) task = NULL;
  StpClock *clock;

  if (!workspace || g_file_equal (folder, stp_data_get_folder (app)))
    return;

  clock = stp_workspace_get_clock (workspace);
  task = g_task_new (NULL, NULL, sample_written_cb, g_object_ref (app));
  g_task_set_source_tag (task, open_sample);
  g_task_set_task_data (task,
                        stp_demo_build (stp_clock_get_now (clock), stp_clock_get_zone (clock)),
                        (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, sample_thread);
}

static void
close_sample (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;
  g_autoptr (GFile) home = stp_app_dup_home ();

  if (stp_app_get_workspace (app) && !g_file_equal (home, stp_data_get_folder (app)))
    stp_data_switch_to_new (app, home);
}

static void
erase_answered_cb (StpApp *app, const char *response)
{
  g_autoptr (GFile) home = stp_app_dup_home ();

  if (g_str_equal (response, "erase") && stp_app_get_workspace (app))
    stp_data_switch_and_erase (app, home);
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
  { "new-diary", new_diary },
  { "open-sample", open_sample },
  { "close-sample", close_sample },
  { "diaries", show_diaries },
  { "switch-diary", switch_diary, "s" },
  { "erase", erase },
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
  stp_open_actions_install (app);
  stp_export_actions_install (app);
  stp_import_actions_install (app);
}
