// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-aftercare-page.h"
#include "session/stp-barred-page.h"
#include "session/stp-gate-page.h"
#include "session/stp-interrupted-page.h"
#include "session/stp-nothing-page.h"
#include "session/stp-overdue-page.h"
#include "session/stp-prepare-page.h"
#include "session/stp-session-pane.h"
#include "session/stp-steps-page.h"
#include "shared/stp-moment-group.h"
#include "stp-session-fixture.h"

static GtkWidget *
create_pane (StpSessionFixture *fixture)
{
  return g_object_new (STP_TYPE_SESSION_PANE, "workspace", fixture->workspace, NULL);
}

static void
assert_page (GtkWidget *pane, GType type, gboolean needs_attention)
{
  GtkWidget *page;

  stp_session_fixture_settle ();
  page = adw_bin_get_child (ADW_BIN (pane));
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (page), ==, g_type_name (type));
  g_assert_cmpint (stp_pane_get_needs_attention (STP_PANE (pane)), ==, needs_attention);
}

static void
test_follows_phases (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);

  stp_session_fixture_show (fixture, pane);
  assert_page (pane, STP_TYPE_NOTHING_PAGE, FALSE);

  stp_session_fixture_add_device (fixture);
  stp_session_fixture_plan (fixture, 24);
  assert_page (pane, STP_TYPE_PREPARE_PAGE, FALSE);

  stp_session_fixture_advance (fixture, 24 * 60);
  assert_page (pane, STP_TYPE_GATE_PAGE, TRUE);

  stp_session_fixture_advance (fixture, 6 * 60);
  assert_page (pane, STP_TYPE_OVERDUE_PAGE, TRUE);
}

static void
test_start_now_opens_the_gate (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);

  stp_session_fixture_add_device (fixture);
  stp_session_fixture_plan (fixture, 24);
  stp_session_fixture_show (fixture, pane);
  gtk_widget_activate_action (pane, "session.start-now", NULL);
  assert_page (pane, STP_TYPE_GATE_PAGE, TRUE);
}

static void
test_cancel (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);

  stp_session_fixture_add_device (fixture);
  stp_session_fixture_plan (fixture, 24);
  stp_session_fixture_show (fixture, pane);
  gtk_widget_activate_action (pane, "session.cancel", NULL);
  assert_page (pane, STP_TYPE_NOTHING_PAGE, FALSE);
}

static void
test_overdue_is_logged (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);
  GtkWidget *button;

  stp_session_fixture_add_device (fixture);
  stp_session_fixture_plan (fixture, 1);
  stp_session_fixture_advance (fixture, 7 * 60);
  stp_session_fixture_show (fixture, pane);
  button = stp_session_fixture_find (pane, GTK_TYPE_BUTTON, "It Was _Done");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  stp_session_fixture_settle ();
  g_assert_cmpint (stp_timeline_get_last_session (fixture->timeline)->state, ==, STP_SESSION_DONE);
}

static void
needle (StpSessionFixture *fixture)
{
  const StpProcedureStep *step = stp_procedure_get_step (
    fixture->procedure, stp_procedure_get_current (fixture->procedure));
  g_autoptr (GError) error = NULL;

  while (step->kind != STP_STEP_NEEDLE)
    {
      if (step->optional)
        stp_procedure_skip_step (fixture->procedure, &error);
      else
        stp_procedure_complete_step (fixture->procedure, NULL, &error);
      g_assert_no_error (error);
      step = stp_procedure_get_step (fixture->procedure,
                                     stp_procedure_get_current (fixture->procedure));
    }
  stp_procedure_begin_step (fixture->procedure, &error);
  g_assert_no_error (error);
}

/* E13: more than half an hour after a stroke nobody goes back to needling. */
static void
test_interrupted_finishes_there (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);
  StpMomentGroup *group;
  GtkWidget *button;
  StpSession *session;
  gint64 stroke;

  stp_session_fixture_start (fixture);
  needle (fixture);
  stroke = stp_clock_get_now (fixture->clock);
  stp_session_fixture_show (fixture, pane);
  assert_page (pane, STP_TYPE_STEPS_PAGE, TRUE);

  stp_session_fixture_advance (fixture, 3 * 60);
  assert_page (pane, STP_TYPE_INTERRUPTED_PAGE, TRUE);
  group = STP_MOMENT_GROUP (stp_session_fixture_find (pane, STP_TYPE_MOMENT_GROUP, NULL));
  g_assert_cmpint (stp_moment_group_get_moment (group), ==, stroke);
  stp_moment_group_set_moment (group, stroke + 12 * STP_MINUTE);
  g_assert_nonnull (stp_session_fixture_find (pane, GTK_TYPE_MENU_BUTTON, NULL));
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (group)));

  button = stp_session_fixture_find (pane, GTK_TYPE_BUTTON, "_Finish There");
  g_signal_emit_by_name (button, "clicked");
  stp_session_fixture_settle ();
  session = stp_timeline_get_last_session (fixture->timeline);
  g_assert_cmpint (session->state, ==, STP_SESSION_DONE);
  g_assert_cmpint (session->end.us, ==, stroke + 12 * STP_MINUTE);
}

