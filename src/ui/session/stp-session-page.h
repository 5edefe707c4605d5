// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "protocol/stp-procedure.h"
#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpSessionPage:
 *
 * What the session pane shows in one phase. A subclass says in `refresh` what it shows; it is
 * called once the page stands and whenever what core says may have changed. It can be called in
 * another phase than its own, in the moment before the pane puts the page away.
 *
 * Property `workspace` (construct only).
 */
#define STP_TYPE_SESSION_PAGE (stp_session_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (StpSessionPage, stp_session_page, STP, SESSION_PAGE, AdwBin)

struct _StpSessionPageClass
{
  AdwBinClass parent_class;

  void (*refresh) (StpSessionPage *self);
};

StpWorkspace *stp_session_page_get_workspace (StpSessionPage *self);

G_END_DECLS
