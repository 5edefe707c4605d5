// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-reader-private.h"

G_BEGIN_DECLS

gsize stp_heading_match (const char *text, StpListNature *nature);
gsize stp_heading_match_end (const char *text, gsize length, StpListNature *nature);
gboolean stp_heading_is_aside (const char *label, gsize length);
gboolean stp_heading_is_water (const char *text, gsize length);
gsize stp_heading_find_water (const char *text, gsize length, gboolean *sure);

G_END_DECLS
