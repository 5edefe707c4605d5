// SPDX-License-Identifier: GPL-3.0-or-later

/* A planned session is moved over the month: what the pointer and the keys do, without either. */

#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "calendar/stp-month-cell.h"
#include "calendar/stp-move-flow.h"
#include "calendar/stp-move-view.h"

/* 18:00 on Thursday, 11 March 2027, UTC. */
#define NOW (G_GINT64_CONSTANT (1804788000) * STP_SECOND)
#define TONIGHT (NOW + 3 * STP_HOUR)

/* A serum with retinol that was used this afternoon, and a course of four from a week on. */
typedef struct
{
  StpDiary *diary;
  StpTimeline *timeline;
  StpWorkspace *workspace;
  GtkWidget *window;
  StpMonthGrid *grid;
  StpMoveFlow *flow;
  guint today, n_refused;
} Fixture;

static gpointer
put (Fixture *fixture, gpointer draft)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stp_diary_put (fixture->diary, draft, &error));
  g_assert_no_error (error);

  return draft;
}

/* Whoever has had a session needs no patch test. */
static void
put_practice (Fixture *fixture, const char *device)
{
  g_autoptr (StpSession) session = stp_record_new (STP_RECORD_SESSION);
  g_autoptr (GError) error = NULL;
  StpSessionArea *area = stp_session_area_new ();

  session->state = STP_SESSION_DONE;
  session->purpose = STP_PURPOSE_FULL;
  session->place = STP_PLACE_HOME;
  session->start.us = NOW - 20 * STP_DAY_LENGTH;
  session->device = g_strdup (device);
  session->areas = stp_values_new (&stp_session_area_shape);
  area->area = STP_AREA_FACE;
  area->needle_um = 250;
  g_ptr_array_add (session->areas, area);
  g_assert_true (stp_planner_record (fixture->timeline, session, &error));
  g_assert_no_error (error);
}

static void
put_roller (Fixture *fixture)
{
  g_autoptr (StpDevice) device = stp_record_new (STP_RECORD_DEVICE);
  g_autoptr (StpHead) head = stp_record_new (STP_RECORD_HEAD);

  device->name = g_strdup ("Roller");
  device->kind = STP_DEVICE_ROLLER;
  put (fixture, device);
  head->device = g_strdup (stp_record_get_id (STP_RECORD (device)));
  head->needle_um = 250;
  put (fixture, head);
  put_practice (fixture, head->device);
}

static void
put_serum (Fixture *fixture)
{
  g_autoptr (StpProduct) serum = stp_record_new (STP_RECORD_PRODUCT);
  g_autoptr (StpApplication) use = stp_record_new (STP_RECORD_APPLICATION);

  serum->name = g_strdup ("Night Serum");
  serum->kind = STP_PRODUCT_SERUM;
  serum->ingredients = g_strdup ("Aqua, Glycerin, Retinol");
  put (fixture, serum);
  use->product = g_strdup (stp_record_get_id (STP_RECORD (serum)));
  use->at = (StpInstant) { NOW - STP_HOUR, 0 };
  put (fixture, use);
}

static void
plan_course (Fixture *fixture)
{
  const StpCourseWish wish = { .goal = STP_GOAL_TEXTURE, .sessions = 3, .interval_days = 14 };
  const StpQuestion question = { .start = TONIGHT + 7 * STP_DAY_LENGTH, .now = NOW };
  g_autoptr (GError) error = NULL;
  g_autoptr (
    StpPlan) plan = stp_planner_preview_course (fixture->timeline, &question, &wish, &error);

  g_assert_no_error (error);
  g_assert_true (stp_planner_apply (fixture->timeline, plan, &error));
  g_assert_no_error (error);
}

