// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-facts-private.h"
#include "rules/stp-timeline.h"

/* By how much what waits is put off while the skin is still red or sore; clinical rules, section 3.
 */
#define STEP STP_DAY_LENGTH

static gboolean
is_led (StpFacts *facts, StpSession *session)
{
  StpDevice *device = NULL;

  if (session->treatment == STP_TREATMENT_LED_RED || session->treatment == STP_TREATMENT_LED_BLUE)
    return TRUE;
  if (session->treatment != 0 || !session->device)
    return FALSE;
  device = stp_diary_lookup (facts->diary, STP_RECORD_DEVICE, session->device);
  return device && (STP_BIT (device->kind) & STP_DEVICES_LIGHT);
}

static gboolean
is_rf (StpFacts *facts, StpSession *session)
{
  StpDevice *device = NULL;

  if (session->treatment == STP_TREATMENT_RF)
    return TRUE;
  if (session->device)
    device = stp_diary_lookup (facts->diary, STP_RECORD_DEVICE, session->device);
  return device && device->kind == STP_DEVICE_RF;
}

static GPtrArray *
steps_of (StpFacts *facts, StpSession *session)
{
  return g_hash_table_lookup (facts->steps, stp_record_get_id (session));
}

/* The last instant that a step records, and whether one of them is a stroke. */
static gint64
read_steps (GPtrArray *steps, gint64 *first_stroke)
{
  gint64 last = STP_TIME_UNSET;

  *first_stroke = STP_TIME_UNSET;
  for (guint i = 0; steps && i < steps->len; i++)
    {
      StpStep *step = g_ptr_array_index (steps, i);
      gint64 at = step->at.us != STP_TIME_UNSET ? step->at.us : step->done_at.us;

      last = MAX (last, MAX (at, step->done_at.us));
      if (step->step == STP_STEP_NEEDLE && at != STP_TIME_UNSET)
        *first_stroke = *first_stroke == STP_TIME_UNSET ? at : MIN (*first_stroke, at);
    }
  return last;
}

/* Start and end, each at its unfavourable side where only the day is known. */
static void
reckon_times (StpSitting *self, gint64 last_step, gint64 first_stroke)
{
  StpSession *session = self->session;

  if (session->start.us != STP_TIME_UNSET)
    {
      self->start = session->start.us;
      self->end = stp_facts_add (self->start, STP_USUAL_LENGTH);
    }
  else if (session->on != STP_DAY_UNSET)
    {
      self->start = stp_facts_day_begin (session->on, session->zone);
      self->end = stp_facts_day_end (session->on, session->zone);
    }
  else
    self->start = first_stroke;

  if (session->end.us != STP_TIME_UNSET && session->end.us >= self->start)
    self->end = session->end.us;
  else if (last_step != STP_TIME_UNSET && last_step >= self->start)
    self->end = last_step;

  /* Nobody knows when it began, but it did not begin at the beginning of time. */
  if (self->start == STP_TIME_UNSET && self->end != STP_TIME_UNSET)
    self->start = self->end - STP_USUAL_LENGTH;
}

static void
reckon_state (StpSitting *self, gboolean stroke)
{
  StpSession *session = self->session;

  if (stroke)
    self->needled = TRUE;
  else if (session->hidden || session->state == STP_SESSION_CANCELLED)
    return;
  else if (session->state == STP_SESSION_PLANNED || session->state == STP_SESSION_IN_PROGRESS)
    self->planned = self->start != STP_TIME_UNSET;
  else
    self->needled = TRUE;
}

static int
length_of_head (StpFacts *facts, StpSession *session)
{
  StpHead *head = NULL;

  if (session->head)
    head = stp_diary_lookup (facts->diary, STP_RECORD_HEAD, session->head);
  return head && head->needle_um != STP_UNSET ? head->needle_um : 0;
}

static void
set_band (StpSitting *self, guint64 areas, StpBand band)
{
  areas = stp_areas_expand (areas);
  for (guint area = STP_AREA_FACE; area <= STP_AREA_OTHER; area++)
    if (areas & STP_BIT (area))
      {
        self->bands[area] = self->areas & STP_BIT (area) ? MAX (self->bands[area], band) : band;
        self->areas |= STP_BIT (area);
      }
}

static void
reckon_areas (StpSitting *self, StpFacts *facts)
{
  StpSession *session = self->session;
  int head_um = length_of_head (facts, session);
  gboolean rf = is_rf (facts, session);

  for (guint i = 0; session->areas && i < session->areas->len; i++)
    {
      StpSessionArea *area = g_ptr_array_index (session->areas, i);
      int needle_um = area->needle_um != STP_UNSET ? area->needle_um : head_um;

      /* A name that only a newer version knows may be any skin. */
      self->needle_um = MAX (self->needle_um, needle_um);
      set_band (self, area->area > 0 ? STP_BIT (area->area) : G_MAXUINT64,
                rf ? STP_BAND_RF : stp_band_from_length (needle_um));
    }

  if (self->areas > 0)
    return;
  self->needle_um = head_um;
  set_band (self, STP_BIT (STP_AREA_FACE), rf ? STP_BAND_RF : stp_band_from_length (head_um));
}

