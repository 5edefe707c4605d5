// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-diary-private.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-diary-check-private.h"
#include "diary/stp-profile-stamp-private.h"
#include "diary/stp-record-list-private.h"
#include "diary/stp-record-private.h"
#include "diary/stp-undo-stack-private.h"

struct _StpDiary
{
  GObject parent_instance;

  StpClock *clock; /* (owned) */
  char *id;
  StpProfile *profile;                /* (owned) */
  StpRecordList *lists[STP_RECORD_N]; /* (owned); none for the profile */
  GHashTable *deleted;                /* id to stamp */
  JsonObject *extras;                 /* (nullable): what this version does not know */
  int format;
  gint64 greatest_stamp;
  gboolean read_only;

  StpUndoStack *undo_stack;
  GPtrArray *group; /* (nullable) (element-type StpChange): the edit in progress */
  char *group_label;
  guint group_depth;
  gboolean group_permanent;
  GHashTable *group_undeleted; /* deletions that the edit in progress took back */
};

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

static void
notify_undo (StpDiary *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (int id = PROP_CAN_UNDO; id <= PROP_REDO_LABEL; id++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Later than the clock and than every stamp seen, so that a clock set back loses no edit. */
static gint64
make_stamp (StpDiary *self)
{
  self->greatest_stamp = MAX (stp_clock_get_now (self->clock), self->greatest_stamp + 1);
  return self->greatest_stamp;
}

/* Puts one record in the place of another, without a stamp and without telling but the models. */
static void
swap (StpDiary *self, StpRecordType type, const char *id, gpointer after)
{
  gpointer key, stamp;

  if (type == STP_RECORD_PROFILE)
    {
      g_set_object (&self->profile, after);
      return;
    }
  if (after && g_hash_table_steal_extended (self->deleted, id, &key, &stamp))
    g_hash_table_insert (self->group_undeleted, key, stamp);
  stp_record_list_swap (self->lists[type], id, after);
}

static void
remember (StpDiary *self, StpRecordType type, gpointer before, gpointer after)
{
  g_ptr_array_add (self->group, stp_change_new (type, before, after));
}

static void
seal_and_swap (StpDiary *self, gpointer draft, gpointer before)
{
  StpRecordType type = stp_record_get_record_type (draft);
  gint64 stamp = make_stamp (self);

  if (type != STP_RECORD_PROFILE || stp_profile_stamp (before, draft, stamp))
    stp_record_set_modified (draft, stamp);
  stp_record_seal (draft);
  remember (self, type, before, draft);
  swap (self, type, stp_record_get_id (draft), draft);
}

static void
remove_record (StpDiary *self, gpointer record)
{
  StpRecordType type = stp_record_get_record_type (record);
  const char *id = stp_record_get_id (record);
  gint64 stamp = make_stamp (self);

  remember (self, type, record, NULL);
  g_hash_table_insert (self->deleted, g_strdup (id), g_memdup2 (&stamp, sizeof stamp));
  swap (self, type, id, NULL);
}

static gboolean
check_writable (StpDiary *self, GError **error)
{
  if (!self->read_only)
    return TRUE;
  g_set_error_literal (error, STP_DIARY_ERROR, STP_DIARY_ERROR_READ_ONLY,
                       _ ("This diary can only be looked at. Nothing was changed."));
  return FALSE;
}

static gpointer
lookup_same (StpDiary *self, gpointer record)
{
  StpRecordType type = stp_record_get_record_type (record);

  if (type == STP_RECORD_PROFILE)
    return self->profile;
  return stp_record_list_lookup (self->lists[type], stp_record_get_id (record));
}

static gboolean
put (StpDiary *self, gpointer draft, GError **error)
{
  g_autoptr (StpRecord) before = NULL;

  if (!check_writable (self, error) || !stp_diary_check_draft (self, draft, error))
    return FALSE;
  before = lookup_same (self, draft);
  if (before)
    g_object_ref (before);
  stp_diary_begin_edit (self, NULL);
  seal_and_swap (self, draft, before);
  stp_diary_end_edit (self);
  return TRUE;
}

/**
 * stp_diary_put:
 * @draft: (transfer none): a draft; it is sealed and belongs to the diary from here on
 *
 * Records a fact: adds @draft, or swaps it for the record with its id. Sessions, gates and steps
 * are not put here but by the planner and the protocol.
 *
 * Returns: whether it was recorded; if not, nothing changed and @error is of [error@StpDiaryError]
 */
gboolean
stp_diary_put (StpDiary *self, gpointer draft, GError **error)
{
  StpRecordType type;

  g_return_val_if_fail (STP_IS_DIARY (self), FALSE);
  g_return_val_if_fail (STP_IS_RECORD (draft) && !stp_record_is_sealed (draft), FALSE);
  type = stp_record_get_record_type (draft);
  g_return_val_if_fail (
    type != STP_RECORD_SESSION && type != STP_RECORD_GATE && type != STP_RECORD_STEP, FALSE);

  return put (self, draft, error);
}

/**
 * stp_diary_put_guarded:
 * @draft: (transfer none): a draft of any type
 * @permanence: whether undo may take it back
 *
 * As stp_diary_put(), for the planner and the protocol.
 *
 * Returns: whether it was recorded
 */
gboolean
stp_diary_put_guarded (StpDiary *self, gpointer draft, StpPermanence permanence, GError **error)
{
  gboolean done;

  g_return_val_if_fail (STP_IS_DIARY (self), FALSE);
  g_return_val_if_fail (STP_IS_RECORD (draft) && !stp_record_is_sealed (draft), FALSE);

  stp_diary_begin_edit (self, NULL);
  done = put (self, draft, error);
  if (done && permanence == STP_EDIT_PERMANENT)
    self->group_permanent = TRUE;
  stp_diary_end_edit (self);
  return done;
}

static gboolean
check_unnamed (StpDiary *self, gpointer record, GError **error)
{
  if (!stp_diary_is_named (self, record))
    return TRUE;
  g_set_error_literal (error, STP_DIARY_ERROR, STP_DIARY_ERROR_IN_USE,
                       _ ("Your diary refers to this, so it can be archived but not deleted."));
  return FALSE;
}

/**
 * stp_diary_delete:
 * @record: a record of the diary
 *
 * Deletes @record. One that another record names stays: archive it instead.
 *
 * Returns: whether it was deleted
 */
gboolean
stp_diary_delete (StpDiary *self, gpointer record, GError **error)
{
  g_autoptr (StpRecord) alive = NULL;

  g_return_val_if_fail (STP_IS_DIARY (self), FALSE);
  g_return_val_if_fail (STP_IS_RECORD (record) && !STP_IS_PROFILE (record), FALSE);

  alive = g_object_ref (record);
  if (!check_writable (self, error) || !check_unnamed (self, record, error))
    return FALSE;
  stp_diary_begin_edit (self, NULL);
  remove_record (self, record);
  stp_diary_end_edit (self);
  return TRUE;
}

/**
 * stp_diary_begin_edit:
 * @label: (nullable): what the edit does, translated, for "Undo …"; the outermost one counts
 *
 * Opens a group: the edits up to the matching stp_diary_end_edit() are one. Groups may nest.
 */
void
stp_diary_begin_edit (StpDiary *self, const char *label)
{
  g_return_if_fail (STP_IS_DIARY (self));

  if (self->group_depth++ == 0)
    {
      self->group = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_change_free);
      self->group_permanent = FALSE;
    }
  if (self->group_label == NULL)
    self->group_label = g_strdup (label);
}

static void
finish_group (StpDiary *self)
{
  self->group_depth = 0;
  g_hash_table_remove_all (self->group_undeleted);
  g_clear_pointer (&self->group_label, g_free);
}

/**
 * stp_diary_end_edit:
 *
 * Closes a group; the outermost one is pushed on the undo stack as one and announced as one.
 */
void
stp_diary_end_edit (StpDiary *self)
{
  g_autoptr (GPtrArray) group = NULL;

  g_return_if_fail (STP_IS_DIARY (self));
  g_return_if_fail (self->group_depth > 0);

  if (self->group_depth > 1)
    {
      self->group_depth--;
      return;
    }
  group = g_steal_pointer (&self->group);
  if (group->len > 0 && !self->group_permanent)
    stp_undo_stack_push (self->undo_stack,
                         self->group_label ? self->group_label : _ ("Last Change"), group);
  finish_group (self);
  if (group->len == 0)
    return;
  notify_undo (self);
  g_signal_emit (self, signals[CHANGED], 0, group);
}

static gpointer
lookup_id (StpDiary *self, const char *id)
{
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    {
      gpointer record = stp_record_list_lookup (self->lists[type], id);

      if (record)
        return record;
    }
  return NULL;
}

static void
restore_deletions (StpDiary *self)
{
  GHashTableIter iter;
  gpointer id, stamp;

  g_hash_table_iter_init (&iter, self->group_undeleted);
  while (g_hash_table_iter_next (&iter, &id, &stamp))
    if (lookup_id (self, id) == NULL)
      {
        g_hash_table_iter_steal (&iter);
        g_hash_table_insert (self->deleted, id, stamp);
      }
}

/**
 * stp_diary_cancel_edit:
 *
 * Closes the outermost group and takes back what was done in it, as if it had never been.
 */
void
stp_diary_cancel_edit (StpDiary *self)
{
  g_autoptr (GPtrArray) group = NULL;

  g_return_if_fail (STP_IS_DIARY (self));
  g_return_if_fail (self->group_depth == 1);

  group = g_steal_pointer (&self->group);
  for (guint i = group->len; i-- > 0;)
    {
      StpChange *change = group->pdata[i];
      StpRecord *named = change->before ? change->before : change->after;

      swap (self, change->type, stp_record_get_id (named), change->before);
    }
  restore_deletions (self);
  finish_group (self);
}

/* One step of taking back: @from is what should be there, @to what comes back with a fresh stamp.
 */
static gboolean
turn_change (StpDiary *self, StpUndoEntry *entry, StpRecord *from, StpRecord *to, GError **error)
{
  g_autoptr (StpRecord) copy = NULL;

  if (lookup_same (self, from ? from : to) != from)
    {
      g_set_error_literal (error, STP_DIARY_ERROR, STP_DIARY_ERROR_CHANGED,
                           _ ("This has changed since, so it was left as it is."));
      return FALSE;
    }
  if (to == NULL)
    {
      if (!check_unnamed (self, from, error))
        return FALSE;
      remove_record (self, from);
      return TRUE;
    }
  copy = stp_record_copy (to);
  if (!stp_diary_check_draft (self, copy, error))
    return FALSE;
  seal_and_swap (self, copy, from);
  stp_undo_entry_replace (entry, to, copy);
  return TRUE;
}

static void
unref_record (gpointer record)
{
  g_clear_object (&record);
}

/* The changes of @entry, backwards for undo, forwards for redo; all of them or none. */
static gboolean
turn_entry (StpDiary *self, StpUndoEntry *entry, gboolean undo, GError **error)
{
  g_autoptr (GPtrArray) originals = g_ptr_array_new_with_free_func (unref_record);
  g_autoptr (GPtrArray) group = NULL;

  stp_diary_begin_edit (self, NULL);
  for (guint i = 0; i < entry->changes->len; i++)
    {
      StpChange *change = entry->changes->pdata[undo ? entry->changes->len - 1 - i : i];
      g_autoptr (StpRecord) before = change->before ? g_object_ref (change->before) : NULL;
      g_autoptr (StpRecord) after = change->after ? g_object_ref (change->after) : NULL;

      if (!turn_change (self, entry, undo ? after : before, undo ? before : after, error))
        {
          stp_diary_cancel_edit (self);
          return FALSE;
        }
      g_ptr_array_add (originals, undo ? g_steal_pointer (&before) : g_steal_pointer (&after));
    }
  group = g_steal_pointer (&self->group);
  for (guint i = 0; i < group->len; i++)
    if (originals->pdata[i])
      stp_undo_stack_replace (self->undo_stack, originals->pdata[i],
                              ((StpChange *) group->pdata[i])->after);
  finish_group (self);
  g_signal_emit (self, signals[CHANGED], 0, group);
  return TRUE;
}

/**
 * stp_diary_undo:
 *
 * Takes the last edit back, as an edit with fresh stamps. One whose records have changed since is
 * dropped with a word.
 *
 * Returns: whether something was taken back
 */
gboolean
stp_diary_undo (StpDiary *self, GError **error)
{
  g_autoptr (StpUndoEntry) entry = NULL;
  gboolean done;

  g_return_val_if_fail (STP_IS_DIARY (self), FALSE);

  if (!check_writable (self, error))
    return FALSE;
  entry = stp_undo_stack_pop_undo (self->undo_stack);
  if (entry == NULL)
    return FALSE;
  done = turn_entry (self, entry, TRUE, error);
  if (done)
    stp_undo_stack_push_redo (self->undo_stack, g_steal_pointer (&entry));
  notify_undo (self);
  return done;
}

/**
 * stp_diary_redo:
 *
 * Does again what was last taken back.
 *
 * Returns: whether something was done again
 */
gboolean
stp_diary_redo (StpDiary *self, GError **error)
{
  g_autoptr (StpUndoEntry) entry = NULL;
  gboolean done;

  g_return_val_if_fail (STP_IS_DIARY (self), FALSE);

  if (!check_writable (self, error))
    return FALSE;
  entry = stp_undo_stack_pop_redo (self->undo_stack);
  if (entry == NULL)
    return FALSE;
  done = turn_entry (self, entry, FALSE, error);
  if (done)
    stp_undo_stack_push_undo (self->undo_stack, g_steal_pointer (&entry));
  notify_undo (self);
  return done;
}

static void
adopt_type (StpDiary *self, StpSnapshot *snapshot, StpRecordType type)
{
  g_autoptr (GPtrArray) mine = stp_record_list_dup_array (self->lists[type]);

  for (guint i = 0; i < mine->len; i++)
    if (!stp_snapshot_lookup (snapshot, type, stp_record_get_id (mine->pdata[i])))
      {
        remember (self, type, mine->pdata[i], NULL);
        swap (self, type, stp_record_get_id (mine->pdata[i]), NULL);
      }
  for (guint i = 0; i < snapshot->records[type]->len; i++)
    {
      gpointer theirs = snapshot->records[type]->pdata[i];
      gpointer before = lookup_same (self, theirs);

      if (before == theirs)
        continue;
      remember (self, type, before, theirs);
      swap (self, type, stp_record_get_id (theirs), theirs);
    }
}

/**
 * stp_diary_adopt_snapshot:
 * @snapshot: the same diary after a merge
 *
 * Takes over what a merge brought, with the stamps it has. Not an edit and not undoable; records
 * that are the same object in both are left alone.
 */
void
stp_diary_adopt_snapshot (StpDiary *self, StpSnapshot *snapshot)
{
  g_return_if_fail (STP_IS_DIARY (self));
  g_return_if_fail (g_str_equal (self->id, snapshot->id));

  stp_diary_begin_edit (self, NULL);
  self->group_permanent = TRUE;
  if (self->profile != snapshot->profile)
    {
      remember (self, STP_RECORD_PROFILE, self->profile, snapshot->profile);
      g_set_object (&self->profile, snapshot->profile);
    }
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    adopt_type (self, snapshot, type);
  g_hash_table_unref (self->deleted);
  self->deleted = copy_deleted (snapshot->deleted);
  self->greatest_stamp = MAX (self->greatest_stamp, stp_snapshot_get_greatest_stamp (snapshot));
  stp_diary_end_edit (self);
}