static void
supply_days_cb (Fixture *fixture)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) days = stp_timeline_list_days (
    fixture->timeline, stp_month_grid_get_first_day (fixture->grid), STP_MONTH_DAYS, zone);

  stp_month_grid_set_days (fixture->grid, days, zone, 0);
  if (fixture->flow)
    stp_move_flow_refresh (fixture->flow);
}

static void
count_cb (guint *count)
{
  ++*count;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (NOW);

  fixture->diary = stp_diary_new (clock);
  fixture->timeline = stp_timeline_new (fixture->diary);
  fixture->workspace = stp_workspace_new (clock, NULL, fixture->diary, fixture->timeline, NULL);
  fixture->today = stp_clock_get_today (clock);
  put_roller (fixture);
  put_serum (fixture);
  plan_course (fixture);

  fixture->window = adw_window_new ();
  fixture->grid = STP_MONTH_GRID (stp_month_grid_new ());
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->grid));
  g_signal_connect_swapped (fixture->grid, "notify::first-day", G_CALLBACK (supply_days_cb),
                            fixture);
  stp_month_grid_set_today (fixture->grid, fixture->today);
  stp_month_grid_set_selected_day (fixture->grid, fixture->today);
  fixture->flow = stp_move_flow_new (fixture->grid, fixture->workspace);
  g_signal_connect_swapped (fixture->flow, "refused", G_CALLBACK (count_cb), &fixture->n_refused);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->flow);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->timeline);
  g_assert_finalize_object (fixture->diary);
}

static gpointer
find_button (GtkWidget *root, const char *label)
{
  gpointer found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

/* Days from today on that have a planned session, as in "7 21". */
static void
assert_planned (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) days = stp_timeline_list_days (fixture->timeline, fixture->today, 90, zone);

  for (guint i = 0; i < days->len; i++)
    if (((StpDayView *) days->pdata[i])->sessions->len > 0)
      g_string_append_printf (text, "%s%u", text->len > 0 ? " " : "", i);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
begin (Fixture *fixture, guint in_days)
{
  stp_month_grid_set_selected_day (fixture->grid, fixture->today + in_days);
  g_assert_true (stp_move_flow_begin_on (fixture->flow, fixture->today + in_days));
}

static StpStrength
get_strength (Fixture *fixture, guint day)
{
  return stp_move_get_strength (stp_move_flow_get_move (fixture->flow), day);
}

static void
test_begins_on_a_plan (Fixture *fixture, gconstpointer data)
{
  guint n_moves = 0;

  g_signal_connect_swapped (fixture->flow, "notify::move", G_CALLBACK (count_cb), &n_moves);
  g_assert_false (stp_move_flow_begin_on (fixture->flow, fixture->today));
  g_assert_false (stp_move_flow_begin_on (fixture->flow, fixture->today + 500));
  g_assert_cmpuint (n_moves, ==, 0);
  begin (fixture, 7);
  g_assert_cmpuint (n_moves, ==, 1);
  stp_move_flow_cancel (fixture->flow);
  stp_move_flow_cancel (fixture->flow);
  g_assert_cmpuint (n_moves, ==, 2);
}

static void
test_diary_to_be_read_only (Fixture *fixture, gconstpointer data)
{
  stp_diary_set_read_only (fixture->diary, TRUE);
  g_assert_false (stp_move_flow_begin_on (fixture->flow, fixture->today + 7));
}

/* Every day that is shown has a verdict: what is over, and what the retinol of today forbids. */
static void
test_days_have_verdicts (Fixture *fixture, gconstpointer data)
{
  begin (fixture, 7);
  g_assert_cmpint (get_strength (fixture, fixture->today - 1), ==, STP_BLOCK);
  g_assert_cmpint (get_strength (fixture, fixture->today), ==, STP_BLOCK);
  g_assert_cmpint (get_strength (fixture, fixture->today + 1), ==, STP_BLOCK);
  g_assert_cmpint (get_strength (fixture, fixture->today + 4), <, STP_DOCTOR);
}

static void
test_day_notifies_once (Fixture *fixture, gconstpointer data)
{
  guint n_days = 0;

  begin (fixture, 7);
  g_signal_connect_swapped (stp_move_flow_get_move (fixture->flow), "notify::day",
                            G_CALLBACK (count_cb), &n_days);
  stp_move_flow_follow (fixture->flow, fixture->today + 7);
  g_assert_cmpuint (n_days, ==, 0);
  stp_move_flow_follow (fixture->flow, fixture->today + 8);
  g_assert_cmpuint (n_days, ==, 1);
}

/* The chosen day is where it would go, so every key that chooses a day moves it. */
static void
test_chosen_day_moves_it (Fixture *fixture, gconstpointer data)
{
  begin (fixture, 7);
  stp_month_grid_set_selected_day (fixture->grid, fixture->today + 45);
  g_assert_cmpuint (stp_move_get_day (stp_move_flow_get_move (fixture->flow)), ==,
                    fixture->today + 45);
  g_assert_cmpint (get_strength (fixture, fixture->today + 45), <, STP_DOCTOR);
  stp_move_flow_cancel (fixture->flow);
  g_assert_cmpuint (stp_month_grid_get_selected_day (fixture->grid), ==, fixture->today + 7);
}

static guint
count_widgets (GtkWidget *root)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);

  return n;
}

