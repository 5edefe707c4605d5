// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-data-actions.h"

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

static void
new_diary (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *others = stp_data_dup_others ();
  g_autofree char *path = g_build_filename (others, id, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  if (stp_app_get_workspace (app))
    stp_data_switch (app, folder, FALSE);
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
    stp_data_switch (app, folder, FALSE);
}

/* Begun afresh each time, with its days around today. */
static void
open_sample (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;
  StpWorkspace *workspace = stp_app_get_workspace (app);
  g_autofree char *others = stp_data_dup_others ();
  g_autofree char *path = g_build_filename (others, "sample", NULL);
  g_autofree char *diary = g_build_filename (path, "diary.json", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  StpClock *clock;

  if (!workspace || g_file_equal (folder, stp_data_get_folder (app)))
    return;

  clock = stp_workspace_get_clock (workspace);
  bytes = stp_demo_build (stp_clock_get_now (clock), stp_clock_get_zone (clock));
  if (stp_file_make_folder (path) && stp_file_replace (diary, bytes, &error))
    stp_data_switch (app, folder, FALSE);
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

  if (stp_app_get_workspace (app) && !g_file_equal (home, stp_data_get_folder (app)))
    stp_data_switch (app, home, FALSE);
}

static void
erase_one (StpApp *app, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !stp_erase (path, &error))
    stp_app_report_when_open (app, error);
}

/* The others are not open, so each is erased by itself. */
static void
erase_others (StpApp *app)
{
  g_autofree char *others = stp_data_dup_others ();
  g_autoptr (GFile) home = stp_app_dup_home ();
  g_autoptr (GDir) dir = g_dir_open (others, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (others, name, NULL);

      erase_one (app, path);
    }
  if (!g_file_equal (home, stp_data_get_folder (app)))
    erase_one (app, g_file_peek_path (home));
}

static void
erase_answered_cb (StpApp *app, const char *response)
{
  g_autoptr (GFile) home = stp_app_dup_home ();

  if (!g_str_equal (response, "erase") || !stp_app_get_workspace (app))
    return;
  erase_others (app);
  stp_data_switch (app, home, TRUE);
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
