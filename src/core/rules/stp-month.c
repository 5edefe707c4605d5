// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-plan-private.h"
#include "rules/stp-planner.h"
#include "rules/stp-timeline-private.h"

/* The last check-in after a session; clinical rules, section 6. */
#define WATCHED_DAYS 28

/* More than any two zones lie apart. */
#define ELSEWHERE (2 * STP_DAY_LENGTH)

typedef struct
{
  StpTimeline *timeline;
  StpFacts *facts;
  GTimeZone *zone;
  GPtrArray *days, *pauses;
  guint first;
  gint64 from, to;
} Month;

void
stp_day_view_free (StpDayView *self)
{
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->pauses);
  g_ptr_array_unref (self->events);
  g_free (self);
}

static StpDayView *
day_at (Month *self, gint64 at)
{
  guint day;

  if (at < self->from || at >= self->to)
    return NULL;
  day = stp_day_of (at, self->zone);
  return g_ptr_array_index (self->days, day - self->first);
}

/* The session that is planned for the day, if there is one: then the day is judged for it. */
static StpSession *
find_planned (StpDayView *view)
{
  for (guint i = 0; i < view->sessions->len; i++)
    {
      StpSession *session = g_ptr_array_index (view->sessions, i);

      if (session->state == STP_SESSION_PLANNED && session->start.us != STP_TIME_UNSET)
        return session;
    }
  return NULL;
}

/* With what is planned, or with what the user has at their usual evening time. */
static StpInquiry
inquire_about (Month *self, StpDayView *view, const StpInquiry *usual, int evening)
{
  StpSession *planned = find_planned (view);
  StpInquiry inquiry = *usual;

  if (planned)
    {
      const StpQuestion question = stp_plan_ask_about (self->timeline, planned);

      inquiry = stp_timeline_inquire (self->timeline, &question);
    }
  else
    inquiry.start = stp_day_at (view->day, evening, self->zone);
  return inquiry;
}

static void
judge_days (Month *self)
{
  StpDiary *diary = self->facts->diary;
  int evening = stp_planner_get_evening (diary);
  StpQuestion question = { .now = stp_clock_get_now (stp_diary_get_clock (diary)) };
  StpInquiry usual;

  if (!stp_timeline_resolve_question (self->timeline, &question, NULL) && question.needle_um <= 0)
    question.needle_um = STP_SHORTEST_NEEDLE;
  usual = stp_timeline_inquire (self->timeline, &question);

  for (guint i = 0; i < self->days->len; i++)
    {
      StpDayView *view = g_ptr_array_index (self->days, i);
      StpInquiry inquiry;

      /* What is past needs no verdict. */
      if (view->to <= question.now)
        continue;
      inquiry = inquire_about (self, view, &usual, evening);
      view->strength = stp_inquiry_weigh (&inquiry, STP_HOLDS_ALL);
    }
}

/* The last day that begins no later: near where it would be if all days were alike. */
static guint
find_index (Month *self, gint64 at)
{
  guint i = (guint) MIN (MAX (0, at - self->from) / STP_DAY_LENGTH, self->days->len - 1);

  while (i > 0 && ((StpDayView *) g_ptr_array_index (self->days, i))->from > at)
    i--;
  return i;
}

static void
place_pause (Month *self, StpPause *pause)
{
  for (guint i = find_index (self, pause->from); i < self->days->len; i++)
    {
      StpDayView *view = g_ptr_array_index (self->days, i);

      if (pause->to <= view->from)
        return;
      if (pause->from < view->to)
        g_ptr_array_add (view->pauses, stp_pause_ref (pause));
    }
}

static void
place_pauses (Month *self)
{
  for (guint i = 0; i < self->pauses->len; i++)
    place_pause (self, g_ptr_array_index (self->pauses, i));
}

static void
place_sessions (Month *self)
{
  guint n = stp_diary_get_n_records (self->facts->diary, STP_RECORD_SESSION);

  for (guint i = 0; i < n; i++)
    {
      StpSession *session = stp_diary_peek_record (self->facts->diary, STP_RECORD_SESSION, i);
      StpDayView *view = day_at (self, session->start.us);

      if (!view && session->on >= self->first && session->on < self->first + self->days->len)
        view = g_ptr_array_index (self->days, session->on - self->first);
      if (view && !session->hidden && session->state != STP_SESSION_CANCELLED)
        g_ptr_array_add (view->sessions, g_object_ref (session));
    }
}

/* The days from @day on that no later session has: until the one that is planned next, and for as
 * long as check-ins ask how the skin is. */
static void
count_from (Month *self, guint day, guint planned)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      StpDayView *view = g_ptr_array_index (self->days, i);

      if (view->day >= day && view->day < planned && view->day - day <= WATCHED_DAYS &&
          view->d_plus < 0)
        view->d_plus = (int) (view->day - day);
    }
}