static void
test_widgets_stay (Fixture *fixture, gconstpointer data)
{
  guint n_widgets;

  begin (fixture, 7);
  for (guint i = 0; i < 20; i++)
    stp_move_flow_follow (fixture->flow, fixture->today + i);
  n_widgets = count_widgets (GTK_WIDGET (fixture->grid));
  for (guint i = 0; i < 100; i++)
    stp_move_flow_follow (fixture->flow, fixture->today + i % 20);
  g_assert_cmpuint (count_widgets (GTK_WIDGET (fixture->grid)), ==, n_widgets);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  begin (fixture, 7);
  stp_move_flow_follow (fixture->flow, fixture->today + 1);
  stp_move_flow_drop (fixture->flow);
  g_assert_cmpuint (fixture->n_refused, ==, 1);
  g_assert_nonnull (stp_move_flow_get_move (fixture->flow));
  assert_planned (fixture, "7 21 35");

  stp_move_flow_follow (fixture->flow, fixture->today - 1);
  stp_move_flow_drop (fixture->flow);
  g_assert_cmpuint (fixture->n_refused, ==, 2);
  assert_planned (fixture, "7 21 35");
}

/* Back where it was, nothing is asked and nothing is done. */
static void
test_own_day (Fixture *fixture, gconstpointer data)
{
  begin (fixture, 7);
  stp_move_flow_follow (fixture->flow, fixture->today + 9);
  stp_move_flow_follow (fixture->flow, fixture->today + 7);
  stp_move_flow_drop (fixture->flow);
  g_assert_null (stp_move_flow_get_move (fixture->flow));
  g_assert_false (stp_diary_undo (fixture->diary, NULL) &&
                  stp_diary_get_n_records (fixture->diary, STP_RECORD_SESSION) > 1);
}

static void
test_last_one_is_not_asked_about (Fixture *fixture, gconstpointer data)
{
  begin (fixture, 35);
  stp_move_flow_follow (fixture->flow, fixture->today + 37);
  stp_move_flow_drop (fixture->flow);
  g_assert_null (stp_move_flow_get_move (fixture->flow));
  assert_planned (fixture, "7 21 37");
  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  assert_planned (fixture, "7 21 35");
}

