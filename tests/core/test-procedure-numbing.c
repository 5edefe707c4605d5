// SPDX-License-Identifier: GPL-3.0-or-later

/* Numbing cream within a session: how strong, how long, for whom, and how often; clinical rules,
 * section 2.1. */

#include "config.h"

#include "fact-text.h"
#include "procedure-walk.h"

#define START "2027-03-10T20:00:00Z"
#define SESSION                                                                                    \
  "session s purpose=full place=home device=roller um=250 on-areas=cheeks,chin start=" START
#define ANSWER(question, answer)                                                                   \
  "\"" question "\":{\"modified\":\"2027-01-01T00:00:00.000000Z\",\"answer\":\"" answer            \
  "\",\"on\":\"2027-01-01\"}"
#define CLEARED                                                                                    \
  "clearances='{\"q.preg\":{\"modified\":\"2027-01-01T00:00:00.000000Z\","                         \
  "\"on\":\"2027-01-01\",\"until\":\"2027-12-31\"}}'"
#define GATE "gate g session=s at=" START

static void
set_time (StpTimeline *timeline, const char *time)
{
  stp_clock_set_fixed (stp_diary_get_clock (stp_timeline_get_diary (timeline)),
                       fact_text_time (time));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Numbing cream that was put on must be washed off. */
static void
test_skip_not_once_begun (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (SESSION " state=in-progress; " GATE,
                                          fact_text_time (START));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4; i++)
    procedure_walk_complete (procedure, NULL);
  procedure_walk_begin (procedure);
  g_assert_false (stp_procedure_skip_step (procedure, &error));
  g_assert_error (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_STATE);
  procedure_walk_complete (procedure, NULL);
  g_assert_cmpint (stp_procedure_get_step (procedure, 5)->kind, ==, STP_STEP_WASH_OFF);
  g_assert_cmpuint (stp_procedure_get_current (procedure), ==, 5);
}

static void
expect_numbing (StpProcedure *procedure, int permille, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (stp_procedure_begin_numbing (procedure, permille, &error));
  g_assert_error (error, STP_PROCEDURE_ERROR, code);
}

/* Clinical rules, section 2.1: at most 4 % lidocaine, and nobody guesses. */
static void
test_numbing_strength (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (SESSION " state=in-progress; " GATE,
                                          fact_text_time (START));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (GError) error = NULL;

  expect_numbing (procedure, 40, STP_PROCEDURE_ERROR_STATE);
  for (guint i = 0; i < 4; i++)
    procedure_walk_complete (procedure, NULL);
  expect_numbing (procedure, 0, STP_PROCEDURE_ERROR_INVALID);
  expect_numbing (procedure, 41, STP_PROCEDURE_ERROR_INVALID);
  g_assert_false (stp_procedure_begin_step (procedure, &error));
  g_assert_error (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_STATE);
  procedure_walk_begin (procedure);
}

/* Clinical rules, sections 2.1 and 5: for whom it is not, the step is not there, and says why. */
static void
test_numbing_barred (gconstpointer bar)
{
  g_autofree char *facts = g_strdup_printf ("profile %s; " SESSION " state=in-progress; " GATE,
                                            (const char *) bar);
  g_autoptr (StpTimeline) timeline = fact_text_load (facts, fact_text_time (START));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autofree char *steps = procedure_walk_describe (procedure);

  g_assert_cmpstr (steps, ==,
                   "disinfect wash dry inspect needle:cheeks needle:chin rinse care "
                   "disinfect-after rate");
  g_assert_cmpstr (stp_procedure_get_step (procedure, 3)->note, ==,
                   stp_procedure_get_numbing_objection (procedure, 40));
  g_assert_nonnull (stp_procedure_get_step (procedure, 3)->note);
  for (guint i = 0; i < 3; i++)
    procedure_walk_complete (procedure, NULL);
  expect_numbing (procedure, 40, STP_PROCEDURE_ERROR_STATE);
}

