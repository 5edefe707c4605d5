// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-gate-form.h"
#include "rules/stp-correct.h"
#include "session/stp-gate-answers.h"
#include "session/stp-gate-page.h"
#include "session/stp-gate-row.h"
#include "session/stp-gate-section.h"
#include "stp-session-fixture.h"

static GtkWidget *
show_gate (StpSessionFixture *fixture)
{
  GtkWidget *page = g_object_new (STP_TYPE_GATE_PAGE, "workspace", fixture->workspace, NULL);

  stp_session_fixture_show (fixture, page);

  return page;
}

static GtkWidget *
find_button (GtkWidget *page, const char *label)
{
  return stp_session_fixture_find (page, GTK_TYPE_BUTTON, label);
}

static gboolean
can_start (GtkWidget *page)
{
  return gtk_widget_get_sensitive (find_button (page, "_Start Session"));
}

static void
press (GtkWidget *page, const char *label)
{
  GtkWidget *button = find_button (page, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  stp_session_fixture_settle ();
}

#define MIST "Was Mystery Mist used in the last 7 days?"
#define UNUSUAL "Is anything unusual today: illness or fever, a cold sore, a sore spot?"

/* (nullable): the choices of the line with that title */
static AdwToggleGroup *
find_answers (GtkWidget *page, const char *title)
{
  GtkWidget *label = stp_session_fixture_find (page, GTK_TYPE_LABEL, title);
  GtkWidget *row = label ? gtk_widget_get_ancestor (label, STP_TYPE_GATE_ROW) : NULL;
  GtkWidget *answers = row ? stp_session_fixture_find (row, STP_TYPE_GATE_ANSWERS, NULL) : NULL;

  return answers ? ADW_TOGGLE_GROUP (gtk_widget_get_first_child (answers)) : NULL;
}

static void
choose (GtkWidget *page, const char *title, guint choice)
{
  adw_toggle_group_set_active (find_answers (page, title), choice);
  stp_session_fixture_settle ();
}

static void
say_nothing_unusual (GtkWidget *page)
{
  choose (page, UNUSUAL, 0);
}

static void
plan_for_now (StpSessionFixture *fixture)
{
  stp_session_fixture_add_device (fixture);
  stp_session_fixture_plan (fixture, 0);
}

/* The consultation is asked for, its row opens the form, and with it nothing is in the way. */
static void
test_consultation (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *page;

  plan_for_now (fixture);
  page = show_gate (fixture);
  g_assert_false (can_start (page));
  g_assert_nonnull (stp_session_fixture_find (page, GTK_TYPE_LABEL, "3 things first"));
  g_assert_cmpstr (
    gtk_actionable_get_action_name (GTK_ACTIONABLE (find_button (page, "Add _Consultation…"))), ==,
    "session.edit-consultation");
  g_assert_cmpstr (
    gtk_actionable_get_action_name (GTK_ACTIONABLE (find_button (page, "Answer _Questions…"))), ==,
    "session.edit-answers");

  stp_session_fixture_add_person (fixture);
  stp_session_fixture_settle ();
  g_assert_false (can_start (page));
  say_nothing_unusual (page);
  g_assert_true (can_start (page));
  g_assert_nonnull (stp_session_fixture_find (page, GTK_TYPE_LABEL, "Nothing stands in the way."));
}

/* A use right before: no button leads past it, only on to a later time. */
static void
test_block (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpProduct *serum;
  GtkWidget *page;

  stp_session_fixture_add_person (fixture);
  plan_for_now (fixture);
  serum = stp_session_fixture_add_product (fixture, "Night Serum", STP_PRODUCT_SERUM,
                                           "Aqua, Glycerin, Retinol");
  stp_session_fixture_use (fixture, serum, 20);
  page = show_gate (fixture);
  gtk_widget_activate_action (page, "gate.nothing-since", NULL);
  stp_session_fixture_settle ();

  g_assert_false (can_start (page));
  gtk_widget_activate_action (page, "gate.start", NULL);
  g_assert_cmpint (stp_procedure_get_phase (fixture->procedure), ==, STP_PHASE_GATE);

  press (page, "Move to Sunday 21:00");
  g_assert_cmpint (stp_procedure_get_phase (fixture->procedure), ==, STP_PHASE_PREPARE);
  g_assert_cmpint (stp_procedure_get_session (fixture->procedure)->start.us, ==,
                   fixture->now + 51 * STP_HOUR);
}

/* E6: what was said of an acid stands on the page and keeps nobody from starting. */
static void
test_correction (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  g_autoptr (StpProduct) draft = NULL;
  GtkWidget *page;

  stp_session_fixture_add_person (fixture);
  plan_for_now (fixture);
  draft = stp_record_copy (stp_session_fixture_add_product (
    fixture, "Glow Toner", STP_PRODUCT_TONER, "Aqua, Glycolic Acid, Glycerin"));
  stp_correct_token (draft, "Glycolic Acid", STP_CLASS_ACID_AHA, STP_TREAT_AS_NONE, 739000);
  stp_session_fixture_put (fixture, draft);
  page = show_gate (fixture);
  say_nothing_unusual (page);

  g_assert_nonnull (stp_session_fixture_find (
    page, GTK_TYPE_LABEL, "You said that Glycolic Acid in Glow Toner is no exfoliating acid."));
  g_assert_true (can_start (page));
}

static void
test_denials (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpProduct *serum, *toner;
  GtkWidget *page;

  stp_session_fixture_add_person (fixture);
  plan_for_now (fixture);
  serum = stp_session_fixture_add_product (fixture, "Night Serum", STP_PRODUCT_SERUM,
                                           "Aqua, Glycerin, Retinol");
  toner = stp_session_fixture_add_product (fixture, "Toner", STP_PRODUCT_TONER,
                                           "Aqua, Glycolic Acid, Glycerin");
  stp_session_fixture_use (fixture, serum, 24 * 10);
  stp_session_fixture_use (fixture, toner, 24 * 10);
  page = show_gate (fixture);
  say_nothing_unusual (page);
  g_assert_false (can_start (page));
  g_assert_nonnull (stp_session_fixture_find (page, GTK_TYPE_LABEL, "One thing first"));

  press (page, "_Nothing Since");
  g_assert_true (can_start (page));
  g_assert_true (gtk_widget_is_focus (find_button (page, "_Start Session")));
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_DENIAL), ==, 2);

  press (page, "_Start Session");
  g_assert_cmpint (stp_procedure_get_phase (fixture->procedure), ==, STP_PHASE_STEPS);
}

