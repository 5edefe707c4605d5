// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/stp-lock.h"
#include "store/stp-store.h"

/**
 * StpWriter:
 *
 * Writes snapshots to one file, each only if none later was written, and keeps generations of
 * what they replace; and beside it what is being entered. Any thread may use it.
 */
typedef struct _StpWriter StpWriter;

G_BEGIN_DECLS

/**
 * StpLoaded:
 * @path: of the diary itself, links followed
 * @writer: (nullable): once opened, what writes there
 * @lock: (nullable): %NULL if the folder can only be read
 * @snapshot: what the diary holds; empty if there was none or it was set aside; %NULL once opened
 * @diary: (nullable): once opened, the diary
 * @derived: (nullable): what was made of it
 * @read_only: whether it must not be written
 * @set_aside: (nullable): the name under which an unreadable diary was kept
 * @unsaved: what is here instead of it is not on the disk yet
 * @n_rescued: how many records of it could be read all the same
 * @gone: there is no diary, but there are earlier states of one
 * @restorable: earlier states are there for what was lost
 * @trouble: (nullable): a sentence on why it is read-only
 * @unnamed: (nullable): photos that the diary does not name
 * @draft: (nullable): what was being entered when the program ended
 *
 * What loading found. Made in a worker, taken apart in the main thread.
 */
typedef struct
{
  char *path;
  StpWriter *writer;
  StpLock *lock;
  StpSnapshot *snapshot;
  StpDiary *diary;
  GObject *derived;
  gboolean read_only;
  char *set_aside;
  gboolean unsaved;
  guint n_rescued;
  gboolean gone, restorable;
  char *trouble;
  GPtrArray *unnamed;
  StpProduct *draft;
} StpLoaded;

StpLoaded *stp_loaded_new (const char *folder, gint64 now, GError **error);
void stp_loaded_open (StpLoaded *self, StpClock *clock, StpDeriveFunc derive);
void stp_loaded_free (StpLoaded *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpLoaded, stp_loaded_free)

StpWriter *stp_writer_new (const char *folder, const char *path);
StpWriter *stp_writer_ref (StpWriter *self);
void stp_writer_unref (StpWriter *self);
gboolean stp_writer_write (StpWriter *self,
                           StpSnapshot *snapshot,
                           guint64 revision,
                           gint64 now,
                           GError **error);
gboolean stp_writer_write_draft (StpWriter *self, GBytes *draft, guint64 revision, GError **error);
gboolean stp_writer_keep (StpWriter *self, gint64 now, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpWriter, stp_writer_unref)

StpWriter *stp_store_get_writer (StpStore *self);

G_END_DECLS
