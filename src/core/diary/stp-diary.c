// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-diary-struct-private.h"

typedef enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_READ_ONLY,
} StpDiaryProperty;

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[PROP_READ_ONLY + 1];
static guint signals[N_SIGNALS];

G_DEFINE_QUARK (stp-diary-error-quark, stp_diary_error)
G_DEFINE_FINAL_TYPE (StpDiary, stp_diary, G_TYPE_OBJECT)

static void
stp_diary_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StpDiary *self = STP_DIARY (object);
  const char *undo_label = stp_undo_stack_get_undo_label (self->undo_stack);
  const char *redo_label = stp_undo_stack_get_redo_label (self->undo_stack);

  switch ((StpDiaryProperty) id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, undo_label != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, redo_label != NULL);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, redo_label);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
stp_diary_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  g_assert (id == PROP_READ_ONLY);
  stp_diary_set_read_only (STP_DIARY (object), g_value_get_boolean (value));
}

static void
stp_diary_finalize (GObject *object)
{
  StpDiary *self = STP_DIARY (object);

  g_clear_object (&self->clock);
  g_free (self->id);
  g_clear_object (&self->profile);
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    g_clear_object (&self->lists[type]);
  g_clear_pointer (&self->deleted, g_hash_table_unref);
  g_clear_pointer (&self->extras, json_object_unref);
  g_clear_pointer (&self->undo_stack, stp_undo_stack_free);
  g_clear_pointer (&self->group, g_ptr_array_unref);
  g_clear_pointer (&self->group_undeleted, g_hash_table_unref);
  g_clear_pointer (&self->group_lasting, g_hash_table_unref);
  g_free (self->group_label);
  G_OBJECT_CLASS (stp_diary_parent_class)->finalize (object);
}

static void
stp_diary_class_init (StpDiaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags shown = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = stp_diary_get_property;
  object_class->set_property = stp_diary_set_property;
  object_class->finalize = stp_diary_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, shown);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, shown);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, shown);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, shown);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                                                     shown | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * StpDiary::changed:
   * @changes: (type GPtrArray) (element-type StpChange): in the order in which they were made
   *
   * An edit, or a group of them, is complete.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static GHashTable *
