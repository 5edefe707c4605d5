// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-pass-box.h"
#include "session/stp-step-dots.h"
#include "session/stp-step-timer.h"
#include "session/stp-steps-page.h"
#include "session/stp-stop-dialog.h"
#include "shared/stp-photo-group.h"
#include "stp-session-fixture.h"

static StpStepsPage *
show_steps (StpSessionFixture *fixture)
{
  GtkWidget *page;

  stp_session_fixture_start (fixture);
  page = g_object_new (STP_TYPE_STEPS_PAGE, "workspace", fixture->workspace, NULL);
  stp_session_fixture_show (fixture, page);

  return STP_STEPS_PAGE (page);
}

static GtkEventController *
find_controller (StpStepsPage *page, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (page));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }

  g_assert_not_reached ();
}

static void
press_key (StpStepsPage *page, guint keyval)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (page, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed",
                         keyval, 0, 0, &handled);
  stp_session_fixture_settle ();
}

static void
release_key (StpStepsPage *page, guint keyval)
{
  g_signal_emit_by_name (find_controller (page, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-released",
                         keyval, 0, 0);
}

static void
tap (StpStepsPage *page, guint keyval)
{
  press_key (page, keyval);
  release_key (page, keyval);
}

static const StpProcedureStep *
get_current (StpSessionFixture *fixture)
{
  return stp_procedure_get_step (fixture->procedure,
                                 stp_procedure_get_current (fixture->procedure));
}

static const char *
get_next_label (StpStepsPage *page)
{
  GtkWidget *button;
  static const char *const labels[] = { "_Next", "_Begin", "S_kip", "_Done" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if ((button = stp_session_fixture_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, labels[i])))
      return labels[i];

  return NULL;
}

static void
go_to (StpSessionFixture *fixture, StpStepsPage *page, StpStepKind kind)
{
  while (get_current (fixture)->kind != kind)
    tap (page, GDK_KEY_space);
}

static void
test_space_advances_once (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpStepsPage *page = show_steps (fixture);

  g_assert_cmpuint (stp_steps_page_get_shown (page), ==, 0);
  press_key (page, GDK_KEY_space);
  press_key (page, GDK_KEY_space);
  press_key (page, GDK_KEY_space);
  g_assert_cmpuint (stp_steps_page_get_shown (page), ==, 1);
  g_assert_cmpuint (stp_procedure_get_current (fixture->procedure), ==, 1);

  release_key (page, GDK_KEY_space);
  tap (page, GDK_KEY_Return);
  g_assert_cmpint (get_current (fixture)->kind, ==, STP_STEP_INSPECT);
  g_assert_cmpuint (stp_steps_page_get_shown (page), ==, 3);
}

static void
test_looking_back_does_nothing (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpStepsPage *page = show_steps (fixture);

  tap (page, GDK_KEY_space);
  tap (page, GDK_KEY_space);
  gtk_widget_activate_action (GTK_WIDGET (page), "steps.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "steps.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "steps.back", NULL);
  g_assert_cmpuint (stp_steps_page_get_shown (page), ==, 0);
  g_assert_cmpuint (stp_procedure_get_current (fixture->procedure), ==, 3);

  tap (page, GDK_KEY_space);
  tap (page, GDK_KEY_space);
  g_assert_cmpuint (stp_steps_page_get_shown (page), ==, 3);
  g_assert_cmpuint (stp_procedure_get_current (fixture->procedure), ==, 3);
}

static void
click (StpStepsPage *page, const char *label)
{
  GtkWidget *button = stp_session_fixture_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  stp_session_fixture_settle ();
}

static GtkWidget *
find_button (StpStepsPage *page, const char *label)
{
  return stp_session_fixture_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, label);
}

static void
choose_toggle (StpStepsPage *page, guint index)
{
  GtkWidget *group = stp_session_fixture_find (GTK_WIDGET (page), ADW_TYPE_TOGGLE_GROUP, NULL);

  g_assert_nonnull (group);
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (group), index);
  stp_session_fixture_settle ();
}

static void
put_cream_on (StpSessionFixture *fixture, StpStepsPage *page)
{
  go_to (fixture, page, STP_STEP_INSPECT);
  click (page, "N_umbing Cream…");
  g_assert_cmpint (get_current (fixture)->kind, ==, STP_STEP_NUMB);
  g_assert_cmpstr (get_next_label (page), ==, "S_kip");
  g_assert_false (gtk_widget_is_sensitive (find_button (page, "_Use Numbing Cream")));
  choose_toggle (page, 0);
  click (page, "_Use Numbing Cream");
}

