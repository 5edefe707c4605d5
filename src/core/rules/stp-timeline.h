// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-diary.h"
#include "ingredients/stp-classification.h"
#include "rules/stp-touched.h"
#include "rules/stp-verdict.h"

G_BEGIN_DECLS

/**
 * StpQuestion:
 * @start: when the session would start, UTC microseconds
 * @now: the moment of asking; a use stamped later than this blocks (E10)
 * @device: (nullable): id; %NULL = the only unarchived one
 * @needle_um: micrometres; 0 = the device's unretired head with the latest `since`
 * @areas: set of [enum@StpArea]; 0 = all the face
 * @ignore_session: (nullable): id of a session to leave out: the one that is being moved or started
 *
 * "May a home session start then?"
 */
typedef struct
{
  gint64 start, now;
  const char *device;
  int needle_um;
  guint64 areas;
  StpPurpose purpose;
  const char *ignore_session;
} StpQuestion;

/* Micrometres: without a device, days are judged as for these. */
#define STP_SHORTEST_NEEDLE 200

/* How long a session takes of which that is not known; diary format, `pauses`. */
#define STP_USUAL_LENGTH STP_HOUR
/* How long a gate, and so what was said at it, holds before the first stroke (E13). */
#define STP_GATE_LIFE (2 * STP_HOUR)
/* How long a planned session that was not done still holds anything (E3). */
#define STP_PLAN_LIFE (24 * STP_HOUR)

/**
 * StpDayView:
 * @day: day number in the zone that was asked for
 * @strength: for the session that is planned then, else for one at the user's usual evening time;
 *   of a day that is over allowed
 * @d_plus: whole days since the last session that was done, or -1: before the first one, from the
 *   next planned one on, and past the last check-in
 * @sessions: (element-type StpSession): sessions on that day
 * @pauses: (element-type StpPause): pauses that touch the day and are more than advice; in no
 *   order, and without their texts
 * @events: (element-type StpEvent): events that touch the day
 * @n_uses: uses logged
 * @n_reactions: check-ins logged
 *
 * What the month shows of one day.
 */
typedef struct
{
  guint day;
  gint64 from, to;
  StpStrength strength;
  int d_plus;
  GPtrArray *sessions, *pauses, *events;
  guint n_uses, n_reactions;
} StpDayView;

void stp_day_view_free (StpDayView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpDayView, stp_day_view_free)

/**
 * StpTimeline:
 *
 * Derives windows, pauses and verdicts from the facts of a diary, and holds nothing that a file
 * must keep. One engine answers every pane, the tool and the gate.
 *
 * Signal `changed (const StpTouched *touched)`: what it would answer may differ from before, for
 * the instants and products that @touched names (the diary changed; for all, if the clock did).
 */
#define STP_TYPE_TIMELINE (stp_timeline_get_type ())
G_DECLARE_FINAL_TYPE (StpTimeline, stp_timeline, STP, TIMELINE, GObject)

StpTimeline *stp_timeline_new (StpDiary *diary);
StpDiary *stp_timeline_get_diary (StpTimeline *self);

gboolean stp_timeline_resolve_question (StpTimeline *self, StpQuestion *question, GError **error);
StpVerdict *stp_timeline_judge (StpTimeline *self, const StpQuestion *question);
StpVerdict *stp_timeline_judge_elsewhere (StpTimeline *self, const StpSession *session);
GPtrArray *stp_timeline_list_pauses (StpTimeline *self, gint64 from, gint64 to);
GPtrArray *
stp_timeline_list_product_pauses (StpTimeline *self, const char *product, gint64 from, gint64 to);
GPtrArray *
stp_timeline_list_days (StpTimeline *self, guint first_day, guint n_days, GTimeZone *zone);

StpClassification *stp_timeline_get_classification (StpTimeline *self, const char *product);
StpPause *stp_timeline_dup_pause_at (StpTimeline *self, const char *product, gint64 at);
gint64 stp_timeline_get_last_use (StpTimeline *self, const char *product);
gint64 stp_timeline_get_session_end (StpTimeline *self, StpSession *session);
gboolean stp_timeline_was_needled (StpTimeline *self, StpSession *session);
StpSession *stp_timeline_get_next_session (StpTimeline *self);
StpSession *stp_timeline_get_session_planned_at (StpTimeline *self, gint64 start);
StpSession *stp_timeline_get_last_session (StpTimeline *self);

G_END_DECLS
