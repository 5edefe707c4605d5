// SPDX-License-Identifier: GPL-3.0-or-later

/* The plan dialog with a course: what it offers, shows before, and does in one step. */

#include "config.h"

#include <locale.h>

#include "calendar/stp-course-group.h"
#include "calendar/stp-plan-dialog.h"
#include "stp-session-fixture.h"

/* 21:00 on the day of the fixture's clock. */
#define TONIGHT (3 * STP_HOUR)
#define WEEK (7 * STP_DAY_LENGTH)

static void
add_practice (StpSessionFixture *fixture)
{
  g_autoptr (StpSession) session = stp_record_new (STP_RECORD_SESSION);
  g_autoptr (GError) error = NULL;
  StpRecord *device;
  StpSessionArea *area = stp_session_area_new ();

  stp_session_fixture_add_device (fixture);
  device = stp_diary_peek_record (fixture->diary, STP_RECORD_DEVICE, 0);
  session->state = STP_SESSION_DONE;
  session->purpose = STP_PURPOSE_FULL;
  session->place = STP_PLACE_HOME;
  session->start.us = fixture->now - 20 * STP_DAY_LENGTH;
  session->device = g_strdup (stp_record_get_id (device));
  session->areas = stp_values_new (&stp_session_area_shape);
  area->area = STP_AREA_FACE;
  area->needle_um = 250;
  g_ptr_array_add (session->areas, area);
  stp_planner_record (fixture->timeline, session, &error);
  g_assert_no_error (error);
}

static GtkWidget *
open_dialog (StpSessionFixture *fixture, StpSession *session)
{
  AdwDialog *dialog = stp_plan_dialog_new (fixture->workspace, session);

  if (!fixture->window)
    stp_session_fixture_show (fixture, gtk_label_new (NULL));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  stp_session_fixture_await (GTK_WIDGET (dialog));

  return GTK_WIDGET (dialog);
}

static void
choose (GtkWidget *dialog, const char *name)
{
  GtkWidget *group = stp_session_fixture_find (dialog, ADW_TYPE_TOGGLE_GROUP, NULL);

  g_assert_nonnull (group);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (group), name);
  stp_session_fixture_settle ();
}

static void
set_row (GtkWidget *dialog, const char *title, double value)
{
  GtkWidget *row = stp_session_fixture_find (dialog, ADW_TYPE_SPIN_ROW, title);

  g_assert_nonnull (row);
  adw_spin_row_set_value (ADW_SPIN_ROW (row), value);
  stp_session_fixture_settle ();
}

static int
get_row (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = stp_session_fixture_find (dialog, ADW_TYPE_SPIN_ROW, title);

  g_assert_nonnull (row);

  return (int) adw_spin_row_get_value (ADW_SPIN_ROW (row));
}

static gboolean
says (GtkWidget *dialog, const char *text)
{
  return stp_session_fixture_find (dialog, GTK_TYPE_LABEL, text) != NULL;
}

static GtkWidget *
find_button (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = stp_session_fixture_find (dialog, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);

  return button;
}

static void
press (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = find_button (dialog, label);

  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  stp_session_fixture_settle ();
}

static StpSession *
get_planned (StpSessionFixture *fixture, guint position)
{
  StpSession *found = NULL;

  /* The one that @position others come before. */
  for (guint i = 0; i < stp_diary_get_n_records (fixture->diary, STP_RECORD_SESSION); i++)
    {
      StpSession *session = stp_diary_peek_record (fixture->diary, STP_RECORD_SESSION, i);
      guint n_before = 0;

      for (guint j = 0; j < stp_diary_get_n_records (fixture->diary, STP_RECORD_SESSION); j++)
        {
          StpSession *other = stp_diary_peek_record (fixture->diary, STP_RECORD_SESSION, j);

          n_before += other->state == STP_SESSION_PLANNED && other->start.us < session->start.us;
        }
      if (session->state == STP_SESSION_PLANNED && n_before == position)
        found = session;
    }
  g_assert_nonnull (found);

  return found;
}

static guint
count_sessions (StpSessionFixture *fixture)
{
  return stp_diary_get_n_records (fixture->diary, STP_RECORD_SESSION);
}

