// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "naive-timeline.h"

#include <string.h>

#include "naive-window.h"

gint64
naive_moment (StpInstant at, guint on, const char *zone_name, gboolean end_of_day)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) date = NULL;
  GDate day;

  if (at.us != STP_TIME_UNSET || on == STP_DAY_UNSET)
    return at.us;
  zone = zone_name ? g_time_zone_new_identifier (zone_name) : NULL;
  if (!zone)
    zone = g_time_zone_new_identifier (end_of_day ? "-12:00" : "+14:00");
  g_date_clear (&day, 1);
  g_date_set_julian (&day, on);
  date = g_date_time_new (zone, g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day), end_of_day ? 23 : 0, end_of_day ? 59 : 0,
                          end_of_day ? 59 : 0);
  return g_date_time_to_unix_usec (date);
}

static guint64
areas_of_product (StpProduct *product)
{
  return product->areas ? stp_areas_expand (product->areas) : STP_AREAS_FACE;
}

static gboolean
is_under (const StpRule *rule, StpProduct *product)
{
  g_autoptr (StpClassification) found = NULL;
  guint64 kind;

  if (!product)
    return rule->match.unknown;
  found = stp_classify (product->name, product->brand, product->kind, product->ingredients, NULL,
                        0);
  if (rule->match.unknown && !product->card_checked && !stp_classification_is_readable (found))
    return TRUE;
  kind = product->kind ? STP_BIT (product->kind) : 0;
  if (rule->match.fresh)
    return product->kind != STP_PRODUCT_CLEANSER && product->kind != STP_PRODUCT_SCRUB &&
           product->kind != STP_PRODUCT_PEEL;
  if (rule->match.unless_kinds & kind)
    return FALSE;
  if (rule->match.leave_on &&
      (product->kind == STP_PRODUCT_CLEANSER || product->kind == STP_PRODUCT_SCRUB ||
       product->kind == STP_PRODUCT_PEEL))
    return FALSE;
  return (rule->match.kinds & kind) != 0 ||
         (rule->match.classes & stp_classification_get_active (found)) != 0;
}

static gint64
first_answer (StpDiary *diary, StpApplication *use)
{
  gint64 at = STP_TIME_UNSET;

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_DENIAL); i++)
    {
      StpDenial *denial = stp_diary_peek_record (diary, STP_RECORD_DENIAL, i);

      if (g_strcmp0 (denial->product, use->product) == 0 &&
          stp_record_get_modified (denial) >= stp_record_get_modified (use) &&
          (at == STP_TIME_UNSET || denial->since.us < at))
        at = denial->since.us;
    }
  return at;
}

/* Whether no use of the product was before it, and it is known when each was. */
static gboolean
is_first (StpDiary *diary, StpApplication *use)
{
  gint64 at = naive_moment (use->at, use->on, use->zone, TRUE);

  /* The packs of these diaries were opened long ago. */
  StpProduct *product = stp_diary_lookup (diary, STP_RECORD_PRODUCT, use->product);

  if (!product || product->opened == STP_DAY_UNSET)
    return FALSE;
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_APPLICATION); i++)
    {
      StpApplication *other = stp_diary_peek_record (diary, STP_RECORD_APPLICATION, i);
      gint64 other_at = naive_moment (other->at, other->on, other->zone, TRUE);

      if (g_strcmp0 (other->product, use->product) == 0 && other->withdrawn.us == STP_TIME_UNSET &&
          (other_at == STP_TIME_UNSET || other_at < at))
        return FALSE;
    }
  return TRUE;
}

static void
add_use (StpDiary *diary, const StpQuestion *question, StpApplication *use, GArray *windows)
{
  StpProduct *product = stp_diary_lookup (diary, STP_RECORD_PRODUCT, use->product);
  guint64 areas = use->areas ? stp_areas_expand (use->areas)
                             : (product ? areas_of_product (product) : G_MAXUINT64);
  gint64 from = naive_moment (use->at, use->on, use->zone, FALSE);
  gint64 at = naive_moment (use->at, use->on, use->zone, TRUE);
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  if (use->withdrawn.us != STP_TIME_UNSET || !(areas & stp_areas_expand (question->areas)))
    return;
  if (at == STP_TIME_UNSET)
    at = first_answer (diary, use);

  for (guint i = 0; i < n_rules; i++)
    {
      gint64 hours = stp_rule_get_window (&rules[i], STP_BAND_R2, stp_diary_get_profile (diary), 0);
      NaiveWindow window = { &rules[i], use->product, from, STP_TIME_UNSET, at > question->now };

      if (rules[i].phase != STP_RULE_BEFORE || hours == 0 || !is_under (&rules[i], product))
        continue;
      if (rules[i].match.fresh && !is_first (diary, use))
        continue;
      if (at != STP_TIME_UNSET)
        window.until = at + hours;
      g_array_append_val (windows, window);
    }
}

