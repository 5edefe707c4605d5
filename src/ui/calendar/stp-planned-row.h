// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "calendar/stp-day-entry.h"

G_BEGIN_DECLS

GtkWidget *stp_planned_row_new (StpDayEntry *entry, gboolean overdue);

G_END_DECLS
