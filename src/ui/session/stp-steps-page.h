// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/stp-session-page.h"

G_BEGIN_DECLS

/**
 * StpStepsPage:
 *
 * A session in progress, a step at a time. Next does the current step, and the following one is
 * shown only when the diary is safe on disk. Finished steps can be looked back at.
 *
 * Actions: "steps.next" (Space, Enter), "steps.back" (Alt+Left), "steps.stop" (Escape).
 */
#define STP_TYPE_STEPS_PAGE (stp_steps_page_get_type ())
G_DECLARE_FINAL_TYPE (StpStepsPage, stp_steps_page, STP, STEPS_PAGE, StpSessionPage)

guint stp_steps_page_get_shown (StpStepsPage *self);

G_END_DECLS