static gint64
end_of (StpDiary *diary, StpSession *session, gboolean *stroke)
{
  gint64 start = naive_moment (session->start, session->on, session->zone, FALSE);
  gint64 last = STP_TIME_UNSET;

  *stroke = FALSE;
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_STEP); i++)
    {
      StpStep *step = stp_diary_peek_record (diary, STP_RECORD_STEP, i);

      if (g_strcmp0 (step->session, stp_record_get_id (session)) != 0)
        continue;
      last = MAX (last, MAX (step->at.us, step->done_at.us));
      *stroke = *stroke || step->step == STP_STEP_NEEDLE;
    }
  if (session->end.us != STP_TIME_UNSET && session->end.us >= start)
    return session->end.us;
  if (last != STP_TIME_UNSET && last >= start)
    return last;
  if (session->start.us == STP_TIME_UNSET)
    return naive_moment (session->start, session->on, session->zone, TRUE);
  return session->start.us + STP_HOUR;
}

/* Needled, planned and still to come, or nothing. */
typedef enum
{
  NOTHING,
  PLANNED,
  NEEDLED,
} Standing;

static Standing
standing_of (StpSession *session, gboolean stroke, gint64 now)
{
  gint64 start = naive_moment (session->start, session->on, session->zone, FALSE);

  if (stroke)
    return NEEDLED;
  if (session->hidden || session->state == STP_SESSION_CANCELLED)
    return NOTHING;
  if (session->state == STP_SESSION_DONE)
    return NEEDLED;
  return now < start + 24 * STP_HOUR ? PLANNED : NOTHING;
}

static guint64
areas_of_session (StpSession *session, guint64 only, StpBand *band)
{
  guint64 areas = 0;

  *band = STP_BAND_R2;
  for (guint i = 0; i < session->areas->len; i++)
    {
      StpSessionArea *area = g_ptr_array_index (session->areas, i);
      guint64 set = stp_areas_expand (STP_BIT (area->area));

      areas |= set;
      if (set & only)
        *band = MAX (*band, stp_band_from_length (area->needle_um));
    }
  return areas;
}

static void
add_session (StpDiary *diary, const StpQuestion *question, StpSession *session, GArray *windows)
{
  const StpRule *rule = stp_rule_find ("interval.hard");
  guint64 asked = stp_areas_expand (question->areas);
  gboolean stroke;
  gint64 end = end_of (diary, session, &stroke);
  gint64 start = naive_moment (session->start, session->on, session->zone, FALSE);
  Standing standing = standing_of (session, stroke, question->now);
  StpBand band;
  gint64 hours;

  if (session->purpose == STP_PURPOSE_PATCH || standing == NOTHING ||
      !(areas_of_session (session, asked, &band) & asked))
    return;
  band = MAX (band, stp_band_from_length (question->needle_um));
  hours = stp_rule_get_window (rule, band, stp_diary_get_profile (diary), 0);

  /* As a window that stands from where a start would come too close. */
  if (standing == NEEDLED && end > question->now)
    start = G_MININT64 / 2;
  NaiveWindow window = { rule, stp_record_get_id (session), start - STP_HOUR - hours + 1,
                         end + hours, FALSE };

  g_array_append_val (windows, window);
}

/* One session of a series; the series breaks where the skin rested. */
typedef struct
{
  const char *id;
  gint64 start, end;
  gboolean deep;
} Sitting;

