// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-facts-private.h"
#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/*
 * StpHold: one rule that holds a start back because of one thing.
 * @since: the use, or the reckoned end of the session that stands against it
 * @until: first start at which it no longer holds, or %STP_TIME_UNSET if time does not lift it
 * @window: how long the rule holds
 * @subject: (nullable): id of what it is about
 * @record: (nullable): the subject's record, borrowed
 * @readable: of a product: it is known what is in it
 * @begin: of a session: when it begins
 */
typedef struct
{
  const StpRule *rule;
  StpStrength strength;
  gint64 since, until;
  gint64 window;
  gboolean forecast;
  StpRecordType subject_type;
  const char *subject;
  gpointer record;
  gboolean readable;
  gint64 begin;
} StpHold;

/*
 * StpInquiry: a question with everything resolved.
 * @areas: expanded
 * @needles: the device punctures: LED asks nothing of the shelf
 * @holds_skin: not a patch test (E7)
 */
typedef struct
{
  StpFacts *facts;
  StpProfile *profile;
  gint64 start, now;
  guint64 areas;
  StpBand band;
  gboolean needles;
  gboolean holds_skin;
  const char *ignore_session;
} StpInquiry;

typedef enum
{
  STP_HOLDS_ALL,
  STP_HOLDS_TIMED,
} StpHoldFilter;

int stp_inquiry_get_year (gint64 at);
void stp_inquiry_collect (const StpInquiry *self, StpHoldFilter filter, GArray *holds);
StpStrength stp_inquiry_weigh (const StpInquiry *self, StpHoldFilter filter);
gint64 stp_inquiry_find_earliest (const StpInquiry *self, StpStrength strength);

void stp_asks_collect (const StpInquiry *self, GPtrArray *asks);

char *stp_texts_dup_reason (const StpReason *self);
char *stp_texts_dup_ask (const StpAsk *self);
char *stp_pause_dup_text (const StpPause *pause, StpProduct *product, gint64 now, GTimeZone *zone);

GPtrArray *
stp_pauses_collect (StpFacts *facts, const char *product, gint64 from, gint64 to, GTimeZone *zone);

G_END_DECLS
