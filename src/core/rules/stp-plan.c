// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-plan-private.h"

#define MINUTES_A_DAY (24 * 60)

StpPlan *
stp_plan_new (const char *label, GTimeZone *zone)
{
  StpPlan *self = g_new0 (StpPlan, 1);

  self->label = label;
  self->sessions = g_ptr_array_new_with_free_func (g_object_unref);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->zone = g_time_zone_ref (zone);
  return self;
}

void
stp_plan_free (StpPlan *self)
{
  g_clear_object (&self->course);
  g_ptr_array_unref (self->sessions);
  g_array_unref (self->offsets);
  g_time_zone_unref (self->zone);
  g_free (self);
}

/* @draft: (transfer full): comes last; @offset: as the wall clock counts from the first session */
void
stp_plan_add (StpPlan *self, StpSession *draft, gint64 offset)
{
  g_ptr_array_add (self->sessions, draft);
  g_array_append_val (self->offsets, offset);
}

/**
 * stp_plan_get_start:
 *
 * Returns: when the first session would start, UTC microseconds
 */
gint64
stp_plan_get_start (const StpPlan *self)
{
  StpSession *first = g_ptr_array_index (self->sessions, 0);

  return first->start.us;
}

/**
 * stp_plan_is_refused:
 *
 * Returns: whether recorded facts make it impossible (E2)
 */
gboolean
stp_plan_is_refused (const StpPlan *self)
{
  return self->strength >= STP_DOCTOR;
}

/* What the wall clock shows at @at, counted as if there were no zones. */
gint64
stp_plan_get_wall (const StpPlan *self, gint64 at)
{
  return at + stp_instant_local (at, self->zone).offset * STP_MINUTE;
}

/* Of the first session, in minutes after midnight. */
int
stp_plan_get_minute (const StpPlan *self)
{
  gint64 of_day = stp_plan_get_wall (self, stp_plan_get_start (self)) % STP_DAY_LENGTH;

  return (int) ((of_day < 0 ? of_day + STP_DAY_LENGTH : of_day) / STP_MINUTE);
}

/*
 * Puts the first session at @start and the others as far after it as the wall clock says: across
 * daylight saving their time of day stays (E10).
 */
void
stp_plan_lay (StpPlan *self, gint64 start)
{
  StpSession *first = g_ptr_array_index (self->sessions, 0);
  guint day = stp_day_of (start, self->zone);
  gint64 minute;

  first->start = stp_instant_local (start, self->zone);
  minute = stp_plan_get_minute (self);
  for (guint i = 1; i < self->sessions->len; i++)
    {
      StpSession *session = g_ptr_array_index (self->sessions, i);
      gint64 after = minute + g_array_index (self->offsets, gint64, i) / STP_MINUTE;
      guint then = day + (guint) (after / MINUTES_A_DAY);
      gint64 at = stp_day_at (then, (int) (after % MINUTES_A_DAY), self->zone);

      session->start = stp_instant_local (at, self->zone);
    }
}

static void
free_sitting (gpointer sitting)
{
  g_clear_pointer ((StpSitting **) &sitting, stp_sitting_free);
}

/* The drafts as they would count; light counts as nothing (E7). */
GPtrArray *
stp_plan_list_sittings (const StpPlan *self, StpTimeline *timeline)
{
  GPtrArray *sittings = g_ptr_array_new_with_free_func (free_sitting);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      StpSitting *sitting = stp_sitting_new (stp_timeline_get_facts (timeline),
                                             g_ptr_array_index (self->sessions, i));

      if (sitting)
        g_ptr_array_add (sittings, sitting);
    }
  return sittings;
}

/* The question that a session is the answer to; it borrows from that session. */
StpQuestion
stp_plan_ask_about (StpTimeline *timeline, StpSession *session)
{
  StpClock *clock = stp_diary_get_clock (stp_timeline_get_diary (timeline));
  StpQuestion question = { .start = session->start.us,
                           .now = stp_clock_get_now (clock),
                           .device = session->device,
                           .purpose = session->purpose,
                           .ignore_session = stp_record_get_id (session) };

  stp_question_read_areas (&question, session);
  stp_timeline_resolve_question (timeline, &question, NULL);
  return question;
}

/* The question that a session of it is the answer to. */
StpQuestion
stp_plan_ask (const StpPlan *self, StpTimeline *timeline, guint position)
{
  return stp_plan_ask_about (timeline, g_ptr_array_index (self->sessions, position));
}

/* May that session be, with all the others where they would be? */
StpInquiry
stp_plan_inquire (const StpPlan *self, StpTimeline *timeline, guint position, GPtrArray *sittings)
{
  StpQuestion question = stp_plan_ask (self, timeline, position);
  StpInquiry inquiry = stp_timeline_inquire (timeline, &question);

  inquiry.instead = sittings;
  return inquiry;
}

/* A clinic's date is never refused (E2). */
void
stp_plan_weigh (StpPlan *self, StpTimeline *timeline)
{
  g_autoptr (GPtrArray) sittings = stp_plan_list_sittings (self, timeline);

  self->strength = STP_ALLOWED;
  self->refused = 0;
  for (guint i = 0; i < self->sessions->len; i++)
    {
      StpSession *session = g_ptr_array_index (self->sessions, i);
      StpInquiry inquiry = stp_plan_inquire (self, timeline, i, sittings);
      StpStrength strength = STP_ALLOWED;

      if (session->place != STP_PLACE_CLINIC)
        strength = stp_inquiry_weigh (&inquiry, STP_HOLDS_PLAN);
      if (strength >= STP_DOCTOR && self->strength < STP_DOCTOR)
        self->refused = i;
      self->strength = MAX (self->strength, strength);
    }
}
