// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-judge-private.h"

static StpHold
hold_by (const StpHappening *happening, const StpRule *rule)
{
  return (StpHold) { .rule = rule,
                     .since = happening->begin,
                     .until = STP_TIME_UNSET,
                     .begin = STP_TIME_UNSET,
                     .subject_type = STP_RECORD_EVENT,
                     .subject = stp_record_get_id (happening->event),
                     .record = happening->event };
}

/* It may come after the start and still count: the clock was set back, or nobody knows (E10). */
static gboolean
has_begun (const StpInquiry *self, const StpHappening *happening)
{
  if (happening->soonest <= self->start)
    return TRUE;
  return happening->begin > self->now && !happening->event->planned;
}

static void
collect_hold (const StpInquiry *self,
              const StpHappening *happening,
              const StpEventHold *event_hold,
              StpHoldFilter filter,
              GArray *holds)
{
  StpHold hold = hold_by (happening, event_hold->rule);

  if (!(event_hold->areas & self->areas) || !stp_inquiry_speaks_of (self, event_hold->rule) ||
      stp_inquiry_is_cleared (self, event_hold->rule))
    return;

  hold.strength = event_hold->strength;
  hold.window = event_hold->window;
  hold.forecast = happening->event->planned && happening->soonest > self->now;
  if (happening->end != STP_TIME_UNSET && event_hold->window != G_MAXINT64)
    {
      hold.until = stp_facts_add (happening->end, event_hold->window);
      if (self->start >= hold.until)
        return;
    }
  /* Only a doctor's word ends what goes on and is theirs to judge. */
  hold.lasting = hold.until == STP_TIME_UNSET &&
                 (event_hold->rule->strength == STP_DOCTOR || event_hold->rule->clearance);
  stp_inquiry_add_hold (&hold, filter, holds);
}

/* What is planned for the days after the start should have waited. The session does no harm by it,
 * so that nothing here is stricter than a warning; earlier or later starts are free of it.
 */
static void
collect_plan (const StpInquiry *self,
              const StpHappening *happening,
              StpHoldFilter filter,
              GArray *holds)
{
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);
  guint64 areas = happening->event->areas ? stp_areas_expand (happening->event->areas)
                                          : G_MAXUINT64;
  int year = stp_inquiry_get_year (self->start);

  for (guint i = 0; i < n_rules; i++)
    {
      StpHold hold = hold_by (happening, &rules[i]);

      if (!(rules[i].match.events & STP_BIT (happening->event->kind)) || !(areas & self->areas))
        continue;
      hold.window = stp_rule_get_window (&rules[i], self->band, self->profile, year);
      if (happening->soonest >= stp_facts_add (self->start + STP_USUAL_LENGTH, hold.window))
        continue;
      hold.strength = MIN (stp_rule_get_strength (&rules[i], self->profile->preset), STP_WARN);
      hold.begin = happening->soonest;
      hold.until = happening->begin;
      hold.forecast = TRUE;
      stp_inquiry_add_hold (&hold, filter, holds);
    }
}

static gboolean
is_plan_ahead (const StpInquiry *self, const StpHappening *happening)
{
  return self->needles && happening->event->planned && happening->event->kind > 0 &&
         happening->soonest > self->start && happening->soonest > self->now;
}

/* What was done, goes on or is planned, and is neither product nor session. */
void
stp_inquiry_collect_events (const StpInquiry *self, StpHoldFilter filter, GArray *holds)
{
  GPtrArray *happenings = stp_facts_get_happenings (self->facts);

  for (guint i = 0; i < happenings->len; i++)
    {
      const StpHappening *happening = g_ptr_array_index (happenings, i);

      if (self->start >= happening->reach)
        return;
      if (is_plan_ahead (self, happening))
        collect_plan (self, happening, filter, holds);
      if (!has_begun (self, happening))
        continue;
      for (guint j = 0; j < happening->holds->len; j++)
        collect_hold (self, happening, &g_array_index (happening->holds, StpEventHold, j), filter,
                      holds);
    }
}
