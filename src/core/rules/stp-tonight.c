// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-tonight.h"

#include "rules/stp-person.h"
#include "rules/stp-planner.h"
#include "rules/stp-stretch.h"
#include "rules/stp-timeline-private.h"

/* What is back sooner is worth a word. */
#define SOON (3 * STP_DAY_LENGTH)

/* How far ahead a pause counts: further off, plans change. */
#define HORIZON (60 * STP_DAY_LENGTH)

/* Until then people still speak of the evening before. */
#define NOON (12 * 60)
#define NIGHT_ENDS (4 * STP_HOUR)

static void
stp_tonight_item_free (gpointer data)
{
  StpTonightItem *self = data;

  g_clear_object (&self->product);
  g_free (self);
}

void
stp_tonight_free (StpTonight *self)
{
  g_ptr_array_unref (self->use);
  g_ptr_array_unref (self->leave);
  g_ptr_array_unref (self->back);
  g_free (self);
}

static gboolean
is_excepted (const StpRoutine *routine, guint day)
{
  for (guint i = 0; routine->except && i < routine->except->len; i++)
    if (g_array_index (routine->except, guint, i) == day)
      return TRUE;
  return FALSE;
}

static gboolean
is_on_day (const StpRoutine *routine, guint day)
{
  GDate date;

  if (routine->every > 0)
    {
      const guint first = routine->from != STP_DAY_UNSET ? routine->from : routine->since;

      return day >= first && (day - first) % (guint) routine->every == 0;
    }

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return routine->days == 0 || (routine->days & STP_BIT (g_date_get_weekday (&date))) != 0;
}

/**
 * stp_routine_is_due:
 * @routine: (nullable): when a product is normally used
 * @part: morning or evening
 * @day: day number
 *
 * Returns: whether the routine names that part of that day
 */
gboolean
stp_routine_is_due (const StpRoutine *routine, StpDayPart part, guint day)
{
  if (!routine || !(routine->when & STP_BIT (part)) || is_excepted (routine, day))
    return FALSE;
  if (day < routine->since || (routine->until != STP_DAY_UNSET && day > routine->until))
    return FALSE;
  return is_on_day (routine, day);
}

/* A use counts for the evening from noon until the small hours; one without a time for its day. */
static gboolean
was_used (StpTimeline *timeline, const char *product, guint day, gint64 noon)
{
  StpShelfItem *item = stp_facts_get_item (stp_timeline_get_facts (timeline), product);

  for (guint i = item ? item->uses->len : 0; i > 0; i--)
    {
      const StpUse *use = &g_array_index (item->uses, StpUse, i - 1);

      if (use->application->at.us == STP_TIME_UNSET)
        {
          if (use->application->on == day)
            return TRUE;
        }
      else if (use->at < noon)
        return FALSE;
      else if (use->at < noon + STP_DAY_LENGTH / 2 + NIGHT_ENDS)
        return TRUE;
    }
  return FALSE;
}

static StpTonightItem *
add_item (GPtrArray *items, StpProduct *product, gint64 until, gboolean used)
{
  StpTonightItem *item = g_new0 (StpTonightItem, 1);

  item->product = g_object_ref (product);
  item->until = until;
  item->used = used;
  g_ptr_array_add (items, item);
  return item;
}

/* A prescribed product is never told to stop, and in pregnancy some are never offered (E3). */
static void
place_product (StpTonight *self,
               StpTimeline *timeline,
               StpProduct *product,
               const StpStretch *stretch,
               gint64 noon)
{
  const char *id = stp_record_get_id (product);
  const gboolean kept_from = stp_person_is_kept_from (timeline, id, self->at);

  if (stretch && !product->prescribed)
    {
      add_item (self->leave, product, stretch->to, FALSE);
      if (stretch->to <= self->at + SOON && !kept_from)
        add_item (self->back, product, stretch->to, FALSE);
    }
  else if (!kept_from && stp_routine_is_due (product->routine, STP_DAY_PART_EVENING, self->day))
    {
      add_item (self->use, product, STP_TIME_UNSET, was_used (timeline, id, self->day, noon));
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const StpTonightItem *first = a, *second = b;

  return g_utf8_collate (first->product->name, second->product->name);
}

static int
compare_returns (gconstpointer a, gconstpointer b)
{
  const StpTonightItem *first = a, *second = b;

  return (first->until > second->until) - (first->until < second->until);
}

/**
 * stp_tonight_new:
 * @timeline: what to ask
 * @day: day number in the zone of the diary's clock
 *
 * Returns: (transfer full): what to use and what to leave on the evening of that day
 */
StpTonight *
stp_tonight_new (StpTimeline *timeline, guint day)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  GTimeZone *zone = stp_clock_get_zone (stp_diary_get_clock (diary));
  const gint64 noon = stp_day_at (day, NOON, zone);
  StpTonight *self = g_new0 (StpTonight, 1);
  g_autoptr (GHashTable) stretches = NULL;

  self->day = day;
  self->at = stp_day_at (day, stp_planner_get_evening (diary), zone);
  self->use = g_ptr_array_new_with_free_func (stp_tonight_item_free);
  self->leave = g_ptr_array_new_with_free_func (stp_tonight_item_free);
  self->back = g_ptr_array_new_with_free_func (stp_tonight_item_free);

  stretches = stp_stretch_list_all (timeline, self->at, self->at + HORIZON);
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_PRODUCT); i++)
    {
      StpProduct *product = stp_diary_peek_record (diary, STP_RECORD_PRODUCT, i);
      GPtrArray *own = g_hash_table_lookup (stretches, stp_record_get_id (product));

      if (!product->archived)
        place_product (self, timeline, product, stp_stretch_find_at (own, self->at), noon);
    }

  g_ptr_array_sort_values (self->use, compare_names);
  g_ptr_array_sort_values (self->leave, compare_names);
  g_ptr_array_sort_values (self->back, compare_returns);
  return self;
}

