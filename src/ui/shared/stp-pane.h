// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpPane:
 *
 * A page of the window's switcher, and all that the window knows of it. A subclass sets `title` and
 * `icon-name` in its template, and sets up what needs the workspace in `constructed`, after
 * chaining up.
 *
 * What others may ask of a pane are actions on its class, named after it: "calendar.plan-session",
 * "calendar.log-use", "library.add-product". From anywhere in the window the action `win.task` with
 * such a name as its target shows that pane first and then does it.
 *
 * Properties: `workspace` (construct only), `title`, `icon-name`, `needs-attention` (something
 * waits for the user there).
 */
#define STP_TYPE_PANE (stp_pane_get_type ())
G_DECLARE_DERIVABLE_TYPE (StpPane, stp_pane, STP, PANE, AdwBin)

/**
 * StpPaneClass:
 * @open: (nullable): shows what an id names; %NULL for what the pane opens with
 */
struct _StpPaneClass
{
  AdwBinClass parent_class;

  void (*open) (StpPane *self, const char *id);
};

StpWorkspace *stp_pane_get_workspace (StpPane *self);
const char *stp_pane_get_title (StpPane *self);
void stp_pane_set_title (StpPane *self, const char *title);
const char *stp_pane_get_icon_name (StpPane *self);
void stp_pane_set_icon_name (StpPane *self, const char *icon_name);
gboolean stp_pane_get_needs_attention (StpPane *self);
void stp_pane_set_needs_attention (StpPane *self, gboolean needs_attention);

void stp_pane_open (StpPane *self, const char *id);

G_END_DECLS
