// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-data-switch.h"

#include "app/stp-data-job.h"
#include "app/stp-known-diaries.h"
#include "store/stp-erase.h"

typedef struct
{
  StpApp *app;
  GFile *folder;
  gboolean erase;
} Switch;

/* Both were open just now. Once everything is erased, nothing is to tell that it ever was. */
static void
remember (StpApp *app, const Switch *to, GFile *old)
{
  StpClock *clock = stp_workspace_get_clock (stp_app_get_workspace (app));

  if (to->erase)
    {
      stp_known_diaries_clear ();
      return;
    }
  stp_known_diaries_note (old, clock);
  stp_known_diaries_note (to->folder, clock);
}

/* What could not be saved cannot be helped now if all of it is to go; else the diary stays open. */
static void
switched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Switch *to = user_data;
  g_autoptr (StpApp) app = to->app;
  g_autoptr (GFile) folder = to->folder;
  g_autoptr (GFile) old = g_object_ref (stp_data_get_folder (app));
  g_autoptr (GError) error = NULL;

  if (!stp_store_flush_finish (STP_STORE (source), result, &error) && !to->erase)
    {
      stp_workspace_report (stp_app_get_workspace (app), error);
      return;
    }
  g_clear_error (&error);
  stp_store_close (STP_STORE (source));
  if (to->erase && !stp_erase (g_file_peek_path (old), &error))
    stp_app_report_when_open (app, error);
  remember (app, to, old);
  stp_app_open_folder (app, folder);
}

/**
 * stp_data_switch:
 * @app: with an open diary
 * @folder: of another diary, or of one to be begun
 * @erase: whether the one that is open is erased
 *
 * Opens another diary as soon as the one that is open is saved.
 */
void
stp_data_switch (StpApp *app, GFile *folder, gboolean erase)
{
  Switch *to = g_new0 (Switch, 1);

  to->app = g_object_ref (app);
  to->folder = g_object_ref (folder);
  to->erase = erase;
  stp_store_flush_async (stp_workspace_get_store (stp_app_get_workspace (app)), NULL, switched_cb,
                         to);
}
