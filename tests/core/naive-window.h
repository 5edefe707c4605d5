// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rules/stp-rule.h"
#include "rules/stp-timeline.h"

G_BEGIN_DECLS

/*
 * NaiveWindow: one fact that speaks against a start.
 * @at: from when on it is known to
 * @until: until when it does, or %STP_TIME_UNSET
 * @later: it may be after the start and still count (E10)
 * @from_at: without an end it stands only from @at on
 * @lasting: no time lifts it, so that there is no earliest start
 * @strength: 0 = the rule's own
 */
typedef struct
{
  const StpRule *rule;
  const char *subject;
  gint64 at, until;
  gboolean later, from_at, lasting;
  StpStrength strength;
} NaiveWindow;

/* A moment, or that end of a day which is worse where only the day is known (E10). */
gint64 naive_moment (StpInstant at, guint on, const char *zone_name, gboolean end_of_day);

/* The clearance under @id that holds at the start that is asked about, or %NULL. */
StpClearance *naive_find_clearance (StpDiary *diary, const StpQuestion *question, const char *id);
gboolean naive_is_cleared (StpDiary *diary, const StpQuestion *question, const StpRule *rule);

gboolean naive_speaks_of (StpDiary *diary, const StpQuestion *question, const StpRule *rule);

guint64 naive_areas_of_product (StpProduct *product);
gboolean naive_is_under (const StpRule *rule, StpProduct *product);
StpStrength naive_strength_of (StpDiary *diary, const StpRule *rule, StpProduct *product);

/* Needled, planned and still to come, or nothing. */
typedef enum
{
  NAIVE_NOTHING,
  NAIVE_PLANNED,
  NAIVE_NEEDLED,
} NaiveStanding;

gint64 naive_end_of (StpDiary *diary, StpSession *session, gboolean *stroke);
NaiveStanding naive_standing_of (StpSession *session, gboolean stroke, gint64 now);
guint64 naive_areas_of_session (StpDiary *diary, StpSession *session, guint64 only, StpBand *band);
gint64 naive_end_of_hold (StpDiary *diary,
                          StpSession *session,
                          const StpRule *rule,
                          StpBand band,
                          gint64 end,
                          gint64 hours);
StpDeviceKind naive_kind_of (StpDiary *diary, const char *id);
StpBand naive_band_of (StpDiary *diary, const StpQuestion *question);
gboolean naive_is_lamp (StpDeviceKind kind);
gboolean naive_is_light (StpDiary *diary, StpSession *session);
gboolean naive_is_troubled (StpDiary *diary, StpSession *session);
gboolean naive_is_infected (StpDiary *diary, StpHead *head);
gint64 naive_put_off (StpDiary *diary, StpSession *session, gint64 end, gint64 until);

/* Every fact of one kind that speaks against the start. */
void
naive_add_use (StpDiary *diary, const StpQuestion *question, StpApplication *use, GArray *windows);
void naive_add_session (StpDiary *diary,
                        const StpQuestion *question,
                        StpSession *session,
                        GArray *windows);
void naive_add_session_before_light (StpDiary *diary,
                                     const StpQuestion *question,
                                     StpSession *session,
                                     GArray *windows);
void naive_add_rest (StpDiary *diary, const StpQuestion *question, GArray *windows);
void
naive_add_event (StpDiary *diary, const StpQuestion *question, StpEvent *event, GArray *windows);
void naive_add_answers (StpDiary *diary, const StpQuestion *question, GArray *windows);
void naive_add_reactions (StpDiary *diary, const StpQuestion *question, GArray *windows);
void naive_add_device (StpDiary *diary, const StpQuestion *question, GArray *windows);

G_END_DECLS
