// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-profile.h"
#include "rules/stp-rule.h"

G_BEGIN_DECLS

/* What the rules make of what a person answered about themselves. */
gboolean stp_person_is_questionnaire_due (StpProfile *profile, gint64 at);
GPtrArray *stp_person_list_absolute (StpProfile *profile);

G_END_DECLS
