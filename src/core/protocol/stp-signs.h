// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-reaction.h"
#include "protocol/stp-procedure.h"

G_BEGIN_DECLS

/**
 * StpSignTopic:
 * @title: what to look at, a few words that name what is meant and no illness
 * @signs: ended by 0
 *
 * Signs that a check-in asks for together: a row of clinical rules, section 6. Texts are translated
 * and live as long as the program.
 */
typedef struct
{
  const char *title;
  const StpSign *signs;
} StpSignTopic;

guint stp_signs_get_n_topics (void);
StpSignTopic stp_signs_get_topic (guint topic);
gboolean stp_signs_concern (StpTimeline *timeline, guint topic, StpSession *session);
const char *stp_signs_get_name (StpSign sign);

/**
 * StpAdvice:
 * @text: what to do, one action a sentence
 * @sources: where that is from, as in clinical rules, section 9
 * @red: it is about an alarm sign
 *
 * What is said to what was marked at a check-in. Never a diagnosis.
 */
typedef struct
{
  const char *text, *sources;
  gboolean red;
} StpAdvice;

GArray *stp_signs_list_advice (const StpReaction *reaction);

G_END_DECLS
