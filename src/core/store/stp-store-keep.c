// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-store-private.h"

typedef struct
{
  StpWriter *writer;
  gint64 now;
} KeepData;

static void
keep_data_free (gpointer data)
{
  KeepData *keep = data;

  stp_writer_unref (keep->writer);
  g_free (keep);
}

static void
keep_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KeepData *keep = data;
  GError *error = NULL;

  if (stp_writer_keep (keep->writer, keep->now, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (stp_store_flush_finish (STP_STORE (source), result, &error))
    g_task_run_in_thread (task, keep_thread);
  else
    g_task_return_error (task, error);
}

/**
 * stp_store_keep_async:
 *
 * Sees that the diary as it is now is kept as a generation, before much of it changes at once.
 */
void
stp_store_keep_async (StpStore *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  KeepData *keep = g_new0 (KeepData, 1);

  g_task_set_source_tag (task, stp_store_keep_async);
  keep->writer = stp_writer_ref (stp_store_get_writer (self));
  keep->now = stp_clock_get_now (stp_diary_get_clock (stp_store_get_diary (self)));
  g_task_set_task_data (task, keep, keep_data_free);
  stp_store_flush_async (self, cancellable, flushed_cb, task);
}

/**
 * stp_store_keep_finish:
 *
 * Returns: whether it is kept
 */
gboolean
stp_store_keep_finish (StpStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
