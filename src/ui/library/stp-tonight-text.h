// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-tonight.h"

G_BEGIN_DECLS

/* One evening in words. Free with g_free(). */
char *stp_tonight_text_summarise (StpTonight *tonight);
char *stp_tonight_text_list (GPtrArray *products);

G_END_DECLS
