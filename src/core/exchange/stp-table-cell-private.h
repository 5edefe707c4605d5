// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-shape.h"

G_BEGIN_DECLS

char *stp_table_cell_write (const StpMember *member, JsonNode *node);
JsonNode *stp_table_cell_read (const StpMember *member, const char *cell);

G_END_DECLS