/* Backwards from the last session: the first that a day has reached is its own. */
static void
count_days_since (Month *self)
{
  gint64 now = stp_clock_get_now (stp_diary_get_clock (self->facts->diary));
  guint planned = G_MAXUINT;

  for (guint i = self->facts->sittings->len; i > 0; i--)
    {
      StpSitting *sitting = g_ptr_array_index (self->facts->sittings, i - 1);
      guint day;

      if (sitting->start == STP_TIME_UNSET)
        continue;
      day = sitting->session->on != STP_DAY_UNSET ? sitting->session->on
                                                  : stp_day_of (sitting->start, self->zone);
      if (sitting->session->state == STP_SESSION_PLANNED && sitting->start > now)
        planned = day;
      if (!sitting->needled)
        continue;
      count_from (self, day, planned);
      if (day <= self->first)
        return;
    }
}

/* By what the shelf has sorted: a diary of twenty years holds 15,000 uses, and a month 60. A bare
 * day counts at its end wherever the person was then, so more is looked through on each side. */
static void
count_uses (Month *self, const StpShelfItem *item)
{
  for (guint i = stp_shelf_item_find_after (item, self->from - ELSEWHERE); i < item->uses->len; i++)
    {
      const StpUse *use = &g_array_index (item->uses, StpUse, i);
      const StpApplication *application = use->application;
      StpDayView *view = day_at (self, application->at.us);

      if (use->at >= self->to + ELSEWHERE)
        return;
      if (!view && application->on >= self->first &&
          application->on < self->first + self->days->len)
        view = g_ptr_array_index (self->days, application->on - self->first);
      if (view)
        view->n_uses++;
    }
}

/* What goes on until nobody knows when is on the day that it began on. */
static void
place_event (Month *self, StpEvent *event)
{
  const guint last_day = self->first + self->days->len - 1;
  guint first, last;

  if (event->at.us == STP_TIME_UNSET && event->on == STP_DAY_UNSET)
    return;

  first = event->at.us != STP_TIME_UNSET ? stp_day_of (event->at.us, self->zone) : event->on;
  last = event->until.us != STP_TIME_UNSET ? stp_day_of (event->until.us, self->zone) : first;
  for (guint day = MAX (first, self->first); day <= MIN (MAX (first, last), last_day); day++)
    {
      StpDayView *view = g_ptr_array_index (self->days, day - self->first);

      g_ptr_array_add (view->events, g_object_ref (event));
    }
}

/* Those that end long before are behind the first that does not reach the days. */
static void
place_events (Month *self)
{
  GPtrArray *happenings = stp_facts_get_happenings (self->facts);

  for (guint i = 0; i < happenings->len; i++)
    {
      const StpHappening *happening = g_ptr_array_index (happenings, i);

      if (happening->reach < self->from - ELSEWHERE)
        return;
      if (happening->soonest < self->to + ELSEWHERE)
        place_event (self, happening->event);
    }
}

static void
count_records (Month *self)
{
  StpDiary *diary = self->facts->diary;
  guint n_reactions = stp_diary_get_n_records (diary, STP_RECORD_REACTION);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->facts->shelf);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    count_uses (self, item);

  for (guint i = 0; i < n_reactions; i++)
    {
      StpReaction *reaction = stp_diary_peek_record (diary, STP_RECORD_REACTION, i);
      StpDayView *view = day_at (self, reaction->at.us);

      if (view && !reaction->skipped)
        view->n_reactions++;
    }
}

static StpDayView *
day_view_new (guint day, GTimeZone *zone)
{
  StpDayView *view = g_new0 (StpDayView, 1);

  view->day = day;
  view->from = stp_day_at (day, 0, zone);
  view->to = stp_day_at (day + 1, 0, zone);
  view->d_plus = -1;
  view->sessions = g_ptr_array_new_with_free_func (g_object_unref);
  view->pauses = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_pause_unref);
  view->events = g_ptr_array_new_with_free_func (g_object_unref);
  return view;
}

/**
 * stp_timeline_list_days:
 * @first_day: day number
 * @n_days: how many
 * @zone: whose days
 *
 * All that a calendar shows of these days, in one call.
 *
 * Returns: (transfer full) (element-type StpDayView): one a day
 */
GPtrArray *
stp_timeline_list_days (StpTimeline *timeline, guint first_day, guint n_days, GTimeZone *zone)
{
  g_autoptr (GPtrArray) pauses = NULL;
  Month self = { .timeline = timeline,
                 .facts = stp_timeline_get_facts (timeline),
                 .zone = zone,
                 .days = g_ptr_array_new_with_free_func ((GDestroyNotify) stp_day_view_free),
                 .first = first_day };

  for (guint i = 0; i < n_days; i++)
    g_ptr_array_add (self.days, day_view_new (first_day + i, zone));

  self.from = stp_day_at (first_day, 0, zone);
  self.to = stp_day_at (first_day + n_days, 0, zone);
  pauses = stp_pauses_gather (self.facts, self.from, self.to);
  self.pauses = pauses;
  place_sessions (&self);
  judge_days (&self);
  place_pauses (&self);
  count_days_since (&self);
  count_records (&self);
  place_events (&self);
  return self.days;
}