static void
test_numbing_is_timed (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpStepsPage *page = show_steps (fixture);

  put_cream_on (fixture, page);
  g_assert_cmpstr (get_next_label (page), ==, "_Next");
  g_assert_nonnull (stp_session_fixture_find (GTK_WIDGET (page), STP_TYPE_STEP_TIMER, NULL));
  g_assert_nonnull (stp_session_fixture_find (GTK_WIDGET (page), GTK_TYPE_LABEL,
                                              "Until 18:30, at the latest 19:00"));
  tap (page, GDK_KEY_space);
  g_assert_cmpint (get_current (fixture)->kind, ==, STP_STEP_WASH_OFF);
}

/* Clinical rules, section 2.1: what is stronger, or nobody knows, is not put on. */
static void
test_strong_numbing_is_refused (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpStepsPage *page = show_steps (fixture);

  go_to (fixture, page, STP_STEP_INSPECT);
  click (page, "N_umbing Cream…");
  for (guint i = 1; i < 3; i++)
    {
      choose_toggle (page, i);
      g_assert_false (gtk_widget_is_sensitive (find_button (page, "_Use Numbing Cream")));
    }
  g_assert_nonnull (
    stp_session_fixture_find (GTK_WIDGET (page), GTK_TYPE_LABEL,
                              "Its strength is not known. At most 4 % lidocaine is safe at home."));
  tap (page, GDK_KEY_space);
  g_assert_cmpint (get_current (fixture)->kind, ==, STP_STEP_NEEDLE);
}

/* The computer slept, and the clock jumped: the cap is said at once. */
static void
test_numbing_cap_after_sleep (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpStepsPage *page = show_steps (fixture);

  put_cream_on (fixture, page);
  stp_session_fixture_advance (fixture, 29);
  g_assert_null (stp_procedure_get_alert (fixture->procedure));
  stp_session_fixture_advance (fixture, 32);
  g_assert_nonnull (stp_session_fixture_find (GTK_WIDGET (page), GTK_TYPE_LABEL,
                                              "60 minutes are over. Wipe the cream off now."));
  stp_session_fixture_advance (fixture, 30);
  g_assert_nonnull (stp_session_fixture_find (
    GTK_WIDGET (page), GTK_TYPE_LABEL,
    "The cream was on for over 90 minutes. Wash it off. No needling today."));
  tap (page, GDK_KEY_space);
  g_assert_cmpint (get_current (fixture)->kind, ==, STP_STEP_WASH_OFF);
  g_assert_cmpstr (get_next_label (page), ==, "_Done");
  tap (page, GDK_KEY_space);
  g_assert_cmpint (stp_procedure_get_phase (fixture->procedure), ==, STP_PHASE_NOTHING);
}

/* What is ticked is kept at once, so that a crash does not lose it. */
static void
test_directions_are_kept (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpStepsPage *page = show_steps (fixture);
  GtkWidget *button;

  go_to (fixture, page, STP_STEP_NEEDLE);
  tap (page, GDK_KEY_space);
  button = stp_session_fixture_find (
    stp_session_fixture_find (GTK_WIDGET (page), STP_TYPE_PASS_BOX, NULL), GTK_TYPE_TOGGLE_BUTTON,
    NULL);
  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  stp_session_fixture_settle ();
  g_assert_cmpstr (get_current (fixture)->detail, ==, "vertical");
  g_assert_nonnull (stp_session_fixture_find (GTK_WIDGET (page), GTK_TYPE_LABEL,
                                              "1 of 4 directions done · up to 5 strokes each"));
}

/* First care from the own shelf is a use like any other. */
static void
test_care_is_logged (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpProduct *cream = stp_session_fixture_add_product (fixture, "Plain Cream", STP_PRODUCT_CREAM,
                                                       "Aqua, Glycerin, Squalane, Panthenol");
  StpStepsPage *page;
  GtkWidget *row;
  gint64 now;

  stp_session_fixture_use (fixture, cream, 48);
  page = show_steps (fixture);
  now = stp_clock_get_now (fixture->clock);
  go_to (fixture, page, STP_STEP_RINSE);
  row = stp_session_fixture_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "Plain Cream");
  g_assert_nonnull (row);
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))), TRUE);
  tap (page, GDK_KEY_space);
  g_assert_cmpint (get_current (fixture)->kind, ==, STP_STEP_DISINFECT_AFTER);
  g_assert_cmpint (stp_timeline_get_last_use (fixture->timeline, stp_record_get_id (cream)), ==,
                   now);
}