/**
 * stp_tonight_list_to_log:
 *
 * Returns: (transfer full) (element-type StpProduct): the usual evening routine without what is
 *   paused and what is logged already
 */
GPtrArray *
stp_tonight_list_to_log (StpTonight *self)
{
  GPtrArray *products = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->use->len; i++)
    {
      const StpTonightItem *item = self->use->pdata[i];

      if (!item->used)
        g_ptr_array_add (products, g_object_ref (item->product));
    }
  return products;
}

/**
 * stp_tonight_get_log_time:
 *
 * Returns: the moment that the routine of that evening is logged at, UTC microseconds: now on the
 *   evening itself, since later is the stricter side, and else its usual time;
 *   %STP_TIME_UNSET while it is still to come
 */
gint64
stp_tonight_get_log_time (StpTonight *self, StpTimeline *timeline)
{
  StpClock *clock = stp_diary_get_clock (stp_timeline_get_diary (timeline));
  const gint64 now = stp_clock_get_now (clock);

  if (self->day != stp_tonight_get_day (timeline))
    return self->at < now ? self->at : STP_TIME_UNSET;
  return now >= stp_day_at (self->day, NOON, stp_clock_get_zone (clock)) ? now : STP_TIME_UNSET;
}

/**
 * stp_tonight_get_day:
 *
 * Returns: the day whose evening is meant by "tonight" now: in the small hours still the day before
 */
guint
stp_tonight_get_day (StpTimeline *timeline)
{
  StpClock *clock = stp_diary_get_clock (stp_timeline_get_diary (timeline));

  return stp_day_of (stp_clock_get_now (clock) - NIGHT_ENDS, stp_clock_get_zone (clock));
}

static const StpStretch *
find_next (GPtrArray *stretches, gint64 after)
{
  for (guint i = 0; i < stretches->len; i++)
    if (((StpStretch *) stretches->pdata[i])->from > after)
      return stretches->pdata[i];
  return NULL;
}

/* The end of the evenings on which it may be used: where it is off only after a session, that of
 * the session itself is over as well. */
static gint64
find_end (StpDiary *diary, const StpStretch *stretch)
{
  const StpPause *first = stretch->pauses->pdata[0];
  StpSession *session = stp_diary_lookup (diary, STP_RECORD_SESSION, first->session);

  return session && !first->before ? MIN (stretch->from, session->start.us) : stretch->from;
}

/**
 * stp_tonight_find_last_evening:
 * @product: id
 *
 * Returns: the last usual evening on which the product may still be used before it is paused, UTC
 *   microseconds; %STP_TIME_UNSET if no pause is ahead, no such evening is left, it is
 *   prescribed and never told to stop, or not to be offered in pregnancy (E3)
 */
gint64
stp_tonight_find_last_evening (StpTimeline *timeline, const char *product)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  StpClock *clock = stp_diary_get_clock (diary);
  GTimeZone *zone = stp_clock_get_zone (clock);
  const gint64 now = stp_clock_get_now (clock);
  StpProduct *record = stp_diary_lookup (diary, STP_RECORD_PRODUCT, product);
  g_autoptr (GPtrArray) stretches = stp_stretch_list (timeline, product, now, now + HORIZON);
  const StpStretch *next = find_next (stretches, now);
  gint64 end, evening;
  guint day;

  if (!record || record->prescribed || !next || stp_person_is_kept_from (timeline, product, now))
    return STP_TIME_UNSET;

  end = find_end (diary, next);
  day = stp_day_of (end, zone);
  evening = stp_day_at (day, stp_planner_get_evening (diary), zone);
  if (evening >= end)
    evening = stp_day_at (day - 1, stp_planner_get_evening (diary), zone);
  if (evening < now || stp_stretch_find_at (stretches, evening))
    return STP_TIME_UNSET;
  return evening;
}
