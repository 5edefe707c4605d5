// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "diary/stp-record.h"

G_BEGIN_DECLS

/**
 * StpDayEntry:
 *
 * A line of the day panel: what it says, and the record it stands for. Property `title` (read
 * only).
 */
#define STP_TYPE_DAY_ENTRY (stp_day_entry_get_type ())
G_DECLARE_FINAL_TYPE (StpDayEntry, stp_day_entry, STP, DAY_ENTRY, GObject)

StpDayEntry *stp_day_entry_new (const char *title,
                                const char *subtitle,
                                gpointer record) G_GNUC_WARN_UNUSED_RESULT;

const char *stp_day_entry_get_title (StpDayEntry *self);
const char *stp_day_entry_get_subtitle (StpDayEntry *self);
gpointer stp_day_entry_get_record (StpDayEntry *self);

GtkWidget *stp_day_entry_create_row (gpointer entry, gpointer unused);

G_END_DECLS