/* The first stroke is an instant of its own: the skin counts as needled from there (E13). */
static void
test_needling_begins_and_ends (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpStepsPage *page = show_steps (fixture);
  guint shown;

  go_to (fixture, page, STP_STEP_NEEDLE);
  shown = stp_steps_page_get_shown (page);
  g_assert_cmpstr (get_next_label (page), ==, "_Begin");
  g_assert_true (get_current (fixture)->at == STP_TIME_UNSET);

  tap (page, GDK_KEY_space);
  g_assert_cmpuint (stp_steps_page_get_shown (page), ==, shown);
  g_assert_true (get_current (fixture)->at != STP_TIME_UNSET);
  g_assert_cmpstr (get_next_label (page), ==, "_Next");

  tap (page, GDK_KEY_space);
  g_assert_cmpuint (stp_steps_page_get_shown (page), ==, shown + 1);
}

static void
test_rating_is_kept (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpStepsPage *page = show_steps (fixture);
  StpRating *rating;
  GtkWidget *group;

  go_to (fixture, page, STP_STEP_DISINFECT_AFTER);
  g_assert_cmpstr (get_next_label (page), ==, "_Done");
  group = stp_session_fixture_find (GTK_WIDGET (page), ADW_TYPE_TOGGLE_GROUP, NULL);
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (group), 2);
  tap (page, GDK_KEY_space);

  g_assert_cmpint (stp_procedure_get_phase (fixture->procedure), !=, STP_PHASE_STEPS);
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_RATING), ==, 1);
  rating = stp_diary_peek_record (fixture->diary, STP_RECORD_RATING, 0);
  g_assert_cmpint (rating->value, ==, 1);
  g_assert_true (rating->immediate);
}

static StpPhoto *
get_photo (StpSessionFixture *fixture)
{
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_PHOTO), ==, 1);
  return stp_diary_peek_record (fixture->diary, STP_RECORD_PHOTO, 0);
}

/* A photo belongs to the session; another takes its place, and nobody has to take any. */
static void
test_photo_is_kept (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpStepsPage *page = show_steps (fixture);
  g_autofree char *session = NULL;
  GtkWidget *group;

  g_assert_null (stp_session_fixture_find (GTK_WIDGET (page), STP_TYPE_PHOTO_GROUP, NULL));
  go_to (fixture, page, STP_STEP_DISINFECT_AFTER);
  session = g_strdup (stp_record_get_id (stp_procedure_get_session (fixture->procedure)));
  group = stp_session_fixture_find (GTK_WIDGET (page), STP_TYPE_PHOTO_GROUP, NULL);
  g_assert_nonnull (group);

  g_signal_emit_by_name (group, "taken", "photos/one.jpg");
  g_signal_emit_by_name (group, "taken", "photos/two.jpg");
  g_assert_cmpstr (get_photo (fixture)->file, ==, "photos/two.jpg");
  g_assert_cmpstr (get_photo (fixture)->session, ==, session);
  g_assert_cmpint (get_photo (fixture)->at.us, ==, stp_clock_get_now (fixture->clock));
  g_signal_emit_by_name (group, "removed");
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_PHOTO), ==, 0);

  g_assert_cmpint (get_current (fixture)->kind, ==, STP_STEP_DISINFECT_AFTER);
  tap (page, GDK_KEY_space);
  g_assert_cmpint (stp_procedure_get_phase (fixture->procedure), !=, STP_PHASE_STEPS);
}

static void
press_shortcut (StpStepsPage *page, const char *keys)
{
  GListModel *shortcuts = G_LIST_MODEL (find_controller (page, GTK_TYPE_SHORTCUT_CONTROLLER));

  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      g_autofree char *trigger = gtk_shortcut_trigger_to_string (
        gtk_shortcut_get_trigger (shortcut));

      if (g_str_equal (trigger, keys))
        gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (page),
                                      NULL);
    }
  stp_session_fixture_settle ();
}

