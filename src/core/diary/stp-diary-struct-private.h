// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-diary-private.h"
#include "diary/stp-record-list-private.h"
#include "diary/stp-undo-stack-private.h"

G_BEGIN_DECLS

/* The inside of the diary, shared by the files that make it up and by nothing else. */
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
  gboolean last_undoable;
  GPtrArray *group; /* (nullable) (element-type StpChange): the edit in progress */
  char *group_label;
  guint group_depth;
  gboolean group_permanent;
  GHashTable *group_lasting;   /* (nullable): ids of what came in it and undo leaves */
  GHashTable *group_undeleted; /* deletions that the edit in progress took back */
};

void stp_diary_notify_undo (StpDiary *self);
void stp_diary_emit_changed (StpDiary *self, GPtrArray *changes);

gboolean stp_diary_check_writable (StpDiary *self, GError **error);
void stp_diary_set_in_use (GError **error);
gpointer stp_diary_lookup_same (StpDiary *self, gpointer record);
void stp_diary_swap (StpDiary *self, StpRecordType type, const char *id, gpointer after);
void stp_diary_remember (StpDiary *self, StpRecordType type, gpointer before, gpointer after);
void stp_diary_seal_and_swap (StpDiary *self, gpointer draft, gpointer before);
void stp_diary_remove_record (StpDiary *self, gpointer record);
void stp_diary_finish_group (StpDiary *self);

G_END_DECLS
