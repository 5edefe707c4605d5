// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-draft.h"
#include "store/stp-store-struct-private.h"

/* How long after a failure saving is tried again by itself. */
#define RETRY_MS 15000

/* How long a save may take before it is called slow; on a disk it takes a thousandth of that. */
#define PATIENCE (5 * STP_SECOND)

static void
set_error_text (StpStore *self, const char *text)
{
  if (g_set_str (&self->error_text, text))
    g_object_notify (G_OBJECT (self), "error-text");
}

/* Answering may run a callback that flushes again, so the queue is settled before. */
static void
finish_flushes (StpStore *self, const GError *error)
{
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (g_object_unref);
  GTask *task;

  while ((task = g_queue_peek_head (&self->flushes)) != NULL)
    {
      guint64 *revision = g_task_get_task_data (task);

      if (error == NULL && *revision > self->saved)
        break;
      g_ptr_array_add (done, g_queue_pop_head (&self->flushes));
    }
  for (guint i = 0; i < done->len; i++)
    if (error != NULL)
      g_task_return_error (done->pdata[i], g_error_copy (error));
    else
      g_task_return_boolean (done->pdata[i], TRUE);
}

static void
set_slow (StpStore *self, gboolean slow)
{
  if (self->slow == slow)
    return;
  self->slow = slow;
  g_object_notify (G_OBJECT (self), "slow");
}

