// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-judge-private.h"

/* Windows that push one another end after a few steps; a diary full of plans after a few hundred.
 */
#define MOST_STEPS 10000

int
stp_inquiry_get_year (gint64 at)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc_usec (at);

  return date ? g_date_time_get_year (date) : 9999;
}

/*
 * A use at an unknown time lies before every "not used since" that was recorded after it. So the
 * first of those stands for it; without one it stays unknown. Of two with one stamp nobody knows
 * which came first.
 */
static gint64
answered_at (StpShelfItem *item, StpApplication *application)
{
  gint64 at = STP_TIME_UNSET;

  for (guint i = 0; i < item->denials->len; i++)
    {
      StpDenial *denial = g_ptr_array_index (item->denials, i);

      if (denial->since.us == STP_TIME_UNSET ||
          stp_record_get_modified (denial) <= stp_record_get_modified (application))
        continue;
      at = at == STP_TIME_UNSET ? denial->since.us : MIN (at, denial->since.us);
    }
  return at;
}

/*
 * Exactly the window is enough. Of a use between @from and @at nobody knows that it came after a
 * past start; one later than now stands against every start (E10).
 */
static gboolean
holds_back (const StpInquiry *self, gint64 from, gint64 at, gint64 window)
{
  return (from <= self->start || at > self->now) && self->start < stp_facts_add (at, window);
}

/* The last use that holds the start back, or %STP_TIME_UNSET. */
static gint64
find_binding_use (const StpInquiry *self, StpShelfItem *item, gint64 window)
{
  for (guint i = item->uses->len; i > 0; i--)
    {
      StpUse *use = &g_array_index (item->uses, StpUse, i - 1);

      if (self->start >= stp_facts_add (use->at, window))
        return STP_TIME_UNSET;
      if ((use->areas & self->areas) && holds_back (self, use->from, use->at, window))
        return use->at;
    }
  return STP_TIME_UNSET;
}

/*
 * What is new on the skin counts from its first use on. That no earlier use is logged does not make
 * it new, or every shelf would be in its first week; that the pack was just opened does.
 */
static gint64
find_first_use (const StpInquiry *self, StpShelfItem *item, gint64 window)
{
  StpUse *use;

  if (item->uses->len == 0 || item->untimed->len > 0)
    return STP_TIME_UNSET;
  use = &g_array_index (item->uses, StpUse, 0);
  if (!(use->areas & self->areas) || !holds_back (self, use->from, use->at, window) ||
      item->product->opened == STP_DAY_UNSET ||
      stp_facts_day_begin (item->product->opened, NULL) < use->at - window)
    return STP_TIME_UNSET;
  return use->at;
}

/* The same for uses at unknown times; @unanswered if one of them nobody can date. */
static gint64
find_binding_untimed (const StpInquiry *self,
                      StpShelfItem *item,
                      gint64 window,
                      gboolean *unanswered)
{
  gint64 last = STP_TIME_UNSET;

  *unanswered = FALSE;
  for (guint i = 0; i < item->untimed->len; i++)
    {
      StpApplication *application = g_ptr_array_index (item->untimed, i);
      guint64 areas = application->areas ? stp_areas_expand (application->areas) : item->areas;
      gint64 at = answered_at (item, application);

      if (!(areas & self->areas))
        continue;
      if (at == STP_TIME_UNSET)
        *unanswered = TRUE;
      else if (holds_back (self, STP_TIME_UNSET, at, window))
        last = MAX (last, at);
    }
  return last;
}

static void
collect_item_rule (const StpInquiry *self,
                   StpShelfItem *item,
                   const StpItemRule *weighed,
                   StpHoldFilter filter,
                   GArray *holds)
{
  StpHold hold = { .rule = weighed->rule,
                   .strength = weighed->strength,
                   .window = weighed->window,
                   .subject_type = STP_RECORD_PRODUCT,
                   .subject = item->id,
                   .record = item->product,
                   .readable = item->readable };
  gboolean unanswered;
  gint64 untimed = find_binding_untimed (self, item, hold.window, &unanswered);

  if (stp_inquiry_is_cleared (self, hold.rule))
    return;
  if (hold.rule->match.fresh)
    {
      hold.since = find_first_use (self, item, hold.window);
      unanswered = FALSE;
    }
  else
    hold.since = MAX (find_binding_use (self, item, hold.window), untimed);
  hold.until = STP_TIME_UNSET;
  if (unanswered && filter == STP_HOLDS_ALL)
    hold.since = STP_TIME_UNSET;
  else if (hold.since != STP_TIME_UNSET)
    hold.until = stp_facts_add (hold.since, hold.window);
  else
    return;
  g_array_append_val (holds, hold);
}