static void
test_aftercare_names_what_comes_back (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);
  g_autoptr (GError) error = NULL;

  stp_session_fixture_add_product (fixture, "Night <Serum>", STP_PRODUCT_SERUM,
                                   "Aqua, Glycerin, Retinol");
  stp_session_fixture_add_product (fixture, "Plain Cream", STP_PRODUCT_CREAM, "Aqua, Glycerin");
  stp_session_fixture_start (fixture);
  needle (fixture);
  stp_procedure_stop (fixture->procedure, "pain", &error);
  g_assert_no_error (error);

  stp_session_fixture_show (fixture, pane);
  assert_page (pane, STP_TYPE_AFTERCARE_PAGE, FALSE);
  g_assert_nonnull (stp_session_fixture_find (pane, ADW_TYPE_ACTION_ROW, "Night <Serum>"));
  g_assert_nonnull (stp_session_fixture_find (pane, ADW_TYPE_ACTION_ROW, "Plain Cream"));
}

static const char *
get_group (GtkWidget *pane, const char *product)
{
  GtkWidget *row = stp_session_fixture_find (pane, ADW_TYPE_ACTION_ROW, product);

  g_assert_nonnull (row);
  return adw_preferences_group_get_title (
    ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP)));
}

/* What nobody can tell is neither fine nor said to come back. */
static void
test_aftercare_parts_the_shelf (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);
  g_autoptr (GError) error = NULL;

  stp_session_fixture_add_product (fixture, "Night Serum", STP_PRODUCT_SERUM,
                                   "Aqua, Glycerin, Retinol");
  stp_session_fixture_add_product (fixture, "Plain Cream", STP_PRODUCT_CREAM, "Aqua, Glycerin");
  stp_session_fixture_start (fixture);
  needle (fixture);
  stp_procedure_stop (fixture->procedure, "pain", &error);
  g_assert_no_error (error);
  stp_session_fixture_add_product (fixture, "Mystery Mist", STP_PRODUCT_TONER, NULL);
  stp_session_fixture_show (fixture, pane);
  g_assert_cmpstr (get_group (pane, "Night Serum"), ==, "Back Later");
  g_assert_cmpstr (get_group (pane, "Plain Cream"), ==, "Allowed Now");
  g_assert_cmpstr (get_group (pane, "Mystery Mist"), ==, "Better Left Off");
}

/* Skin that a doctor has to see comes before the reason why it is not needled at home; skin that
 * only needs time stands beside it. */
static void
test_barred_shows_the_lock (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);
  g_autoptr (StpReaction) red = stp_record_new (STP_RECORD_REACTION);

  stp_session_fixture_add_person (fixture);
  stp_session_fixture_answer (fixture, "q.keloid", STP_ANSWER_SELF);
  stp_session_fixture_show (fixture, pane);
  assert_page (pane, STP_TYPE_BARRED_PAGE, FALSE);
  g_assert_null (stp_session_fixture_find (pane, ADW_TYPE_ACTION_ROW, "A Doctor Says It Is Over…"));

  red->at.us = fixture->now;
  red->signs = STP_BIT (STP_SIGN_PUS);
  stp_session_fixture_put (fixture, red);
  stp_session_fixture_settle ();
  assert_page (pane, STP_TYPE_AFTERCARE_PAGE, FALSE);
  g_assert_nonnull (
    stp_session_fixture_find (pane, ADW_TYPE_ACTION_ROW, "A Doctor Says It Is Over…"));
}

static void
test_barred_shows_what_rests (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);
  g_autoptr (StpReaction) amber = stp_record_new (STP_RECORD_REACTION);

  stp_session_fixture_add_device (fixture);
  stp_session_fixture_add_person (fixture);
  stp_session_fixture_plan (fixture, 48);
  stp_session_fixture_answer (fixture, "q.keloid", STP_ANSWER_SELF);
  amber->at.us = fixture->now;
  amber->signs = STP_BIT (STP_SIGN_ITCHY_BUMPS);
  stp_session_fixture_put (fixture, amber);
  stp_session_fixture_show (fixture, pane);
  assert_page (pane, STP_TYPE_BARRED_PAGE, FALSE);
  g_assert_nonnull (
    stp_session_fixture_find (pane, ADW_TYPE_ACTION_ROW, "Your skin needs more time"));
}

