// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/stp-store-private.h"

G_BEGIN_DECLS

/*
 * Revisions count the edits, of the diary and of the draft beside it. They are at `edited`, the
 * disk at `saved`; a save in flight carries the revision it was taken at. Edits that arrive
 * meanwhile are the one pending save.
 */
struct _StpStore
{
  GObject parent_instance;

  GFile *folder;        /* (owned) */
  StpClock *clock;      /* (owned) */
  StpDiary *diary;      /* (owned) (nullable) */
  gboolean must_exist;  /* a folder that is gone is not made again */
  StpDeriveFunc derive; /* (nullable) */
  GObject *derived;     /* (owned) (nullable): until it is stolen */
  StpLock *lock;        /* (owned) (nullable) */
  StpWriter *writer;
  char *set_aside;
  guint n_rescued;
  gboolean gone, restorable;
  char *read_only_text;
  char *error_text;

  StpProduct *draft; /* (owned) (nullable): what is being entered */

  guint64 edited, saved;
  guint64 diary_edited, draft_edited; /* the revision of the last edit of each */
  guint64 flight;                     /* revision of the save in flight; 0 if there is none */
  StpSnapshot *flight_value;          /* kept here, so that it is freed in the main thread */
  guint retry;                        /* source that tries again, 0 if none */
  guint slow_alarm;                   /* alarm that finds the save in flight slow, 0 if none */
  gboolean slow;
  gboolean given_up; /* nobody waits any more for what is not on the disk yet */
  GQueue flushes;    /* GTask, each with its revision as task data */
};

void stp_store_diary_changed_cb (StpStore *self);
void stp_store_draft_changed (StpStore *self);
void stp_store_stop_expecting (StpStore *self);

G_END_DECLS
