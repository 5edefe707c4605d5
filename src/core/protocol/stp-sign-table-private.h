// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-reaction.h"

G_BEGIN_DECLS

/*
 * StpSignAsked:
 * @STP_ASKED_ALWAYS: after every session
 * @STP_ASKED_CURRENT: after needles that carry current
 * @STP_ASKED_NUMBING: where a numbing cream may have been on the skin
 *
 * When the signs of a topic are asked for: a form takes a minute.
 */
typedef enum
{
  STP_ASKED_ALWAYS,
  STP_ASKED_CURRENT,
  STP_ASKED_NUMBING,
} StpSignAsked;

#define STP_TOPIC_MAX_SIGNS 11
#define STP_TOPIC_MAX_LEVELS 2

/*
 * StpTopicRow: a row of clinical rules, section 6.
 * @levels: offsets in #StpReaction of what is felt, ended by 0
 * @says: (nullable): as long as none of its signs is an alarm
 * @red: what to do about an alarm sign
 * @urgent: comes before all others: it is about minutes
 */
typedef struct
{
  const char *title;
  gsize levels[STP_TOPIC_MAX_LEVELS + 1];
  StpSign signs[STP_TOPIC_MAX_SIGNS + 1];
  StpSignAsked asked;
  const char *says, *red, *sources;
  gboolean urgent;
} StpTopicRow;

extern const StpTopicRow stp_topic_table[];
extern const guint stp_topic_table_length;

extern const char *const stp_sign_names[];
extern const guint stp_sign_names_length;

G_END_DECLS
