// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * StpEntryList:
 *
 * Lines of a day under a title, gone where there are none. Its rows are bound anew from day to day,
 * and a long list begins with its first few: a row is what a panel costs most by.
 */
#define STP_TYPE_ENTRY_LIST (stp_entry_list_get_type ())
G_DECLARE_FINAL_TYPE (StpEntryList, stp_entry_list, STP, ENTRY_LIST, AdwPreferencesGroup)

void stp_entry_list_set_entries (StpEntryList *self, GPtrArray *entries, gboolean collapse);

G_END_DECLS