static void
test_acknowledgement (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpProduct *gel;
  GtkWidget *page;

  stp_session_fixture_add_person (fixture);
  plan_for_now (fixture);
  /* The hard window has passed, the soft one has not. */
  gel = stp_session_fixture_add_product (fixture, "Spot Gel", STP_PRODUCT_SERUM,
                                         "Aqua, Glycerin, Adapalene");
  stp_session_fixture_use (fixture, gel, 100);
  page = show_gate (fixture);
  say_nothing_unusual (page);
  press (page, "_Nothing Since");
  g_assert_false (can_start (page));
  press (page, "I _Understand");
  g_assert_null (find_button (page, "I _Understand"));
  g_assert_true (can_start (page));
}

/* An unreadable list has answers: nothing is chosen at first, and choosing tells the form. */
static void
test_question (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwToggleGroup *answers;
  GtkWidget *page;

  stp_session_fixture_add_person (fixture);
  plan_for_now (fixture);
  stp_session_fixture_add_product (fixture, "Mystery Mist", STP_PRODUCT_TONER, NULL);
  page = show_gate (fixture);
  say_nothing_unusual (page);
  g_assert_false (can_start (page));
  answers = find_answers (page, MIST);
  g_assert_nonnull (answers);
  g_assert_cmpuint (adw_toggle_group_get_active (answers), ==, GTK_INVALID_LIST_POSITION);

  g_assert_nonnull (stp_session_fixture_find (page, GTK_TYPE_LABEL, "Still Open"));

  choose (page, MIST, 0);
  g_assert_true (can_start (page));
  g_assert_null (stp_session_fixture_find (page, GTK_TYPE_LABEL, "Still Open"));
  g_assert_nonnull (stp_session_fixture_find (page, GTK_TYPE_LABEL, "Answered"));
}

/* E9: what changed is not waved through: it leads to the answers, and waits. */
static void
test_changed (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *page;

  stp_session_fixture_add_person (fixture);
  plan_for_now (fixture);
  page = show_gate (fixture);
  g_assert_null (find_button (page, "_Review Answers…"));
  choose (page, UNUSUAL, 1);
  g_assert_false (can_start (page));
  g_assert_nonnull (find_button (page, "_Review Answers…"));
  choose (page, UNUSUAL, 0);
  g_assert_null (find_button (page, "_Review Answers…"));
  g_assert_true (can_start (page));
}

/* E9: a full session that comes first is made a patch test, right here. */
static void
test_patch (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  g_autoptr (StpSession) full = NULL;
  GtkWidget *page;

  stp_session_fixture_add_person (fixture);
  plan_for_now (fixture);
  full = stp_record_copy (stp_procedure_get_session (fixture->procedure));
  full->purpose = STP_PURPOSE_FULL;
  stp_session_fixture_amend (fixture, full);
  page = show_gate (fixture);
  say_nothing_unusual (page);
  g_assert_false (can_start (page));
  press (page, "Make It a _Patch Test");
  g_assert_cmpint (stp_procedure_get_session (fixture->procedure)->purpose, ==, STP_PURPOSE_PATCH);
  g_assert_true (can_start (page));
}

