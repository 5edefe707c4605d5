// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "diary/stp-reaction.h"
#include "rules/stp-reactions.h"

G_BEGIN_DECLS

/* What is said about a check-in, the same wherever it was filled in. Free text with g_free(). */
const char *stp_check_in_words_get_slot (StpSlot slot);
char *stp_check_in_words_list_red (const StpReaction *reaction);
AdwDialog *stp_check_in_words_ask (const StpReaction *reaction);
AdwDialog *stp_check_in_words_answer (StpReactionGrade grade, const StpReaction *reaction);

G_END_DECLS
