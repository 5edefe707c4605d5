// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "diary/stp-record.h"

G_BEGIN_DECLS

#define STP_TYPE_RECORD_LIST (stp_record_list_get_type ())
G_DECLARE_FINAL_TYPE (StpRecordList, stp_record_list, STP, RECORD_LIST, GObject)

StpRecordList *stp_record_list_new (void);
guint stp_record_list_get_length (StpRecordList *self);
gpointer stp_record_list_peek (StpRecordList *self, guint position);
gpointer stp_record_list_lookup (StpRecordList *self, const char *id);
void stp_record_list_swap (StpRecordList *self, const char *id, gpointer after);
void stp_record_list_fill (StpRecordList *self, GPtrArray *sorted);
GPtrArray *stp_record_list_dup_array (StpRecordList *self);

G_END_DECLS
