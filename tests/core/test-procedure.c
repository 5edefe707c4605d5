// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "fact-text.h"
#include "procedure-walk.h"
#include "protocol/stp-gate-form.h"
#include "protocol/stp-procedure.h"
#include "rules/stp-planner.h"
#include "store/stp-codec.h"

#define START "2027-03-10T20:00:00Z"
#define SESSION                                                                                    \
  "session s purpose=full place=home device=roller um=250 on-areas=cheeks,chin start=" START
/* The person is known, and their skin knows needles of that length. */
#define KNOWN                                                                                      \
  "profile answered=2027-01-01;"                                                                   \
  "session before state=done place=home device=roller um=250 start=2027-01-01T20:00:00Z;"
#define GATE "gate g session=s at=" START

static StpDiary *
get_diary (StpTimeline *timeline)
{
  return stp_timeline_get_diary (timeline);
}

static StpClock *
get_clock (StpTimeline *timeline)
{
  return stp_diary_get_clock (get_diary (timeline));
}

static void
set_time (StpTimeline *timeline, const char *time)
{
  stp_clock_set_fixed (get_clock (timeline), fact_text_time (time));
}

/* Has nothing to say to what is asked at every gate. */
static void
say_nothing_changed (StpGateForm *form)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (form)); i++)
    {
      g_autoptr (StpGateItem) item = g_list_model_get_item (G_LIST_MODEL (form), i);

      if (g_str_equal (stp_gate_item_get_id (item), "gate.short"))
        stp_gate_form_answer (form, item, STP_ANSWER_NO);
    }
}

static StpSession *
get_session (StpTimeline *timeline, const char *short_id)
{
  g_autofree char *id = fact_text_id (short_id);

  return stp_diary_lookup (get_diary (timeline), STP_RECORD_SESSION, id);
}

static const char *
name_of_phase (StpPhase phase)
{
  return stp_enum_to_nick (STP_TYPE_PHASE, phase);
}

static void
test_phase (gconstpointer data)
{
  char *const *row = (char *const *) data;
  g_autoptr (StpTimeline) timeline = fact_text_load (row[1], fact_text_time (row[2]));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);

  g_assert_cmpstr (name_of_phase (stp_procedure_get_phase (procedure)), ==, row[3]);
}

static void
test_steps (gconstpointer data)
{
  char *const *row = (char *const *) data;
  g_autofree char *facts = g_strdup_printf ("session s state=in-progress place=home device=roller "
                                            "start=" START " %s; " GATE,
                                            row[1]);
  g_autoptr (StpTimeline) timeline = fact_text_load (facts, fact_text_time (START));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_auto (GStrv) done = g_strsplit (row[2], " ", -1);
  g_autofree char *found = NULL;

  for (guint i = 0; done[i] != NULL && *done[i]; i++)
    {
      g_auto (GStrv) pair = g_strsplit (done[i], "=", 2);
      const StpProcedureStep *step = stp_procedure_get_step (procedure,
                                                             stp_procedure_get_current (procedure));
      g_autofree char *name = procedure_walk_describe_step (step);

      g_assert_cmpstr (name, ==, pair[0]);
      procedure_walk_complete (procedure, pair[1]);
    }
  found = procedure_walk_describe (procedure);
  g_assert_cmpstr (found, ==, row[3]);
}

static void
test_product (gconstpointer data)
{
  char *const *row = (char *const *) data;
  g_auto (GStrv) members = g_strsplit (row[1], " known", -1);
  g_autofree char *facts = g_strdup_printf (SESSION " state=in-progress; " GATE "; product p %s%s",
                                            members[0],
                                            members[1] ? "; application u product=p "
                                                         "at=2027-02-01T20:00:00Z"
                                                       : "");
  g_autoptr (StpTimeline) timeline = fact_text_load (facts, fact_text_time (START));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  StpStepKind step = stp_enum_from_nick (STP_TYPE_STEP_KIND, row[2]);
  g_autoptr (GPtrArray) offers = stp_procedure_list_products (procedure, step);
  const StpOffer *offer = offers->len > 0 ? offers->pdata[0] : NULL;

  g_assert_cmpstr (offer == NULL ? "none" : offer->allowed ? "allowed" : "refused", ==, row[3]);
  g_assert_true (offer == NULL || offer->allowed == (offer->text == NULL));
}