static int
compare_sittings (gconstpointer a, gconstpointer b)
{
  const Sitting *one = a, *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

static GArray *
list_series (StpDiary *diary, const StpQuestion *question)
{
  GArray *sittings = g_array_new (FALSE, FALSE, sizeof (Sitting));
  guint64 asked = stp_areas_expand (question->areas);

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_SESSION); i++)
    {
      StpSession *session = stp_diary_peek_record (diary, STP_RECORD_SESSION, i);
      Sitting sitting = { .id = stp_record_get_id (session) };
      gboolean stroke;
      StpBand band;

      sitting.end = end_of (diary, session, &stroke);
      sitting.start = naive_moment (session->start, session->on, session->zone, FALSE);
      if (session->purpose == STP_PURPOSE_PATCH || sitting.end > question->start ||
          standing_of (session, stroke, question->now) == NOTHING ||
          !(areas_of_session (session, asked, &band) & asked))
        continue;
      sitting.deep = band > STP_BAND_R2;
      g_array_append_val (sittings, sitting);
    }
  g_array_sort (sittings, compare_sittings);
  return sittings;
}

/* After twelve sessions in a row, or six deeper ones, four weeks. */
static void
add_rest (StpDiary *diary, const StpQuestion *question, GArray *windows)
{
  const StpRule *rule = stp_rule_find ("course.rest");
  gint64 rest = stp_rule_get_window (rule, STP_BAND_R2, stp_diary_get_profile (diary), 0);
  g_autoptr (GArray) series = list_series (diary, question);
  guint n = 0, n_deep = 0;
  gint64 end = 0;

  for (guint i = 0; i < series->len; i++)
    {
      Sitting *sitting = &g_array_index (series, Sitting, i);

      if (i > 0 && sitting->start - end >= rest)
        n = n_deep = 0;
      n++;
      n_deep += sitting->deep;
      end = MAX (i > 0 ? end : G_MININT64, sitting->end);
    }
  if (question->purpose == STP_PURPOSE_PATCH || (n < 12 && n_deep < 6))
    return;
  NaiveWindow window = { rule, g_array_index (series, Sitting, series->len - 1).id, end,
                         end + rest };

  g_array_append_val (windows, window);
}

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
         event->kind == STP_EVENT_COLD_SORE;
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
static void
add_event (StpDiary *diary, const StpQuestion *question, StpEvent *event, GArray *windows)
{
  StpProfile *profile = stp_diary_get_profile (diary);
  gint64 first = naive_moment (event->at, event->on, event->zone, FALSE);
  gint64 last = naive_moment (event->at, event->on, event->zone, TRUE);
  gint64 begin = goes_on (event) ? first : last;
  gint64 end = event->until.us >= first && event->until.us != STP_TIME_UNSET
                 ? MAX (event->until.us, begin)
                 : (goes_on (event) ? STP_TIME_UNSET : last);
  StpBand band = stp_band_from_length (question->needle_um);
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      const StpRule *rule = &rules[i];
      const StpEventCase *it = case_of (rule, event);
      gint64 after = stp_rule_get_window (rule, band, profile, 2027);
      NaiveWindow window = { rule, stp_record_get_id (event), first, STP_TIME_UNSET };

      window.from_at = TRUE;
      if (it && rule->phase != STP_RULE_LAMP && touches (rule, it, event, question->areas))
        {
          window.later = begin > question->now && !event->planned;
          window.strength = it->strength;
          if (end != STP_TIME_UNSET)
            window.until = end + stp_rule_get_case_window (rule, it, profile);
          g_array_append_val (windows, window);
        }
      if ((rule->match.events & STP_BIT (event->kind)) && event->planned && first > question->now &&
          first > question->start && first < question->start + STP_HOUR + after &&
          touches (rule, NULL, event, question->areas))
        {
          window.at = question->start;
          window.until = begin;
          window.strength = MIN (stp_rule_get_strength (rule, profile->preset), STP_WARN);
          g_array_append_val (windows, window);
        }
    }
}

static GArray *
list_windows (StpDiary *diary, const StpQuestion *question)
{
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (NaiveWindow));

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_APPLICATION); i++)
    add_use (diary, question, stp_diary_peek_record (diary, STP_RECORD_APPLICATION, i), windows);
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_SESSION); i++)
    add_session (diary, question, stp_diary_peek_record (diary, STP_RECORD_SESSION, i), windows);
  add_rest (diary, question, windows);
  naive_add_device (diary, question, windows);
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_EVENT); i++)
    add_event (diary, question, stp_diary_peek_record (diary, STP_RECORD_EVENT, i), windows);
  return windows;
}

static gboolean
speaks (const NaiveWindow *window, gint64 start)
{
  if (window->until == STP_TIME_UNSET)
    return !window->from_at || window->at <= start || window->later;
  return (window->at <= start || window->later) && start < window->until;
}

