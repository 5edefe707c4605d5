// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/* What the forms of the session have in common: they edit a copy, and only Save writes it. */
char *stp_session_form_dup_text (AdwEntryRow *row);
void stp_session_form_save_profile (AdwDialog *form, StpWorkspace *workspace, StpProfile *profile);

G_END_DECLS
