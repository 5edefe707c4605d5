// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-debug-info.h"

#include <adwaita.h>

#include "app/stp-data-job.h"

#define FLATPAK_MARK "/.flatpak-info"

static void
add_versions (GString *text)
{
  g_string_append_printf (text, "Stipple %s (%s)\n", VERSION,
                          DEVELOPMENT ? "development" : "release");
  g_string_append_printf (text, "GTK %u.%u.%u, libadwaita %u.%u.%u, GLib %u.%u.%u\n",
                          gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version (), glib_major_version,
                          glib_minor_version, glib_micro_version);
}

static void
add_surroundings (GString *text)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);

  g_string_append_printf (text, "System: %s\n", system ? system : "unknown");
  g_string_append_printf (text, "Sandbox: %s\n",
                          g_file_test (FLATPAK_MARK, G_FILE_TEST_EXISTS) ? "Flatpak" : "none");
  g_string_append_printf (text, "Display: %s\n", display ? G_OBJECT_TYPE_NAME (display) : "none");
  g_string_append_printf (text, "Language: %s\n", g_get_language_names ()[0]);
}

static void
add_diary (GString *text, StpWorkspace *workspace)
{
  StpStore *store = stp_workspace_get_store (workspace);
  StpDiary *diary = stp_workspace_get_diary (workspace);

  if (store)
    {
      /* The name of a person stays out of reports. */
      g_autofree char *place = stp_data_shorten_path (
        g_file_peek_path (stp_store_get_folder (store)));

      g_string_append_printf (text, "Diary: %s\n", place);
    }
  g_string_append_printf (text, "Read-only: %s\n", stp_diary_get_read_only (diary) ? "yes" : "no");
  for (guint type = STP_RECORD_PRODUCT; type < STP_RECORD_N; type++)
    g_string_append_printf (text, "%s: %u\n", stp_record_type_get_plural (type),
                            stp_diary_get_n_records (diary, type));
}

/**
 * stp_debug_info_dup:
 * @workspace: (nullable): the open diary; %NULL if none is
 *
 * What helps to find a fault: versions, surroundings, and how much is in the diary. Never anything
 * that the diary says, so that it can be pasted anywhere. Not translated: its readers are those who
 * mend.
 *
 * Returns: (transfer full): some lines
 */
char *
stp_debug_info_dup (StpWorkspace *workspace)
{
  GString *text = g_string_new (NULL);

  add_versions (text);
  add_surroundings (text);
  if (workspace)
    add_diary (text, workspace);

  return g_string_free_and_steal (text);
}
