// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-diary.h"
#include "ingredients/stp-classification.h"
#include "rules/stp-rule.h"

G_BEGIN_DECLS

/*
 * StpUse: one use of a product whose time is known.
 * @from: the first moment at which it can have been
 * @at: as it counts before a session: a bare day counts at its end (E10)
 * @areas: expanded
 */
typedef struct
{
  gint64 from, at;
  guint64 areas;
  StpApplication *application;
} StpUse;

/*
 * StpItemRule: a rule about a product, weighed for the person.
 * @window: of what comes before a session; of what follows one it depends on the depth
 */
typedef struct
{
  const StpRule *rule;
  StpStrength strength;
  gint64 window;
} StpItemRule;

/*
 * StpShelfItem: a product with everything that was said of it.
 * @product: (nullable): %NULL where uses name a product that is not there
 * @readable: it is known what is in it
 * @areas: where it is used unless a use says otherwise, expanded
 * @rules: (element-type StpRule): the rows that match it
 * @holds: (element-type StpItemRule): those of @rules that hold a session back
 * @reach: the longest window of @holds: what was used longer ago says nothing
 * @uses: (element-type StpUse): by time
 * @untimed: (element-type StpApplication): used, but nobody knows when
 * @withdrawn: (element-type StpApplication): removed while they held a session back (E4)
 * @denials: (element-type StpDenial): by the moment of saying
 */
typedef struct
{
  char *id;
  StpProduct *product;
  StpClassification *classification;
  gboolean readable;
  guint64 areas;
  GPtrArray *rules;
  GArray *holds;
  gint64 reach;
  GArray *uses;
  GPtrArray *untimed;
  GPtrArray *withdrawn;
  GPtrArray *denials;
} StpShelfItem;

/*
 * StpLook: a check-in of a session, for what waits until the skin has healed.
 * @sore: the skin was still red or sore; else it was neither
 */
typedef struct
{
  gint64 at;
  gboolean sore;
} StpLook;

/*
 * StpSitting: a session as it counts.
 * @needled: it happened: it is done, or a stroke is recorded whatever its state says (E13)
 * @planned: it has not happened, and may yet
 * @holds_skin: not a patch test (E7)
 * @start: as it counts for what comes before it, or %STP_TIME_UNSET
 * @end: reckoned end, or %STP_TIME_UNSET: done at an unknown time
 * @latest_end: the latest end or release of this one and of all that begin before it, and as far
 *   as a check-in puts one off: going backwards, what does not reach this far is followed by
 *   nothing that does
 * @year: of the end
 * @released: end of the day on which a clinic allowed everything again, or %STP_TIME_UNSET
 * @areas: expanded
 * @needle_um: the longest needles of it that are known, or 0
 * @bands: by #StpArea
 * @looks: (element-type StpLook): by time, from the second day on
 */
typedef struct
{
  StpSession *session;
  gboolean needled;
  gboolean planned;
  gboolean holds_skin;
  gint64 start, end;
  gint64 latest_end;
  int year;
  gint64 released;
  guint64 areas;
  int needle_um;
  StpBand bands[STP_AREA_OTHER + 1];
  GArray *looks;
} StpSitting;

/*
 * StpHappening: an event as it counts.
 * @begin: from when on it is known to stand against a start
 * @end: from when on its windows run, or %STP_TIME_UNSET: it is still going on, or at an unknown
 *   time; both at their unfavourable side (E10)
 * @soonest: when it may begin: what stands against a session before it
 * @reach: from when on nothing stands any more; not before it is over
 * @holds: (element-type StpEventHold)
 */
typedef struct
{
  StpEvent *event;
  gint64 begin, end, soonest, reach;
  GArray *holds;
} StpHappening;

/*
 * StpEventHold: a rule that an event falls under.
 * @window: %G_MAXINT64 = for ever
 * @areas: of the skin that it stands against
 */
typedef struct
{
  const StpRule *rule;
  StpStrength strength;
  gint64 window;
  guint64 areas;
} StpEventHold;

/*
 * StpAlarm: what a check-in stands against.
 * @until: %STP_TIME_UNSET if time does not lift it
 */
typedef struct
{
  const StpRule *rule;
  StpReaction *reaction;
  gint64 since, until, window;
} StpAlarm;

