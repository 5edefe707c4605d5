// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-day-facts.h"

#include <glib/gi18n.h>

#include "calendar/stp-day-entry.h"
#include "calendar/stp-day-text.h"
#include "rules/stp-person.h"
#include "rules/stp-stretch.h"
#include "rules/stp-words.h"
#include "shared/stp-when.h"

/* How far ahead it is asked when a product is back: further off, plans change. */
#define HORIZON (60 * STP_DAY_LENGTH)

static void
take (GPtrArray *entries, const char *title, char *subtitle, gpointer record)
{
  g_ptr_array_add (entries, stp_day_entry_new (title, subtitle, record));
  g_free (subtitle);
}

static const char *
describe_state (StpSession *session)
{
  switch (session->state)
    {
    case STP_SESSION_PLANNED:
      return C_ ("session", "Planned");
    case STP_SESSION_IN_PROGRESS:
      return C_ ("session", "Under way");
    case STP_SESSION_DONE:
      return C_ ("session", "Done");
    case STP_SESSION_CANCELLED:
      return C_ ("session", "Cancelled");
    default:
      return NULL;
    }
}

/**
 * stp_day_facts_list_sessions:
 *
 * Returns: (transfer full) (element-type StpDayEntry): the sessions of the day
 */
GPtrArray *
stp_day_facts_list_sessions (const StpDayView *view, GTimeZone *zone)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < view->sessions->len; i++)
    {
      StpSession *session = view->sessions->pdata[i];
      g_autofree char *title = stp_day_text_session (session, zone);

      take (entries, title, g_strdup (describe_state (session)), session);
    }

  return entries;
}

static const StpPause *
find_pause (const StpDayView *view, const char *product)
{
  for (guint i = 0; i < view->pauses->len; i++)
    {
      const StpPause *pause = view->pauses->pdata[i];

      if (pause->strength >= STP_WARN && g_strcmp0 (pause->product, product) == 0)
        return pause;
    }

  return NULL;
}

/* Of the stretches that touch the day, the last: what follows a session at once is part of it, or a
 * product would be said to be back where it goes on being off. */
static const StpStretch *
find_stretch (GHashTable *stretches, const StpDayView *view, const char *product)
{
  GPtrArray *own = g_hash_table_lookup (stretches, product);
  const StpStretch *last = NULL;

  for (guint i = 0; own && i < own->len; i++)
    {
      const StpStretch *stretch = own->pdata[i];

      if (stretch->from < view->to)
        last = stretch;
    }

  return last;
}

static char *
format_stretch (const StpStretch *stretch, const StpDayView *view, gint64 now, GTimeZone *zone)
{
  const StpPause *first = stretch->pauses->pdata[0];
  g_autofree char *moment = NULL;

  if (first->before && stretch->from > view->from)
    {
      moment = stp_when_format_time (stretch->from, zone);
      /* Translators: a product stays off; %s is a time of that day */
      return g_strdup_printf (_ ("From %s, for the session"), moment);
    }

  moment = stp_words_return (stretch->to, now, zone);
  /* Translators: a product stays off; %s is a moment, as in "Saturday 21:00" */
  return g_strdup_printf (_ ("Until %s"), moment);
}

/* On most days nothing is paused, and nothing more is asked. */
static GHashTable *
list_stretches (const StpDayView *view, StpTimeline *timeline)
{
  const gint64 to = view->pauses->len > 0 ? view->to + HORIZON : view->from;

  return stp_stretch_list_all (timeline, view->from, to);
}

/* Of what is prescribed, and so never told to stop, what the session has to wait for (E3). */
static char *
describe_waiting (const StpPause *pause, const StpDayView *view, StpTimeline *timeline)
{
  g_autoptr (StpPause) told = stp_timeline_dup_pause_at (timeline, pause->product,
                                              MAX (pause->from, view->from));

  return g_strdup (told ? told->text : NULL);
}

/* Of a day that is over nothing is refused any more. */
static const char *
find_refusal (const StpDayView *view, StpTimeline *timeline, StpProduct *product, gint64 now)
{
  if (view->to <= now || product->archived)
    return NULL;
  return stp_person_get_refusal (timeline, stp_record_get_id (product), now);
}

/**
 * stp_day_facts_list_paused:
 * @waiting: (element-type StpDayEntry): the prescribed ones, which needling waits for, are added
 *
 * Returns: (transfer full) (element-type StpDayEntry): the products that stay off for all or part
 *   of the day, each with its return, or with who says whether there is one
 */
