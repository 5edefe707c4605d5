// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * StpPassBox:
 *
 * The passes over one area, to be ticked as they are done: the four directions of a roller, or the
 * numbered ones of a pen.
 *
 * Signal `changed`: one was ticked or unticked by hand.
 */
#define STP_TYPE_PASS_BOX (stp_pass_box_get_type ())
G_DECLARE_FINAL_TYPE (StpPassBox, stp_pass_box, STP, PASS_BOX, AdwBin)

void stp_pass_box_show (StpPassBox *self, guint n_passes, guint n_strokes, const char *detail);
char *stp_pass_box_dup_detail (StpPassBox *self);

G_END_DECLS