static gboolean
find_slow_cb (gpointer user_data)
{
  StpStore *self = user_data;

  self->slow_alarm = 0;
  set_slow (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* Each save has its time. Once one is slow, the next that waits for it makes nothing better. */
static void
expect_end (StpStore *self)
{
  const gint64 until = stp_clock_get_now (self->clock) + PATIENCE;

  stp_clock_remove_alarm (self->clock, self->slow_alarm);
  self->slow_alarm = stp_clock_add_alarm (self->clock, until, find_slow_cb, self);
}

/**
 * stp_store_stop_expecting:
 *
 * Nothing is on its way to the disk any more.
 */
void
stp_store_stop_expecting (StpStore *self)
{
  stp_clock_remove_alarm (self->clock, self->slow_alarm);
  self->slow_alarm = 0;
  set_slow (self, FALSE);
}

static void start_save (StpStore *self);

static void
retry_cb (gpointer user_data)
{
  StpStore *self = user_data;

  self->retry = 0;
  if (self->saved < self->edited)
    start_save (self);
}

/* After a failure the next edit or flush tries again, and so does a while without either: a disk
 * that was full or away may be there again, and the user need not ask. */
static void
after_save (StpStore *self, guint64 revision, const GError *error)
{
  g_autoptr (StpStore) alive = g_object_ref (self);

  if (error == NULL)
    self->saved = MAX (self->saved, revision);
  set_error_text (self, error ? error->message : NULL);
  if (error != NULL || self->saved == self->edited)
    stp_store_stop_expecting (self);
  g_clear_handle_id (&self->retry, g_source_remove);
  if (error != NULL)
    self->retry = g_timeout_add_once (RETRY_MS, retry_cb, self);
  finish_flushes (self, error);
  if (error == NULL && self->saved == self->edited)
    g_signal_emit_by_name (self, "saved");
}

typedef struct
{
  StpWriter *writer;
  StpSnapshot *snapshot;  /* (nullable): borrowed from the store; NULL if it is on the disk */
  GBytes *draft;          /* (owned) (nullable) */
  gboolean draft_changed; /* if not, what is kept of it stays */
  guint64 revision;
  gint64 now;
} SaveData;

static void
save_data_free (gpointer data)
{
  SaveData *save = data;

  stp_writer_unref (save->writer);
  g_clear_pointer (&save->draft, g_bytes_unref);
  g_free (save);
}

static SaveData *
save_data_new (StpStore *self, StpSnapshot *snapshot)
{
  SaveData *save = g_new0 (SaveData, 1);

  save->writer = stp_writer_ref (self->writer);
  save->snapshot = self->diary_edited > self->saved ? snapshot : NULL;
  save->draft_changed = self->draft_edited > self->saved;
  if (save->draft_changed && self->draft)
    save->draft = stp_draft_write (self->draft);
  save->revision = self->edited;
  save->now = stp_clock_get_now (self->clock);
  return save;
}

/* The diary first: what is no longer a draft must be in it. */
static gboolean
write_all (SaveData *save, GError **error)
{
  return (save->snapshot == NULL ||
          stp_writer_write (save->writer, save->snapshot, save->revision, save->now, error)) &&
         (!save->draft_changed ||
          stp_writer_write_draft (save->writer, save->draft, save->revision, error));
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SaveData *save = data;
  GError *error = NULL;

  if (write_all (save, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
save_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StpStore) self = STP_STORE (user_data);
  g_autoptr (GError) error = NULL;
  guint64 revision = self->flight;

  self->flight = 0;
  g_clear_pointer (&self->flight_value, stp_snapshot_unref);
  g_task_propagate_boolean (G_TASK (result), &error);
  after_save (self, revision, error);
  if (error == NULL && self->saved < self->edited)
    start_save (self);
  else
    g_object_notify (G_OBJECT (self), "saving");
}

static void
start_save (StpStore *self)
{
  g_autoptr (GTask) task = NULL;
  SaveData *save;

  if (self->flight != 0)
    return;
  self->flight = self->edited;
  self->flight_value = stp_diary_dup_snapshot (self->diary);
  save = save_data_new (self, self->flight_value);
  /* The task must not hold the store: a worker may be the last to let go of a task. */
  task = g_task_new (NULL, NULL, save_done_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_save);
  g_task_set_task_data (task, save, save_data_free);
  g_task_run_in_thread (task, save_thread);
  expect_end (self);
  g_object_notify (G_OBJECT (self), "saving");
}

/**
 * stp_store_diary_changed_cb:
 *
 * Saves what the diary holds now.
 */
void
stp_store_diary_changed_cb (StpStore *self)
{
  self->diary_edited = ++self->edited;
  start_save (self);
}

/**
 * stp_store_draft_changed:
 *
 * Saves the draft as it is now.
 */
void
stp_store_draft_changed (StpStore *self)
{
  self->draft_edited = ++self->edited;
  start_save (self);
}

/**
 * stp_store_flush_async:
 *
 * Waits until every edit made so far is on the disk; tries again if the last attempt failed.
 */
void
stp_store_flush_async (StpStore *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (STP_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, stp_store_flush_async);
  if (self->saved == self->edited)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_task_set_task_data (task, g_memdup2 (&self->edited, sizeof self->edited), g_free);
  g_queue_push_tail (&self->flushes, g_steal_pointer (&task));
  start_save (self);
}

/**
 * stp_store_flush_finish:
 *
 * Returns: whether the edits are on the disk
 */
gboolean
stp_store_flush_finish (StpStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * stp_store_flush:
 *
 * As stp_store_flush_async(), here and now. A save in flight is waited for.
 *
 * Returns: whether the edits are on the disk, or given up
 */
gboolean
stp_store_flush (StpStore *self, GError **error)
{
  g_autoptr (StpSnapshot) snapshot = NULL;
  g_autoptr (GError) own_error = NULL;
  SaveData *save;

  g_return_val_if_fail (STP_IS_STORE (self), FALSE);

  if (self->saved == self->edited || self->given_up)
    return TRUE;
  snapshot = stp_diary_dup_snapshot (self->diary);
  save = save_data_new (self, snapshot);
  write_all (save, &own_error);
  save_data_free (save);
  after_save (self, self->edited, own_error);
  if (own_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own_error));
  return FALSE;
}

/**
 * stp_store_give_up:
 *
 * stp_store_flush() no longer waits for a folder that may never answer: what is not on the disk yet
 * is lost, and whoever made it knows. The diary stays locked, since the save that is under way may
 * still come through.
 */
void
stp_store_give_up (StpStore *self)
{
  g_return_if_fail (STP_IS_STORE (self));

  self->given_up = TRUE;
}