/*
 * StpTrial: how far a length of needles was tried at home (E9).
 * @from: from when on a full session needs no patch test, or %G_MAXINT64
 * @patch: (nullable): the last patch test
 */
typedef struct
{
  int needle_um;
  gint64 from;
  const StpSitting *patch;
} StpTrial;

/*
 * StpFacts: the diary's facts, sorted for asking. One entry is rebuilt when a record that it
 * stems from changes, so that an edit costs what it touches.
 * @shelf: (element-type utf8 StpShelfItem): by product id
 * @sittings: (element-type StpSitting): by start; at the end those at unknown times
 * @steps: (element-type utf8 GPtrArray): session id to its steps
 * @happenings: (element-type utf8 StpHappening): by event id
 * @by_reach: (element-type StpHappening): those that reach furthest first; empty = to be sorted
 * @alarms: (element-type StpAlarm): in no order
 * @steady_from: from when on the person's level is steady (E8), or %G_MAXINT64
 * @trials: (element-type StpTrial): one a length, in no order
 * @head_uses: (element-type utf8 guint): head id to the sessions that it was used in
 * @infected_heads: (element-type utf8): ids of heads that an infection followed
 * @accepted: (element-type utf8 gint64): rule id to when it was last acknowledged
 */
typedef struct
{
  StpDiary *diary;
  GHashTable *shelf;
  GPtrArray *sittings;
  GHashTable *steps;
  GHashTable *happenings;
  GPtrArray *by_reach;
  GArray *alarms;
  gint64 steady_from;
  GArray *trials;
  GHashTable *head_uses;
  GHashTable *infected_heads;
  GHashTable *accepted;
} StpFacts;

StpFacts *stp_facts_new (StpDiary *diary);
void stp_facts_free (StpFacts *self);
void stp_facts_apply (StpFacts *self, GPtrArray *changes);
StpShelfItem *stp_facts_get_item (StpFacts *self, const char *product);
StpSitting *stp_facts_find_sitting (StpFacts *self, const char *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpFacts, stp_facts_free)

StpHappening *stp_happening_new (StpEvent *event, StpProfile *profile);
void stp_happening_free (StpHappening *self);
const StpRule *stp_happening_find_rule (const StpEvent *event);

GPtrArray *stp_facts_get_happenings (StpFacts *self);
void stp_facts_reckon_history (StpFacts *self);
void stp_facts_reckon_trials (StpFacts *self);
gint64 stp_facts_get_accepted (StpFacts *self, const char *rule);
gboolean stp_facts_is_tried (StpFacts *self, int needle_um, gint64 at);
const StpSitting *stp_facts_find_patch (StpFacts *self, int needle_um, gint64 at);

guint stp_shelf_item_find_after (const StpShelfItem *self, gint64 at);
StpShelfItem *stp_shelf_item_new (const char *id);
void stp_shelf_item_free (StpShelfItem *self);
void stp_shelf_item_set_product (StpShelfItem *self, StpProduct *product);
StpStrength
stp_shelf_item_get_strength (StpShelfItem *self, const StpRule *rule, StpProfile *profile);
void stp_shelf_item_weigh (StpShelfItem *self, StpProfile *profile);
void stp_shelf_item_add_denial (StpShelfItem *self, StpDenial *denial);
void stp_shelf_item_add (StpShelfItem *self, StpApplication *application);
void stp_shelf_item_remove (StpShelfItem *self, StpApplication *application);
gint64 stp_shelf_item_get_last_use (StpShelfItem *self);

StpSitting *stp_sitting_new (StpFacts *facts, StpSession *session);
void stp_sitting_free (StpSitting *self);
gboolean stp_sitting_counts (const StpSitting *self, gint64 now);
gint64 stp_sitting_get_hold_end (const StpSitting *self,
                                 const StpRule *rule,
                                 StpBand band,
                                 gint64 window,
                                 gboolean *longer);
gint64 stp_sitting_put_off (const StpSitting *self, gint64 end, gboolean *longer);
gint64 stp_sitting_get_latest_end (const StpSitting *self);
StpBand stp_sitting_get_band (const StpSitting *self, guint64 areas);

gint64 stp_facts_day_end (guint day, const char *zone);
gint64 stp_facts_day_begin (guint day, const char *zone);
gint64 stp_facts_add (gint64 time, gint64 window);

G_END_DECLS
