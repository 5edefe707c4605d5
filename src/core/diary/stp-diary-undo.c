// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-diary-check-private.h"
#include "diary/stp-diary-struct-private.h"

/* One step of taking back: @from is what should be there, @to what comes back with a fresh stamp.
 */
static gboolean
turn_change (StpDiary *self, StpUndoEntry *entry, StpRecord *from, StpRecord *to, GError **error)
{
  g_autoptr (StpRecord) copy = NULL;

  if (stp_diary_lookup_same (self, from ? from : to) != from)
    {
      g_set_error_literal (error, STP_DIARY_ERROR, STP_DIARY_ERROR_CHANGED,
                           _ ("This has changed since, so it was left as it is."));
      return FALSE;
    }
  if (to == NULL)
    {
      if (!stp_diary_check_unnamed (self, from, error))
        return FALSE;
      stp_diary_remove_record (self, from);
      return TRUE;
    }
  copy = stp_record_copy (to);
  if (!stp_diary_check_draft (self, copy, error))
    return FALSE;
  stp_diary_seal_and_swap (self, copy, from);
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
  if (done)
    stp_undo_stack_push_undo (self->undo_stack, g_steal_pointer (&entry));
  stp_diary_notify_undo (self);
  return done;
}
