// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-profile.h"
#include "diary/stp-record.h"

G_BEGIN_DECLS

#define STP_DIARY_FORMAT 1

/**
 * StpSnapshot:
 * @format: the format number the file had; %STP_DIARY_FORMAT for our own
 * @id: the diary's id
 * @profile: (not nullable): the profile
 * @records: (array): by #StpRecordType, the records sorted by id; the profile's place is %NULL
 * @deleted: id to stamp (`gint64 *`, UTC microseconds)
 * @extras: (nullable): members of the document that this version does not know
 *
 * A whole diary at one moment: sealed records by reference, so that taking one is cheap and
 * reading one in a thread is safe. Never changes once shared.
 */
typedef struct
{
  gatomicrefcount refs;
  int format;
  char *id;
  StpProfile *profile;
  GPtrArray *records[STP_RECORD_N];
  GHashTable *deleted;
  JsonObject *extras;
} StpSnapshot;

StpSnapshot *stp_snapshot_new (const char *id);
StpSnapshot *stp_snapshot_ref (StpSnapshot *self);
void stp_snapshot_unref (StpSnapshot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpSnapshot, stp_snapshot_unref)

void stp_snapshot_take (StpSnapshot *self, gpointer record);
void stp_snapshot_sort (StpSnapshot *self);
gpointer stp_snapshot_lookup (StpSnapshot *self, StpRecordType type, const char *id);
void stp_snapshot_set_deleted (StpSnapshot *self, const char *id, gint64 stamp);
gint64 stp_snapshot_get_greatest_stamp (StpSnapshot *self);

G_END_DECLS