static void
collect_item (const StpInquiry *self, StpShelfItem *item, StpHoldFilter filter, GArray *holds)
{
  gint64 last = stp_shelf_item_get_last_use (item);

  if (item->untimed->len == 0 &&
      (last == STP_TIME_UNSET || self->start >= stp_facts_add (last, item->reach)))
    return;
  for (guint i = 0; i < item->holds->len; i++)
    collect_item_rule (self, item, &g_array_index (item->holds, StpItemRule, i), filter, holds);
}

/* Whether a start that is before @sitting is also far enough before it. */
static gboolean
leaves_room (const StpInquiry *self, const StpSitting *sitting, gint64 window)
{
  gint64 own_end = stp_facts_add (self->start, STP_USUAL_LENGTH);

  /* What happened later than now shows that the clock was set back: nothing is before it (E10). */
  if (sitting->needled && sitting->end > self->now)
    return FALSE;
  /* A patch test holds no skin, so it needs no room before what comes after it (E7). */
  if (!self->holds_skin && self->start <= sitting->start)
    return TRUE;
  return stp_facts_add (own_end, window) <= sitting->start;
}

/* Elapsed from the end of the one to the start of the other, whichever comes first (E7). */
static void
collect_sitting (const StpInquiry *self,
                 const StpRule *rule,
                 const StpSitting *sitting,
                 StpHoldFilter filter,
                 GArray *holds)
{
  guint64 shared = sitting->areas & self->areas;
  StpBand band = MAX (self->band, stp_sitting_get_band (sitting, shared));
  StpHold hold = { .rule = rule,
                   .strength = stp_rule_get_strength (rule, self->profile->preset),
                   .since = sitting->end,
                   .until = STP_TIME_UNSET,
                   .window = stp_rule_get_window (rule, band, self->profile, 0),
                   .forecast = !sitting->needled,
                   .subject_type = STP_RECORD_SESSION,
                   .subject = stp_record_get_id (sitting->session),
                   .record = sitting->session,
                   .begin = sitting->start };

  if (sitting->end != STP_TIME_UNSET)
    {
      hold.until = stp_sitting_put_off (sitting, stp_facts_add (sitting->end, hold.window),
                                        &hold.longer);
      if (self->start >= hold.until || leaves_room (self, sitting, hold.window))
        return;
    }
  else if (filter != STP_HOLDS_ALL)
    return;
  g_array_append_val (holds, hold);
}

