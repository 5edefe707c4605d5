// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-store.h"

#include <glib/gi18n-lib.h>

#include "store/stp-photos.h"
#include "store/stp-store-private.h"

/* How long after a failure saving is tried again by itself. */
#define RETRY_MS 15000

/*
 * Revisions count the edits. The diary is at `edited`, the disk at `saved`; a save in flight
 * carries the revision it was taken at. Edits that arrive meanwhile are the one pending save.
 */
struct _StpStore
{
  GObject parent_instance;

  GFile *folder;        /* (owned) */
  StpClock *clock;      /* (owned) */
  StpDiary *diary;      /* (owned) (nullable) */
  StpDeriveFunc derive; /* (nullable) */
  GObject *derived;     /* (owned) (nullable): until it is stolen */
  StpLock *lock;        /* (owned) (nullable) */
  StpWriter *writer;
  char *set_aside;
  guint n_rescued;
  gboolean gone;
  char *read_only_text;
  char *error_text;

  guint64 edited, saved;
  guint64 flight;            /* revision of the save in flight; 0 if there is none */
  StpSnapshot *flight_value; /* kept here, so that it is freed in the main thread */
  guint retry;               /* source that tries again, 0 if none */
  GQueue flushes;            /* GTask, each with its revision as task data */
};

typedef enum
{
  PROP_SAVING = 1,
  PROP_ERROR_TEXT,
} StpStoreProperty;

static GParamSpec *properties[PROP_ERROR_TEXT + 1];

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StpStore, stp_store, G_TYPE_OBJECT)

