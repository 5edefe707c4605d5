// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-reader-private.h"

G_BEGIN_DECLS

gsize stp_heading_match (const char *text, StpListNature *nature);

G_END_DECLS
