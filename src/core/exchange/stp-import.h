// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-diary.h"
#include "exchange/stp-table-read.h"

G_BEGIN_DECLS

/**
 * StpImport:
 * @drafts: (element-type StpRecord): what would be put, in the order of the types
 * @added: by type, how many are new
 * @present: by type, how many are there already
 * @different: by type, how many are there and say something else; they stay as they are
 * @problems: (element-type StpTableProblem): what is wrong with the tables
 *
 * What taking tables into a diary comes to. It adds and never changes: what the diary says already
 * stays, so that no import shortens a window or opens a lock (E6, E14). Of the profile, what the
 * diary does not say yet is added.
 */
typedef struct
{
  GPtrArray *drafts;
  guint added[STP_RECORD_N];
  guint present[STP_RECORD_N];
  guint different[STP_RECORD_N];
  GPtrArray *problems;
} StpImport;

StpImport *stp_import_new (StpSnapshot *now, StpTables *tables);
void stp_import_free (StpImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpImport, stp_import_free)

gboolean stp_import_apply (StpImport *self, StpDiary *diary, const char *label, GError **error);

G_END_DECLS
