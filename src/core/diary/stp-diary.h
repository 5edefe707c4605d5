// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-application.h"
#include "diary/stp-clock.h"
#include "diary/stp-device.h"
#include "diary/stp-product.h"
#include "diary/stp-profile.h"
#include "diary/stp-reaction.h"
#include "diary/stp-session.h"
#include "diary/stp-snapshot.h"

G_BEGIN_DECLS

#define STP_DIARY_ERROR (stp_diary_error_quark ())
GQuark stp_diary_error_quark (void);

/**
 * StpDiaryError:
 * @STP_DIARY_ERROR_READ_ONLY: the diary may only be looked at
 * @STP_DIARY_ERROR_INVALID: the record lacks something or names what is not there
 * @STP_DIARY_ERROR_IN_USE: another record names this one: archive it instead
 * @STP_DIARY_ERROR_CHANGED: what was to be undone has been changed since
 */
typedef enum
{
  STP_DIARY_ERROR_READ_ONLY,
  STP_DIARY_ERROR_INVALID,
  STP_DIARY_ERROR_IN_USE,
  STP_DIARY_ERROR_CHANGED,
} StpDiaryError;

/**
 * StpChange:
 * @before: (nullable): the record as it was; %NULL if it is new
 * @after: (nullable): the record as it is; %NULL if it was deleted
 *
 * One record swapped for another.
 */
typedef struct
{
  StpRecordType type;
  StpRecord *before, *after;
} StpChange;

/**
 * StpDiary:
 *
 * The whole state: facts, and nothing derived. Every change is an edit.
 *
 * Properties: `can-undo`, `can-redo`, `undo-label`, `redo-label`, `read-only`.
 * Signal `changed (GPtrArray *changes)`: emitted once an edit, or a group of them, is complete,
 * with every [struct@StpChange] in order.
 */
#define STP_TYPE_DIARY (stp_diary_get_type ())
G_DECLARE_FINAL_TYPE (StpDiary, stp_diary, STP, DIARY, GObject)

StpDiary *stp_diary_new (StpClock *clock);
StpDiary *stp_diary_new_from_snapshot (StpClock *clock, StpSnapshot *snapshot);
StpSnapshot *stp_diary_dup_snapshot (StpDiary *self);

const char *stp_diary_get_id (StpDiary *self);
StpClock *stp_diary_get_clock (StpDiary *self);
gboolean stp_diary_get_read_only (StpDiary *self);
void stp_diary_set_read_only (StpDiary *self, gboolean read_only);

StpProfile *stp_diary_get_profile (StpDiary *self);
GListModel *stp_diary_get_records (StpDiary *self, StpRecordType type);
guint stp_diary_get_n_records (StpDiary *self, StpRecordType type);
gpointer stp_diary_peek_record (StpDiary *self, StpRecordType type, guint position);
gpointer stp_diary_lookup (StpDiary *self, StpRecordType type, const char *id);
gboolean stp_diary_is_named (StpDiary *self, gpointer record);

gboolean stp_diary_put (StpDiary *self, gpointer draft, GError **error);
gboolean stp_diary_delete (StpDiary *self, gpointer record, GError **error);

gboolean stp_diary_restore (StpDiary *self, GPtrArray *drafts, const char *label, GError **error);
gboolean stp_records_outlast_undo (GPtrArray *records);

void stp_diary_begin_edit (StpDiary *self, const char *label);
void stp_diary_end_edit (StpDiary *self);
void stp_diary_cancel_edit (StpDiary *self);

gboolean stp_diary_undo (StpDiary *self, GError **error);
gboolean stp_diary_redo (StpDiary *self, GError **error);
gboolean stp_diary_is_undo_partial (StpDiary *self);
gboolean stp_diary_is_last_undoable (StpDiary *self);

G_END_DECLS