static StpStrength
strength_of (StpDiary *diary, const NaiveWindow *window)
{
  if (window->strength != 0)
    return window->strength;
  return stp_rule_get_strength (window->rule, stp_diary_get_profile (diary)->preset);
}

/* What each (rule, subject) says in the end; the latest speaks for it. */
char *
naive_describe_verdict (StpDiary *diary, const StpQuestion *question)
{
  g_autoptr (GArray) windows = list_windows (diary, question);
  g_autoptr (GHashTable) latest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < windows->len; i++)
    {
      NaiveWindow *window = &g_array_index (windows, NaiveWindow, i);
      g_autofree char *name = g_strdup_printf ("%s %s", window->rule->id, window->subject);
      NaiveWindow *known = g_hash_table_lookup (latest, name);

      if (!speaks (window, question->start))
        continue;
      if (!known || window->until == STP_TIME_UNSET ||
          (known->until != STP_TIME_UNSET && window->until > known->until))
        g_hash_table_insert (latest, g_steal_pointer (&name), window);
    }

  g_hash_table_iter_init (&iter, latest);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      NaiveWindow *window = value;

      g_ptr_array_add (lines, g_strdup_printf ("%s %d %" G_GINT64_FORMAT, (char *) key,
                                               strength_of (diary, window), window->until));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
  for (guint i = 0; i < lines->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (lines, i));
  g_auto (GStrv) sorted = g_strv_builder_end (builder);

  return g_strjoinv ("\n", sorted);
}

static gboolean
is_free (StpDiary *diary, GArray *windows, gint64 start)
{
  for (guint i = 0; i < windows->len; i++)
    {
      NaiveWindow *window = &g_array_index (windows, NaiveWindow, i);

      if (window->until != STP_TIME_UNSET && speaks (window, start) &&
          strength_of (diary, window) >= STP_DOCTOR)
        return FALSE;
    }
  return TRUE;
}

/* The first moment that is free can only be the first of all, or where some window ends. */
gint64
naive_find_earliest (StpDiary *diary, const StpQuestion *question)
{
  g_autoptr (GArray) windows = list_windows (diary, question);
  gint64 first = MAX (question->start, question->now);
  gint64 earliest = G_MAXINT64;

  for (guint i = 0; i < windows->len; i++)
    if (g_array_index (windows, NaiveWindow, i).lasting)
      return STP_TIME_UNSET;
  if (is_free (diary, windows, first))
    return first;
  for (guint i = 0; i < windows->len; i++)
    {
      gint64 until = g_array_index (windows, NaiveWindow, i).until;

      if (until > first && until < earliest && is_free (diary, windows, until))
        earliest = until;
    }
  return earliest;
}

static void
add_pauses (StpDiary *diary,
            StpProduct *product,
            StpSession *session,
            gint64 now,
            gint64 from,
            gint64 to,
            GPtrArray *lines)
{
  gboolean stroke;
  gint64 start = naive_moment (session->start, session->on, session->zone, FALSE);
  gint64 end = end_of (diary, session, &stroke);
  Standing standing = standing_of (session, stroke, now);
  guint n_rules = 0;
  const StpRule *rules = stp_rule_table (&n_rules);
  StpBand band;

  if (product->archived || standing == NOTHING ||
      !(areas_of_session (session, areas_of_product (product), &band) & areas_of_product (product)))
    return;

  for (guint i = 0; i < n_rules; i++)
    {
      gint64 hours = stp_rule_get_window (&rules[i], band, stp_diary_get_profile (diary), 2027);
      gboolean before = rules[i].phase == STP_RULE_BEFORE;
      gint64 a = before ? start - hours : end;
      gint64 b = before ? start : end + hours;

      if (hours == 0 || rules[i].match.fresh || !is_under (&rules[i], product) ||
          (before && standing == NEEDLED) || a >= to || b <= from)
        continue;
      g_ptr_array_add (lines, g_strdup_printf ("%s %s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                               stp_record_get_id (product), rules[i].id,
                                               stp_record_get_id (session), a, b));
    }
}

char *
naive_describe_pauses (StpDiary *diary, gint64 from, gint64 to, gint64 now)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_PRODUCT); i++)
    for (guint j = 0; j < stp_diary_get_n_records (diary, STP_RECORD_SESSION); j++)
      add_pauses (diary, stp_diary_peek_record (diary, STP_RECORD_PRODUCT, i),
                  stp_diary_peek_record (diary, STP_RECORD_SESSION, j), now, from, to, lines);
  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
