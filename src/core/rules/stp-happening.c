// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-facts-private.h"

/* What goes on until it is said to be over; diary format, `event`. */
#define STATES                                                                                     \
  (STP_BIT (STP_EVENT_ILLNESS) | STP_BIT (STP_EVENT_SUNBURN) | STP_BIT (STP_EVENT_FLARE) |         \
   STP_BIT (STP_EVENT_ACNE) | STP_BIT (STP_EVENT_COLD_SORE) | STP_BIT (STP_EVENT_MEDICATION) |     \
   STP_BIT (STP_EVENT_PREGNANCY))

static gboolean
is_state (const StpEvent *event)
{
  return event->kind > 0 && (STATES & STP_BIT (event->kind));
}

static void
reckon_times (StpHappening *self)
{
  StpEvent *event = self->event;
  gint64 latest = event->at.us;

  self->soonest = event->at.us;
  if (event->at.us == STP_TIME_UNSET && event->on != STP_DAY_UNSET)
    {
      self->soonest = stp_facts_day_begin (event->on, event->zone);
      latest = stp_facts_day_end (event->on, event->zone);
    }

  /* A state has begun as soon as it may have; what is over in a moment, as late as it may. */
  self->begin = is_state (event) ? self->soonest : latest;
  /* An end before the start is no end. */
  if (event->until.us != STP_TIME_UNSET && event->until.us >= self->soonest)
    self->end = MAX (event->until.us, self->begin);
  else
    self->end = is_state (event) ? STP_TIME_UNSET : latest;
}

/* On one part of the face it may stand against all of it; on no part named, against any skin. */
static guint64
find_areas (const StpEvent *event, const StpRule *rule, const StpEventCase *it)
{
  guint64 areas = stp_areas_expand (event->areas);

  /* A part that only a newer version knows may be any; the codec keeps its name aside. */
  if (rule->match.systemic || event->areas == 0 ||
      (event->extras && json_object_has_member (event->extras, "areas")))
    return G_MAXUINT64;
  if (it->spreads && (areas & STP_AREAS_FACE))
    areas |= STP_AREAS_FACE;
  return areas;
}

static const StpEventCase *
find_case (const StpEvent *event, const StpRule *rule)
{
  guint64 kind = event->kind > 0 ? STP_BIT (event->kind) : 0;
  guint64 detail = event->detail > 0 ? STP_BIT (event->detail) : 0;

  for (guint i = 0; i < STP_RULE_MAX_CASES; i++)
    {
      const StpEventCase *it = &rule->match.cases[i];

      if ((it->events & kind) && (it->details == 0 || (it->details & detail)))
        return it;
    }
  return NULL;
}

/* The first one that speaks of such an event, before a session or after it. */
const StpRule *
stp_happening_find_rule (const StpEvent *event)
{
  const guint64 kind = event->kind > 0 ? STP_BIT (event->kind) : 0;
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    if (find_case (event, &rules[i]) || (rules[i].match.events & kind))
      return &rules[i];
  return NULL;
}

static void
add_hold (StpHappening *self, const StpRule *rule, const StpEventCase *it, StpProfile *profile)
{
  StpEventHold hold = { .rule = rule,
                        .strength = it->strength ? it->strength
                                                 : stp_rule_get_strength (rule, profile->preset),
                        .window = stp_rule_get_case_window (rule, it, profile),
                        .areas = find_areas (self->event, rule, it) };
  gint64 reach = self->end == STP_TIME_UNSET ? G_MAXINT64 : stp_facts_add (self->end, hold.window);

  self->reach = MAX (self->reach, reach);
  g_array_append_val (self->holds, hold);
}

StpHappening *
stp_happening_new (StpEvent *event, StpProfile *profile)
{
  StpHappening *self = g_new0 (StpHappening, 1);
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  self->event = g_object_ref (event);
  self->holds = g_array_new (FALSE, FALSE, sizeof (StpEventHold));
  reckon_times (self);
  self->reach = self->end == STP_TIME_UNSET ? G_MAXINT64 : self->end;
  for (guint i = 0; i < n_rules; i++)
    {
      const StpEventCase *it = find_case (event, &rules[i]);

      if (it)
        add_hold (self, &rules[i], it, profile);
    }
  return self;
}

static int
compare_reach (gconstpointer a, gconstpointer b)
{
  const StpHappening *one = *(StpHappening *const *) a;
  const StpHappening *other = *(StpHappening *const *) b;

  return (one->reach < other->reach) - (one->reach > other->reach);
}

/* Those that reach furthest first: behind the first that does not reach a start none does. */
GPtrArray *
stp_facts_get_happenings (StpFacts *self)
{
  GHashTableIter iter;
  gpointer happening;

  if (self->by_reach->len > 0)
    return self->by_reach;
  g_hash_table_iter_init (&iter, self->happenings);
  while (g_hash_table_iter_next (&iter, NULL, &happening))
    g_ptr_array_add (self->by_reach, happening);
  g_ptr_array_sort (self->by_reach, compare_reach);
  return self->by_reach;
}

void
stp_happening_free (StpHappening *self)
{
  g_array_unref (self->holds);
  g_object_unref (self->event);
  g_free (self);
}
