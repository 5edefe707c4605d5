// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StpStepDots:
 *
 * How far a session has come: a dot a step. Filled ones are done, the wide one is shown, so that
 * shape says it and not colour alone.
 */
#define STP_TYPE_STEP_DOTS (stp_step_dots_get_type ())
G_DECLARE_FINAL_TYPE (StpStepDots, stp_step_dots, STP, STEP_DOTS, GtkWidget)

void stp_step_dots_show (StpStepDots *self, guint n_steps, guint n_done, guint shown);

G_END_DECLS