/* The diary as a crash leaves it: what was saved, read again, in a new world. */
static StpTimeline *
restart (StpTimeline *timeline)
{
  g_autoptr (StpSnapshot) before = stp_diary_dup_snapshot (get_diary (timeline));
  g_autoptr (GBytes) bytes = stp_codec_write (before);
  g_autoptr (GError) error = NULL;
  g_autoptr (StpSnapshot) after = stp_codec_read (bytes, NULL, NULL, &error);
  g_autoptr (StpClock) clock = stp_clock_new_fixed (stp_clock_get_now (get_clock (timeline)));
  g_autoptr (StpDiary) diary = NULL;

  g_assert_no_error (error);
  diary = stp_diary_new_from_snapshot (clock, after);
  return stp_timeline_new (diary);
}

static void
assert_same (StpProcedure *a, StpProcedure *b)
{
  g_autofree char *steps_a = procedure_walk_describe (a);
  g_autofree char *steps_b = procedure_walk_describe (b);
  const StpProcedureStep *step_a = stp_procedure_get_step (a, stp_procedure_get_current (a));
  const StpProcedureStep *step_b = stp_procedure_get_step (b, stp_procedure_get_current (b));

  g_assert_cmpstr (name_of_phase (stp_procedure_get_phase (a)), ==,
                   name_of_phase (stp_procedure_get_phase (b)));
  g_assert_cmpstr (steps_a, ==, steps_b);
  g_assert_cmpuint (stp_procedure_get_current (a), ==, stp_procedure_get_current (b));
  if (step_a != NULL)
    g_assert_cmpint (step_a->at, ==, step_b->at);
}

static void
assert_resumes (StpTimeline *timeline, StpProcedure *procedure)
{
  g_autoptr (StpTimeline) again = restart (timeline);
  g_autoptr (StpProcedure) resumed = stp_procedure_new (again);

  assert_same (procedure, resumed);
}

