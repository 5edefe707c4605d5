// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * StpCheckRow:
 *
 * A row that is a check box, or one of several radio buttons: one stop of the Tab key, and said as
 * what it is. Property `active`.
 */
#define STP_TYPE_CHECK_ROW (stp_check_row_get_type ())
G_DECLARE_FINAL_TYPE (StpCheckRow, stp_check_row, STP, CHECK_ROW, AdwActionRow)

GtkWidget *stp_check_row_new (const char *title, const char *subtitle);
GtkWidget *stp_check_row_new_choice (const char *title, StpCheckRow *first);
gboolean stp_check_row_get_active (StpCheckRow *self);
void stp_check_row_set_active (StpCheckRow *self, gboolean active);
void stp_check_row_indent (StpCheckRow *self);

G_END_DECLS
