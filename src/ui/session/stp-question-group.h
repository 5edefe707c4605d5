// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "protocol/stp-questionnaire.h"

G_BEGIN_DECLS

/**
 * StpQuestionGroup:
 *
 * One group of the questionnaire: what applies is marked, and "none of these" answers the others.
 * Signal `answered` after each change.
 */
#define STP_TYPE_QUESTION_GROUP (stp_question_group_get_type ())
G_DECLARE_FINAL_TYPE (StpQuestionGroup,
                      stp_question_group,
                      STP,
                      QUESTION_GROUP,
                      AdwPreferencesGroup)

GtkWidget *stp_question_group_new (StpQuestionnaire *questionnaire, guint group);

G_END_DECLS
