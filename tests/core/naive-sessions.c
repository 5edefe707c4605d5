// SPDX-License-Identifier: GPL-3.0-or-later

/* Sessions: what they hold back, how they count, and the rest after a series of them. */

#include "config.h"

#include "naive-window.h"

gint64
naive_end_of (StpDiary *diary, StpSession *session, gboolean *stroke)
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

NaiveStanding
naive_standing_of (StpSession *session, gboolean stroke, gint64 now)
{
  gint64 start = naive_moment (session->start, session->on, session->zone, FALSE);

  if (stroke)
    return NAIVE_NEEDLED;
  if (session->hidden || session->state == STP_SESSION_CANCELLED)
    return NAIVE_NOTHING;
  if (session->state == STP_SESSION_DONE)
    return NAIVE_NEEDLED;
  return now < start + 24 * STP_HOUR ? NAIVE_PLANNED : NAIVE_NOTHING;
}

/* The device that a session or a question names, by its kind. */
StpDeviceKind
naive_kind_of (StpDiary *diary, const char *id)
{
  StpDevice *device = id ? stp_diary_lookup (diary, STP_RECORD_DEVICE, id) : NULL;

  return device ? device->kind : 0;
}

gboolean
naive_is_lamp (StpDeviceKind kind)
{
  return kind == STP_DEVICE_LED_RED || kind == STP_DEVICE_LED_BLUE;
}

/* Light punctures nothing, so it is no session here; unless a stroke says otherwise. */
gboolean
naive_is_light (StpDiary *diary, StpSession *session)
{
  gboolean stroke;

  naive_end_of (diary, session, &stroke);
  if (stroke)
    return FALSE;
  if (session->treatment == 0)
    return naive_is_lamp (naive_kind_of (diary, session->device));
  return session->treatment == STP_TREATMENT_LED_RED ||
         session->treatment == STP_TREATMENT_LED_BLUE;
}

guint64
naive_areas_of_session (StpDiary *diary, StpSession *session, guint64 only, StpBand *band)
{
  gboolean current = session->treatment == STP_TREATMENT_RF ||
                     naive_kind_of (diary, session->device) == STP_DEVICE_RF;
  guint64 areas = 0;

  *band = STP_BAND_R2;
  for (guint i = 0; i < session->areas->len; i++)
    {
      StpSessionArea *area = g_ptr_array_index (session->areas, i);
      guint64 set = stp_areas_expand (STP_BIT (area->area));

      areas |= set;
      if (set & only)
        *band = MAX (*band, current ? STP_BAND_RF : stp_band_from_length (area->needle_um));
    }
  return areas;
}

/* By how deep the question would go. */
StpBand
naive_band_of (StpDiary *diary, const StpQuestion *question)
{
  if (naive_kind_of (diary, question->device) == STP_DEVICE_RF)
    return STP_BAND_RF;
  return stp_band_from_length (question->needle_um);
}

void
naive_add_session (StpDiary *diary,
                   const StpQuestion *question,
                   StpSession *session,
                   GArray *windows)
{
  const StpRule *rule = stp_rule_find ("interval.hard");
  guint64 asked = stp_areas_expand (question->areas);
  gboolean stroke;
  gint64 end = naive_end_of (diary, session, &stroke);
  gint64 start = naive_moment (session->start, session->on, session->zone, FALSE);
  NaiveStanding standing = naive_standing_of (session, stroke, question->now);
  StpBand band;
  gint64 hours;

  if (session->purpose == STP_PURPOSE_PATCH || standing == NAIVE_NOTHING ||
      naive_is_light (diary, session) ||
      !(naive_areas_of_session (diary, session, asked, &band) & asked))
    return;
  band = MAX (band, naive_band_of (diary, question));
  hours = stp_rule_get_window (rule, band, stp_diary_get_profile (diary), 0);

  /* As a window that stands from where a start would come too close. */
  if (standing == NAIVE_NEEDLED && end > question->now)
    start = G_MININT64 / 2;
  NaiveWindow window = { rule, stp_record_get_id (session), start - STP_HOUR - hours + 1,
                         naive_put_off (diary, session, end, end + hours), FALSE };

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

      sitting.end = naive_end_of (diary, session, &stroke);
      sitting.start = naive_moment (session->start, session->on, session->zone, FALSE);
      if (session->purpose == STP_PURPOSE_PATCH || naive_is_light (diary, session) ||
          sitting.end > question->start ||
          naive_standing_of (session, stroke, question->now) == NAIVE_NOTHING ||
          !(naive_areas_of_session (diary, session, asked, &band) & asked))
        continue;
      sitting.deep = band > STP_BAND_R2;
      g_array_append_val (sittings, sitting);
    }
  g_array_sort (sittings, compare_sittings);
  return sittings;
}

/* After twelve sessions in a row, or six deeper ones, four weeks. */
void
naive_add_rest (StpDiary *diary, const StpQuestion *question, GArray *windows)
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

/* In the bands where the clinic decides its word ends a hold, but never shortens the method. */
static gint64
end_of_window (StpSession *session, const StpRule *rule, StpBand band, gint64 end, gint64 hours)
{
  const StpInstant unknown = { .us = STP_TIME_UNSET };
  gint64 released;

  if (!(rule->clinic & STP_BIT (band)) || session->place != STP_PLACE_CLINIC ||
      session->released == STP_DAY_UNSET)
    return end + hours;
  released = naive_moment (unknown, session->released, session->zone, TRUE);
  return MAX (stp_rule_is_method (rule) ? end + hours : end, released);
}

/* And for as long as the skin is still sore. */
gint64
naive_end_of_hold (StpDiary *diary,
                   StpSession *session,
                   const StpRule *rule,
                   StpBand band,
                   gint64 end,
                   gint64 hours)
{
  return naive_put_off (diary, session, end, end_of_window (session, rule, band, end, hours));
}

/* What light has to wait for. */
void
naive_add_session_before_light (StpDiary *diary,
                                const StpQuestion *question,
                                StpSession *session,
                                GArray *windows)
{
  StpDeviceKind lamp = naive_kind_of (diary, question->device);
  const StpRule *rule = stp_rule_find (lamp == STP_DEVICE_LED_RED ? "led.red.after"
                                                                  : "led.blue.after");
  guint64 asked = stp_areas_expand (question->areas);
  gboolean stroke;
  gint64 end = naive_end_of (diary, session, &stroke);
  NaiveWindow window = { rule, stp_record_get_id (session) };
  StpBand band;
  gint64 hours;

  if (naive_is_light (diary, session) ||
      naive_standing_of (session, stroke, question->now) != NAIVE_NEEDLED ||
      !(naive_areas_of_session (diary, session, asked, &band) & asked))
    return;
  hours = stp_rule_get_window (rule, band, stp_diary_get_profile (diary), 2027);
  window.at = naive_moment (session->start, session->on, session->zone, FALSE);
  window.later = end > question->now;
  window.until = naive_end_of_hold (diary, session, rule, band, end, hours);
  g_array_append_val (windows, window);
}
