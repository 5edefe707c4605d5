// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/stp-table-write.h"

G_BEGIN_DECLS

GHashTable *stp_table_span_list_sessions (StpTableSpan span, StpSnapshot *snapshot);
gboolean stp_table_span_covers (StpTableSpan span,
                                GHashTable *sessions,
                                StpRecordType type,
                                gconstpointer record);

G_END_DECLS