static void
test_prepare_lists_last_uses (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);
  GtkWidget *row;

  stp_session_fixture_add_device (fixture);
  stp_session_fixture_add_product (fixture, "Night Serum", STP_PRODUCT_SERUM,
                                   "Aqua, Glycerin, Retinol");
  stp_session_fixture_plan (fixture, 72);
  stp_session_fixture_show (fixture, pane);
  row = stp_session_fixture_find (pane, ADW_TYPE_ACTION_ROW, "Night Serum");
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Last use: tomorrow 18:00");

  stp_session_fixture_advance (fixture, 25 * 60);
  row = stp_session_fixture_find (pane, ADW_TYPE_ACTION_ROW, "Night Serum");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Since today 18:00");
}

/* A caution that was accepted is found again on the page that the session ends on. */
static void
test_confirmed_is_found_again (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);
  StpProduct *toner = stp_session_fixture_add_product (fixture, "Clear Toner", STP_PRODUCT_TONER,
                                                       "Alcohol Denat., Aqua, Glycerin");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) confirmed = NULL;
  GtkWidget *row;

  stp_session_fixture_use (fixture, toner, 3);
  stp_session_fixture_start (fixture);
  needle (fixture);
  stp_procedure_stop (fixture->procedure, "pain", &error);
  g_assert_no_error (error);
  stp_session_fixture_show (fixture, pane);
  assert_page (pane, STP_TYPE_AFTERCARE_PAGE, FALSE);
  confirmed = stp_procedure_list_confirmed (fixture->procedure);
  g_assert_cmpuint (confirmed->len, >, 0);
  row = stp_session_fixture_find (pane, ADW_TYPE_ACTION_ROW,
                                  g_array_index (confirmed, StpConfirmed, 0).text);
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Clear Toner");
}

static GtkWidget *
find_check (GtkWidget *root, const char *title)
{
  GtkWidget *row = stp_session_fixture_find (root, ADW_TYPE_ACTION_ROW, title);

  g_assert_nonnull (row);
  return adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
}

/* What is ticked is in the diary, and moves nothing that is reckoned from steps. */
static void
test_prepare_keeps_what_is_ready (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);
  GtkWidget *towel;
  gint64 end;

  stp_session_fixture_add_device (fixture);
  stp_session_fixture_plan (fixture, 72);
  stp_session_fixture_show (fixture, pane);
  end = stp_timeline_get_session_end (fixture->timeline,
                                      stp_procedure_get_session (fixture->procedure));
  towel = find_check (pane, "A clean _towel and a fresh pillowcase");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (towel), TRUE);
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_STEP), ==, 1);
  g_assert_cmpint (stp_timeline_get_session_end (fixture->timeline,
                                                 stp_procedure_get_session (fixture->procedure)),
                   ==, end);

  gtk_window_destroy (fixture->window);
  pane = create_pane (fixture);
  stp_session_fixture_show (fixture, pane);
  towel = find_check (pane, "A clean _towel and a fresh pillowcase");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (towel)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (towel), FALSE);
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_STEP), ==, 1);
  g_assert_false (stp_procedure_get_thing (fixture->procedure, 1).ready);
}

/* A week ahead there is time to get one; with one on the shelf nothing is said. */
static void
test_prepare_asks_for_sunscreen (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);

  stp_session_fixture_add_device (fixture);
  stp_session_fixture_plan (fixture, 8 * 24);
  stp_session_fixture_show (fixture, pane);
  g_assert_null (stp_session_fixture_find (pane, ADW_TYPE_ACTION_ROW, "Get a mineral sunscreen"));
  stp_session_fixture_advance (fixture, 24 * 60);
  g_assert_nonnull (
    stp_session_fixture_find (pane, ADW_TYPE_ACTION_ROW, "Get a mineral sunscreen"));
  stp_session_fixture_add_product (fixture, "Day", STP_PRODUCT_SUNSCREEN,
                                   "Aqua, Zinc Oxide, Glycerin");
  stp_session_fixture_settle ();
  g_assert_null (stp_session_fixture_find (pane, ADW_TYPE_ACTION_ROW, "Get a mineral sunscreen"));
}

static void
test_prepare_says_the_evening_before (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);
  GtkWidget *row;

  stp_session_fixture_add_device (fixture);
  stp_session_fixture_add_product (fixture, "Night Serum", STP_PRODUCT_SERUM,
                                   "Aqua, Glycerin, Retinol");
  stp_session_fixture_plan (fixture, 26);
  stp_session_fixture_show (fixture, pane);
  row = stp_session_fixture_find (pane, ADW_TYPE_ACTION_ROW, "Leave out");
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Night Serum");
}

/* An edit that changes nothing of a page leaves its rows, and with them the focus and whatever is
 * open. */
