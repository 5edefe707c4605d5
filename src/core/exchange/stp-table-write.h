// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "diary/stp-snapshot.h"

G_BEGIN_DECLS

/**
 * StpTableSpan:
 * @from: the first day, or %STP_DAY_UNSET
 * @to: the last day, or %STP_DAY_UNSET
 *
 * Which days a table covers. Products, devices, heads, courses and the profile are always in it,
 * since what happened names them, and so is what has no day. A session that something of those days
 * names comes with its gates and steps.
 */
typedef struct
{
  guint from, to;
} StpTableSpan;

GBytes *stp_table_write (StpSnapshot *snapshot, StpRecordType type, StpTableSpan span);
GBytes *stp_table_write_all (StpSnapshot *snapshot, StpTableSpan span);
gboolean
stp_table_write_folder (GFile *folder, StpSnapshot *snapshot, StpTableSpan span, GError **error);

G_END_DECLS
