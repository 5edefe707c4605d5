// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-check-in.h"
#include "rules/stp-reactions.h"
#include "session/stp-aftercare-page.h"
#include "session/stp-log-session-dialog.h"
#include "session/stp-resolve-dialog.h"
#include "session/stp-session-pane.h"
#include "shared/stp-check-in-dialog.h"
#include "shared/stp-check-row.h"
#include "stp-session-fixture.h"

static AdwDialog *
present (StpSessionFixture *fixture, AdwDialog *dialog)
{
  if (!fixture->window)
    stp_session_fixture_show (fixture, adw_bin_new ());
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  stp_session_fixture_await (GTK_WIDGET (dialog));
  return dialog;
}

/* What a dialog or an opened row shows is there some frames later. */
static GtkWidget *
find (gpointer root, GType type, const char *text)
{
  GtkWidget *found = NULL;

  while (!(found = stp_session_fixture_find (GTK_WIDGET (root), type, text)))
    g_main_context_iteration (NULL, TRUE);
  return found;
}

static void
click (gpointer root, const char *label)
{
  g_signal_emit_by_name (find (root, GTK_TYPE_BUTTON, label), "clicked");
  stp_session_fixture_settle ();
}

static guint
count (StpSessionFixture *fixture)
{
  return stp_diary_get_n_records (fixture->diary, STP_RECORD_REACTION);
}

static StpReaction *
get_reaction (StpSessionFixture *fixture, guint index)
{
  return stp_diary_peek_record (fixture->diary, STP_RECORD_REACTION, index);
}

/* A session that ended so many hours ago. */
static void
add_session (StpSessionFixture *fixture, gint64 hours)
{
  g_autoptr (StpSession) session = stp_record_new (STP_RECORD_SESSION);
  StpSessionArea *area = stp_session_area_new ();

  area->area = STP_AREA_CHEEKS;
  area->needle_um = 250;
  session->state = STP_SESSION_DONE;
  session->purpose = STP_PURPOSE_FULL;
  session->place = STP_PLACE_HOME;
  session->start.us = fixture->now - (hours + 1) * STP_HOUR;
  session->end.us = fixture->now - hours * STP_HOUR;
  session->areas = stp_values_new (&stp_session_area_shape);
  g_ptr_array_add (session->areas, area);
  stp_session_fixture_amend (fixture, session);
}

static AdwDialog *
open_form (StpSessionFixture *fixture)
{
  return present (fixture, stp_check_in_dialog_new (fixture->workspace, STP_TIME_UNSET));
}

static void
mark_pus (AdwDialog *dialog)
{
  GtkWidget *topic = find (dialog, ADW_TYPE_EXPANDER_ROW, "Pus, Crust, Fever or Tenderness");

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (topic), TRUE);
  stp_session_fixture_settle ();
  stp_check_row_set_active (STP_CHECK_ROW (find (dialog, STP_TYPE_CHECK_ROW, "Pus")), TRUE);
}

/* E5: silence is not "no": an untouched form cannot be saved, calm skin is said. */
static void
test_calm_is_said (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwDialog *dialog;

  add_session (fixture, 25);
  dialog = open_form (fixture);
  g_assert_false (gtk_widget_get_sensitive (find (dialog, GTK_TYPE_BUTTON, "_Save")));
  click (dialog, "Calm: _Nothing to See or Feel");

  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_cmpint (get_reaction (fixture, 0)->slot, ==, STP_SLOT_PLUS_24H);
  g_assert_cmpint (get_reaction (fixture, 0)->itch, ==, 0);
  g_assert_cmpint (stp_reaction_grade (fixture->timeline, get_reaction (fixture, 0)), ==,
                   STP_REACTION_CALM);
}

static void
test_levels_are_kept (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwDialog *dialog;

  add_session (fixture, 80);
  dialog = open_form (fixture);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, ADW_TYPE_COMBO_ROW, "Itch")), 3);
  g_assert_false (
    gtk_widget_get_sensitive (find (dialog, GTK_TYPE_BUTTON, "Calm: _Nothing to See or Feel")));
  click (dialog, "_Save");

  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_cmpint (get_reaction (fixture, 0)->itch, ==, 3);
  g_assert_cmpint (get_reaction (fixture, 0)->redness, ==, 0);
}

