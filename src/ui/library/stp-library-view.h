// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

/**
 * StpLibraryView:
 *
 * The shelf as a list and the chosen product beside it, or after it where there is no room.
 */
#define STP_TYPE_LIBRARY_VIEW (stp_library_view_get_type ())
G_DECLARE_FINAL_TYPE (StpLibraryView, stp_library_view, STP, LIBRARY_VIEW, AdwBin)

StpLibraryView *stp_library_view_new (StpWorkspace *workspace);
void stp_library_view_open (StpLibraryView *self, const char *id);
void stp_library_view_open_devices (StpLibraryView *self);
gboolean stp_library_view_take_photo (StpLibraryView *self, GFile *file);
void stp_library_view_focus_search (StpLibraryView *self);
