// SPDX-License-Identifier: GPL-3.0-or-later

/* Planning, moving, cancelling, recording, and what the planner advises. */

#include "config.h"

#include <string.h>

#include "fact-text.h"
#include "rules/stp-planner.h"
#include "rules/stp-rule.h"

#define NOW "2027-03-12T12:00:00Z"
#define RETINOL "product s kind=serum ingredients=\"Aqua, Retinol\""
#define RETINOL_USED RETINOL "; application a product=s at=2027-03-11T20:00:00Z"

static StpTimeline *
load (const char *facts)
{
  return fact_text_load (facts, fact_text_time (NOW));
}

static StpQuestion
question_at (const char *start)
{
  return (StpQuestion) { .start = fact_text_time (start), .now = fact_text_time (NOW) };
}

static void
assert_time (gint64 at, const char *expected)
{
  g_autofree char *text = at == STP_TIME_UNSET ? g_strdup ("-") : stp_time_format_utc (at);

  g_assert_cmpstr (text, ==, expected);
}

static StpSession *
find_session (StpTimeline *timeline, const char *id)
{
  g_autofree char *full = fact_text_id (id);

  return stp_diary_lookup (stp_timeline_get_diary (timeline), STP_RECORD_SESSION, full);
}

/* E2: refused with the reason and the earliest start; at the earliest it is planned. */
static void
test_plan (void)
{
  g_autoptr (StpTimeline) timeline = load (RETINOL_USED);
  StpQuestion question = question_at ("2027-03-13T19:59:59Z");
  g_autoptr (StpSession) refused = NULL;
  g_autoptr (StpSession) planned = NULL;
  g_autoptr (GError) error = NULL;

  refused = stp_planner_plan (timeline, &question, &error);
  g_assert_null (refused);
  g_assert_error (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_IMPOSSIBLE);
  g_assert_cmpstr (error->message, ==,
                   "Not before tomorrow 21:00. s (retinol) was used yesterday 21:00; 48 hours must "
                   "pass. The earliest start is tomorrow 21:00.");
  g_assert_null (stp_timeline_get_next_session (timeline));

  question.start += STP_SECOND;
  planned = stp_planner_plan (timeline, &question, NULL);
  g_assert_true (stp_timeline_get_next_session (timeline) == planned);
  g_assert_cmpint (planned->state, ==, STP_SESSION_PLANNED);
  g_assert_cmpuint (planned->areas->len, ==, 7);
  g_assert_nonnull (planned->head);
}

/* E2: a routine is paused by a plan and does not stand in its way; nor does a warning. */
static void
test_plan_over_routine (void)
{
  g_autoptr (StpTimeline) timeline = load (
    RETINOL
    " routine='{\"when\":[\"evening\"]}'; product v kind=serum ingredients=\"Aqua, Ascorbyl "
    "Glucoside, Glycerin\"; application a product=v at=2027-03-12T11:00:00Z");
  StpQuestion question = question_at ("2027-03-12T20:00:00Z");
  g_autoptr (StpSession) planned = stp_planner_plan (timeline, &question, NULL);

  g_assert_nonnull (planned);
}

static void
test_plan_without_device (void)
{
  g_autoptr (StpTimeline) timeline = load ("device other kind=pen name=Pen");
  StpQuestion question = question_at ("2027-03-12T20:00:00Z");
  g_autoptr (StpSession) planned = NULL;
  g_autoptr (GError) error = NULL;

  planned = stp_planner_plan (timeline, &question, &error);
  g_assert_error (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_DEVICE);
}

static void
test_undo (void)
{
  g_autoptr (StpTimeline) timeline = load ("");
  StpQuestion question = question_at ("2027-03-12T20:00:00Z");
  g_autoptr (StpSession) planned = stp_planner_plan (timeline, &question, NULL);

  g_assert_nonnull (planned);
  g_assert_true (stp_diary_undo (stp_timeline_get_diary (timeline), NULL));
  g_assert_null (stp_timeline_get_next_session (timeline));
}

static void
test_move (void)
{
  g_autoptr (StpTimeline) timeline = load (
    RETINOL_USED "; session n state=planned start=2027-03-20T20:00:00Z um=250; session c "
                 "state=planned place=clinic start=2027-05-20T20:00:00Z um=250");
  g_autoptr (GError) error = NULL;

  g_assert_false (stp_planner_move (timeline, find_session (timeline, "n"),
                                    fact_text_time ("2027-03-13T19:00:00Z"), &error));
  g_assert_error (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_IMPOSSIBLE);
  g_assert_true (stp_planner_move (timeline, find_session (timeline, "n"),
                                   fact_text_time ("2027-03-18T20:00:00Z"), NULL));
  assert_time (find_session (timeline, "n")->start.us, "2027-03-18T20:00:00Z");
  g_assert_true (stp_planner_move (timeline, find_session (timeline, "c"),
                                   fact_text_time ("2027-03-13T19:00:00Z"), NULL));
}

