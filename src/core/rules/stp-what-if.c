// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rules/stp-what-if.h"

#include <glib/gi18n-lib.h>

#include "rules/stp-plan-private.h"
#include "rules/stp-words.h"

void
stp_what_if_free (StpWhatIf *self)
{
  g_clear_object (&self->session);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* As if it were then already: what is used later than now would block everything (E10). */
static StpQuestion
ask_at (StpTimeline *timeline, StpSession *session, gint64 at)
{
  StpQuestion question = { 0 };

  if (session)
    question = stp_plan_ask_about (timeline, session);
  question.start = MAX (at, question.start);
  question.now = at;
  return question;
}

/* Only the derived facts learn of the use, and only for one question: nobody is told, nothing is
 * saved. A copy of the diary would cost as much as its age. */
static StpVerdict *
judge_with_use (StpTimeline *timeline, const StpQuestion *question, const char *product)
{
  StpShelfItem *item = stp_facts_get_item (stp_timeline_get_facts (timeline), product);
  g_autoptr (StpApplication) use = stp_record_new (STP_RECORD_APPLICATION);
  StpVerdict *verdict;

  use->product = g_strdup (product);
  use->at.us = question->now;
  stp_shelf_item_add (item, use);
  verdict = stp_timeline_judge (timeline, question);
  stp_shelf_item_remove (item, use);
  return verdict;
}

static const char *
find_reason (StpVerdict *verdict, const char *product)
{
  for (guint i = 0; i < verdict->reasons->len; i++)
    {
      StpReason *reason = verdict->reasons->pdata[i];

      if (reason->subject_type == STP_RECORD_PRODUCT && reason->strength >= STP_WARN &&
          g_strcmp0 (reason->subject, product) == 0)
        return stp_reason_get_text (reason);
    }
  return NULL;
}

static char *
dup_words (StpTimeline *timeline, gint64 moment)
{
  StpClock *clock = stp_diary_get_clock (stp_timeline_get_diary (timeline));

  return stp_words_moment (moment, stp_clock_get_now (clock), stp_clock_get_zone (clock));
}

static void
tell_moved (StpWhatIf *self, StpTimeline *timeline)
{
  g_autofree char *start = self->session ? dup_words (timeline, self->session->start.us) : NULL;
  g_autofree char *earliest = self->earliest != STP_TIME_UNSET
                                ? dup_words (timeline, self->earliest)
                                : NULL;

  if (start)
    g_ptr_array_add (self->lines,
                     /* Translators: %s is a moment, as in "Saturday 21:00" */
                     g_strdup_printf (_ ("The session %s would have to move."), start));
  if (earliest)
    g_ptr_array_add (self->lines,
                     /* Translators: %s is a moment, as in "Saturday 21:00" */
                     g_strdup_printf (_ ("The earliest start would be %s."), earliest));
}

static void
tell_pause (StpWhatIf *self, StpTimeline *timeline, const char *product)
{
  g_autoptr (StpPause) pause = stp_timeline_dup_pause_at (timeline, product, self->at);

  if (pause && pause->strength >= STP_WARN)
    g_ptr_array_add (self->lines, g_strdup (pause->text));
}

static void
tell (StpWhatIf *self, StpTimeline *timeline, StpVerdict *after, const char *product)
{
  const char *reason = find_reason (after, product);

  tell_pause (self, timeline, product);
  if (self->moves)
    tell_moved (self, timeline);
  if (reason)
    g_ptr_array_add (self->lines,
                     /* Translators: %s is the whole sentence that the start gate would show */
                     g_strdup_printf (_ ("Stipple would then say: “%s”"), reason));
  if (self->lines->len == 0)
    g_ptr_array_add (self->lines, g_strdup (_ ("Nothing would move.")));
}

/* The session that could have to move: a clinic's date is never refused (E2). */
static StpSession *
find_session (StpTimeline *timeline)
{
  StpSession *next = stp_timeline_get_next_session (timeline);

  if (!next || next->start.us == STP_TIME_UNSET || next->place == STP_PLACE_CLINIC)
    return NULL;
  return next;
}

/**
 * stp_what_if_used:
 * @product: id of a product of the diary
 * @at: when it would be used, UTC microseconds, not before now
 *
 * What would move if the product were used then. Nothing is saved and nobody is told.
 *
 * Returns: (transfer full): what would move, in words
 */
StpWhatIf *
stp_what_if_used (StpTimeline *timeline, const char *product, gint64 at)
{
  StpWhatIf *self = g_new0 (StpWhatIf, 1);
  StpSession *session = find_session (timeline);
  const StpQuestion question = ask_at (timeline, session, at);
  g_autoptr (StpVerdict) before = stp_timeline_judge (timeline, &question);
  g_autoptr (StpVerdict) after = judge_with_use (timeline, &question, product);

  self->at = at;
  g_set_object (&self->session, session);
  self->earliest = after->earliest;
  self->moves = session ? before->plan < STP_DOCTOR && after->plan >= STP_DOCTOR
                        : after->earliest != before->earliest;
  self->lines = g_ptr_array_new_with_free_func (g_free);
  tell (self, timeline, after, product);
  return self;
}