static AdwDialog *
get_dialog (StpSessionFixture *fixture)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));

  if (dialog)
    stp_session_fixture_await (GTK_WIDGET (dialog));
  return dialog;
}

/* Before the needles Escape asks; nobody has to say why. */
static void
test_escape_asks (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpStepsPage *page = show_steps (fixture);
  AdwDialog *dialog;

  g_assert_nonnull (find_button (page, "_Stop…"));
  press_shortcut (page, "Escape");
  dialog = get_dialog (fixture);
  g_assert_true (STP_IS_STOP_DIALOG (dialog));
  g_assert_cmpint (stp_procedure_get_phase (fixture->procedure), ==, STP_PHASE_STEPS);
  g_signal_emit_by_name (dialog, "response", "go-on");
  g_assert_cmpint (stp_procedure_get_phase (fixture->procedure), ==, STP_PHASE_STEPS);
  g_assert_cmpstr (adw_alert_dialog_get_default_response (ADW_ALERT_DIALOG (dialog)), ==, "stop");
  g_signal_emit_by_name (dialog, "response", "stop");
  stp_session_fixture_settle ();
  g_assert_cmpint (stp_procedure_get_phase (fixture->procedure), ==, STP_PHASE_NOTHING);
}

/* The reason that a stop was recorded with. */
static const char *
get_stop_reason (StpSessionFixture *fixture)
{
  for (guint i = 0; i < stp_diary_get_n_records (fixture->diary, STP_RECORD_STEP); i++)
    {
      StpStep *step = stp_diary_peek_record (fixture->diary, STP_RECORD_STEP, i);

      if (step->step == STP_STEP_STOP)
        return step->detail;
    }

  g_assert_not_reached ();
}

/* With needles in the hand one key stops; what happened is asked after that. */
static void
test_escape_stops (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpStepsPage *page = show_steps (fixture);
  AdwDialog *dialog;
  GtkWidget *row;

  go_to (fixture, page, STP_STEP_NEEDLE);
  tap (page, GDK_KEY_space);
  g_assert_nonnull (find_button (page, "_Stop"));
  press_shortcut (page, "Escape");
  g_assert_cmpint (stp_timeline_get_last_session (fixture->timeline)->state, ==, STP_SESSION_DONE);
  g_assert_cmpstr (get_stop_reason (fixture), ==, NULL);

  dialog = get_dialog (fixture);
  g_assert_true (STP_IS_STOP_DIALOG (dialog));
  row = stp_session_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "Feeling faint");
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activated");
  stp_session_fixture_settle ();
  g_assert_cmpstr (get_stop_reason (fixture), ==, "faint");
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (get_dialog (fixture))), ==,
                   "Lie down and put your feet up.");
}

static void
test_finalized (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpStepsPage *page = show_steps (fixture);
  GtkWidget *dots = stp_session_fixture_find (GTK_WIDGET (page), STP_TYPE_STEP_DOTS, NULL);

  g_assert_nonnull (dots);
  g_object_add_weak_pointer (G_OBJECT (dots), (gpointer *) &dots);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  tap (page, GDK_KEY_space);
  g_clear_pointer (&fixture->window, gtk_window_destroy);
  stp_session_fixture_settle ();
  g_assert_null (dots);
  g_assert_null (page);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/steps-page/space-advances-once", test_space_advances_once);
  g_test_add_func ("/steps-page/looking-back", test_looking_back_does_nothing);
  g_test_add_func ("/steps-page/numbing", test_numbing_is_timed);
  g_test_add_func ("/steps-page/numbing-too-strong", test_strong_numbing_is_refused);
  g_test_add_func ("/steps-page/numbing-cap", test_numbing_cap_after_sleep);
  g_test_add_func ("/steps-page/directions", test_directions_are_kept);
  g_test_add_func ("/steps-page/care", test_care_is_logged);
  g_test_add_func ("/steps-page/needling", test_needling_begins_and_ends);
  g_test_add_func ("/steps-page/rating", test_rating_is_kept);
  g_test_add_func ("/steps-page/photo", test_photo_is_kept);
  g_test_add_func ("/steps-page/escape-asks", test_escape_asks);
  g_test_add_func ("/steps-page/escape-stops", test_escape_stops);
  g_test_add_func ("/steps-page/finalized", test_finalized);

  return g_test_run ();
}
