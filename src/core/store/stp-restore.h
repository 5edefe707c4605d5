// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-diary.h"

G_BEGIN_DECLS

/**
 * StpRestore:
 * @drafts: (element-type StpRecord): what would be put, in the order of the types
 * @back: by type, how many records are missing now and would come back
 * @changed: by type, how many would be again as they were
 *
 * What bringing back an earlier state of a diary comes to.
 *
 * What was deleted comes back; products, courses and settings are again as they were. What was
 * added since stays, and so does what happened, as it is recorded now: sessions, gates, steps,
 * uses, events, reactions, what was answered and what a doctor allowed. To take that back would
 * open locks and shorten windows (E4, E6, E14).
 */
typedef struct
{
  GPtrArray *drafts;
  guint back[STP_RECORD_N];
  guint changed[STP_RECORD_N];
} StpRestore;

StpRestore *stp_restore_new (StpSnapshot *now, StpSnapshot *then);
void stp_restore_free (StpRestore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpRestore, stp_restore_free)

gboolean stp_restore_is_empty (StpRestore *self);
guint stp_restore_count_back (StpRestore *self);
guint stp_restore_count_changed (StpRestore *self);
gboolean stp_restore_apply (StpRestore *self, StpDiary *diary, const char *label, GError **error);

G_END_DECLS
