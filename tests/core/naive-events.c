// SPDX-License-Identifier: GPL-3.0-or-later

/* Events, and which rules are about a session at all. */

#include "config.h"

#include "naive-window.h"

static const StpEventCase *
case_of (const StpRule *rule, StpEvent *event)
{
  for (guint i = 0; i < STP_RULE_MAX_CASES; i++)
    {
      const StpEventCase *it = &rule->match.cases[i];

      if ((it->events & STP_BIT (event->kind)) &&
          (it->details == 0 || (event->detail && (it->details & STP_BIT (event->detail)))))
        return it;
    }
  return NULL;
}

static gboolean
goes_on (StpEvent *event)
{
  return event->kind == STP_EVENT_ILLNESS || event->kind == STP_EVENT_SUNBURN ||
         event->kind == STP_EVENT_FLARE || event->kind == STP_EVENT_ACNE ||
         event->kind == STP_EVENT_COLD_SORE || event->kind == STP_EVENT_MEDICATION ||
         event->kind == STP_EVENT_PREGNANCY;
}

static gboolean
touches (const StpRule *rule, const StpEventCase *it, StpEvent *event, guint64 asked)
{
  guint64 areas = stp_areas_expand (event->areas);

  if (event->areas == 0 || rule->match.systemic)
    return TRUE;
  if (it && it->spreads && (areas & STP_AREAS_FACE))
    areas |= STP_AREAS_FACE;
  return (areas & stp_areas_expand (asked)) != 0;
}

/* An event holds what comes after it, and one that is planned speaks against what is before. */
/* A rule of lamps is asked for lamps only, and one of needles for needles. */
gboolean
naive_speaks_of (StpDiary *diary, const StpQuestion *question, const StpRule *rule)
{
  StpDeviceKind kind = naive_kind_of (diary, question->device);

  if (rule->match.devices)
    return (rule->match.devices & STP_BIT (kind)) != 0;
  return (rule->phase == STP_RULE_LAMP) == naive_is_lamp (kind);
}

void
naive_add_event (StpDiary *diary, const StpQuestion *question, StpEvent *event, GArray *windows)
{
  StpProfile *profile = stp_diary_get_profile (diary);
  gint64 first = naive_moment (event->at, event->on, event->zone, FALSE);
  gint64 last = naive_moment (event->at, event->on, event->zone, TRUE);
  gint64 begin = goes_on (event) ? first : last;
  gint64 end = event->until.us >= first && event->until.us != STP_TIME_UNSET
                 ? MAX (event->until.us, begin)
                 : (goes_on (event) ? STP_TIME_UNSET : last);
  StpBand band = naive_band_of (diary, question);
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      const StpRule *rule = &rules[i];
      const StpEventCase *it = case_of (rule, event);
      gint64 after = stp_rule_get_window (rule, band, profile, 2027);
      NaiveWindow window = { rule, stp_record_get_id (event), first, STP_TIME_UNSET };

      window.from_at = TRUE;
      if (it && naive_speaks_of (diary, question, rule) &&
          !naive_is_cleared (diary, question, rule) && touches (rule, it, event, question->areas))
        {
          window.later = begin > question->now && !event->planned;
          window.strength = it->strength;
          if (end != STP_TIME_UNSET && it->hours != STP_HOURS_FOR_EVER)
            window.until = end + stp_rule_get_case_window (rule, it, profile);
          window.lasting = window.until == STP_TIME_UNSET &&
                           (rule->strength == STP_DOCTOR || rule->clearance);
          g_array_append_val (windows, window);
        }
      if (!naive_is_lamp (naive_kind_of (diary, question->device)) &&
          (rule->match.events & STP_BIT (event->kind)) && event->planned && first > question->now &&
          first > question->start && first < question->start + STP_HOUR + after &&
          touches (rule, NULL, event, question->areas))
        {
          window.at = question->start;
          window.lasting = FALSE;
          window.until = begin;
          window.strength = MIN (stp_rule_get_strength (rule, profile->preset), STP_WARN);
          g_array_append_val (windows, window);
        }
    }
}