GPtrArray *
stp_day_facts_list_paused (const StpDayView *view,
                           StpTimeline *timeline,
                           gint64 now,
                           GTimeZone *zone,
                           GPtrArray *waiting)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) stretches = list_stretches (view, timeline);

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_PRODUCT); i++)
    {
      StpProduct *product = stp_diary_peek_record (diary, STP_RECORD_PRODUCT, i);
      const StpPause *pause = find_pause (view, stp_record_get_id (product));
      const StpStretch *stretch = find_stretch (stretches, view, stp_record_get_id (product));
      const char *refusal = find_refusal (view, timeline, product, now);

      if (refusal)
        take (entries, product->name, g_strdup (refusal), product);
      else if (pause && product->prescribed)
        take (waiting, product->name, describe_waiting (pause, view, timeline), product);
      else if (pause && stretch)
        take (entries, product->name, format_stretch (stretch, view, now, zone), product);
    }

  return entries;
}

/**
 * stp_day_facts_format_fine:
 * @most: how many of them are named
 * @more: (out): whether there are more
 *
 * Returns: (transfer full) (nullable): the products that nothing pauses on that day, in one line
 */
char *
stp_day_facts_format_fine (const StpDayView *view,
                           StpTimeline *timeline,
                           gint64 now,
                           guint most,
                           gboolean *more)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  *more = FALSE;
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_PRODUCT) && !*more; i++)
    {
      StpProduct *product = stp_diary_peek_record (diary, STP_RECORD_PRODUCT, i);

      if (product->archived || find_pause (view, stp_record_get_id (product)) ||
          find_refusal (view, timeline, product, now))
        continue;
      *more = names->len == most;
      if (!*more)
        g_ptr_array_add (names, product->name);
    }
  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);

  /* Translators: between the names of a list */
  return g_strjoinv (C_ ("list", ", "), (char **) names->pdata);
}

static gboolean
is_within (const StpDayView *view, StpInstant at, guint on)
{
  if (at.us != STP_TIME_UNSET)
    return view->from <= at.us && at.us < view->to;

  return on == view->day;
}

static void
list_uses (GPtrArray *entries, const StpDayView *view, StpDiary *diary, GTimeZone *zone)
{
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_APPLICATION); i++)
    {
      StpApplication *use = stp_diary_peek_record (diary, STP_RECORD_APPLICATION, i);
      StpProduct *product;

      if (!is_within (view, use->at, use->on) || use->withdrawn.us != STP_TIME_UNSET)
        continue;

      product = stp_diary_lookup (diary, STP_RECORD_PRODUCT, use->product);
      take (entries, product ? product->name : _ ("Unknown product"),
            use->at.us != STP_TIME_UNSET ? stp_when_format_time (use->at.us, zone)
                                         : g_strdup (_ ("Time not known")),
            use);
    }
}

static void
list_reactions (GPtrArray *entries, const StpDayView *view, StpDiary *diary, GTimeZone *zone)
{
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_REACTION); i++)
    {
      StpReaction *reaction = stp_diary_peek_record (diary, STP_RECORD_REACTION, i);

      if (!reaction->skipped && is_within (view, reaction->at, STP_DAY_UNSET))
        take (entries, _ ("Check-in"), stp_when_format_time (reaction->at.us, zone), reaction);
    }
}

/* Of a plan its name is enough: it is no time that something happened at. */
static char *
format_event_time (const StpEvent *event, const StpDayView *view, GTimeZone *zone)
{
  if (event->planned)
    return g_strdup (C_ ("event", "Planned"));
  if (!is_within (view, event->at, STP_DAY_UNSET))
    return NULL;

  return stp_when_format_time (event->at.us, zone);
}

static void
list_events (GPtrArray *entries, const StpDayView *view, GTimeZone *zone)
{
  for (guint i = 0; i < view->events->len; i++)
    {
      StpEvent *event = view->events->pdata[i];
      g_autofree char *title = stp_day_text_event (event);

      take (entries, title, format_event_time (event, view, zone), event);
    }
}

/**
 * stp_day_facts_list_logged:
 *
 * Returns: (transfer full) (element-type StpDayEntry): uses, check-ins and events of the day
 */
GPtrArray *
stp_day_facts_list_logged (const StpDayView *view, StpDiary *diary, GTimeZone *zone)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  list_uses (entries, view, diary, zone);
  list_reactions (entries, view, diary, zone);
  list_events (entries, view, zone);

  return entries;
}
