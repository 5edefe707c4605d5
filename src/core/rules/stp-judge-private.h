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
 * @longer: until is later than that, since a check-in found the skin still red or sore
 * @lasting: time lifts it for no start at all: there is no earliest one
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
  gboolean longer;
  gboolean forecast;
  gboolean lasting;
  StpRecordType subject_type;
  const char *subject;
  gpointer record;
  gboolean readable;
  gint64 begin;
} StpHold;

/*
 * StpInquiry: a question with everything resolved.
 * @areas: expanded
 * @device: (nullable): the one in the hand
 * @head: (nullable): its head of that length
 * @needle_um: 0 = not known
 * @needles: the device punctures: LED asks nothing of the shelf
 * @holds_skin: not a patch test (E7)
 * @instead: (nullable) (element-type StpSitting): sessions as they would be planned or moved; they
 *   stand for what the facts hold of them
 */
typedef struct
{
  StpFacts *facts;
  StpProfile *profile;
  gint64 start, now;
  guint64 areas;
  StpDevice *device;
  StpHead *head;
  int needle_um;
  StpBand band;
  gboolean needles;
  gboolean holds_skin;
  const char *ignore_session;
  GPtrArray *instead;
} StpInquiry;

/*
 * StpHeadWear:
 * @uses: those before the diary began included
 * @worn: uses from which on it should be replaced
 * @last: uses from which on it must be
 */
typedef struct
{
  guint uses, worn, last;
} StpHeadWear;

/*
 * StpHoldFilter:
 * @STP_HOLDS_TIMED: those with an end
 * @STP_HOLDS_PLAN: and those that nothing but a doctor or nothing at all lifts: the plan gate's
 * (E2)
 */
typedef enum
{
  STP_HOLDS_ALL,
  STP_HOLDS_TIMED,
  STP_HOLDS_PLAN,
} StpHoldFilter;

int stp_inquiry_get_year (gint64 at);
void stp_inquiry_collect (const StpInquiry *self, StpHoldFilter filter, GArray *holds);
StpStrength stp_inquiry_weigh (const StpInquiry *self, StpHoldFilter filter);
gint64 stp_inquiry_find_earliest (const StpInquiry *self, StpStrength strength);

void stp_inquiry_collect_events (const StpInquiry *self, StpHoldFilter filter, GArray *holds);
void stp_inquiry_collect_answers (const StpInquiry *self, StpHoldFilter filter, GArray *holds);
void stp_inquiry_collect_alarms (const StpInquiry *self, StpHoldFilter filter, GArray *holds);
void stp_inquiry_collect_series (const StpInquiry *self, StpHoldFilter filter, GArray *holds);
gboolean stp_inquiry_find_rest (const StpInquiry *self, StpHold *hold);
gboolean stp_inquiry_faces (const StpInquiry *self, const StpSitting *sitting, gboolean recorded);
StpHeadWear stp_inquiry_measure_head (const StpInquiry *self);
void stp_inquiry_collect_device (const StpInquiry *self, StpHoldFilter filter, GArray *holds);
gboolean stp_inquiry_is_cleared (const StpInquiry *self, const StpRule *rule);
gboolean stp_inquiry_speaks_of (const StpInquiry *self, const StpRule *rule);
const StpClearance *stp_inquiry_find_clearance (const StpInquiry *self, const char *id);
void stp_inquiry_add_hold (StpHold *hold, StpHoldFilter filter, GArray *holds);

void stp_asks_collect (const StpInquiry *self, GPtrArray *asks);

char *stp_texts_dup_reason (const StpReason *self);
char *stp_texts_dup_ask (const StpAsk *self);
char *stp_pause_dup_text (const StpPause *pause, StpProduct *product, gint64 now, GTimeZone *zone);

GPtrArray *
stp_pauses_collect (StpFacts *facts, const char *product, gint64 from, gint64 to, GTimeZone *zone);
GPtrArray *stp_pauses_gather (StpFacts *facts, gint64 from, gint64 to);
GPtrArray *stp_pauses_gather_of (StpFacts *facts, GPtrArray *sittings, gint64 from, gint64 to);

G_END_DECLS