/* A doctor's word is asked for where the reason stands, and lifts it. */
static void
test_clearance (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *page, *button;

  stp_session_fixture_add_person (fixture);
  plan_for_now (fixture);
  stp_session_fixture_answer (fixture, "q.anticoag", STP_ANSWER_YES);
  page = show_gate (fixture);
  say_nothing_unusual (page);
  g_assert_false (can_start (page));
  g_assert_nonnull (find_button (page, "_Review Answers…"));
  button = find_button (page, "_Doctor’s Word…");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==,
                   "session.edit-clearance");
  g_assert_cmpstr (
    g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL),
    ==, "q.anticoag");
}

/* E13: a gate that grew old is asked anew, in a session that is in progress by name. */
static void
test_again (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *page;

  stp_session_fixture_start (fixture);
  stp_session_fixture_advance (fixture, 121);
  g_assert_cmpint (stp_procedure_get_phase (fixture->procedure), ==, STP_PHASE_GATE);
  page = show_gate (fixture);
  say_nothing_unusual (page);
  press (page, "_Start Session");
  g_assert_cmpint (stp_procedure_get_phase (fixture->procedure), ==, STP_PHASE_STEPS);
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_GATE), ==, 2);
}

/* E4: a use that is recorded after the start leads on to a later time, as before it. */
static void
test_again_moved (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpProduct *serum;
  GtkWidget *page;

  stp_session_fixture_start (fixture);
  serum = stp_session_fixture_add_product (fixture, "Night Serum", STP_PRODUCT_SERUM,
                                           "Aqua, Glycerin, Retinol");
  stp_session_fixture_use (fixture, serum, 20);
  g_assert_cmpint (stp_procedure_get_phase (fixture->procedure), ==, STP_PHASE_GATE);
  page = show_gate (fixture);
  g_assert_false (can_start (page));
  press (page, "Move to Sunday 21:00");
  g_assert_cmpint (stp_procedure_get_phase (fixture->procedure), ==, STP_PHASE_PREPARE);
  g_assert_cmpint (stp_procedure_get_session (fixture->procedure)->state, ==, STP_SESSION_PLANNED);
}

static void
test_finalized (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *page, *row;

  plan_for_now (fixture);
  page = show_gate (fixture);
  row = stp_session_fixture_find (page, STP_TYPE_GATE_ROW, NULL);
  g_assert_nonnull (row);
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_clear_pointer (&fixture->window, gtk_window_destroy);
  stp_session_fixture_settle ();
  g_assert_null (row);
  g_assert_null (page);
}

static void
add_session (StpSessionFixture *fixture, gint64 days_ago)
{
  g_autoptr (StpSession) session = stp_record_new (STP_RECORD_SESSION);
  StpSessionArea *area = stp_session_area_new ();

  area->area = STP_AREA_CHEEKS;
  area->needle_um = 250;
  session->state = STP_SESSION_DONE;
  session->purpose = STP_PURPOSE_FULL;
  session->place = STP_PLACE_HOME;
  session->start.us = fixture->now - days_ago * STP_DAY_LENGTH;
  session->end.us = session->start.us + STP_HOUR;
  session->areas = stp_values_new (&stp_session_area_shape);
  g_ptr_array_add (session->areas, area);
  stp_session_fixture_amend (fixture, session);
}

/* Who needles weekly looks at the skin of a week ago at the next gate, and at no other time. */
static void
test_weekly_check_in (void)
{
  g_autoptr (StpSessionFixture) weekly = stp_session_fixture_new ();
  g_autoptr (StpSessionFixture) first = stp_session_fixture_new ();

  add_session (weekly, 14);
  add_session (weekly, 7);
  plan_for_now (weekly);
  g_assert_nonnull (
    stp_session_fixture_find (show_gate (weekly), ADW_TYPE_ACTION_ROW, "How Is Your Skin?"));

  plan_for_now (first);
  g_assert_null (
    stp_session_fixture_find (show_gate (first), ADW_TYPE_ACTION_ROW, "How Is Your Skin?"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/gate-page/consultation", test_consultation);
  g_test_add_func ("/gate-page/block", test_block);
  g_test_add_func ("/gate-page/correction", test_correction);
  g_test_add_func ("/gate-page/denials", test_denials);
  g_test_add_func ("/gate-page/acknowledgement", test_acknowledgement);
  g_test_add_func ("/gate-page/question", test_question);
  g_test_add_func ("/gate-page/E9/changed", test_changed);
  g_test_add_func ("/gate-page/E9/patch", test_patch);
  g_test_add_func ("/gate-page/E1/clearance", test_clearance);
  g_test_add_func ("/gate-page/E13/again", test_again);
  g_test_add_func ("/gate-page/E4/again-moved", test_again_moved);
  g_test_add_func ("/gate-page/finalized", test_finalized);

  g_test_add_func ("/gate-page/weekly-check-in", test_weekly_check_in);

  return g_test_run ();
}