/* In a narrow window too the form opens on what most days say. */
static void
test_opens_on_calm (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwDialog *dialog;

  add_session (fixture, 25);
  stp_session_fixture_show (fixture, adw_bin_new ());
  gtk_window_set_default_size (fixture->window, 360, 700);
  stp_session_fixture_await (GTK_WIDGET (fixture->window));
  dialog = open_form (fixture);
  g_assert_true (gtk_window_get_focus (fixture->window) ==
                 find (dialog, GTK_TYPE_BUTTON, "Calm: _Nothing to See or Feel"));
}

/* E14: an alarm sign is asked about once; "change it" keeps nothing. */
static void
test_red_is_confirmed (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwDialog *dialog;

  add_session (fixture, 25);
  dialog = open_form (fixture);
  mark_pus (dialog);
  click (dialog, "_Save");
  g_assert_cmpuint (count (fixture), ==, 0);
  click (fixture->window, "_Change It");
  g_assert_cmpuint (count (fixture), ==, 0);

  click (dialog, "_Save");
  click (fixture->window, "_Yes, Save");
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_cmpuint (get_reaction (fixture, 0)->signs, ==, STP_BIT (STP_SIGN_PUS));
}

/* What is remembered belongs to the session before it, not to the last one. */
static void
test_past_moment (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwDialog *dialog;

  add_session (fixture, 2);
  dialog = present (fixture,
                    stp_check_in_dialog_new (fixture->workspace, fixture->now - 24 * STP_HOUR));
  click (dialog, "Calm: _Nothing to See or Feel");
  g_assert_cmpuint (count (fixture), ==, 1);
  g_assert_null (get_reaction (fixture, 0)->session);
  g_assert_cmpint (get_reaction (fixture, 0)->at.us, ==, fixture->now - 24 * STP_HOUR);
}

static void
put_red (StpSessionFixture *fixture)
{
  g_autoptr (StpReaction) draft = stp_record_new (STP_RECORD_REACTION);
  g_autoptr (GError) error = NULL;

  draft->at.us = fixture->now;
  draft->signs = STP_BIT (STP_SIGN_PUS);
  g_assert_true (stp_check_in_record (fixture->timeline, draft, &error));
  g_assert_no_error (error);
}

static void
test_doctor_lifts (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwDialog *dialog;

  put_red (fixture);
  dialog = present (fixture,
                    stp_resolve_dialog_new (fixture->workspace, get_reaction (fixture, 0)));
  g_assert_false (gtk_widget_get_sensitive (find (dialog, GTK_TYPE_BUTTON, "_Save")));
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, ADW_TYPE_ENTRY_ROW, "_By Whom")),
                         " Dr. Example ");
  click (dialog, "_Save");
  g_assert_cmpstr (get_reaction (fixture, 0)->resolved->by, ==, "Dr. Example");
  g_assert_cmpuint (get_reaction (fixture, 0)->resolved->on, ==,
                    stp_clock_get_today (fixture->clock));
}

/* The lock has the pane, also where no session was ever recorded, and a mistake is asked about. */
static void
test_pane_locks (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = g_object_new (STP_TYPE_SESSION_PANE, "workspace", fixture->workspace, NULL);

  stp_session_fixture_add_device (fixture);
  stp_session_fixture_plan (fixture, 0);
  put_red (fixture);
  stp_session_fixture_show (fixture, pane);
  g_assert_true (STP_IS_AFTERCARE_PAGE (adw_bin_get_child (ADW_BIN (pane))));
  find (pane, GTK_TYPE_LABEL, "Please Have This Looked At");

  gtk_widget_activate_action (pane, "session.recant", "s",
                              stp_record_get_id (get_reaction (fixture, 0)));
  click (fixture->window, "It Was a _Mistake");
  g_assert_cmpstr (get_reaction (fixture, 0)->resolved->by, ==, STP_RESOLVED_BY_MISTAKE);
  find (pane, ADW_TYPE_ACTION_ROW, "An alarm sign was recorded by mistake");
}