static void
assert_rows_stay (StpSessionFixture *fixture, GtkWidget *pane, const char *title)
{
  g_autoptr (GtkWidget) row = stp_session_fixture_find (pane, ADW_TYPE_ACTION_ROW, title);
  g_autoptr (StpRating) rating = stp_record_new (STP_RECORD_RATING);

  g_assert_nonnull (row);
  g_object_ref (row);
  rating->goal = STP_GOAL_GLOW;
  rating->at.us = fixture->now;
  stp_session_fixture_put (fixture, rating);
  stp_session_fixture_advance (fixture, 1);
  g_assert_true (row == stp_session_fixture_find (pane, ADW_TYPE_ACTION_ROW, title));
}

static void
test_rows_stay (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);
  g_autoptr (GError) error = NULL;

  stp_session_fixture_add_product (fixture, "Night Serum", STP_PRODUCT_SERUM,
                                   "Aqua, Glycerin, Retinol");
  stp_session_fixture_start (fixture);
  needle (fixture);
  stp_procedure_stop (fixture->procedure, "pain", &error);
  g_assert_no_error (error);
  stp_session_fixture_show (fixture, pane);
  assert_page (pane, STP_TYPE_AFTERCARE_PAGE, FALSE);
  assert_rows_stay (fixture, pane,
                    "If it gets worse instead of better, oozes or spreads, ask a doctor.");
}

static void
test_standing_rows_stay (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);

  stp_session_fixture_add_device (fixture);
  stp_session_fixture_add_person (fixture);
  stp_session_fixture_answer (fixture, "q.anticoag", STP_ANSWER_YES);
  stp_session_fixture_show (fixture, pane);
  assert_page (pane, STP_TYPE_NOTHING_PAGE, FALSE);
  assert_rows_stay (fixture, pane, "Ask a doctor before needling with a blood thinner.");

  stp_session_fixture_answer (fixture, "q.keloid", STP_ANSWER_SELF);
  assert_page (pane, STP_TYPE_BARRED_PAGE, FALSE);
  assert_rows_stay (fixture, pane, "No needling where scars grow thick.");
}

/* Begun, left before the first stroke and found a day later: nobody is about to start. */
static void
test_left_open_asks (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);

  stp_session_fixture_start (fixture);
  stp_session_fixture_show (fixture, pane);
  assert_page (pane, STP_TYPE_STEPS_PAGE, TRUE);
  stp_session_fixture_advance (fixture, 3 * 60);
  assert_page (pane, STP_TYPE_GATE_PAGE, TRUE);
  stp_session_fixture_advance (fixture, 3 * 24 * 60);
  assert_page (pane, STP_TYPE_OVERDUE_PAGE, TRUE);
  gtk_widget_activate_action (pane, "session.cancel", NULL);
  assert_page (pane, STP_TYPE_NOTHING_PAGE, FALSE);
}

static void
test_finalized (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = create_pane (fixture);
  GtkWidget *page;

  stp_session_fixture_add_device (fixture);
  stp_session_fixture_show (fixture, pane);
  page = adw_bin_get_child (ADW_BIN (pane));
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_object_add_weak_pointer (G_OBJECT (pane), (gpointer *) &pane);

  stp_session_fixture_plan (fixture, 24);
  stp_session_fixture_settle ();
  g_assert_null (page);
  g_clear_pointer (&fixture->window, gtk_window_destroy);
  stp_session_fixture_settle ();
  g_assert_null (pane);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/session-pane/follows-phases", test_follows_phases);
  g_test_add_func ("/session-pane/start-now", test_start_now_opens_the_gate);
  g_test_add_func ("/session-pane/cancel", test_cancel);
  g_test_add_func ("/session-pane/overdue", test_overdue_is_logged);
  g_test_add_func ("/session-pane/interrupted", test_interrupted_finishes_there);
  g_test_add_func ("/session-pane/aftercare", test_aftercare_names_what_comes_back);
  g_test_add_func ("/session-pane/aftercare-parts", test_aftercare_parts_the_shelf);
  g_test_add_func ("/session-pane/barred-lock", test_barred_shows_the_lock);
  g_test_add_func ("/session-pane/barred-rest", test_barred_shows_what_rests);
  g_test_add_func ("/session-pane/prepare", test_prepare_lists_last_uses);
  g_test_add_func ("/session-pane/confirmed", test_confirmed_is_found_again);
  g_test_add_func ("/session-pane/prepare-ready", test_prepare_keeps_what_is_ready);
  g_test_add_func ("/session-pane/prepare-sunscreen", test_prepare_asks_for_sunscreen);
  g_test_add_func ("/session-pane/prepare-evening", test_prepare_says_the_evening_before);
  g_test_add_func ("/session-pane/rows-stay", test_rows_stay);
  g_test_add_func ("/session-pane/standing-rows-stay", test_standing_rows_stay);
  g_test_add_func ("/session-pane/left-open", test_left_open_asks);
  g_test_add_func ("/session-pane/finalized", test_finalized);

  return g_test_run ();
}