/* What was offered follows the goal; what somebody chose stays; nothing goes beyond the rules. */
static void
test_terms (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *dialog;
  StpCourseGroup *group;

  add_practice (fixture);
  dialog = open_dialog (fixture, NULL);
  g_assert_null (stp_session_fixture_find (dialog, STP_TYPE_COURSE_GROUP, NULL));
  choose (dialog, "course");
  group = STP_COURSE_GROUP (stp_session_fixture_find (dialog, STP_TYPE_COURSE_GROUP, NULL));
  g_assert_cmpint (stp_course_group_get_goal (group), ==, STP_GOAL_TEXTURE);
  g_assert_cmpint (get_row (dialog, "N_umber of Sessions"), ==, 6);
  g_assert_cmpint (get_row (dialog, "Days _Between"), ==, 7);

  stp_course_group_set_goal (group, STP_GOAL_WRINKLES);
  g_assert_cmpint (get_row (dialog, "N_umber of Sessions"), ==, 8);
  set_row (dialog, "N_umber of Sessions", 5);
  stp_course_group_set_goal (group, STP_GOAL_SCARS);
  g_assert_cmpint (get_row (dialog, "N_umber of Sessions"), ==, 5);
  g_assert_true (says (dialog, "Short needles seldom change real scars. A clinic can do more."));

  set_row (dialog, "Days _Between", 1);
  g_assert_cmpint (get_row (dialog, "Days _Between"), ==, 4);
  set_row (dialog, "N_umber of Sessions", 50);
  g_assert_cmpint (get_row (dialog, "N_umber of Sessions"), ==, 12);
}

/* Planned as it was shown, in one step that one undo takes back. */
static void
test_course (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *dialog;

  add_practice (fixture);
  stp_session_fixture_add_product (fixture, "Acid & <Toner>", STP_PRODUCT_TONER,
                                   "Aqua, Glycolic Acid, Glycerin");
  stp_session_fixture_add_product (fixture, "Night Serum", STP_PRODUCT_SERUM,
                                   "Aqua, Glycerin, Retinol");
  dialog = open_dialog (fixture, NULL);
  g_assert_true (says (dialog, "Pauses 2 products from now on."));
  choose (dialog, "course");
  set_row (dialog, "N_umber of Sessions", 4);
  g_assert_true (says (dialog, "Fri 12 Mar · Fri 19 Mar · Fri 26 Mar · Fri 2 Apr"));
  g_assert_true (says (dialog, "Pauses 2 products from now on.\n"
                               "These stay off for the whole course: Acid &amp; &lt;Toner&gt;."));
  g_assert_cmpuint (count_sessions (fixture), ==, 1);

  press (dialog, "_Plan");
  g_assert_cmpuint (count_sessions (fixture), ==, 5);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (get_planned (fixture, i)->start.us, ==, fixture->now + TONIGHT + i * WEEK);
  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  g_assert_cmpuint (count_sessions (fixture), ==, 1);
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_COURSE), ==, 0);
}

/* Who is new to it begins with a patch test, which counts for none (E9). */
static void
test_patch_first (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *dialog;

  stp_session_fixture_add_device (fixture);
  dialog = open_dialog (fixture, NULL);
  choose (dialog, "course");
  set_row (dialog, "N_umber of Sessions", 2);
  g_assert_true (says (dialog, "Fri 12 Mar · Mon 15 Mar · Mon 22 Mar"));
  g_assert_true (says (dialog, "The first one is a patch test on the jaw: a small spot, and the "
                               "face once it has stayed calm."));
  press (dialog, "_Plan");
  g_assert_cmpint (get_planned (fixture, 0)->purpose, ==, STP_PURPOSE_PATCH);
  g_assert_cmpint (get_planned (fixture, 1)->purpose, ==, STP_PURPOSE_FULL);
}

/* E2: refused with the reason; the earliest is one tap away. */
static void
test_refused (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpProduct *serum;
  GtkWidget *dialog;

  add_practice (fixture);
  serum = stp_session_fixture_add_product (fixture, "Night Serum", STP_PRODUCT_SERUM,
                                           "Aqua, Glycerin, Retinol");
  stp_session_fixture_use (fixture, serum, 20);
  dialog = open_dialog (fixture, NULL);
  choose (dialog, "course");
  set_row (dialog, "N_umber of Sessions", 3);
  g_assert_false (gtk_widget_get_sensitive (find_button (dialog, "_Plan")));
  g_assert_true (says (dialog, "Not before tomorrow 22:00. Night Serum (retinol) was used "
                               "yesterday 22:00; 48 hours must pass."));
  find_button (dialog, "Plan Next Evening: Sunday 21:00");

  press (dialog, "Plan Earliest: tomorrow 22:00");
  g_assert_cmpuint (count_sessions (fixture), ==, 4);
  g_assert_cmpint (get_planned (fixture, 2)->start.us, ==, fixture->now + 28 * STP_HOUR + 2 * WEEK);
}

/* E3: what is prescribed is not said to be paused: the session has to wait for it. */
static void
test_prescribed (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  g_autoptr (StpProduct) draft = NULL;
  GtkWidget *dialog;

  add_practice (fixture);
  stp_session_fixture_add_product (fixture, "AHA Toner", STP_PRODUCT_TONER,
                                   "Aqua, Glycolic Acid, Glycerin");
  draft = stp_record_copy (stp_session_fixture_add_product (fixture, "Tretinoin", STP_PRODUCT_CREAM,
                                                            "Aqua, Glycerin, Tretinoin"));
  draft->prescribed = TRUE;
  stp_diary_put (fixture->diary, draft, NULL);

  dialog = open_dialog (fixture, NULL);
  g_assert_true (says (dialog, "Pauses 1 product from now on."));
  g_assert_true (says (dialog, "Needling today 21:00 has to wait if Tretinoin is used from Sunday "
                               "7 March, 21:00 on. Ask whoever prescribed it whether you may "
                               "pause."));
}

