// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void stp_mixed_mend (GString *text);

G_END_DECLS