/* What is over is recorded, not planned: whoever asks, and by whatever way. */
static void
test_past (void)
{
  g_autoptr (StpTimeline) timeline = load (
    "session n state=planned start=2027-03-20T20:00:00Z um=250; session c "
    "state=planned place=clinic start=2027-05-20T20:00:00Z um=250");
  StpQuestion question = question_at ("2027-03-12T11:58:59Z");
  g_autoptr (StpSession) planned = NULL, late = NULL;
  g_autoptr (GError) error = NULL;

  late = stp_planner_plan (timeline, &question, &error);
  g_assert_error (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_IMPOSSIBLE);
  g_assert_cmpstr (error->message, ==, "This time is over. Choose a later one.");
  g_assert_false (stp_planner_move (timeline, find_session (timeline, "n"), question.start, NULL));
  assert_time (find_session (timeline, "n")->start.us, "2027-03-20T20:00:00Z");

  question.start = fact_text_time ("2027-03-12T11:59:00Z");
  planned = stp_planner_plan (timeline, &question, NULL);
  g_assert_nonnull (planned);
  g_assert_true (stp_planner_move (timeline, find_session (timeline, "c"),
                                   fact_text_time ("2027-03-11T20:00:00Z"), NULL));
}

/* While a session is dragged: what is over and what facts forbid is refused; the time of day stays,
 * across daylight saving too (E10). */
static void
test_days (void)
{
  g_autoptr (
    StpTimeline) timeline = load (RETINOL_USED
                                "; session n state=planned start=2027-03-20T20:00:00Z um=250");
  StpSession *session = find_session (timeline, "n");
  GTimeZone *zone = stp_clock_get_zone (stp_diary_get_clock (stp_timeline_get_diary (timeline)));
  guint day = stp_day_of (fact_text_time ("2027-03-11T20:00:00Z"), zone);
  g_autoptr (GArray) days = stp_planner_weigh_days (timeline, session, day, 4);
  static const gboolean refused[] = { TRUE, TRUE, FALSE, FALSE };

  g_assert_cmpuint (days->len, ==, G_N_ELEMENTS (refused));
  for (guint i = 0; i < days->len; i++)
    g_assert_cmpint (g_array_index (days, StpStrength, i) >= STP_DOCTOR, ==, refused[i]);
  assert_time (stp_planner_find_start_on (timeline, session, day), "2027-03-11T20:00:00Z");
  assert_time (stp_planner_find_start_on (timeline, session, day + 20), "2027-03-31T19:00:00Z");
  assert_time (session->start.us, "2027-03-20T20:00:00Z");
}

/* Of a plan that names only its day nobody knows the time: it becomes the usual evening. */
static void
test_start_on_of_bare_day (void)
{
  g_autoptr (StpTimeline) timeline = load ("session n state=planned on=2027-03-20 um=250");
  StpSession *session = find_session (timeline, "n");
  guint day;

  g_assert_true (stp_day_parse ("2027-03-11", &day));
  assert_time (stp_planner_find_start_on (timeline, session, day), "2027-03-11T20:00:00Z");
}

/* The windows that travel along are those that the month shows once it is moved. */
static void
test_plan_pauses (void)
{
  g_autoptr (
    StpTimeline) timeline = load (RETINOL
                                "; session n state=planned start=2027-03-20T20:00:00Z um=250");
  gint64 start = fact_text_time ("2027-03-25T20:00:00Z"), from = start - 30 * STP_DAY_LENGTH;
  g_autoptr (
    StpPlan) plan = stp_planner_preview_move (timeline, find_session (timeline, "n"), start,
                                            STP_MOVE_THIS, NULL);
  g_autoptr (GPtrArray) before = stp_planner_list_plan_pauses (timeline, plan, from,
                                                    from + 60 * STP_DAY_LENGTH);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpuint (before->len, >, 0);
  g_assert_true (stp_planner_apply (timeline, plan, NULL));
  after = stp_timeline_list_pauses (timeline, from, from + 60 * STP_DAY_LENGTH);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < before->len; i++)
    {
      const StpPause *one = g_ptr_array_index (before, i);
      const StpPause *other = g_ptr_array_index (after, i);

      g_assert_true (one->rule == other->rule);
      g_assert_cmpint (one->from, ==, other->from);
      g_assert_cmpint (one->to, ==, other->to);
    }
}

static void
test_cancel (void)
{
  g_autoptr (
    StpTimeline) timeline = load ("session n state=planned start=2027-03-20T20:00:00Z um=250");
  g_autoptr (GError) error = NULL;

  g_assert_true (stp_planner_cancel (timeline, find_session (timeline, "n"), NULL));
  g_assert_cmpint (find_session (timeline, "n")->state, ==, STP_SESSION_CANCELLED);
  g_assert_false (stp_planner_move (timeline, find_session (timeline, "n"),
                                    fact_text_time ("2027-03-25T20:00:00Z"), &error));
  g_assert_error (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_STATE);
}

