// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-undo-stack-private.h"

#define MAX_ENTRIES 100

struct _StpUndoStack
{
  GQueue undo, redo; /* (element-type StpUndoEntry): the latest at the head */
};

StpChange *
stp_change_new (StpRecordType type, gpointer before, gpointer after)
{
  StpChange *change = g_new0 (StpChange, 1);

  change->type = type;
  g_set_object (&change->before, before);
  g_set_object (&change->after, after);
  return change;
}

void
stp_change_free (StpChange *change)
{
  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_free (change);
}

void
stp_undo_entry_free (StpUndoEntry *entry)
{
  g_free (entry->label);
  g_ptr_array_unref (entry->changes);
  g_free (entry);
}

StpUndoStack *
stp_undo_stack_new (void)
{
  return g_new0 (StpUndoStack, 1);
}

void
stp_undo_stack_free (StpUndoStack *self)
{
  g_queue_clear_full (&self->undo, (GDestroyNotify) stp_undo_entry_free);
  g_queue_clear_full (&self->redo, (GDestroyNotify) stp_undo_entry_free);
  g_free (self);
}

/* A new edit: what could have been done again no longer can. */
void
stp_undo_stack_push (StpUndoStack *self, const char *label, GPtrArray *changes, gboolean partial)
{
  StpUndoEntry *entry = g_new0 (StpUndoEntry, 1);

  entry->label = g_strdup (label);
  entry->changes = g_ptr_array_ref (changes);
  entry->partial = partial;
  stp_undo_stack_push_undo (self, entry);
  g_queue_clear_full (&self->redo, (GDestroyNotify) stp_undo_entry_free);
}

void
stp_undo_stack_push_undo (StpUndoStack *self, StpUndoEntry *entry)
{
  g_queue_push_head (&self->undo, entry);
  if (self->undo.length > MAX_ENTRIES)
    stp_undo_entry_free (g_queue_pop_tail (&self->undo));
}

void
stp_undo_stack_push_redo (StpUndoStack *self, StpUndoEntry *entry)
{
  g_queue_push_head (&self->redo, entry);
}

StpUndoEntry *
stp_undo_stack_pop_undo (StpUndoStack *self)
{
  return g_queue_pop_head (&self->undo);
}

StpUndoEntry *
stp_undo_stack_pop_redo (StpUndoStack *self)
{
  return g_queue_pop_head (&self->redo);
}

/* Returns: whether undo would leave some of what the edit did. */
gboolean
stp_undo_stack_is_undo_partial (StpUndoStack *self)
{
  StpUndoEntry *entry = g_queue_peek_head (&self->undo);

  return entry != NULL && entry->partial;
}

static const char *
get_label (GQueue *queue)
{
  StpUndoEntry *entry = g_queue_peek_head (queue);

  return entry ? entry->label : NULL;
}

/* Returns: (nullable): the label of what undo would take back; %NULL if there is nothing. */
const char *
stp_undo_stack_get_undo_label (StpUndoStack *self)
{
  return get_label (&self->undo);
}

const char *
stp_undo_stack_get_redo_label (StpUndoStack *self)
{
  return get_label (&self->redo);
}

static void
replace (StpRecord **record, GHashTable *copies)
{
  StpRecord *copy = *record ? g_hash_table_lookup (copies, *record) : NULL;

  if (copy)
    g_set_object (record, copy);
}

void
stp_undo_entry_replace (StpUndoEntry *entry, GHashTable *copies)
{
  for (guint i = 0; i < entry->changes->len; i++)
    {
      StpChange *change = entry->changes->pdata[i];

      replace (&change->before, copies);
      replace (&change->after, copies);
    }
}

/* Each record of @copies lives on as its value, with the same content and a fresh stamp. */
void
stp_undo_stack_replace (StpUndoStack *self, GHashTable *copies)
{
  for (GList *link = self->undo.head; link; link = link->next)
    stp_undo_entry_replace (link->data, copies);
  for (GList *link = self->redo.head; link; link = link->next)
    stp_undo_entry_replace (link->data, copies);
}
