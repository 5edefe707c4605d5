// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "session/stp-line.h"

G_BEGIN_DECLS

/**
 * StpLineGroup:
 *
 * A titled list of lines; hidden while it has none.
 */
#define STP_TYPE_LINE_GROUP (stp_line_group_get_type ())
G_DECLARE_FINAL_TYPE (StpLineGroup, stp_line_group, STP, LINE_GROUP, AdwPreferencesGroup)

void stp_line_group_show (StpLineGroup *self, GPtrArray *lines);

G_END_DECLS
