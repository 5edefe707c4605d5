// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-rule.h"

G_BEGIN_DECLS

char *stp_sources_describe (const StpRule *rule);
char *stp_sources_explain (const StpRule *rule);
char *stp_sources_explain_keys (const char *keys);
char *stp_sources_list_names (const StpRule *rule);
const char *stp_sources_describe_grade (const StpRule *rule);

G_END_DECLS