static gboolean
is_replaced (const StpInquiry *self, const char *session)
{
  for (guint i = 0; self->instead && i < self->instead->len; i++)
    {
      const StpSitting *sitting = g_ptr_array_index (self->instead, i);

      if (g_strcmp0 (stp_record_get_id (sitting->session), session) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether the session needles the skin that is asked about; @recorded or one of `instead`. */
gboolean
stp_inquiry_faces (const StpInquiry *self, const StpSitting *sitting, gboolean recorded)
{
  const char *session = stp_record_get_id (sitting->session);

  return sitting->holds_skin && (sitting->areas & self->areas) &&
         stp_sitting_counts (sitting, self->now) &&
         g_strcmp0 (self->ignore_session, session) != 0 &&
         !(recorded && is_replaced (self, session));
}

/* Backwards from the last: where nothing reaches as far as the start any more, nothing will. */
static void
collect_sittings (const StpInquiry *self, StpHoldFilter filter, GArray *holds)
{
  GPtrArray *sittings = self->facts->sittings;
  const StpRule *rule = stp_rule_find ("interval.hard");
  gint64 reach = stp_rule_get_reach (rule, self->profile);

  for (guint i = sittings->len; i > 0; i--)
    {
      StpSitting *sitting = g_ptr_array_index (sittings, i - 1);

      if (self->start >= stp_facts_add (sitting->latest_end, reach))
        break;
      if (stp_inquiry_faces (self, sitting, TRUE))
        collect_sitting (self, rule, sitting, filter, holds);
    }
  for (guint i = 0; self->instead && i < self->instead->len; i++)
    {
      StpSitting *sitting = g_ptr_array_index (self->instead, i);

      if (stp_inquiry_faces (self, sitting, FALSE))
        collect_sitting (self, rule, sitting, filter, holds);
    }
}

/* Without an end it stays out where only time is asked about. */
void
stp_inquiry_add_hold (StpHold *hold, StpHoldFilter filter, GArray *holds)
{
  if (hold->until == STP_TIME_UNSET &&
      (filter == STP_HOLDS_TIMED || (filter == STP_HOLDS_PLAN && !hold->lasting)))
    return;
  g_array_append_vals (holds, hold, 1);
}

/* Light punctures nothing, but it should not meet fresh skin. */
static void
collect_for_lamp (const StpInquiry *self, StpHoldFilter filter, GArray *holds)
{
  const StpRule *rule = stp_rule_find (self->device->kind == STP_DEVICE_LED_RED ? "led.red.after"
                                                                                : "led.blue.after");

  for (guint i = self->facts->sittings->len; i > 0; i--)
    {
      const StpSitting *sitting = g_ptr_array_index (self->facts->sittings, i - 1);
      StpBand band = stp_sitting_get_band (sitting, self->areas);
      StpHold hold = { .rule = rule,
                       .strength = stp_rule_get_strength (rule, self->profile->preset),
                       .since = sitting->end,
                       .window = stp_rule_get_window (rule, band, self->profile, sitting->year),
                       .subject_type = STP_RECORD_SESSION,
                       .subject = stp_record_get_id (sitting->session),
                       .record = sitting->session,
                       .begin = sitting->start };

      if (!sitting->needled || !(sitting->areas & self->areas) || sitting->end == STP_TIME_UNSET)
        continue;
      hold.until = stp_sitting_get_hold_end (sitting, rule, band, hold.window, &hold.longer);
      if (self->start < hold.until && (sitting->start <= self->start || sitting->end > self->now))
        stp_inquiry_add_hold (&hold, filter, holds);
    }
}

/* Appends every hold on the start, in no order. */
void
stp_inquiry_collect (const StpInquiry *self, StpHoldFilter filter, GArray *holds)
{
  GHashTableIter iter;
  gpointer item;

  stp_inquiry_collect_events (self, filter, holds);
  stp_inquiry_collect_answers (self, filter, holds);
  stp_inquiry_collect_alarms (self, filter, holds);
  if (!self->needles)
    {
      collect_for_lamp (self, filter, holds);
      return;
    }

  stp_inquiry_collect_device (self, filter, holds);
  g_hash_table_iter_init (&iter, self->facts->shelf);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    collect_item (self, item, filter, holds);
  collect_sittings (self, filter, holds);
  stp_inquiry_collect_series (self, filter, holds);
}

/* The strictest of the holds. */
StpStrength
stp_inquiry_weigh (const StpInquiry *self, StpHoldFilter filter)
{
  g_autoptr (GArray) holds = g_array_new (FALSE, FALSE, sizeof (StpHold));
  StpStrength strength = STP_ALLOWED;

  stp_inquiry_collect (self, filter, holds);
  for (guint i = 0; i < holds->len; i++)
    strength = MAX (strength, g_array_index (holds, StpHold, i).strength);
  return strength;
}

static gint64
latest_until (const StpInquiry *self, StpStrength strength)
{
  g_autoptr (GArray) holds = g_array_new (FALSE, FALSE, sizeof (StpHold));
  gint64 until = STP_TIME_UNSET;

  stp_inquiry_collect (self, STP_HOLDS_TIMED, holds);
  for (guint i = 0; i < holds->len; i++)
    if (g_array_index (holds, StpHold, i).strength >= strength)
      until = MAX (until, g_array_index (holds, StpHold, i).until);
  return until;
}

static gboolean
is_barred (const StpInquiry *self)
{
  g_autoptr (GArray) holds = g_array_new (FALSE, FALSE, sizeof (StpHold));

  stp_inquiry_collect (self, STP_HOLDS_PLAN, holds);
  for (guint i = 0; i < holds->len; i++)
    if (g_array_index (holds, StpHold, i).lasting)
      return TRUE;
  return FALSE;
}

/*
 * The first start, not before now, that nothing as strong as @strength holds back for a time. What
 * holds now may end where a planned session begins to, so it is asked again until all is quiet.
 */
gint64
stp_inquiry_find_earliest (const StpInquiry *self, StpStrength strength)
{
  StpInquiry inquiry = *self;

  inquiry.start = MAX (self->start, self->now);
  if (is_barred (&inquiry))
    return STP_TIME_UNSET;
  for (guint i = 0; i < MOST_STEPS; i++)
    {
      gint64 until = latest_until (&inquiry, strength);

      if (until == STP_TIME_UNSET)
        return inquiry.start;
      inquiry.start = until;
    }
  return inquiry.start;
}
