// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-questionnaire.h"
#include "session/stp-barred-page.h"
#include "session/stp-clearance-dialog.h"
#include "session/stp-questionnaire-dialog.h"
#include "session/stp-standing-group.h"
#include "shared/stp-check-row.h"
#include "stp-session-fixture.h"

/* A window with nothing in it but what is opened above it. */
static void
present (StpSessionFixture *fixture, AdwDialog *dialog)
{
  GtkWidget *empty = gtk_label_new ("");

  stp_session_fixture_show (fixture, empty);
  adw_dialog_present (dialog, empty);
  stp_session_fixture_await (GTK_WIDGET (dialog));
}

static GtkWidget *
find_row (gpointer root, const char *title)
{
  GtkWidget *row = stp_session_fixture_find (GTK_WIDGET (root), STP_TYPE_CHECK_ROW, title);

  g_assert_nonnull (row);
  return row;
}

/* (nullable): the first such row that is not checked */
static GtkWidget *
find_unchecked (GtkWidget *root, const char *title)
{
  if (STP_IS_CHECK_ROW (root))
    {
      const char *own = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root));

      return g_str_equal (own, title) && !stp_check_row_get_active (STP_CHECK_ROW (root)) ? root
                                                                                          : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_unchecked (child, title);

      if (found)
        return found;
    }
  return NULL;
}

static gboolean
is_shown (gpointer root, const char *title)
{
  return stp_session_fixture_find (GTK_WIDGET (root), STP_TYPE_CHECK_ROW, title) != NULL;
}

static void
activate (GtkWidget *row)
{
  gtk_widget_activate (row);
  stp_session_fixture_settle ();
}

/* Whether the answers may be saved; by name, as a dialog has one such button. */
static GtkWidget *
find_save (gpointer dialog)
{
  return stp_session_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Save");
}

/* One word a group; each is needed, and each is taken back by the row that gave it. */
static void
test_minute (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwDialog *dialog = stp_questionnaire_dialog_new (fixture->workspace);
  GtkWidget *none;
  guint n_words = 1;

  present (fixture, dialog);
  activate (find_row (dialog, "22 or older"));
  while ((none = find_unchecked (GTK_WIDGET (dialog), "None of these")))
    {
      g_assert_false (gtk_widget_get_sensitive (find_save (dialog)));
      activate (none);
      n_words++;
    }
  g_assert_cmpuint (n_words, ==, 6);
  g_assert_true (gtk_widget_get_sensitive (find_save (dialog)));
  activate (find_row (dialog, "None of these"));
  g_assert_false (gtk_widget_get_sensitive (find_save (dialog)));
  activate (find_row (dialog, "None of these"));
  g_signal_emit_by_name (find_save (dialog), "clicked");
  stp_session_fixture_settle ();
  g_assert_cmpint (stp_diary_get_profile (fixture->diary)->questionnaire_at.us, ==, fixture->now);
}

/* What applies asks which, right below it, and the others are no longer "these". */
static void
test_choice (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwDialog *dialog;

  stp_session_fixture_add_person (fixture);
  dialog = stp_questionnaire_dialog_new (fixture->workspace);
  present (fixture, dialog);
  g_assert_true (gtk_widget_get_sensitive (find_save (dialog)));
  g_assert_false (is_shown (dialog, "Now, or still a scab"));
  activate (find_row (dialog, "Cold sores"));
  g_assert_true (is_shown (dialog, "None of the others"));
  g_assert_false (gtk_widget_get_sensitive (find_save (dialog)));
  activate (find_row (dialog, "Now, or still a scab"));
  g_assert_true (gtk_widget_get_sensitive (find_save (dialog)));
  activate (find_row (dialog, "Cold sores"));
  g_assert_false (is_shown (dialog, "Now, or still a scab"));
  g_assert_true (gtk_widget_get_sensitive (find_save (dialog)));
}

/* A doctor's word is kept under the rule that it is about, for a year unless it says less. */
static void
test_clearance (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  const guint today = stp_clock_get_today (fixture->clock);
  AdwDialog *dialog = stp_clearance_dialog_new (fixture->workspace, "q.anticoag");
  StpClearance *clearance;

  present (fixture, dialog);
  g_assert_null (stp_session_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL));
  g_signal_emit_by_name (find_save (dialog), "clicked");
  stp_session_fixture_settle ();
  clearance = stp_profile_get_clearance (stp_diary_get_profile (fixture->diary), "q.anticoag");
  g_assert_cmpuint (clearance->on, ==, today);
  g_assert_cmpuint (clearance->until, ==, today + 365);
  g_assert_cmpint (clearance->max_um, ==, STP_UNSET);
}

/* Only about the length of needles a doctor names one (E8). */
static void
test_clearance_length (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  AdwDialog *dialog = stp_clearance_dialog_new (fixture->workspace, "level.length");

  present (fixture, dialog);
  g_assert_nonnull (stp_session_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL));
  g_signal_emit_by_name (find_save (dialog), "clicked");
  stp_session_fixture_settle ();
  g_assert_cmpint (
    stp_profile_get_clearance (stp_diary_get_profile (fixture->diary), "level.length")->max_um, >,
    0);
}

static const char *
get_action (GtkWidget *group, const char *title)
{
  GtkWidget *row = stp_session_fixture_find (group, ADW_TYPE_ACTION_ROW, title);

  g_assert_nonnull (row);
  return gtk_actionable_get_action_name (GTK_ACTIONABLE (row));
}

/* What stands against every session leads to the form that would lift it. */
static void
test_standing (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *group = g_object_new (STP_TYPE_STANDING_GROUP, NULL);

  stp_session_fixture_add_device (fixture);
  stp_session_fixture_add_person (fixture);
  stp_standing_group_show (STP_STANDING_GROUP (group), fixture->timeline, fixture->now);
  g_assert_false (gtk_widget_get_visible (group));
  stp_session_fixture_answer (fixture, "q.anticoag", STP_ANSWER_YES);
  stp_session_fixture_answer (fixture, "q.infection", STP_ANSWER_NOW);
  stp_standing_group_show (STP_STANDING_GROUP (group), fixture->timeline, fixture->now);
  stp_session_fixture_show (fixture, group);
  g_assert_cmpstr (get_action (group, "Ask a doctor before needling with a blood thinner."), ==,
                   "session.edit-clearance");
  g_assert_cmpstr (get_action (group, "No needling while the skin is infected."), ==,
                   "session.edit-answers");
}

/* E15: one calm page that says why, and leads to the answers. */
static void
test_barred (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *page;

  stp_session_fixture_add_person (fixture);
  stp_session_fixture_answer (fixture, "q.keloid", STP_ANSWER_SELF);
  g_assert_cmpint (stp_procedure_get_phase (fixture->procedure), ==, STP_PHASE_BARRED);
  page = g_object_new (STP_TYPE_BARRED_PAGE, "workspace", fixture->workspace, NULL);
  stp_session_fixture_show (fixture, page);
  g_assert_nonnull (
    stp_session_fixture_find (page, ADW_TYPE_ACTION_ROW, "No needling where scars grow thick."));
  g_assert_nonnull (stp_session_fixture_find (page, GTK_TYPE_BUTTON, "_Review Answers…"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/questionnaire/minute", test_minute);
  g_test_add_func ("/questionnaire/choice", test_choice);
  g_test_add_func ("/questionnaire/clearance", test_clearance);
  g_test_add_func ("/questionnaire/clearance-length", test_clearance_length);
  g_test_add_func ("/questionnaire/standing", test_standing);
  g_test_add_func ("/questionnaire/E15/barred", test_barred);

  return g_test_run ();
}