/* Cream that is on has to be washed off, whatever was answered meanwhile. */
static void
test_numbing_barred_too_late (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (
    "profile answers='{" ANSWER ("q.allergy",
                                 "yes") "}'; " SESSION " state=in-progress; " GATE
                                        "; step n session=s step=numb at=2027-03-10T20:00:00Z",
    fact_text_time (START));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autofree char *steps = procedure_walk_describe (procedure);

  g_assert_cmpstr (steps, ==,
                   "disinfect wash dry inspect numb wash-off dry inspect needle:cheeks needle:chin "
                   "rinse care disinfect-after rate");
}

/* One application a day: a gate that was asked again offers no second one. */
static void
test_numbing_once_a_day (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (
    SESSION " state=in-progress; " GATE "; step n session=s step=numb at=2027-03-10T20:10:00Z "
            "done_at=2027-03-10T20:40:00Z; gate h session=s at=2027-03-10T22:30:00Z",
    fact_text_time ("2027-03-10T22:31:00Z"));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autofree char *steps = procedure_walk_describe (procedure);

  g_assert_cmpstr (steps, ==,
                   "disinfect wash dry inspect needle:cheeks needle:chin rinse care "
                   "disinfect-after rate");
}

/* Whichever product and wherever: it is in the blood. */
static void
test_numbing_used_today (void)
{
  static const struct
  {
    const char *at;
    gboolean offered;
  } cases[] = {
    { "2027-03-09T19:59:59Z", TRUE },
    { "2027-03-09T20:00:00Z", FALSE },
    { "2027-03-10T19:00:00Z", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *facts = g_strdup_printf (
        SESSION " state=in-progress; " GATE "; product n kind=serum ingredients=\"Lidocaine, Aqua\""
                "; application a product=n at=%s",
        cases[i].at);
      g_autoptr (StpTimeline) timeline = fact_text_load (facts, fact_text_time (START));
      g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
      g_autofree char *steps = procedure_walk_describe (procedure);

      g_assert_cmpint (strstr (steps, "numb") != NULL, ==, cases[i].offered);
      g_assert_cmpint (stp_procedure_get_numbing_objection (procedure, 40) == NULL, ==,
                       cases[i].offered);
    }
}

/* Clinical rules, section 2.1: "face zone only". */
static void
test_numbing_face_only (void)
{
  static const struct
  {
    const char *areas;
    gboolean offered;
  } cases[] = { { "neck", FALSE }, { "neck,chest", FALSE }, { "neck,chin", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *facts = g_strdup_printf (
        "session s purpose=full place=home device=roller um=250 on-areas=%s start=" START
        " state=in-progress; " GATE,
        cases[i].areas);
      g_autoptr (StpTimeline) timeline = fact_text_load (facts, fact_text_time (START));
      g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
      g_autofree char *steps = procedure_walk_describe (procedure);

      g_assert_cmpint (strstr (steps, "numb") != NULL, ==, cases[i].offered);
    }
}

/* Over 90 minutes: not today. The clock tells, also if the computer slept. */
static void
test_numbing_not_today (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (
    SESSION " state=in-progress; " GATE "; step n session=s step=numb at=2027-03-10T20:10:00Z",
    fact_text_time ("2027-03-10T21:40:00Z"));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autofree char *after = NULL;
  StpSession *session;
  guint n = 0;

  for (guint i = 0; i < 4; i++)
    procedure_walk_complete (procedure, NULL);
  g_signal_connect_swapped (procedure, "changed", G_CALLBACK (count_cb), &n);
  g_assert_cmpstr (stp_procedure_get_alert (procedure), ==,
                   "60 minutes are over. Wipe the cream off now.");
  set_time (timeline, "2027-03-10T21:40:00.000001Z");
  g_assert_cmpuint (n, >, 0);
  after = procedure_walk_describe (procedure);
  g_assert_cmpstr (after, ==, "disinfect wash dry inspect numb wash-off");
  procedure_walk_complete (procedure, NULL);
  procedure_walk_complete (procedure, NULL);
  session = stp_diary_peek_record (stp_timeline_get_diary (timeline), STP_RECORD_SESSION, 0);
  g_assert_cmpint (session->state, ==, STP_SESSION_CANCELLED);
}

/* E13: suspended while the cream is on, the cap is said the moment the computer wakes. */
static void
test_numbing_alerts (void)
{
  static const struct
  {
    const char *at, *text;
  } cases[] = {
    { "2027-03-10T20:39:59.999999Z", NULL },
    { "2027-03-10T20:40:00Z", "Time to wipe the cream off." },
    { "2027-03-10T21:10:00Z", "60 minutes are over. Wipe the cream off now." },
    { "2027-03-10T21:50:00Z",
      "The cream was on for over 90 minutes. Wash it off. No needling today." },
  };
  g_autoptr (StpTimeline) timeline = fact_text_load (
    SESSION " state=in-progress; " GATE "; step n session=s step=numb at=2027-03-10T20:10:00Z",
    fact_text_time ("2027-03-10T20:10:00Z"));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_time (timeline, cases[i].at);
      g_assert_cmpstr (stp_procedure_get_alert (procedure), ==, cases[i].text);
    }
}

/* Skin with eczema takes more of it up: 15 to 30 minutes. */
static void
test_numbing_eczema (void)
{
  static const struct
  {
    const char *at, *text;
  } cases[] = {
    { "2027-03-10T20:24:59.999999Z", NULL },
    { "2027-03-10T20:25:00Z", "Time to wipe the cream off." },
    { "2027-03-10T20:40:00Z", "30 minutes are over. Wipe the cream off now." },
  };
  g_autoptr (StpTimeline) timeline = fact_text_load (
    "profile answers='{" ANSWER ("q.eczema_psor",
                                 "history") "}'; " SESSION " state=in-progress; " GATE
                                            "; step n session=s step=numb at=2027-03-10T20:10:00Z",
    fact_text_time ("2027-03-10T20:10:00Z"));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);

  g_assert_cmpuint (stp_procedure_get_step (procedure, 4)->minutes, ==, 15);
  g_assert_cmpuint (stp_procedure_get_step (procedure, 4)->max_minutes, ==, 30);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_time (timeline, cases[i].at);
      g_assert_cmpstr (stp_procedure_get_alert (procedure), ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/procedure/skip-not-once-begun", test_skip_not_once_begun);
  g_test_add_func ("/procedure/numbing/strength", test_numbing_strength);
  g_test_add_data_func ("/procedure/numbing/heart",
                        "answers='{" ANSWER ("q.heart_liver", "yes") "}'", test_numbing_barred);
  g_test_add_data_func ("/procedure/numbing/breast-feeding",
                        "answers='{" ANSWER ("q.preg", "breastfeeding") "}' " CLEARED,
                        test_numbing_barred);
  g_test_add_data_func ("/procedure/numbing/pregnant",
                        CLEARED "; event e kind=pregnancy at=2027-01-01T20:00:00Z",
                        test_numbing_barred);
  g_test_add_data_func ("/procedure/numbing/allergy", "answers='{" ANSWER ("q.allergy", "yes") "}'",
                        test_numbing_barred);
  g_test_add_data_func ("/procedure/numbing/told-to-avoid",
                        "consultation='{\"modified\":\"2027-01-01T00:00:00.000000Z\","
                        "\"on\":\"2027-01-01\",\"avoid\":[\"numbing\"]}'",
                        test_numbing_barred);
  g_test_add_func ("/procedure/numbing/barred-too-late", test_numbing_barred_too_late);
  g_test_add_func ("/procedure/numbing/once-a-day", test_numbing_once_a_day);
  g_test_add_func ("/procedure/numbing/used-today", test_numbing_used_today);
  g_test_add_func ("/procedure/numbing/face-only", test_numbing_face_only);
  g_test_add_func ("/procedure/numbing/eczema", test_numbing_eczema);
  g_test_add_func ("/procedure/numbing/not-today", test_numbing_not_today);
  g_test_add_func ("/procedure/numbing/alerts", test_numbing_alerts);

  return g_test_run ();
}