/* What another computer or a reminder writes down meanwhile counts at once. */
static void
test_follows_edits (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpProduct *serum;
  GtkWidget *dialog;

  add_practice (fixture);
  serum = stp_session_fixture_add_product (fixture, "Night Serum", STP_PRODUCT_SERUM,
                                           "Aqua, Glycerin, Retinol");
  dialog = open_dialog (fixture, NULL);
  g_assert_true (gtk_widget_get_sensitive (find_button (dialog, "_Plan")));
  g_assert_true (says (dialog, "Night Serum"));

  stp_session_fixture_use (fixture, serum, 20);
  g_assert_false (gtk_widget_get_sensitive (find_button (dialog, "_Plan")));
  find_button (dialog, "Plan Earliest: tomorrow 22:00");

  stp_diary_undo (fixture->diary, NULL);
  stp_session_fixture_add_product (fixture, "AHA Toner", STP_PRODUCT_TONER,
                                   "Aqua, Glycolic Acid, Glycerin");
  g_assert_true (gtk_widget_get_sensitive (find_button (dialog, "_Plan")));
  g_assert_true (says (dialog, "AHA Toner"));
}

/* A later session is in the way: the dialog says which one. */
static void
test_later_refused (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *dialog;

  add_practice (fixture);
  stp_session_fixture_plan (fixture, 10 * 24);
  dialog = open_dialog (fixture, NULL);
  choose (dialog, "course");
  set_row (dialog, "N_umber of Sessions", 3);
  g_assert_false (gtk_widget_get_sensitive (find_button (dialog, "_Plan")));
  g_assert_true (says (dialog, "About the session Friday 19 March, 21:00:"));
}

static void
test_move (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  GtkWidget *dialog;

  add_practice (fixture);
  dialog = open_dialog (fixture, NULL);
  choose (dialog, "course");
  set_row (dialog, "N_umber of Sessions", 4);
  press (dialog, "_Plan");

  /* Eight days after the first one it is too close to the third. */
  dialog = open_dialog (fixture, get_planned (fixture, 1));
  set_row (dialog, "_Day", stp_clock_get_today (fixture->clock) + 13);
  g_assert_false (gtk_widget_get_sensitive (find_button (dialog, "_Move")));
  choose (dialog, "following");
  g_assert_true (says (dialog, "Thu 25 Mar · Thu 1 Apr · Thu 8 Apr"));
  press (dialog, "_Move");
  g_assert_cmpint (get_planned (fixture, 0)->start.us, ==, fixture->now + TONIGHT);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpint (get_planned (fixture, i)->start.us, ==,
                     fixture->now + TONIGHT + i * WEEK + 6 * STP_DAY_LENGTH);

  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (get_planned (fixture, i)->start.us, ==, fixture->now + TONIGHT + i * WEEK);

  /* The last one has none that follow, so there is nothing to choose. */
  dialog = open_dialog (fixture, get_planned (fixture, 3));
  g_assert_null (stp_session_fixture_find (dialog, ADW_TYPE_TOGGLE_GROUP, NULL));
}

/* The user's own evening, and never a second before midnight. */
static void
test_own_evening (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  g_autoptr (StpProfile) profile = stp_record_copy (stp_diary_get_profile (fixture->diary));
  GtkWidget *dialog;

  profile->times = stp_times_new ();
  profile->times->evening = 20 * 60 + 15;
  stp_session_fixture_put (fixture, profile);
  add_practice (fixture);
  dialog = open_dialog (fixture, NULL);
  g_assert_cmpint (get_row (dialog, "_Time"), ==, 20 * 60 + 15);
  press (dialog, "_Plan");
  g_assert_cmpint (get_planned (fixture, 0)->start.us, ==,
                   fixture->now + 2 * STP_HOUR + 15 * STP_MINUTE);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/plan-dialog/terms", test_terms);
  g_test_add_func ("/plan-dialog/course", test_course);
  g_test_add_func ("/plan-dialog/patch-first", test_patch_first);
  g_test_add_func ("/plan-dialog/refused", test_refused);
  g_test_add_func ("/plan-dialog/later-refused", test_later_refused);
  g_test_add_func ("/plan-dialog/E3/prescribed", test_prescribed);
  g_test_add_func ("/plan-dialog/follows-edits", test_follows_edits);
  g_test_add_func ("/plan-dialog/move", test_move);
  g_test_add_func ("/plan-dialog/own-evening", test_own_evening);

  return g_test_run ();
}
