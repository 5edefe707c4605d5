// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A choice of a needle length, in micrometres. */
void stp_length_row_setup (AdwComboRow *row, const char *none);
int stp_length_row_get (AdwComboRow *row);
void stp_length_row_set (AdwComboRow *row, int needle_um);

G_END_DECLS
