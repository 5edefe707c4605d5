// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "calendar/stp-day-entry.h"

G_BEGIN_DECLS

/**
 * StpEntryRow:
 *
 * A row that says what a #StpDayEntry says, and can be bound to another one. A use has a button to
 * remove it.
 */
#define STP_TYPE_ENTRY_ROW (stp_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (StpEntryRow, stp_entry_row, STP, ENTRY_ROW, AdwActionRow)

GtkWidget *stp_entry_row_new (void);
void stp_entry_row_bind (StpEntryRow *self, StpDayEntry *entry);

G_END_DECLS