static void
choose (Fixture *fixture, const char *label)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  GtkWidget *button = find_button (GTK_WIDGET (dialog), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  while (stp_move_flow_get_move (fixture->flow))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_scope (Fixture *fixture, gconstpointer data)
{
  const gboolean following = GPOINTER_TO_INT (data);

  begin (fixture, 21);
  stp_move_flow_follow (fixture->flow, fixture->today + 23);
  stp_move_flow_drop (fixture->flow);
  assert_planned (fixture, "7 21 35");
  choose (fixture, following ? "This and _Following" : "_Only This One");
  assert_planned (fixture, following ? "7 23 37" : "7 23 35");
  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  assert_planned (fixture, "7 21 35");
}

/* What another edit changes under the hand is let go. */
static void
test_session_goes_away (Fixture *fixture, gconstpointer data)
{
  begin (fixture, 7);
  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  g_assert_null (stp_move_flow_get_move (fixture->flow));
}

static void
test_view_offers_the_earliest (Fixture *fixture, gconstpointer data)
{
  g_autoptr (
    GtkWidget) view = g_object_ref_sink (stp_move_view_new (fixture->workspace, fixture->flow));
  GtkWidget *earliest;

  begin (fixture, 35);
  g_assert_cmpstr (stp_move_view_get_summary (STP_MOVE_VIEW (view)), ==,
                   "Thursday 15 April: Fine for a Session");
  stp_move_flow_follow (fixture->flow, fixture->today + 1);
  while (g_str_has_prefix (stp_move_view_get_summary (STP_MOVE_VIEW (view)), "Thursday"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (stp_move_view_get_summary (STP_MOVE_VIEW (view)), ==,
                   "Friday 12 March: Not before Saturday 17:00. Night Serum (retinol) was used "
                   "today 17:00; 48 hours must pass.");
  earliest = find_button (view, "Move to Earliest: Saturday 17:00");
  g_assert_nonnull (earliest);
  g_signal_emit_by_name (earliest, "clicked");
  g_assert_null (stp_move_flow_get_move (fixture->flow));
}

static gboolean
says (GtkWidget *view, const char *beginning)
{
  return g_str_has_prefix (stp_move_view_get_summary (STP_MOVE_VIEW (view)), beginning);
}

/* What is written down meanwhile counts at once, in the month and in words. */
static void
test_view_follows_edits (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = g_object_ref_sink (stp_move_view_new (fixture->workspace, fixture->flow));
  g_autoptr (StpApplication) use = stp_record_new (STP_RECORD_APPLICATION);

  begin (fixture, 7);
  stp_move_flow_follow (fixture->flow, fixture->today + 3);
  while (!says (view, "Sunday 14 March: Fine for a Session"))
    g_main_context_iteration (NULL, TRUE);

  use->product = g_strdup (
    stp_record_get_id (stp_diary_peek_record (fixture->diary, STP_RECORD_PRODUCT, 0)));
  use->at = (StpInstant) { NOW + 2 * STP_DAY_LENGTH, 0 };
  put (fixture, use);
  while (!says (view, "Sunday 14 March: Not before"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (view);
}

static void
add (const char *path, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/move/begins-on-a-plan", NULL, test_begins_on_a_plan);
  add ("/move/read-only", NULL, test_diary_to_be_read_only);
  add ("/move/days-have-verdicts", NULL, test_days_have_verdicts);
  add ("/move/day-notifies-once", NULL, test_day_notifies_once);
  add ("/move/chosen-day-moves-it", NULL, test_chosen_day_moves_it);
  add ("/move/widgets-stay", NULL, test_widgets_stay);
  add ("/move/refused", NULL, test_refused);
  add ("/move/own-day", NULL, test_own_day);
  add ("/move/last-is-not-asked-about", NULL, test_last_one_is_not_asked_about);
  add ("/move/this-one", GINT_TO_POINTER (FALSE), test_scope);
  add ("/move/following", GINT_TO_POINTER (TRUE), test_scope);
  add ("/move/session-goes-away", NULL, test_session_goes_away);
  add ("/move/view-offers-the-earliest", NULL, test_view_offers_the_earliest);
  add ("/move/view-follows-edits", NULL, test_view_follows_edits);

  return g_test_run ();
}
