// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "fact-text.h"
#include "protocol/stp-gate-form.h"
#include "protocol/stp-procedure.h"
#include "protocol/stp-questionnaire.h"
#include "rules/stp-planner.h"

/*
 * The main job from end to end without a window: a shelf of three, retinol yesterday evening, a
 * plan that is refused and moved, a gate, a patch test, and what comes back when.
 */

#define SHELF                                                                                      \
  "product serum kind=serum ingredients=\"Aqua, Glycerin, Retinol\";"                              \
  "product tonic kind=toner ingredients=\"Aqua, Glycolic Acid, Glycerin\";"                        \
  "product cream kind=cream ingredients=\"Aqua, Glycerin, Squalane, Panthenol\";"                  \
  "application u product=serum at=2027-03-09T21:00:00Z;"                                           \
  "application v product=cream at=2027-03-09T21:10:00Z"

typedef struct
{
  StpTimeline *timeline;
  StpDiary *diary;
  StpClock *clock;
  StpProcedure *procedure;
} Day;

static void
record_consultation (Day *day)
{
  g_autoptr (StpProfile) profile = stp_record_copy (stp_diary_get_profile (day->diary));
  g_autoptr (GError) error = NULL;

  profile->consultation = stp_consultation_new ();
  g_assert_true (stp_day_parse ("2027-03-01", &profile->consultation->on));
  stp_diary_put (day->diary, profile, &error);
  g_assert_no_error (error);
}

/* E9: every question has an answer, and each group is one word. */
static void
answer_questionnaire (Day *day)
{
  g_autoptr (StpQuestionnaire) questionnaire = stp_questionnaire_new (day->diary);
  g_autoptr (GError) error = NULL;
  guint n_words = 0;

  for (guint group = 0; group < stp_questionnaire_get_n_groups (questionnaire); group++, n_words++)
    if (stp_questionnaire_has_rest (questionnaire, group))
      stp_questionnaire_set_rest (questionnaire, group, TRUE);
    else
      stp_questionnaire_choose (questionnaire, "q.age", 0);
  g_assert_cmpuint (n_words, <=, 6);
  g_assert_true (stp_questionnaire_save (questionnaire, &error));
  g_assert_no_error (error);
}

static void
say_nothing_unusual (StpGateForm *form)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (form)); i++)
    {
      g_autoptr (StpGateItem) item = g_list_model_get_item (G_LIST_MODEL (form), i);

      if (g_str_equal (stp_gate_item_get_id (item), "gate.short"))
        stp_gate_form_answer (form, item, STP_ANSWER_NO);
    }
}

/* E2: refused, with what stands in the way and the earliest start, which is then taken. */
static StpSession *
plan (Day *day)
{
  StpQuestion question = {
    .start = fact_text_time ("2027-03-10T21:00:00Z"),
    .now = stp_clock_get_now (day->clock),
    .areas = STP_BIT (STP_AREA_JAW),
    .purpose = stp_planner_get_due_purpose (day->timeline, 250),
  };
  g_autoptr (StpVerdict) verdict = NULL;
  g_autoptr (StpSession) session = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (question.purpose, ==, STP_PURPOSE_PATCH);
  g_assert_null (stp_planner_plan (day->timeline, &question, &error));
  g_assert_error (error, STP_PLANNER_ERROR, STP_PLANNER_ERROR_IMPOSSIBLE);
  g_assert_nonnull (strstr (error->message, "serum"));
  g_clear_error (&error);

  g_assert_true (stp_timeline_resolve_question (day->timeline, &question, &error));
  verdict = stp_timeline_judge (day->timeline, &question);
  g_assert_cmpint (verdict->earliest, ==, fact_text_time ("2027-03-11T21:00:00Z"));
  question.start = verdict->earliest;
  session = stp_planner_plan (day->timeline, &question, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stp_procedure_get_phase (day->procedure), ==, STP_PHASE_PREPARE);
  return stp_diary_lookup (day->diary, STP_RECORD_SESSION, stp_record_get_id (session));
}

static void
pass_gate (Day *day, StpSession *session)
{
  g_autoptr (StpGateForm) form = stp_gate_form_new (day->timeline, session);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (stp_procedure_get_phase (day->procedure), ==, STP_PHASE_GATE);
  g_assert_false (stp_gate_form_start (form, &error));
  g_assert_error (error, STP_GATE_ERROR, STP_GATE_ERROR_UNMET);
  g_clear_error (&error);
  stp_gate_form_confirm_denials (form, &error);
  g_assert_no_error (error);
  answer_questionnaire (day);
  say_nothing_unusual (form);
  stp_gate_form_start (form, &error);
  g_assert_no_error (error);
}

static void
walk (Day *day)
{
  g_autoptr (GError) error = NULL;
  guint n_needled = 0;

  while (stp_procedure_get_phase (day->procedure) == STP_PHASE_STEPS)
    {
      guint current = stp_procedure_get_current (day->procedure);
      const StpProcedureStep *step = stp_procedure_get_step (day->procedure, current);
      gboolean skip = step->skip_suggested;

      n_needled += step->kind == STP_STEP_NEEDLE && step->area == STP_AREA_JAW;
      stp_clock_set_fixed (day->clock, stp_clock_get_now (day->clock) + 3 * STP_MINUTE);
      if (skip)
        stp_procedure_skip_step (day->procedure, &error);
      else
        stp_procedure_complete_step (day->procedure, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (n_needled, ==, 1);
}

static void
check_aftercare (Day *day)
{
  g_autoptr (GPtrArray) returns = stp_procedure_list_returns (day->procedure);
  g_autofree char *cream = fact_text_id ("cream");
  g_autofree char *serum = fact_text_id ("serum");
  gint64 now = stp_clock_get_now (day->clock);
  gint64 serum_back = STP_TIME_UNSET;

  g_assert_cmpint (stp_procedure_get_phase (day->procedure), ==, STP_PHASE_AFTERCARE);
  g_assert_cmpstr (((StpReturn *) returns->pdata[0])->product, ==, cream);
  for (guint i = 0; i < returns->len; i++)
    if (g_str_equal (((StpReturn *) returns->pdata[i])->product, serum))
      serum_back = ((StpReturn *) returns->pdata[i])->at;
  g_assert_cmpint (serum_back, >=, now + 48 * STP_HOUR);
}

static void
test_day (void)
{
  g_autoptr (
    StpTimeline) timeline = fact_text_load (SHELF, fact_text_time ("2027-03-10T18:00:00Z"));
  StpDiary *diary = stp_timeline_get_diary (timeline);
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  Day day = { timeline, diary, stp_diary_get_clock (diary), procedure };
  StpSession *session;

  g_assert_cmpint (stp_procedure_get_phase (procedure), ==, STP_PHASE_NOTHING);
  record_consultation (&day);
  session = plan (&day);
  stp_clock_set_fixed (day.clock, session->start.us);
  pass_gate (&day, session);
  walk (&day);
  check_aftercare (&day);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/day", test_day);

  return g_test_run ();
}
