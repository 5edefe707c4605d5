// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-profile.h"
#include "rules/stp-rule.h"
#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/* What the rules make of what a person said about themselves. */
gboolean stp_person_is_questionnaire_due (StpProfile *profile, gint64 at);
GPtrArray *stp_person_list_absolute (StpProfile *profile);
gboolean stp_person_is_pregnant (StpTimeline *timeline, gint64 at);
gboolean stp_person_is_kept_from (StpTimeline *timeline, const char *product, gint64 at);
const char *stp_person_get_refusal (StpTimeline *timeline, const char *product, gint64 at);

G_END_DECLS
