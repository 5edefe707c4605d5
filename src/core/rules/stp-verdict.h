// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-record.h"

G_BEGIN_DECLS

/**
 * StpStrength:
 * @STP_ALLOWED: nothing to say
 * @STP_ADVISE: shown, never gates
 * @STP_WARN: needs an acknowledgement
 * @STP_DOCTOR: as a block, until a clearance is recorded
 * @STP_BLOCK: no way around
 *
 * How strongly a rule speaks, weakest first.
 */
typedef enum
{
  STP_ALLOWED,
  STP_ADVISE,
  STP_WARN,
  STP_DOCTOR,
  STP_BLOCK,
} StpStrength;

#define STP_TYPE_STRENGTH (stp_strength_get_type ())
GType stp_strength_get_type (void);

typedef struct _StpRule StpRule;

/**
 * StpReason:
 * @rule: (not nullable): the row of the table that speaks
 * @subject_type: what it speaks of
 * @subject: id of that record; (nullable) for the profile
 * @record: (nullable): that record; %NULL if the diary does not have it
 * @readable: of a product: it is known what is in it
 * @begin: of a session: when it begins
 * @window: how long the rule holds, microseconds
 * @longer: until is later than that, since a check-in found the skin still red or sore
 * @since: UTC microseconds, or %STP_TIME_UNSET
 * @until: first moment at which it no longer holds, or %STP_TIME_UNSET if time does not lift it
 * @forecast: it stems from a session that is only planned
 *
 * One line of a verdict: one rule about one subject. Its words are made when they are asked for: a
 * drag asks for six weeks of verdicts and shows the words of one.
 */
typedef struct
{
  const StpRule *rule;
  StpStrength strength;
  StpRecordType subject_type;
  char *subject;
  gpointer record;
  gboolean readable;
  gint64 begin, since, until, window;
  gboolean longer;
  gboolean forecast;
  gint64 now;
  GTimeZone *zone;
  char *text; /* (nullable): see stp_reason_get_text() */
} StpReason;

/**
 * StpAsk:
 * @record: (nullable): the subject's record
 * @readable: of a product: it is known what is in it
 * @since: the last use of a product, the end of a patch test or when the questionnaire was
 *   answered; UTC microseconds, or %STP_TIME_UNSET
 * @window: how long the rule holds, microseconds
 *
 * What the gate still has to ask. Never colours a day (E15).
 */
typedef struct
{
  const StpRule *rule;
  StpRecordType subject_type;
  char *subject; /* (nullable) */
  gpointer record;
  gboolean readable;
  gint64 since, window;
  gint64 now;
  GTimeZone *zone;
  char *text; /* (nullable): see stp_ask_get_text() */
} StpAsk;

/**
 * StpVerdict:
 * @strength: the strictest of @reasons
 * @reasons: (element-type StpReason): ordered by strength, latest until, rule, subject
 * @asks: (element-type StpAsk): what the gate still needs
 * @plan: may a session be planned then (E2): %STP_BLOCK or %STP_DOCTOR if facts forbid it
 * @earliest: first start without a timed block, or %STP_TIME_UNSET
 * @earliest_without_warning: first start that asks for no acknowledgement, or %STP_TIME_UNSET
 *
 * The answer to "may a home session start then?".
 */
typedef struct
{
  gatomicrefcount refs;
  StpStrength strength, plan;
  GPtrArray *reasons, *asks;
  gint64 earliest, earliest_without_warning;
} StpVerdict;

const char *stp_reason_get_text (StpReason *self);
const char *stp_reason_get_clearance (StpReason *self);
void stp_reason_free (StpReason *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpReason, stp_reason_free)
const char *stp_ask_get_text (StpAsk *self);
void stp_ask_free (StpAsk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpAsk, stp_ask_free)

StpVerdict *stp_verdict_new (void);
StpVerdict *stp_verdict_ref (StpVerdict *self);
void stp_verdict_unref (StpVerdict *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpVerdict, stp_verdict_unref)

/**
 * StpPause:
 * @product: (type utf8): id; one string for all pauses that were asked for at once
 * @session: (type utf8): id of the session that pauses it; likewise
 * @before: %TRUE for the pause before a session, %FALSE for the hold after it
 * @from: first moment at which the product is off, UTC microseconds
 * @to: first moment at which it may be used again
 * @prescribed: the product is never told to stop: needling waits for it instead
 * @withheld: what a pregnancy rules out now is not said to be back at @to
 * @longer: beyond the hours of the rule, since a check-in found the skin still red or sore
 *
 * A stretch of time in which a product stays off (E3). Reference-counted, never changes once
 * shared.
 */
typedef struct
{
  const StpRule *rule;
  GRefString *product, *session;
  gboolean before;
  gint64 from, to;
  StpStrength strength;
  gboolean forecast;
  gboolean prescribed, withheld;
  gboolean longer;
  char *text;
} StpPause;

StpPause *stp_pause_new (void);
StpPause *stp_pause_ref (StpPause *self);
void stp_pause_unref (StpPause *self);
gboolean stp_pause_stops (const StpPause *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpPause, stp_pause_unref)

G_END_DECLS
