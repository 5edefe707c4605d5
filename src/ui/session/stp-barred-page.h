// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/stp-session-page.h"

G_BEGIN_DECLS

/**
 * StpBarredPage:
 *
 * An answer rules needling at home out: one calm page that says why and what stays (E15).
 */
#define STP_TYPE_BARRED_PAGE (stp_barred_page_get_type ())
G_DECLARE_FINAL_TYPE (StpBarredPage, stp_barred_page, STP, BARRED_PAGE, StpSessionPage)

G_END_DECLS