/* E13: a crash at any moment of the whole session loses nothing. */
static void
test_crash_resume (gconstpointer numbed)
{
  g_autoptr (
    StpTimeline) timeline = fact_text_load (KNOWN SESSION " state=planned", fact_text_time (START));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (StpGateForm) form = stp_gate_form_new (timeline, get_session (timeline, "s"));
  g_autoptr (GError) error = NULL;
  guint n = 0;

  say_nothing_changed (form);
  g_assert_true (stp_gate_form_start (form, &error));
  g_assert_no_error (error);
  while (stp_procedure_get_phase (procedure) == STP_PHASE_STEPS)
    {
      guint current = stp_procedure_get_current (procedure);
      const StpProcedureStep *step = stp_procedure_get_step (procedure, current);
      gboolean skip = step->kind == STP_STEP_NUMB && numbed == NULL;

      assert_resumes (timeline, procedure);
      stp_clock_set_fixed (get_clock (timeline),
                           stp_clock_get_now (get_clock (timeline)) + 2 * STP_MINUTE);
      if (!skip)
        procedure_walk_begin (procedure);
      assert_resumes (timeline, procedure);
      procedure_walk_complete (procedure, skip ? "skipped" : NULL);
      assert_resumes (timeline, procedure);
      g_assert_cmpuint (++n, <, 20);
    }
  g_assert_cmpuint (n, ==, numbed ? 14 : 11);
  g_assert_cmpint (get_session (timeline, "s")->state, ==, STP_SESSION_DONE);
  g_assert_cmpint (get_session (timeline, "s")->end.us, ==,
                   stp_clock_get_now (get_clock (timeline)));
  g_assert_false (stp_diary_undo (get_diary (timeline), NULL));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* E13: time alone moves the phase on, without anything being recorded. */
static void
test_clock_alone (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (SESSION " state=in-progress; " GATE,
                                          fact_text_time ("2027-03-10T21:00:00Z"));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  guint n = 0;

  g_signal_connect_swapped (procedure, "changed", G_CALLBACK (count_cb), &n);
  set_time (timeline, "2027-03-10T22:00:00Z");
  g_assert_cmpint (stp_procedure_get_phase (procedure), ==, STP_PHASE_STEPS);
  n = 0;
  set_time (timeline, "2027-03-10T22:00:00.000001Z");
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (stp_procedure_get_phase (procedure), ==, STP_PHASE_GATE);
}

/* E13: what was prepared before a new gate is prepared again; a stroke is never forgotten. */
static void
test_gate_again (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (
    KNOWN SESSION " state=in-progress; " GATE "; step a session=s step=disinfect at=" START
                  " done_at=2027-03-10T20:10:00Z",
    fact_text_time ("2027-03-10T21:00:00Z"));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (StpGateForm) form = stp_gate_form_new (timeline, get_session (timeline, "s"));
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (stp_procedure_get_current (procedure), ==, 1);
  g_assert_false (stp_gate_form_start (form, &error));
  g_assert_error (error, STP_GATE_ERROR, STP_GATE_ERROR_STATE);
  g_clear_error (&error);

  set_time (timeline, "2027-03-10T23:00:00Z");
  g_assert_cmpint (stp_procedure_get_phase (procedure), ==, STP_PHASE_GATE);
  g_assert_false (stp_procedure_begin_step (procedure, &error));
  g_assert_error (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_STATE);
  g_clear_error (&error);

  say_nothing_changed (form);
  g_assert_true (stp_gate_form_start (form, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stp_procedure_get_phase (procedure), ==, STP_PHASE_STEPS);
  g_assert_cmpuint (stp_procedure_get_current (procedure), ==, 0);
}

static StpTimeline *
load_needled (const char *now)
{
  return fact_text_load (SESSION " state=in-progress; " GATE
                                 "; step n session=s step=needle area=cheeks "
                                 "at=2027-03-10T20:20:00Z done_at=2027-03-10T20:24:00Z",
                         fact_text_time (now));
}

/* E13: never back to needling; the last stroke is asked for and is when healing begins. */
static void
test_interrupted (void)
{
  g_autoptr (StpTimeline) timeline = load_needled ("2027-03-10T22:00:00Z");
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (GError) error = NULL;
  gint64 last = fact_text_time ("2027-03-10T20:27:00Z");

  g_assert_cmpint (stp_procedure_get_phase (procedure), ==, STP_PHASE_INTERRUPTED);
  g_assert_cmpint (stp_procedure_get_last_stroke (procedure), ==,
                   fact_text_time ("2027-03-10T20:24:00Z"));
  g_assert_false (stp_procedure_complete_step (procedure, NULL, &error));
  g_assert_error (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_false (stp_procedure_abandon (procedure, &error));
  g_assert_error (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_STATE);
  g_clear_error (&error);

  g_assert_false (
    stp_procedure_finish_interrupted (procedure, fact_text_time ("2027-03-10T20:23:59Z"), &error));
  g_assert_error (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (
    stp_procedure_finish_interrupted (procedure, fact_text_time ("2027-03-10T22:00:01Z"), &error));
  g_assert_error (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (stp_procedure_finish_interrupted (procedure, last, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_session (timeline, "s")->state, ==, STP_SESSION_DONE);
  g_assert_cmpint (stp_timeline_get_session_end (timeline, get_session (timeline, "s")), ==, last);
}

/* E13: the moment an area is begun the session counts as needled, whatever its state says. */
static void
test_first_stroke (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (SESSION " state=in-progress; " GATE,
                                          fact_text_time ("2027-03-10T20:05:00Z"));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (GError) error = NULL;
  const StpProcedureStep *step;

  for (guint i = 0; i < 4; i++)
    procedure_walk_complete (procedure, NULL);
  procedure_walk_complete (procedure, "skipped");
  g_assert_null (stp_timeline_get_last_session (timeline));
  step = stp_procedure_get_step (procedure, stp_procedure_get_current (procedure));
  g_assert_cmpint (step->kind, ==, STP_STEP_NEEDLE);
  g_assert_nonnull (step->note);

  g_assert_true (stp_procedure_begin_step (procedure, &error));
  g_assert_no_error (error);
  g_assert_true (stp_timeline_get_last_session (timeline) == get_session (timeline, "s"));
  g_assert_cmpint (get_session (timeline, "s")->state, ==, STP_SESSION_IN_PROGRESS);
}

/* E4, E1: a use that is recorded while the skin is being washed is not washed off. */
static void
test_use_after_gate (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (
    "product serum kind=serum ingredients=\"Aqua, Retinol\"; " SESSION " state=in-progress; " GATE,
    fact_text_time ("2027-03-10T20:05:00Z"));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (StpApplication) use = stp_record_new (STP_RECORD_APPLICATION);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (stp_procedure_get_phase (procedure), ==, STP_PHASE_STEPS);
  use->product = fact_text_id ("serum");
  use->at.us = fact_text_time ("2027-03-10T09:00:00Z");
  stp_diary_put (get_diary (timeline), use, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stp_procedure_get_phase (procedure), ==, STP_PHASE_GATE);
  g_assert_false (stp_procedure_begin_step (procedure, &error));
  g_assert_error (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_STATE);
}

static void
test_skip_only_optional (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (SESSION " state=in-progress; " GATE,
                                          fact_text_time (START));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (GError) error = NULL;

  g_assert_false (stp_procedure_skip_step (procedure, &error));
  g_assert_error (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_STATE);
  g_assert_cmpuint (stp_procedure_get_current (procedure), ==, 0);
}

static void
test_no_go (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (SESSION " state=in-progress; " GATE,
                                          fact_text_time (START));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (GError) error = NULL;
  g_autofree char *steps = NULL;

  g_assert_false (stp_procedure_set_no_go (
    procedure, STP_BIT (STP_AREA_CHEEKS) | STP_BIT (STP_AREA_CHIN), &error));
  g_assert_error (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (stp_procedure_set_no_go (procedure, STP_BIT (STP_AREA_CHEEKS), &error));
  g_assert_no_error (error);
  steps = procedure_walk_describe (procedure);
  g_assert_cmpstr (steps, ==,
                   "disinfect wash dry inspect numb needle:chin rinse care disinfect-after rate");
  g_assert_true (stp_procedure_get_areas (procedure) & STP_BIT (STP_AREA_CHEEKS));
}

/* The directions that were ticked are the passes of the area, and survive a crash. */
static void
test_passes (void)
{
  g_autoptr (StpTimeline) timeline = load_needled ("2027-03-10T20:25:00Z");
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (GError) error = NULL;
  const StpSessionArea *area;

  for (guint i = 0; i < 4; i++)
    procedure_walk_complete (procedure, NULL);
  procedure_walk_complete (procedure, "skipped");
  procedure_walk_begin (procedure);
  g_assert_true (stp_procedure_note_detail (procedure, "vertical rising", &error));
  g_assert_no_error (error);
  assert_resumes (timeline, procedure);
  procedure_walk_complete (procedure, NULL);
  area = get_session (timeline, "s")->areas->pdata[1];
  g_assert_cmpint (area->area, ==, STP_AREA_CHIN);
  g_assert_cmpint (area->passes, ==, 2);
}

/* Stopping before a stroke needled nothing; after one it is a session that heals. */
static void
test_stop (void)
{
  g_autoptr (StpTimeline) before = fact_text_load (SESSION " state=in-progress; " GATE,
                                        fact_text_time (START));
  g_autoptr (StpTimeline) after = load_needled ("2027-03-10T20:30:00Z");
  g_autoptr (StpProcedure) unneedled = stp_procedure_new (before);
  g_autoptr (StpProcedure) needled = stp_procedure_new (after);
  g_autoptr (GError) error = NULL;

  g_assert_true (stp_procedure_stop (unneedled, "faint", &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_session (before, "s")->state, ==, STP_SESSION_CANCELLED);

  g_assert_true (stp_procedure_stop (needled, "blood", &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_session (after, "s")->state, ==, STP_SESSION_DONE);
  g_assert_cmpint (get_session (after, "s")->end.us, ==, fact_text_time ("2027-03-10T20:30:00Z"));
  g_assert_false (stp_procedure_stop (needled, "blood", &error));
  g_assert_error (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_STATE);
}

static StpStep *
find_stop (StpTimeline *timeline)
{
  for (guint i = 0; i < stp_diary_get_n_records (get_diary (timeline), STP_RECORD_STEP); i++)
    {
      StpStep *step = stp_diary_peek_record (get_diary (timeline), STP_RECORD_STEP, i);

      if (step->step == STP_STEP_STOP)
        return step;
    }
  return NULL;
}

/* The needles are lifted off first; why may be said later, once, or never. */
static void
test_stop_without_a_word (void)
{
  g_autoptr (StpTimeline) timeline = load_needled ("2027-03-10T20:30:00Z");
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autofree char *id = fact_text_id ("s");
  g_autoptr (GError) error = NULL;

  g_assert_false (stp_procedure_explain_stop (procedure, id, "blood", &error));
  g_assert_error (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (stp_procedure_stop (procedure, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_session (timeline, "s")->state, ==, STP_SESSION_DONE);
  g_assert_cmpstr (find_stop (timeline)->detail, ==, NULL);
  set_time (timeline, "2027-03-10T20:33:00Z");
  g_assert_true (stp_procedure_explain_stop (procedure, id, "blood", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (find_stop (timeline)->detail, ==, "blood");
  g_assert_cmpint (get_session (timeline, "s")->end.us, ==,
                   fact_text_time ("2027-03-10T20:30:00Z"));
  g_assert_false (stp_procedure_explain_stop (procedure, id, "pain", &error));
  g_assert_error (error, STP_PROCEDURE_ERROR, STP_PROCEDURE_ERROR_STATE);
}

/* E8: a head that was dropped, or mixed up, is not used again. */
static void
test_stop_marks_the_head (void)
{
  g_autoptr (StpTimeline) dropped = fact_text_load (SESSION " head=head state=in-progress; " GATE,
                                         fact_text_time (START));
  g_autoptr (StpTimeline) mixed_up = fact_text_load (SESSION " head=head state=in-progress; " GATE,
                                          fact_text_time (START));
  g_autoptr (StpProcedure) first = stp_procedure_new (dropped);
  g_autoptr (StpProcedure) second = stp_procedure_new (mixed_up);
  StpHead *head;

  g_assert_true (stp_procedure_stop (first, "head", NULL));
  head = stp_diary_peek_record (get_diary (dropped), STP_RECORD_HEAD, 0);
  g_assert_true (head->dropped && !head->shared);
  g_assert_true (stp_procedure_stop (second, "mix-up", NULL));
  head = stp_diary_peek_record (get_diary (mixed_up), STP_RECORD_HEAD, 0);
  g_assert_true (head->shared && !head->dropped);
}

static void
test_abandon (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (SESSION " state=in-progress; " GATE,
                                          fact_text_time (START));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (GError) error = NULL;

  g_assert_true (stp_procedure_abandon (procedure, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_session (timeline, "s")->state, ==, STP_SESSION_PLANNED);
  g_assert_cmpint (stp_procedure_get_phase (procedure), ==, STP_PHASE_GATE);
}

/* E4: "done" for a session that was planned is recorded, whatever it breaks. */
static void
test_overdue_done (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (
    "product serum kind=serum ingredients=\"Aqua, Retinol\"; "
    "application use product=serum at=2027-03-10T09:00:00Z; " SESSION " state=planned",
    fact_text_time ("2027-03-11T08:00:00Z"));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (stp_procedure_get_phase (procedure), ==, STP_PHASE_OVERDUE);
  g_assert_true (stp_procedure_record_done (procedure, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_session (timeline, "s")->state, ==, STP_SESSION_DONE);
  g_assert_cmpint (stp_procedure_get_phase (procedure), ==, STP_PHASE_AFTERCARE);
}

/* E8: what was replaced the day before cannot have been in the hand; what was later can. */
static void
test_overdue_head (gconstpointer row)
{
  const char *const *columns = row;
  g_autofree char *facts = g_strdup_printf (
    "head old device=roller needle_um=250 retired=%s; " SESSION " head=old state=planned",
    columns[0]);
  g_autoptr (
    StpTimeline) timeline = fact_text_load (facts, fact_text_time ("2027-03-11T08:00:00Z"));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (GError) error = NULL;
  g_autofree char *head = fact_text_id (columns[1]);

  g_assert_true (stp_procedure_record_done (procedure, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (get_session (timeline, "s")->head, ==, head);
}

static const StpReturn *
find_return (GPtrArray *returns, const char *short_id)
{
  g_autofree char *id = fact_text_id (short_id);

  for (guint i = 0; i < returns->len; i++)
    if (g_str_equal (((StpReturn *) returns->pdata[i])->product, id))
      return returns->pdata[i];
  return NULL;
}

/* E3, E12: what is allowed comes first; what the next session holds as well comes after it. */
static void
test_returns (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (
    "product cream kind=cream ingredients=\"Aqua, Glycerin\";"
    "product serum kind=serum ingredients=\"Aqua, Retinol\";"
    "product tonic kind=toner ingredients=\"Aqua, Glycolic Acid, Glycerin\";"
    "product old kind=toner archived=true ingredients=\"Aqua, Glycolic Acid\"; " SESSION
    " state=done end=2027-03-10T21:00:00Z;"
    "session t state=planned purpose=full place=home device=roller um=250 "
    "start=2027-03-17T20:00:00Z",
    fact_text_time ("2027-03-11T08:00:00Z"));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (GPtrArray) returns = stp_procedure_list_returns (procedure);

  g_assert_cmpuint (returns->len, ==, 3);
  g_assert_true (find_return (returns, "cream") == returns->pdata[0]);
  g_assert_cmpint (find_return (returns, "cream")->at, ==, STP_TIME_UNSET);
  g_assert_cmpint (find_return (returns, "serum")->at, >=, fact_text_time ("2027-03-12T21:00:00Z"));
  g_assert_cmpint (find_return (returns, "serum")->at, <, fact_text_time ("2027-03-17T20:00:00Z"));
  g_assert_cmpint (find_return (returns, "tonic")->at, >, fact_text_time ("2027-03-17T20:00:00Z"));
  g_assert_null (find_return (returns, "old"));

  /* Retinol is forbidden for two days and better left off for two more: both ends are said. */
  g_auto (GStrv) ends = g_strsplit (find_return (returns, "serum")->text, "\n", -1);

  g_assert_cmpuint (g_strv_length (ends), ==, 2);
  g_assert_nonnull (strstr (ends[0], "is off until tomorrow 21:00"));
  g_assert_nonnull (strstr (ends[1], "is better left off until Sunday 21:00"));
}

/* Nothing is promised of what nobody can read, nor of what only a doctor may allow. */
static void
test_returns_promise_nothing (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (
    "product mist kind=toner;"
    "product salve kind=cream ingredients=\"Aqua, Hydrocortisone, Glycerin\";"
    "product cream kind=cream ingredients=\"Aqua, Glycerin\";"
    "product serum kind=serum ingredients=\"Aqua, Retinol\"; " SESSION
    " state=done end=2027-03-10T21:00:00Z",
    fact_text_time ("2027-03-10T21:05:00Z"));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (GPtrArray) returns = stp_procedure_list_returns (procedure);

  g_assert_null (strstr (find_return (returns, "mist")->text, "Fine now"));
  g_assert_cmpint (find_return (returns, "mist")->strength, ==, STP_ADVISE);
  g_assert_null (strstr (find_return (returns, "salve")->text, "Fine now"));
  g_assert_cmpint (find_return (returns, "salve")->strength, ==, STP_DOCTOR);
}

static void
add_table (const char *prefix, const char *name, GTestDataFunc test)
{
  g_autoptr (GPtrArray) table = fact_text_read_table (name, 4);

  g_ptr_array_set_free_func (table, NULL);
  for (guint i = 0; i < table->len; i++)
    {
      char **row = table->pdata[i];
      g_autofree char *path = g_strdup_printf ("%s/%s", prefix, row[0]);

      g_test_add_data_func_full (path, row, test, (GDestroyNotify) g_strfreev);
    }
}

/* E3: what a pregnancy rules out has no day on which it is back. */
static void
test_returns_pregnant (gconstpointer facts)
{
  g_autofree char *all = g_strdup_printf (
    "product serum kind=serum ingredients=\"Aqua, Retinol\";"
    "product paste kind=cream ingredients=\"Aqua, Hydroquinone\";"
    "product cream kind=cream ingredients=\"Aqua, Glycerin\"; " SESSION
    " state=done end=2027-03-10T21:00:00Z; %s",
    (const char *) facts);
  g_autoptr (StpTimeline) timeline = fact_text_load (all, fact_text_time ("2027-03-10T21:05:00Z"));
  g_autoptr (StpProcedure) procedure = stp_procedure_new (timeline);
  g_autoptr (GPtrArray) returns = stp_procedure_list_returns (procedure);

  g_assert_cmpint (find_return (returns, "serum")->strength, ==, STP_DOCTOR);
  g_assert_cmpint (find_return (returns, "serum")->at, ==, STP_TIME_UNSET);
  g_assert_cmpint (find_return (returns, "paste")->strength, ==, STP_DOCTOR);
  g_assert_cmpint (find_return (returns, "cream")->strength, ==, STP_ALLOWED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_table ("/procedure/phase", "procedure-phases.txt", test_phase);
  add_table ("/procedure/steps", "procedure-steps.txt", test_steps);
  add_table ("/procedure/products", "procedure-products.txt", test_product);
  g_test_add_data_func ("/procedure/E13/crash-resume", NULL, test_crash_resume);
  g_test_add_data_func ("/procedure/E13/crash-resume-numbed", "numbed", test_crash_resume);
  g_test_add_func ("/procedure/E13/clock-alone", test_clock_alone);
  g_test_add_func ("/procedure/E13/gate-again", test_gate_again);
  g_test_add_func ("/procedure/E13/interrupted", test_interrupted);
  g_test_add_func ("/procedure/E13/first-stroke", test_first_stroke);
  g_test_add_func ("/procedure/E4/use-after-gate", test_use_after_gate);
  g_test_add_func ("/procedure/E4/overdue-done", test_overdue_done);
  g_test_add_data_func ("/procedure/E8/overdue-new-head",
                        ((const char *[]) { "2027-03-09", "head" }), test_overdue_head);
  g_test_add_data_func ("/procedure/E8/overdue-old-head",
                        ((const char *[]) { "2027-03-11", "old" }), test_overdue_head);
  g_test_add_func ("/procedure/E3/returns", test_returns);
  g_test_add_func ("/procedure/skip-only-optional", test_skip_only_optional);
  g_test_add_func ("/procedure/E3/returns-promise-nothing", test_returns_promise_nothing);
  g_test_add_data_func ("/procedure/E3/returns-pregnant",
                        "profile answers='{\"q.preg\":{\"modified\":"
                        "\"2027-01-01T00:00:00.000000Z\",\"answer\":\"yes\"}}'",
                        test_returns_pregnant);
  g_test_add_data_func ("/procedure/E3/returns-pregnant-since",
                        "event e kind=pregnancy at=2027-01-01T20:00:00Z", test_returns_pregnant);
  g_test_add_func ("/procedure/no-go", test_no_go);
  g_test_add_func ("/procedure/passes", test_passes);
  g_test_add_func ("/procedure/stop", test_stop);
  g_test_add_func ("/procedure/stop-without-a-word", test_stop_without_a_word);
  g_test_add_func ("/procedure/stop-marks-the-head", test_stop_marks_the_head);
  g_test_add_func ("/procedure/abandon", test_abandon);

  return g_test_run ();
}
