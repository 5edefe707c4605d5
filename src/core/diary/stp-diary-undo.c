// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-diary-check-private.h"
#include "diary/stp-diary-struct-private.h"

/**
 * Turn:
 * @copies: each record that came back, as it was to the copy with a fresh stamp
 * @gone: ids of the records that were taken away
 *
 * An entry being turned. What is known of all of its changes is looked at once, at the end: an
 * import or a restore may have had twenty thousand.
 */
typedef struct
{
  GHashTable *copies;
  GHashTable *gone;
} Turn;

static gboolean
changed_since (GError **error)
{
  g_set_error_literal (error, STP_DIARY_ERROR, STP_DIARY_ERROR_CHANGED,
                       _ ("This has changed since, so it was left as it is."));
  return FALSE;
}

/* One step of taking back: @from is what should be there, @to what comes back with a fresh stamp.
 */
static gboolean
turn_change (StpDiary *self, Turn *turn, StpRecord *from, StpRecord *to, GError **error)
{
  StpRecord *known = from ? g_hash_table_lookup (turn->copies, from) : NULL;
  StpRecord *expected = known ? known : from;
  g_autoptr (StpRecord) alive = expected ? g_object_ref (expected) : NULL;
  StpRecord *copy;

  if (stp_diary_lookup_same (self, from ? from : to) != expected)
    return changed_since (error);
  if (to == NULL)
    {
      g_hash_table_add (turn->gone, g_strdup (stp_record_get_id (from)));
      stp_diary_remove_record (self, expected);
      return TRUE;
    }
  /* What it names may be missing, as it may have been when it was there. */
  copy = stp_record_copy (to);
  g_hash_table_insert (turn->copies, g_object_ref (to), copy);
  /* The profile has no id, and is never taken away. */
  if (stp_record_get_id (to) != NULL)
    g_hash_table_remove (turn->gone, stp_record_get_id (to));
  stp_diary_seal_and_swap (self, copy, expected);
  return TRUE;
}

static gboolean
turn_changes (StpDiary *self, Turn *turn, StpUndoEntry *entry, gboolean undo, GError **error)
{
  for (guint i = 0; i < entry->changes->len; i++)
    {
      StpChange *change = entry->changes->pdata[undo ? entry->changes->len - 1 - i : i];

      if (!turn_change (self, turn, undo ? change->after : change->before,
                        undo ? change->before : change->after, error))
        return FALSE;
    }
  if (g_hash_table_size (turn->gone) == 0 || !stp_diary_is_any_named (self, turn->gone))
    return TRUE;
  stp_diary_set_in_use (error);
  return FALSE;
}

/* The changes of @entry, backwards for undo, forwards for redo; all of them or none. */
static gboolean
turn_entry (StpDiary *self, StpUndoEntry *entry, gboolean undo, GError **error)
{
  g_autoptr (
    GHashTable) copies = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Turn turn = { copies, gone };
  g_autoptr (GPtrArray) group = NULL;

  stp_diary_begin_edit (self, NULL);
  if (!turn_changes (self, &turn, entry, undo, error))
    {
      stp_diary_cancel_edit (self);
      return FALSE;
    }
  group = g_steal_pointer (&self->group);
  stp_undo_entry_replace (entry, copies);
  stp_undo_stack_replace (self->undo_stack, copies);
  stp_diary_finish_group (self);
  stp_diary_emit_changed (self, group);
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

  if (!stp_diary_check_writable (self, error))
    return FALSE;
  entry = stp_undo_stack_pop_undo (self->undo_stack);
  if (entry == NULL)
    return FALSE;
  done = turn_entry (self, entry, TRUE, error);
  self->last_undoable = FALSE;
  if (done)
    stp_undo_stack_push_redo (self->undo_stack, g_steal_pointer (&entry));
  stp_diary_notify_undo (self);
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

  if (!stp_diary_check_writable (self, error))
    return FALSE;
  entry = stp_undo_stack_pop_redo (self->undo_stack);
  if (entry == NULL)
    return FALSE;
  done = turn_entry (self, entry, FALSE, error);
  self->last_undoable = done;
  if (done)
    stp_undo_stack_push_undo (self->undo_stack, g_steal_pointer (&entry));
  stp_diary_notify_undo (self);
  return done;
}

/**
 * stp_diary_is_undo_partial:
 *
 * Returns: whether undo would leave some of what is to be taken back: gates, steps and alarms
 */
gboolean
stp_diary_is_undo_partial (StpDiary *self)
{
  g_return_val_if_fail (STP_IS_DIARY (self), FALSE);

  return stp_undo_stack_is_undo_partial (self->undo_stack);
}

/**
 * stp_diary_is_last_undoable:
 *
 * Gates, steps and alarms cannot be undone: after one of them undo takes back an edit before it.
 *
 * Returns: whether undo would take back the last edit
 */
gboolean
stp_diary_is_last_undoable (StpDiary *self)
{
  g_return_val_if_fail (STP_IS_DIARY (self), FALSE);

  return self->last_undoable;
}