static void
test_dot_and_skip (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *pane = g_object_new (STP_TYPE_SESSION_PANE, "workspace", fixture->workspace, NULL);

  add_session (fixture, 1);
  stp_session_fixture_show (fixture, pane);
  g_assert_false (stp_pane_get_needs_attention (STP_PANE (pane)));
  stp_session_fixture_advance (fixture, 60);
  g_assert_true (stp_pane_get_needs_attention (STP_PANE (pane)));
  gtk_widget_activate_action (pane, "session.skip-check-in", NULL);
  stp_session_fixture_settle ();
  g_assert_false (stp_pane_get_needs_attention (STP_PANE (pane)));
  g_assert_true (get_reaction (fixture, 0)->skipped);
}

static StpSession *
log_session (StpSessionFixture *fixture, StpLogSessionKind kind)
{
  AdwDialog *dialog = present (fixture, stp_log_session_dialog_new (fixture->workspace, kind));

  click (dialog, "_Log");
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_SESSION), ==, 1);
  return stp_diary_peek_record (fixture->diary, STP_RECORD_SESSION, 0);
}

static void
test_logs_what_was_done (void)
{
  const struct
  {
    StpLogSessionKind kind;
    StpPlace place;
    StpTreatment treatment;
    int needle_um;
  } forms[] = {
    { STP_LOG_CLINIC, STP_PLACE_CLINIC, STP_TREATMENT_NEEDLING, STP_UNSET },
    { STP_LOG_LIGHT, STP_PLACE_HOME, STP_TREATMENT_LED_RED, STP_UNSET },
    { STP_LOG_EARLIER, STP_PLACE_HOME, STP_TREATMENT_NEEDLING, 250 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
      StpSession *session;

      stp_session_fixture_add_device (fixture);
      session = log_session (fixture, forms[i].kind);
      g_assert_cmpint (session->state, ==, STP_SESSION_DONE);
      g_assert_cmpint (session->place, ==, forms[i].place);
      g_assert_cmpint (session->treatment, ==, forms[i].treatment);
      g_assert_cmpuint (session->areas->len, ==, 1);
      g_assert_cmpint (((StpSessionArea *) session->areas->pdata[0])->needle_um, ==,
                       forms[i].needle_um);
    }
}

/* E2: what stands against a clinic's session is told, and refuses nothing. */
static void
test_clinic_is_told (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpProduct *serum = stp_session_fixture_add_product (fixture, "Night Serum", STP_PRODUCT_SERUM,
                                                       "Aqua, Retinol");
  AdwDialog *dialog;

  stp_session_fixture_use (fixture, serum, 10);
  dialog = present (fixture, stp_log_session_dialog_new (fixture->workspace, STP_LOG_CLINIC));
  find (dialog, GTK_TYPE_LABEL, "Tell Your Clinic");
  g_assert_true (gtk_widget_get_sensitive (find (dialog, GTK_TYPE_BUTTON, "_Log")));
  click (dialog, "_Log");
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_SESSION), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/check-in/opens-on-calm", test_opens_on_calm);
  g_test_add_func ("/check-in/calm-is-said", test_calm_is_said);
  g_test_add_func ("/check-in/levels-are-kept", test_levels_are_kept);
  g_test_add_func ("/check-in/red-is-confirmed", test_red_is_confirmed);
  g_test_add_func ("/check-in/past-moment", test_past_moment);
  g_test_add_func ("/check-in/doctor-lifts", test_doctor_lifts);
  g_test_add_func ("/check-in/pane-locks", test_pane_locks);
  g_test_add_func ("/check-in/dot-and-skip", test_dot_and_skip);
  g_test_add_func ("/check-in/logs-what-was-done", test_logs_what_was_done);
  g_test_add_func ("/check-in/clinic-is-told", test_clinic_is_told);
  return g_test_run ();
}