static void
stp_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpStore *self = STP_STORE (object);

  switch ((StpStoreProperty) id)
    {
    case PROP_SAVING:
      g_value_set_boolean (value, stp_store_get_saving (self));
      break;
    case PROP_ERROR_TEXT:
      g_value_set_string (value, self->error_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_store_finalize (GObject *object)
{
  StpStore *self = STP_STORE (object);

  g_clear_handle_id (&self->retry, g_source_remove);
  g_clear_object (&self->folder);
  g_clear_object (&self->clock);
  g_clear_object (&self->derived);
  g_clear_object (&self->diary);
  g_clear_pointer (&self->writer, stp_writer_unref);
  g_clear_pointer (&self->lock, stp_lock_release);
  g_free (self->set_aside);
  g_free (self->read_only_text);
  g_free (self->error_text);
  G_OBJECT_CLASS (stp_store_parent_class)->finalize (object);
}

static void
stp_store_class_init (StpStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = stp_store_get_property;
  object_class->finalize = stp_store_finalize;

  /**
   * StpStore:saving:
   *
   * Whether an edit is on its way to the disk.
   */
  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  /**
   * StpStore:error-text:
   *
   * (nullable): why the last save failed, as a sentence. What was on the disk still is.
   */
  properties[PROP_ERROR_TEXT] = g_param_spec_string ("error-text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * StpStore::saved:
   *
   * Everything up to the last edit is on the disk.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stp_store_init (StpStore *self)
{
  g_queue_init (&self->flushes);
}

/**
 * stp_store_new:
 * @folder: where the diary is kept, a folder with a path
 * @clock: the source of "now"
 *
 * Returns: (transfer full): a store that has not loaded anything yet
 */
StpStore *
stp_store_new (GFile *folder, StpClock *clock)
{
  StpStore *self;

  g_return_val_if_fail (g_file_peek_path (folder) != NULL, NULL);
  g_return_val_if_fail (STP_IS_CLOCK (clock), NULL);

  self = g_object_new (STP_TYPE_STORE, NULL);
  self->folder = g_object_ref (folder);
  self->clock = g_object_ref (clock);
  return self;
}

GFile *
stp_store_get_folder (StpStore *self)
{
  g_return_val_if_fail (STP_IS_STORE (self), NULL);

  return self->folder;
}

/**
 * stp_store_get_diary:
 *
 * Returns: (transfer none) (nullable): the diary; %NULL before it is loaded
 */
StpDiary *
stp_store_get_diary (StpStore *self)
{
  g_return_val_if_fail (STP_IS_STORE (self), NULL);

  return self->diary;
}

StpWriter *
stp_store_get_writer (StpStore *self)
{
  return self->writer;
}

/**
 * stp_store_get_set_aside:
 *
 * Returns: (nullable): the name, in the diary's folder, under which a diary that could not be read
 *   was kept
 */
const char *
stp_store_get_set_aside (StpStore *self)
{
  g_return_val_if_fail (STP_IS_STORE (self), NULL);

  return self->set_aside;
}

/**
 * stp_store_get_n_rescued:
 *
 * Returns: how many records of the diary that was set aside are in this one
 */
guint
stp_store_get_n_rescued (StpStore *self)
{
  g_return_val_if_fail (STP_IS_STORE (self), 0);

  return self->n_rescued;
}

/**
 * stp_store_get_gone:
 *
 * Returns: whether there was no diary, though earlier states of one were kept
 */
gboolean
stp_store_get_gone (StpStore *self)
{
  g_return_val_if_fail (STP_IS_STORE (self), FALSE);

  return self->gone;
}

/**
 * stp_store_get_read_only_text:
 *
 * Returns: (nullable): why the diary can only be looked at, as a sentence; %NULL if it can be
 *   written
 */
const char *
stp_store_get_read_only_text (StpStore *self)
{
  g_return_val_if_fail (STP_IS_STORE (self), NULL);

  return self->read_only_text;
}

/**
 * stp_store_get_error_text:
 *
 * Returns: (nullable): see [property@StpStore:error-text]
 */
const char *
stp_store_get_error_text (StpStore *self)
{
  g_return_val_if_fail (STP_IS_STORE (self), NULL);

  return self->error_text;
}

/**
 * stp_store_get_saving:
 *
 * Returns: whether an edit is on its way to the disk
 */
gboolean
stp_store_get_saving (StpStore *self)
{
  g_return_val_if_fail (STP_IS_STORE (self), FALSE);

  return self->flight != 0;
}

static void
set_error_text (StpStore *self, const char *text)
{
  if (g_set_str (&self->error_text, text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR_TEXT]);
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
  g_clear_handle_id (&self->retry, g_source_remove);
  if (error != NULL)
    self->retry = g_timeout_add_once (RETRY_MS, retry_cb, self);
  finish_flushes (self, error);
  if (error == NULL && self->saved == self->edited)
    g_signal_emit (self, signals[SIGNAL_SAVED], 0);
}

typedef struct
{
  StpWriter *writer;
  StpSnapshot *snapshot; /* borrowed from the store */
  guint64 revision;
  gint64 now;
} SaveData;

static void
save_data_free (gpointer data)
{
  SaveData *save = data;

  stp_writer_unref (save->writer);
  g_free (save);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SaveData *save = data;
  GError *error = NULL;

  if (stp_writer_write (save->writer, save->snapshot, save->revision, save->now, &error))
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
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
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
  save = g_new0 (SaveData, 1);
  save->writer = stp_writer_ref (self->writer);
  save->snapshot = self->flight_value;
  save->revision = self->flight;
  save->now = stp_clock_get_now (self->clock);
  /* The task must not hold the store: a worker may be the last to let go of a task. */
  task = g_task_new (NULL, NULL, save_done_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_save);
  g_task_set_task_data (task, save, save_data_free);
  g_task_run_in_thread (task, save_thread);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
}

static void
diary_changed_cb (StpStore *self)
{
  self->edited++;
  start_save (self);
}

static StpDiary *
adopt (StpStore *self, StpLoaded *loaded)
{
  self->diary = g_steal_pointer (&loaded->diary);
  self->derived = g_steal_pointer (&loaded->derived);
  self->lock = g_steal_pointer (&loaded->lock);
  self->writer = stp_writer_new (g_file_peek_path (self->folder), loaded->path);
  self->set_aside = g_steal_pointer (&loaded->set_aside);
  self->n_rescued = loaded->n_rescued;
  self->gone = loaded->gone;
  self->read_only_text = g_steal_pointer (&loaded->trouble);
  stp_diary_set_read_only (self->diary, loaded->read_only);
  g_signal_connect_object (self->diary, "changed", G_CALLBACK (diary_changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* Where a diary was taken away a new one goes at once: a link to it must not dangle. */
  if (self->set_aside != NULL)
    diary_changed_cb (self);
  return self->diary;
}

typedef struct
{
  char *folder;
  StpClock *clock; /* (owned) */
  StpDeriveFunc derive;
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

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LoadData *load = data;
  GError *error = NULL;
  StpLoaded *loaded = stp_loaded_new (load->folder, load->now, &error);

  if (loaded == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  stp_loaded_open (loaded, load->clock, load->derive);
  g_task_return_pointer (task, loaded, (GDestroyNotify) stp_loaded_free);
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
 * Returns: whether the edits are on the disk
 */
gboolean
stp_store_flush (StpStore *self, GError **error)
{
  g_autoptr (StpSnapshot) snapshot = NULL;
  g_autoptr (GError) own_error = NULL;

  g_return_val_if_fail (STP_IS_STORE (self), FALSE);

  if (self->saved == self->edited)
    return TRUE;
  snapshot = stp_diary_dup_snapshot (self->diary);
  stp_writer_write (self->writer, snapshot, self->edited, stp_clock_get_now (self->clock),
                    &own_error);
  after_save (self, self->edited, own_error);
  if (own_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own_error));
  return FALSE;
}

/**
 * stp_store_close:
 *
 * Lets the diary go, so that its folder may be erased or another process open it. To be called
 * after a flush: nothing is saved from here on, and the diary can only be looked at.
 */
void
stp_store_close (StpStore *self)
{
  g_return_if_fail (STP_IS_STORE (self));

  g_clear_handle_id (&self->retry, g_source_remove);
  g_clear_pointer (&self->lock, stp_lock_release);
  if (self->diary == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->diary, diary_changed_cb, self);
  stp_diary_set_read_only (self->diary, TRUE);
}