/* E4: what happened is recorded whatever it breaks, and counts from then on. */
static void
test_record (void)
{
  g_autoptr (StpTimeline) timeline = load (RETINOL_USED);
  g_autoptr (StpSession) draft = stp_record_new (STP_RECORD_SESSION);
  StpQuestion question = question_at ("2027-03-14T20:00:00Z");
  g_autoptr (StpVerdict) before = stp_timeline_judge (timeline, &question);
  g_autoptr (StpVerdict) after = NULL;

  draft->state = STP_SESSION_DONE;
  draft->place = STP_PLACE_HOME;
  draft->purpose = STP_PURPOSE_FULL;
  draft->start = (StpInstant) { .us = fact_text_time ("2027-03-12T08:00:00Z") };
  g_assert_true (stp_planner_record (timeline, draft, NULL));

  after = stp_timeline_judge (timeline, &question);
  g_assert_cmpint (before->strength, ==, STP_ALLOWED);
  g_assert_cmpint (after->strength, ==, STP_BLOCK);
  g_assert_true (stp_timeline_get_last_session (timeline) == draft);
}

static void
assert_evening (const char *facts, const char *earliest, const char *expected)
{
  g_autoptr (StpTimeline) timeline = load (facts);
  StpQuestion question = question_at (NOW);

  assert_time (stp_planner_find_evening (timeline, &question, fact_text_time (earliest)), expected);
}

/* By the wall clock: 21:00 in Berlin is 20:00 in UTC in winter and 19:00 in summer. */
static void
test_evening (void)
{
  assert_evening ("", "2027-03-12T19:59:59Z", "2027-03-12T20:00:00Z");
  assert_evening ("", "2027-03-12T20:00:00Z", "2027-03-12T20:00:00Z");
  assert_evening ("", "2027-03-12T20:00:01Z", "2027-03-13T20:00:00Z");
  assert_evening ("", "2027-03-27T21:00:00Z", "2027-03-28T19:00:00Z");
  assert_evening ("profile times='{\"evening\":\"19:30\"}'", "2027-03-12T12:00:00Z",
                  "2027-03-12T18:30:00Z");
  assert_evening (RETINOL_USED, "2027-03-12T12:00:00Z", "2027-03-13T20:00:00Z");
  assert_evening ("session n state=planned start=2027-03-13T20:00:00Z um=250",
                  "2027-03-12T12:00:00Z", "2027-03-17T20:00:00Z");
}

static void
assert_due (const char *facts, int needle_um, StpPurpose expected)
{
  g_autoptr (StpTimeline) timeline = load (facts);

  g_assert_cmpint (stp_planner_get_due_purpose (timeline, needle_um), ==, expected);
}

/* E9: a patch test before the first session and before each new length. */
static void
test_due_purpose (void)
{
  assert_due ("", 250, STP_PURPOSE_PATCH);
  assert_due ("session n state=planned start=2027-03-11T08:00:00Z um=250", 250, STP_PURPOSE_PATCH);
  assert_due ("session n state=done start=2027-03-01T08:00:00Z um=250", 250, STP_PURPOSE_FULL);
  assert_due ("session n state=done start=2027-03-01T08:00:00Z um=250", 500, STP_PURPOSE_PATCH);
  assert_due ("session n state=done device=roller head=head start=2027-03-01T08:00:00Z", 250,
              STP_PURPOSE_FULL);
  assert_due ("session n state=done place=clinic start=2027-03-01T08:00:00Z um=1500", 250,
              STP_PURPOSE_PATCH);
}

/* E12: retinol, off 48 h before and 48 h after needles of 0.25 mm. */
static void
test_rhythm (void)
{
  g_autoptr (
    StpTimeline) timeline = load (RETINOL "; product c kind=cream ingredients=\"Aqua, Glycerin\"");
  StpQuestion question = question_at (NOW);
  g_autoptr (GPtrArray) off = NULL;
  g_autoptr (GPtrArray) usable = NULL;

  question.needle_um = 250;
  off = stp_planner_list_off_throughout (timeline, &question, 96 * STP_HOUR);
  usable = stp_planner_list_off_throughout (timeline, &question, 96 * STP_HOUR + 1);
  g_assert_cmpuint (off->len, ==, 1);
  g_assert_cmpuint (usable->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  g_test_add_func ("/rules/E2/plan", test_plan);
  g_test_add_func ("/rules/E2/plan-over-routine", test_plan_over_routine);
  g_test_add_func ("/rules/planner/without-device", test_plan_without_device);
  g_test_add_func ("/rules/planner/start-on-of-bare-day", test_start_on_of_bare_day);
  g_test_add_func ("/rules/planner/undo", test_undo);
  g_test_add_func ("/rules/planner/move", test_move);
  g_test_add_func ("/rules/planner/past", test_past);
  g_test_add_func ("/rules/planner/days", test_days);
  g_test_add_func ("/rules/planner/plan-pauses", test_plan_pauses);
  g_test_add_func ("/rules/planner/cancel", test_cancel);
  g_test_add_func ("/rules/E4/record", test_record);
  g_test_add_func ("/rules/planner/evening", test_evening);
  g_test_add_func ("/rules/E9/due-purpose", test_due_purpose);
  g_test_add_func ("/rules/E12/rhythm", test_rhythm);
  return g_test_run ();
}
