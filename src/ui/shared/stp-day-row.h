// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A choice of a day with its year, to step through or to type. */
void stp_day_row_setup (AdwSpinRow *row, guint first, guint last);
guint stp_day_row_get (AdwSpinRow *row);
void stp_day_row_set (AdwSpinRow *row, guint day);

G_END_DECLS
