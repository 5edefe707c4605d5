// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-help-actions.h"

#include "app/stp-debug-info.h"
#include "app/stp-method-dialog.h"
#include "app/stp-shortcuts.h"

static GtkWidget *
get_window (StpApp *app)
{
  return GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (app)));
}

static void
show_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;
  AdwDialog *dialog = adw_about_dialog_new_from_appdata (RESOURCE_PATH "/appdata.xml", VERSION);
  g_autofree char *info = stp_debug_info_dup (stp_app_get_workspace (app));

  adw_about_dialog_set_application_icon (ADW_ABOUT_DIALOG (dialog), APPLICATION_ID);
  adw_about_dialog_set_debug_info (ADW_ABOUT_DIALOG (dialog), info);
  adw_about_dialog_set_debug_info_filename (ADW_ABOUT_DIALOG (dialog), "stipple.txt");
  adw_dialog_present (dialog, get_window (app));
}

static void
show_method (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  StpApp *app = user_data;

  if (get_window (app) && stp_app_get_workspace (app))
    adw_dialog_present (stp_method_dialog_new (stp_app_get_workspace (app)), get_window (app));
}

static void
show_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (stp_shortcuts_dialog_new (), get_window (user_data));
}

static const GActionEntry actions[] = {
  { "about", show_about },
  { "method", show_method },
  { "shortcuts", show_shortcuts },
};

/**
 * stp_help_actions_install:
 *
 * Gives the application its actions that only explain.
 */
void
stp_help_actions_install (StpApp *app)
{
  g_return_if_fail (STP_IS_APP (app));

  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), app);
}
