// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/stp-product-import.h"

G_BEGIN_DECLS

StpProductImport *stp_open_beauty_facts_read (const char *text, gsize length, GError **error);

G_END_DECLS
