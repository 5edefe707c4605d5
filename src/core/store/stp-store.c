// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-store-struct-private.h"

typedef enum
{
  PROP_SAVING = 1,
  PROP_SLOW,
  PROP_ERROR_TEXT,
} StpStoreProperty;

static GParamSpec *properties[PROP_ERROR_TEXT + 1];

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
    case PROP_SLOW:
      g_value_set_boolean (value, self->slow);
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
  stp_clock_remove_alarm (self->clock, self->slow_alarm);
  g_clear_object (&self->folder);
  g_clear_object (&self->clock);
  g_clear_object (&self->derived);
  g_clear_object (&self->diary);
  g_clear_object (&self->draft);
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
   * StpStore:slow:
   *
   * Whether the save that is under way takes long, as in a folder on a network that is away.
   */
  properties[PROP_SLOW] = g_param_spec_boolean ("slow", NULL, NULL, FALSE, flags);
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
  g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
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
 * stp_store_get_restorable:
 *
 * Returns: whether earlier states are there for what was lost when the diary was read
 */
gboolean
stp_store_get_restorable (StpStore *self)
{
  g_return_val_if_fail (STP_IS_STORE (self), FALSE);

  return self->restorable;
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

/**
 * stp_store_get_slow:
 *
 * Returns: see [property@StpStore:slow]
 */
gboolean
stp_store_get_slow (StpStore *self)
{
  g_return_val_if_fail (STP_IS_STORE (self), FALSE);

  return self->slow;
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
  stp_store_stop_expecting (self);
  g_clear_pointer (&self->lock, stp_lock_release);
  if (self->diary == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->diary, stp_store_diary_changed_cb, self);
  stp_diary_set_read_only (self->diary, TRUE);
}
