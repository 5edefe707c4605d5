// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-photos.h"
#include "store/stp-store-struct-private.h"

static StpDiary *
adopt (StpStore *self, StpLoaded *loaded)
{
  self->diary = g_steal_pointer (&loaded->diary);
  self->derived = g_steal_pointer (&loaded->derived);
  self->lock = g_steal_pointer (&loaded->lock);
  self->writer = g_steal_pointer (&loaded->writer);
  self->draft = g_steal_pointer (&loaded->draft);
  self->set_aside = g_steal_pointer (&loaded->set_aside);
  self->n_rescued = loaded->n_rescued;
  self->gone = loaded->gone;
  self->restorable = loaded->restorable;
  self->read_only_text = g_steal_pointer (&loaded->trouble);
  stp_diary_set_read_only (self->diary, loaded->read_only);
  g_signal_connect_object (self->diary, "changed", G_CALLBACK (stp_store_diary_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (loaded->unsaved)
    stp_store_diary_changed_cb (self);
  return self->diary;
}

typedef struct
{
  char *folder;
  StpClock *clock; /* (owned) */
  StpDeriveFunc derive;
  gboolean must_exist;
  gint64 now;
} LoadData;

static void
load_data_free (gpointer data)
{
  LoadData *load = data;

  g_object_unref (load->clock);
  g_free (load->folder);
  g_free (load);
}

static gboolean
check_folder (const LoadData *load, GError **error)
{
  if (!load->must_exist || g_file_test (load->folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, load->folder);
  return FALSE;
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LoadData *load = data;
  GError *error = NULL;
  StpLoaded *loaded = check_folder (load, &error) ? stp_loaded_new (load->folder, load->now, &error)
                                                  : NULL;

  if (loaded == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  stp_loaded_open (loaded, load->clock, load->derive);
  g_task_return_pointer (task, loaded, (GDestroyNotify) stp_loaded_free);
}

/**
 * stp_store_set_must_exist:
 * @must_exist: whether loading fails with %G_IO_ERROR_NOT_FOUND where the folder is gone, instead
 *   of beginning a diary there
 *
 * To be called before stp_store_load_async(). The worker looks: the folder may take long to answer.
 */
void
stp_store_set_must_exist (StpStore *self, gboolean must_exist)
{
  g_return_if_fail (STP_IS_STORE (self));

  self->must_exist = must_exist;
}

/**
 * stp_store_set_derive:
 * @derive: (nullable): what to make of the diary, where it is read
 *
 * To be called before loading.
 */
void
stp_store_set_derive (StpStore *self, StpDeriveFunc derive)
{
  g_return_if_fail (STP_IS_STORE (self));

  self->derive = derive;
}

/**
 * stp_store_steal_derived:
 *
 * Returns: (transfer full) (nullable): what stp_store_set_derive() said to make of the diary that
 * is loaded
 */
gpointer
stp_store_steal_derived (StpStore *self)
{
  g_return_val_if_fail (STP_IS_STORE (self), NULL);

  return g_steal_pointer (&self->derived);
}

/**
 * stp_store_load_async:
 *
 * Locks the diary and reads it in a worker. Load once.
 */
void
stp_store_load_async (StpStore *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  LoadData *load;

  g_return_if_fail (STP_IS_STORE (self));
  g_return_if_fail (self->diary == NULL);

  load = g_new0 (LoadData, 1);
  load->folder = g_file_get_path (self->folder);
  load->clock = g_object_ref (self->clock);
  load->derive = self->derive;
  load->must_exist = self->must_exist;
  load->now = stp_clock_get_now (self->clock);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, stp_store_load_async);
  g_task_set_task_data (task, load, load_data_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * stp_store_load_finish:
 *
 * Returns: (transfer none) (nullable): the diary, which from now on is saved at every change; %NULL
 *   with an error of [error@StpStoreError], after which loading may be tried again
 */
StpDiary *
stp_store_load_finish (StpStore *self, GAsyncResult *result, GError **error)
{
  g_autoptr (StpLoaded) loaded = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  loaded = g_task_propagate_pointer (G_TASK (result), error);
  if (loaded == NULL)
    return NULL;
  if (loaded->unnamed != NULL && loaded->unnamed->len > 0)
    stp_photos_remove_unnamed_async (g_file_peek_path (self->folder), loaded->unnamed);
  return adopt (self, loaded);
}

/**
 * stp_store_load:
 *
 * As stp_store_load_async(), here and now: for programs without a main loop.
 *
 * Returns: whether there is a diary now
 */
gboolean
stp_store_load (StpStore *self, GError **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (StpLoaded) loaded = NULL;

  g_return_val_if_fail (STP_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->diary == NULL, FALSE);

  folder = g_file_get_path (self->folder);
  loaded = stp_loaded_new (folder, stp_clock_get_now (self->clock), error);
  if (loaded == NULL)
    return FALSE;
  stp_loaded_open (loaded, self->clock, self->derive);
  adopt (self, loaded);
  return TRUE;
}
