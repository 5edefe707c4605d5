// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-diary.h"

G_BEGIN_DECLS

/**
 * StpUndoEntry:
 * @label: what the edit did, translated, for "Undo …"
 * @changes: (element-type StpChange): the changes in the order in which they were made
 * @partial: whether the edit made others too, which stay
 *
 * One edit, or one group of them, that can be taken back.
 */
typedef struct
{
  char *label;
  GPtrArray *changes;
  gboolean partial;
} StpUndoEntry;

/**
 * StpUndoStack:
 *
 * What can be taken back, and what can be done again. Holds the records as they were; taking an
 * edit back makes a record with a fresh stamp, so the entries below learn of the newcomer by
 * stp_undo_stack_replace().
 */
typedef struct _StpUndoStack StpUndoStack;

StpUndoStack *stp_undo_stack_new (void);
void stp_undo_stack_free (StpUndoStack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpUndoStack, stp_undo_stack_free)

void stp_undo_entry_free (StpUndoEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpUndoEntry, stp_undo_entry_free)

void
stp_undo_stack_push (StpUndoStack *self, const char *label, GPtrArray *changes, gboolean partial);
void stp_undo_stack_push_undo (StpUndoStack *self, StpUndoEntry *entry);
void stp_undo_stack_push_redo (StpUndoStack *self, StpUndoEntry *entry);
StpUndoEntry *stp_undo_stack_pop_undo (StpUndoStack *self);
StpUndoEntry *stp_undo_stack_pop_redo (StpUndoStack *self);
gboolean stp_undo_stack_is_undo_partial (StpUndoStack *self);
const char *stp_undo_stack_get_undo_label (StpUndoStack *self);
const char *stp_undo_stack_get_redo_label (StpUndoStack *self);
void stp_undo_entry_replace (StpUndoEntry *entry, GHashTable *copies);
void stp_undo_stack_replace (StpUndoStack *self, GHashTable *copies);

StpChange *stp_change_new (StpRecordType type, gpointer before, gpointer after);
void stp_change_free (StpChange *change);

G_END_DECLS
