// SPDX-License-Identifier: GPL-3.0-or-later

/* Rest after a series of sessions on the same skin; clinical rules, section 4.3. */

#include "config.h"

#include "rules/stp-judge-private.h"

/* How many sessions in a row make a series whole, and how many if they go deeper than 0.3 mm. */
#define MOST_SESSIONS 12
#define MOST_DEEP 6

static gboolean
precedes (const StpInquiry *self, const StpSitting *sitting, gboolean recorded)
{
  return sitting->end != STP_TIME_UNSET && sitting->end <= self->start &&
         stp_inquiry_faces (self, sitting, recorded);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const StpSitting *one = *(StpSitting *const *) a;
  const StpSitting *other = *(StpSitting *const *) b;

  return (one->start > other->start) - (one->start < other->start);
}

/* The sessions before the start, by time; of those in the diary as many as make a series. */
static GPtrArray *
list_preceding (const StpInquiry *self, gint64 rest)
{
  GPtrArray *preceding = g_ptr_array_new ();
  gint64 reach = MOST_SESSIONS * (rest + STP_DAY_LENGTH);

  for (guint i = self->facts->sittings->len; i > 0 && preceding->len < MOST_SESSIONS; i--)
    {
      StpSitting *sitting = g_ptr_array_index (self->facts->sittings, i - 1);

      if (self->start >= stp_facts_add (sitting->latest_end, reach))
        break;
      if (precedes (self, sitting, TRUE))
        g_ptr_array_add (preceding, sitting);
    }
  for (guint i = 0; self->instead && i < self->instead->len; i++)
    {
      StpSitting *sitting = g_ptr_array_index (self->instead, i);

      if (precedes (self, sitting, FALSE))
        g_ptr_array_add (preceding, sitting);
    }
  g_ptr_array_sort (preceding, compare_starts);
  return preceding;
}

/* Counts anew wherever the skin has rested. @end: (out): when the last of them ended */
static gboolean
is_whole (const StpInquiry *self, GPtrArray *preceding, gint64 rest, gint64 *end)
{
  guint n = 0, n_deep = 0;

  *end = G_MININT64;
  for (guint i = 0; i < preceding->len; i++)
    {
      const StpSitting *sitting = g_ptr_array_index (preceding, i);

      if (i > 0 && sitting->start >= stp_facts_add (*end, rest))
        n = n_deep = 0;
      n++;
      n_deep += stp_sitting_get_band (sitting, self->areas) > STP_BAND_R2;
      *end = MAX (*end, sitting->end);
    }
  return n >= MOST_SESSIONS || n_deep >= MOST_DEEP;
}

/* Whether a whole series lies before the start, and the rest after it is not over; fills @hold. */
gboolean
stp_inquiry_find_rest (const StpInquiry *self, StpHold *hold)
{
  const StpRule *rule = stp_rule_find ("course.rest");
  gint64 rest = stp_rule_get_window (rule, self->band, self->profile, 0);
  g_autoptr (GPtrArray) preceding = NULL;
  const StpSitting *last;
  gint64 end;

  if (!self->holds_skin)
    return FALSE;
  preceding = list_preceding (self, rest);
  if (!is_whole (self, preceding, rest, &end) || self->start >= stp_facts_add (end, rest))
    return FALSE;

  last = g_ptr_array_index (preceding, preceding->len - 1);
  *hold = (StpHold) { .rule = rule,
                      .strength = stp_rule_get_strength (rule, self->profile->preset),
                      .window = rest,
                      .since = end,
                      .until = stp_facts_add (end, rest),
                      .forecast = !last->needled,
                      .subject_type = STP_RECORD_SESSION,
                      .subject = stp_record_get_id (last->session),
                      .record = last->session,
                      .begin = last->start };
  return TRUE;
}

void
stp_inquiry_collect_series (const StpInquiry *self, StpHoldFilter filter, GArray *holds)
{
  StpHold hold;

  if (stp_inquiry_find_rest (self, &hold))
    stp_inquiry_add_hold (&hold, filter, holds);
}
