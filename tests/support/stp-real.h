// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <json-glib/json-glib.h>

#include "ingredients/stp-classification.h"

G_BEGIN_DECLS

char *stp_real_dup_path (void);
char **stp_real_dup_lines (void);
const char *stp_real_get_text (JsonObject *product, const char *member);
StpClassification *stp_real_classify (JsonObject *product);

G_END_DECLS
