// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-diary-check-private.h"
#include "diary/stp-diary-struct-private.h"
#include "diary/stp-profile-stamp-private.h"
#include "diary/stp-record-private.h"

/* Later than the clock and than every stamp seen, so that a clock set back loses no edit. */
static gint64
make_stamp (StpDiary *self)
{
  self->greatest_stamp = MAX (stp_clock_get_now (self->clock), self->greatest_stamp + 1);
  return self->greatest_stamp;
}

/* Puts one record in the place of another, without a stamp and without telling but the models. */
void
stp_diary_swap (StpDiary *self, StpRecordType type, const char *id, gpointer after)
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

void
stp_diary_remember (StpDiary *self, StpRecordType type, gpointer before, gpointer after)
{
  g_ptr_array_add (self->group, stp_change_new (type, before, after));
}

void
stp_diary_seal_and_swap (StpDiary *self, gpointer draft, gpointer before)
{
  StpRecordType type = stp_record_get_record_type (draft);
  gint64 stamp = make_stamp (self);

  if (type != STP_RECORD_PROFILE || stp_profile_stamp (before, draft, stamp))
    stp_record_set_modified (draft, stamp);
  stp_record_seal (draft);
  stp_diary_remember (self, type, before, draft);
  stp_diary_swap (self, type, stp_record_get_id (draft), draft);
}

void
stp_diary_remove_record (StpDiary *self, gpointer record)
{
  StpRecordType type = stp_record_get_record_type (record);
  const char *id = stp_record_get_id (record);
  gint64 stamp = make_stamp (self);

  stp_diary_remember (self, type, record, NULL);
  g_hash_table_insert (self->deleted, g_strdup (id), g_memdup2 (&stamp, sizeof stamp));
  stp_diary_swap (self, type, id, NULL);
}

gboolean
stp_diary_check_writable (StpDiary *self, GError **error)
{
  if (!self->read_only)
    return TRUE;
  g_set_error_literal (error, STP_DIARY_ERROR, STP_DIARY_ERROR_READ_ONLY,
                       _ ("This diary can only be looked at. Nothing was changed."));
  return FALSE;
}

gpointer
stp_diary_lookup_same (StpDiary *self, gpointer record)
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

  if (!stp_diary_check_writable (self, error) || !stp_diary_check_draft (self, draft, error))
    return FALSE;
  before = stp_diary_lookup_same (self, draft);
  if (before)
    g_object_ref (before);
  stp_diary_begin_edit (self, NULL);
  stp_diary_seal_and_swap (self, draft, before);
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

void
stp_diary_set_in_use (GError **error)
{
  g_set_error_literal (error, STP_DIARY_ERROR, STP_DIARY_ERROR_IN_USE,
                       _ ("Your diary refers to this, so it can be archived but not deleted."));
}

static gboolean
check_unnamed (StpDiary *self, gpointer record, GError **error)
{
  if (!stp_diary_is_named (self, record))
    return TRUE;
  stp_diary_set_in_use (error);
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
  if (!stp_diary_check_writable (self, error) || !check_unnamed (self, record, error))
    return FALSE;
  stp_diary_begin_edit (self, NULL);
  stp_diary_remove_record (self, record);
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

void
stp_diary_finish_group (StpDiary *self)
{
  self->group_depth = 0;
  g_hash_table_remove_all (self->group_undeleted);
  g_clear_pointer (&self->group_label, g_free);
  g_clear_pointer (&self->group_lasting, g_hash_table_unref);
}

static gboolean
lasts (StpDiary *self, const StpChange *change)
{
  return self->group_permanent ||
         (self->group_lasting != NULL && change->before == NULL &&
          g_hash_table_contains (self->group_lasting, stp_record_get_id (change->after)));
}

/* Pushes what undo may take back of @group, if there is any. */
static void
push_undo (StpDiary *self, GPtrArray *group)
{
  g_autoptr (
    GPtrArray) undoable = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_change_free);

  for (guint i = 0; i < group->len; i++)
    {
      StpChange *change = group->pdata[i];

      if (!lasts (self, change))
        g_ptr_array_add (undoable, stp_change_new (change->type, change->before, change->after));
    }
  self->last_undoable = undoable->len > 0;
  if (self->last_undoable)
    stp_undo_stack_push (self->undo_stack,
                         self->group_label ? self->group_label : _ ("Last Change"), undoable,
                         undoable->len < group->len);
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
  push_undo (self, group);
  stp_diary_finish_group (self);
  if (group->len == 0)
    return;
  stp_diary_notify_undo (self);
  stp_diary_emit_changed (self, group);
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

      stp_diary_swap (self, change->type, stp_record_get_id (named), change->before);
    }
  restore_deletions (self);
  stp_diary_finish_group (self);
}
