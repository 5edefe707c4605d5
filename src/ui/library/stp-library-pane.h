// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/stp-pane.h"

#define STP_TYPE_LIBRARY_PANE (stp_library_pane_get_type ())
G_DECLARE_FINAL_TYPE (StpLibraryPane, stp_library_pane, STP, LIBRARY_PANE, StpPane)