/* A bare day, so judged wherever on Earth it ends last unless the zone is known. */
static gint64
reckon_release (StpSession *session)
{
  if (session->place != STP_PLACE_CLINIC || session->released == STP_DAY_UNSET)
    return STP_TIME_UNSET;
  return stp_facts_day_end (session->released, session->zone);
}

static int
year_of (gint64 at)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc_usec (at);

  return date ? g_date_time_get_year (date) : 0;
}

/* %NULL if the session punctures nothing: LED has rules of its own (E7), but not after a stroke
 * (E13). */
StpSitting *
stp_sitting_new (StpFacts *facts, StpSession *session)
{
  StpSitting *self;
  gint64 first_stroke, last_step;

  last_step = read_steps (steps_of (facts, session), &first_stroke);
  if (first_stroke == STP_TIME_UNSET && is_led (facts, session))
    return NULL;

  self = g_new0 (StpSitting, 1);
  self->session = g_object_ref (session);
  self->looks = g_array_new (FALSE, FALSE, sizeof (StpLook));
  self->start = self->end = STP_TIME_UNSET;
  reckon_times (self, last_step, first_stroke);
  self->year = year_of (self->end);
  reckon_state (self, first_stroke != STP_TIME_UNSET);
  reckon_areas (self, facts);
  self->released = reckon_release (session);
  self->holds_skin = session->purpose != STP_PURPOSE_PATCH;
  return self;
}

void
stp_sitting_free (StpSitting *self)
{
  g_array_unref (self->looks);
  g_object_unref (self->session);
  g_free (self);
}

/* Whether it holds anything as of @now: it happened, or it may yet. */
gboolean
stp_sitting_counts (const StpSitting *self, gint64 now)
{
  /* Of a bare day nobody knows when it would have begun. */
  gint64 begin = self->session->start.us != STP_TIME_UNSET ? self->start : self->end;

  if (self->needled)
    return TRUE;
  return self->planned && now < stp_facts_add (begin, STP_PLAN_LIFE);
}

/* In the bands where the clinic decides, its word ends the hold; never one of the method (E6). */
static gint64
get_window_end (const StpSitting *self, const StpRule *rule, StpBand band, gint64 window)
{
  gint64 until = stp_facts_add (self->end, window);

  if (!(rule->clinic & STP_BIT (band)) || self->released == STP_TIME_UNSET)
    return until;
  if (stp_rule_is_method (rule))
    return MAX (until, self->released);
  return MAX (self->end, self->released);
}

/*
 * stp_sitting_put_off:
 * @end: when a window after this session ends
 * @longer: (out): a check-in puts it off
 *
 * Clinical rules, section 3: "If still red/sore at the end of a window, extend 24 h steps". So a
 * check-in of sore skin puts off what still waits, or was back for less than a step, by whole steps
 * until one has passed since; one of skin that is neither ends that. What waits for less than a day
 * ends while redness is expected of everybody, and is never put off.
 *
 * Returns: when it is over
 */
gint64
stp_sitting_put_off (const StpSitting *self, gint64 end, gboolean *longer)
{
  gint64 until = end;

  *longer = FALSE;
  if (end < stp_facts_add (self->end, STEP))
    return end;
  for (guint i = 0; i < self->looks->len; i++)
    {
      const StpLook *look = &g_array_index (self->looks, StpLook, i);

      if (look->at >= stp_facts_add (until, STEP))
        break;
      if (!look->sore)
        until = MAX (end, MIN (until, look->at));
      while (look->sore && until < stp_facts_add (look->at, STEP))
        until = stp_facts_add (until, STEP);
    }
  *longer = until > end;
  return until;
}

/*
 * stp_sitting_get_hold_end:
 * @window: how long the rule holds at that depth
 * @longer: (out): a check-in puts it off
 *
 * Returns: when what waits for this session need not wait any more
 */
gint64
stp_sitting_get_hold_end (const StpSitting *self,
                          const StpRule *rule,
                          StpBand band,
                          gint64 window,
                          gboolean *longer)
{
  return stp_sitting_put_off (self, get_window_end (self, rule, band, window), longer);
}

/* From which on no rule holds for longer than its own hours. */
gint64
stp_sitting_get_latest_end (const StpSitting *self)
{
  gint64 latest = self->end == STP_TIME_UNSET ? G_MAXINT64 : MAX (self->end, self->released);

  for (guint i = 0; i < self->looks->len; i++)
    latest = MAX (latest, stp_facts_add (g_array_index (self->looks, StpLook, i).at, 2 * STEP));
  return latest;
}

/* The deepest band on @areas, which are expanded. */
StpBand
stp_sitting_get_band (const StpSitting *self, guint64 areas)
{
  StpBand band = STP_BAND_R2;

  for (guint area = STP_AREA_FACE; area <= STP_AREA_OTHER; area++)
    if (areas & self->areas & STP_BIT (area))
      band = MAX (band, self->bands[area]);
  return band;
}