new_deleted (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
stp_diary_init (StpDiary *self)
{
  self->format = STP_DIARY_FORMAT;
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    self->lists[type] = stp_record_list_new ();
  self->deleted = new_deleted ();
  self->group_undeleted = new_deleted ();
  self->undo_stack = stp_undo_stack_new ();
}

static GHashTable *
copy_deleted (GHashTable *deleted)
{
  GHashTable *copy = new_deleted ();
  GHashTableIter iter;
  gpointer id, stamp;

  g_hash_table_iter_init (&iter, deleted);
  while (g_hash_table_iter_next (&iter, &id, &stamp))
    g_hash_table_insert (copy, g_strdup (id), g_memdup2 (stamp, sizeof (gint64)));
  return copy;
}

/**
 * stp_diary_new:
 * @clock: the source of "now"
 *
 * Returns: (transfer full): an empty diary with an id of its own
 */
StpDiary *
stp_diary_new (StpClock *clock)
{
  g_autoptr (StpSnapshot) snapshot = stp_snapshot_new (NULL);

  return stp_diary_new_from_snapshot (clock, snapshot);
}

/**
 * stp_diary_new_from_snapshot:
 * @clock: the source of "now"
 * @snapshot: what the diary holds; its records are shared, not copied
 *
 * Returns: (transfer full): a diary that holds what @snapshot holds
 */
StpDiary *
stp_diary_new_from_snapshot (StpClock *clock, StpSnapshot *snapshot)
{
  StpDiary *self = g_object_new (STP_TYPE_DIARY, NULL);

  self->clock = g_object_ref (clock);
  self->id = g_strdup (snapshot->id);
  self->format = snapshot->format;
  self->profile = g_object_ref (snapshot->profile);
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    stp_record_list_fill (self->lists[type], snapshot->records[type]);
  g_hash_table_unref (self->deleted);
  self->deleted = copy_deleted (snapshot->deleted);
  self->extras = snapshot->extras ? json_object_ref (snapshot->extras) : NULL;
  self->greatest_stamp = stp_snapshot_get_greatest_stamp (snapshot);
  return self;
}

/**
 * stp_diary_dup_snapshot:
 *
 * Returns: (transfer full): the diary as it is now, by reference, for a thread to work on
 */
StpSnapshot *
stp_diary_dup_snapshot (StpDiary *self)
{
  StpSnapshot *snapshot;

  g_return_val_if_fail (STP_IS_DIARY (self), NULL);

  snapshot = stp_snapshot_new (self->id);
  snapshot->format = self->format;
  g_set_object (&snapshot->profile, self->profile);
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    {
      g_ptr_array_unref (snapshot->records[type]);
      snapshot->records[type] = stp_record_list_dup_array (self->lists[type]);
    }
  g_hash_table_unref (snapshot->deleted);
  snapshot->deleted = copy_deleted (self->deleted);
  snapshot->extras = self->extras ? json_object_ref (self->extras) : NULL;
  return snapshot;
}

/**
 * stp_diary_get_id:
 *
 * Returns: the id, a UUID; only diaries with the same one are merged
 */
const char *
stp_diary_get_id (StpDiary *self)
{
  g_return_val_if_fail (STP_IS_DIARY (self), NULL);

  return self->id;
}

/**
 * stp_diary_get_clock:
 *
 * Returns: (transfer none): the source of "now"
 */
StpClock *
stp_diary_get_clock (StpDiary *self)
{
  g_return_val_if_fail (STP_IS_DIARY (self), NULL);

  return self->clock;
}

/**
 * stp_diary_get_read_only:
 *
 * Returns: whether every edit is refused with %STP_DIARY_ERROR_READ_ONLY
 */
gboolean
stp_diary_get_read_only (StpDiary *self)
{
  g_return_val_if_fail (STP_IS_DIARY (self), TRUE);

  return self->read_only;
}

/**
 * stp_diary_set_read_only:
 *
 * A diary of a newer format, or one that could not be written back as it was, is only looked at.
 */
void
stp_diary_set_read_only (StpDiary *self, gboolean read_only)
{
  g_return_if_fail (STP_IS_DIARY (self));

  if (self->read_only == read_only)
    return;
  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

/**
 * stp_diary_get_profile:
 *
 * Returns: (transfer none): the profile; another one after each edit of it
 */
StpProfile *
stp_diary_get_profile (StpDiary *self)
{
  g_return_val_if_fail (STP_IS_DIARY (self), NULL);

  return self->profile;
}

/**
 * stp_diary_get_records:
 * @type: any type but the profile
 *
 * Returns: (transfer none): the records of @type, in the order of their ids
 */
GListModel *
stp_diary_get_records (StpDiary *self, StpRecordType type)
{
  g_return_val_if_fail (STP_IS_DIARY (self), NULL);
  g_return_val_if_fail (type > STP_RECORD_PROFILE && type < STP_RECORD_N, NULL);

  return G_LIST_MODEL (self->lists[type]);
}

/**
 * stp_diary_get_n_records:
 * @type: any type but the profile
 *
 * Returns: how many records of @type there are
 */
guint
stp_diary_get_n_records (StpDiary *self, StpRecordType type)
{
  return stp_record_list_get_length (self->lists[type]);
}

/**
 * stp_diary_peek_record:
 *
 * Returns: (transfer none): the record at @position in the order of ids
 */
gpointer
stp_diary_peek_record (StpDiary *self, StpRecordType type, guint position)
{
  return stp_record_list_peek (self->lists[type], position);
}

/**
 * stp_diary_lookup:
 *
 * Returns: (transfer none) (nullable): the record of @type with that id
 */
gpointer
stp_diary_lookup (StpDiary *self, StpRecordType type, const char *id)
{
  g_return_val_if_fail (STP_IS_DIARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (type == STP_RECORD_PROFILE)
    return self->profile;
  return stp_record_list_lookup (self->lists[type], id);
}

void
stp_diary_notify_undo (StpDiary *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (int id = PROP_CAN_UNDO; id <= PROP_REDO_LABEL; id++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
  g_object_thaw_notify (G_OBJECT (self));
}

void
stp_diary_emit_changed (StpDiary *self, GPtrArray *changes)
{
  g_signal_emit (self, signals[CHANGED], 0, changes);
}
