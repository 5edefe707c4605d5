// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-data-switch.h"

#include <glib/gstdio.h>

#include "app/stp-data-job.h"
#include "app/stp-known-diaries.h"
#include "store/stp-erase.h"

/**
 * Switch:
 * @folder: of the diary that is opened
 * @file: (nullable): what is opened then
 * @new_one: whether it may be begun there
 * @erase: whether all that are there are erased
 * @old: of the diary that is left
 * @others: where further diaries lie
 * @known: (element-type StpKnownDiary): all of them
 * @kept: whether the list of them was made before
 */
typedef struct
{
  StpApp *app;
  GFile *folder;
  GFile *file;
  gboolean new_one, erase;
  GFile *old;
  char *others;
  GPtrArray *known;
  gboolean kept;
} Switch;

static void
switch_free (gpointer data)
{
  Switch *self = data;

  g_object_unref (self->app);
  g_object_unref (self->folder);
  g_clear_object (&self->file);
  g_clear_object (&self->old);
  g_free (self->others);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_free (self);
}

/* None is open, so each is erased by itself; what cannot be is no reason to leave the rest. */
static void
erase_all (const Switch *self, GError **error)
{
  for (guint i = 0; i < self->known->len; i++)
    {
      const StpKnownDiary *diary = self->known->pdata[i];

      if (g_file_test (diary->path, G_FILE_TEST_IS_DIR))
        stp_erase (diary->path, *error ? NULL : error);
    }
  g_rmdir (self->others);
}

/* Of what was forgotten nothing may be left either. No folder is looked at without need: one that
 * does not answer must keep nobody from the others. */
static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Switch *self = data;
  GError *error = NULL;

  if (self->erase || !self->kept)
    stp_known_diaries_look (self->known, self->others);
  if (self->erase)
    erase_all (self, &error);
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Both were open just now. Once everything is erased, nothing is to tell that it ever was. */
static void
remember (const Switch *self, StpClock *clock)
{
  if (self->erase)
    {
      stp_known_diaries_clear ();
      return;
    }
  if (!self->kept)
    stp_known_diaries_keep (self->known);
  stp_known_diaries_note (self->old, clock);
  stp_known_diaries_note (self->folder, clock);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer clock)
{
  Switch *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (StpClock) owned = clock;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    stp_app_report_when_open (self->app, error);
  remember (self, owned);
  stp_app_open_folder (self->app, self->folder, self->file, !self->new_one);
}

static void
leave (Switch *self)
{
  StpClock *clock = stp_workspace_get_clock (stp_app_get_workspace (self->app));
  g_autoptr (GTask) task = g_task_new (NULL, NULL, worked_cb, g_object_ref (clock));

  self->old = g_object_ref (stp_data_get_folder (self->app));
  self->others = stp_data_dup_others ();
  self->known = stp_known_diaries_list ();
  self->kept = stp_known_diaries_are_kept ();
  stp_app_leave (self->app);
  g_task_set_task_data (task, self, switch_free);
  g_task_run_in_thread (task, work_thread);
}

/* What could not be saved cannot be helped now if all of it is to go; else the diary stays open.
 * Whoever asked twice has left it already. */
static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Switch *self = user_data;
  StpWorkspace *workspace = stp_app_get_workspace (self->app);
  g_autoptr (GError) error = NULL;
  gboolean saved = stp_store_flush_finish (STP_STORE (source), result, &error);

  if (workspace && stp_workspace_get_store (workspace) == STP_STORE (source))
    {
      if (saved || self->erase)
        {
          leave (self);
          return;
        }
      stp_workspace_report (workspace, error);
    }
  switch_free (self);
}

static void
begin (StpApp *app, GFile *folder, Switch given)
{
  Switch *self = g_memdup2 (&given, sizeof given);

  self->app = g_object_ref (app);
  self->folder = g_object_ref (folder);
  if (self->file)
    g_object_ref (self->file);
  stp_store_flush_async (stp_workspace_get_store (stp_app_get_workspace (app)), NULL, flushed_cb,
                         self);
}

/**
 * stp_data_switch:
 * @app: with an open diary
 * @folder: of another diary
 *
 * Opens another diary as soon as the one that is open is saved. If it is gone, the first is opened.
 */
void
stp_data_switch (StpApp *app, GFile *folder)
{
  begin (app, folder, (Switch) { 0 });
}

/**
 * stp_data_switch_to_new:
 * @app: with an open diary
 * @folder: of a diary to be begun
 *
 * As stp_data_switch(), where there need be none yet.
 */
void
stp_data_switch_to_new (StpApp *app, GFile *folder)
{
  begin (app, folder, (Switch) { .new_one = TRUE });
}

/**
 * stp_data_switch_and_open:
 * @app: with an open diary
 * @folder: of another diary
 * @file: (nullable): of the same diary, to be looked through once that is open
 *
 * As stp_data_switch(), for what a person opened.
 */
void
stp_data_switch_and_open (StpApp *app, GFile *folder, GFile *file)
{
  begin (app, folder, (Switch) { .file = file });
}

/**
 * stp_data_switch_and_erase:
 * @app: with an open diary
 * @folder: of a diary to be begun
 *
 * As stp_data_switch_to_new(), once every diary of this computer is erased.
 */
void
stp_data_switch_and_erase (StpApp *app, GFile *folder)
{
  begin (app, folder, (Switch) { .new_one = TRUE, .erase = TRUE });
}
