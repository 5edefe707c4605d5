// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "calendar/stp-calendar-pane.h"
#include "calendar/stp-day-panel.h"
#include "calendar/stp-entry-list.h"
#include "calendar/stp-entry-row.h"
#include "calendar/stp-month-cell.h"
#include "calendar/stp-month-grid.h"
#include "calendar/stp-month-legend.h"
#include "calendar/stp-plan-dialog.h"
#include "rules/stp-planner.h"
#include "shared/stp-log-use-dialog.h"
#include "shared/stp-moment-group.h"

/* 18:00 on Thursday, 11 March 2027, UTC. */
#define NOW (G_GINT64_CONSTANT (1804788000) * STP_SECOND)
#define YESTERDAY_2130 (NOW - 20 * STP_HOUR - 30 * STP_MINUTE)
#define SATURDAY_2130 (YESTERDAY_2130 + 72 * STP_HOUR)

/* A shelf of a retinol serum and a plain cream, a roller, and whatever a test adds. */
typedef struct
{
  StpDiary *diary;
  StpTimeline *timeline;
  StpWorkspace *workspace;
  StpProduct *serum, *cream;
  GtkWidget *window;
} Fixture;

static gpointer
put (Fixture *fixture, gpointer draft)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stp_diary_put (fixture->diary, draft, &error));
  g_assert_no_error (error);

  return draft;
}

static StpProduct *
put_product (Fixture *fixture, const char *name, const char *ingredients)
{
  StpProduct *product = stp_record_new (STP_RECORD_PRODUCT);

  product->name = g_strdup (name);
  product->kind = STP_PRODUCT_SERUM;
  product->ingredients = g_strdup (ingredients);

  return put (fixture, product);
}

static void
put_roller (Fixture *fixture)
{
  g_autoptr (StpDevice) device = stp_record_new (STP_RECORD_DEVICE);
  g_autoptr (StpHead) head = stp_record_new (STP_RECORD_HEAD);

  device->name = g_strdup ("Roller");
  device->kind = STP_DEVICE_ROLLER;
  put (fixture, device);
  head->device = g_strdup (stp_record_get_id (device));
  head->needle_um = 200;
  put (fixture, head);
}

static void
put_use (Fixture *fixture, StpProduct *product, gint64 at)
{
  g_autoptr (StpApplication) use = stp_record_new (STP_RECORD_APPLICATION);

  use->product = g_strdup (stp_record_get_id (product));
  use->at = (StpInstant) { at, 0 };
  put (fixture, use);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (NOW);

  fixture->diary = stp_diary_new (clock);
  fixture->timeline = stp_timeline_new (fixture->diary);
  fixture->workspace = stp_workspace_new (clock, NULL, fixture->diary, fixture->timeline, NULL);
  stp_workspace_set_selected_day (fixture->workspace, stp_clock_get_today (clock));
  fixture->serum = put_product (fixture, "Night Serum", "Aqua, Glycerin, Retinol");
  fixture->cream = put_product (fixture, "Plain Cream", "Aqua, Glycerin, Panthenol");
  fixture->window = adw_window_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->serum);
  g_clear_object (&fixture->cream);
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->timeline);
  g_assert_finalize_object (fixture->diary);
}

/* The first descendant of that type whose property is that text. */
static gpointer
find (GtkWidget *root, GType type, const char *property, const char *text)
{
  gpointer found = NULL;
  g_autofree char *value = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_object_get (root, property, &value, NULL);
  if (g_strcmp0 (value, text) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, property, text);

  return found;
}

static GtkWidget *
find_button (gpointer root, const char *label)
{
  GtkWidget *button = find (root, GTK_TYPE_BUTTON, "label", label);

  g_assert_nonnull (button);

  return button;
}

static AdwDialog *
present (Fixture *fixture, AdwDialog *dialog)
{
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_label_new (NULL));
  adw_dialog_present (dialog, gtk_window_get_child (GTK_WINDOW (fixture->window)));

  return dialog;
}

static AdwDialog *
open_plan_dialog (Fixture *fixture)
{
  return present (fixture, stp_plan_dialog_new (fixture->workspace, NULL));
}

static gint64
get_planned_start (Fixture *fixture)
{
  StpSession *session;

  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_SESSION), ==, 1);
  session = stp_diary_peek_record (fixture->diary, STP_RECORD_SESSION, 0);

  return session->start.us;
}

static void
wait_for_focus (Fixture *fixture, GType type)
{
  while (TRUE)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

      if (focus && gtk_widget_get_ancestor (focus, type))
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

/* By itself it would be Cancel, which Enter would press; as a sheet in a narrow window as well. */
static void
test_dialogs_begin_with_what_they_ask (Fixture *fixture, gconstpointer width)
{
  AdwDialog *dialog;

  put_roller (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), GPOINTER_TO_INT (width), 720);
  gtk_window_present (GTK_WINDOW (fixture->window));
  dialog = open_plan_dialog (fixture);
  wait_for_focus (fixture, ADW_TYPE_SPIN_ROW);
  adw_dialog_force_close (dialog);

  present (fixture, stp_log_use_dialog_new (fixture->workspace, NULL));
  wait_for_focus (fixture, GTK_TYPE_SEARCH_ENTRY);
}

static void
test_plan_is_refused (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  put_roller (fixture);
  put_use (fixture, fixture->serum, YESTERDAY_2130);
  dialog = open_plan_dialog (fixture);

  g_assert_false (gtk_widget_get_sensitive (find_button (dialog, "_Plan")));
  g_assert_nonnull (find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label",
                          "Not before tomorrow 21:30. Night Serum (retinol) was used yesterday "
                          "21:30; 48 hours must pass."));
  find_button (dialog, "Plan Earliest: tomorrow 21:30");

  /* 21:00 comes before it on that day, so the next evening is the one after. */
  g_signal_emit_by_name (find_button (dialog, "Plan Next Evening: Saturday 21:00"), "clicked");
  g_assert_cmpint (get_planned_start (fixture), ==, SATURDAY_2130 - 30 * STP_MINUTE);
}

static void
test_plan_earliest (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  put_roller (fixture);
  put_use (fixture, fixture->serum, YESTERDAY_2130 + 30 * STP_SECOND);
  dialog = open_plan_dialog (fixture);

  /* To the minute, and never before it is possible. */
  g_signal_emit_by_name (find_button (dialog, "Plan Earliest: tomorrow 21:31"), "clicked");
  g_assert_cmpint (get_planned_start (fixture), ==, SATURDAY_2130 - 24 * STP_HOUR + STP_MINUTE);
}

static void
test_plan_is_accepted (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *button;

  put_roller (fixture);
  dialog = open_plan_dialog (fixture);
  button = find_button (dialog, "_Plan");

  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (get_planned_start (fixture), ==, NOW + 3 * STP_HOUR);
  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_SESSION), ==, 0);
}

static void
test_plan_needs_a_device (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = open_plan_dialog (fixture);

  g_assert_false (gtk_widget_get_sensitive (find_button (dialog, "_Plan")));
  g_assert_true (gtk_widget_get_visible (find_button (dialog, "_Set Up a Device")));
}

static void
count_cb (guint *count)
{
  ++*count;
}

static void
test_log_is_one_edit (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present (fixture, stp_log_use_dialog_new (fixture->workspace, NULL));
  GtkWidget *log_button = find_button (dialog, "_Log");
  guint n_changes = 0;

  g_assert_false (gtk_widget_get_sensitive (log_button));
  adw_action_row_activate (find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "title", "Night Serum"));
  adw_action_row_activate (find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "title", "Plain Cream"));
  g_signal_emit_by_name (find_button (dialog, "Last _Evening"), "clicked");

  g_signal_connect_swapped (fixture->diary, "changed", G_CALLBACK (count_cb), &n_changes);
  g_signal_emit_by_name (log_button, "clicked");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_APPLICATION), ==, 2);
  g_assert_cmpint (
    stp_timeline_get_last_use (fixture->timeline, stp_record_get_id (fixture->serum)), ==,
    NOW - 21 * STP_HOUR);

  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_APPLICATION), ==, 0);
}

/* As the library searches: a word begins anywhere, and accents and small letters do not count. */
static void
test_log_is_searched (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present (fixture, stp_log_use_dialog_new (fixture->workspace, NULL));
  GtkWidget *root = GTK_WIDGET (dialog);
  GtkWidget *serum = find (root, ADW_TYPE_ACTION_ROW, "title", "Night Serum");
  GtkWidget *cream = find (root, ADW_TYPE_ACTION_ROW, "title", "Plain Cream");
  GtkWidget *search = find (root, GTK_TYPE_SEARCH_ENTRY, "placeholder-text", "Search products");

  gtk_editable_set_text (GTK_EDITABLE (search), "serüm NIGHT");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (gtk_widget_get_child_visible (serum));
  g_assert_false (gtk_widget_get_child_visible (cream));
}

/* The panel speaks after the frame that shows the month. */
static void
wait_for_label (GtkWidget *root, const char *text)
{
  while (find (root, GTK_TYPE_LABEL, "label", text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_panels (GtkWidget *root)
{
  guint count = STP_IS_DAY_PANEL (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    count += count_panels (child);

  return count;
}

static void
test_panel_comes_after_the_month (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_new (STP_TYPE_CALENDAR_PANE, "workspace", fixture->workspace, NULL);

  adw_window_set_content (ADW_WINDOW (fixture->window), pane);
  g_assert_cmpuint (count_panels (pane), ==, 0);

  while (count_panels (pane) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find (pane, GTK_TYPE_LABEL, "label", "Thursday 11 March"));
}

static void
test_panel_says_why (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_new (STP_TYPE_CALENDAR_PANE, "workspace", fixture->workspace, NULL);

  put_roller (fixture);
  put_use (fixture, fixture->serum, YESTERDAY_2130);
  adw_window_set_content (ADW_WINDOW (fixture->window), pane);

  wait_for_label (pane, "Thursday 11 March");
  g_assert_nonnull (find (pane, GTK_TYPE_LABEL, "label", "Not Possible Yet"));
  g_assert_nonnull (find (pane, GTK_TYPE_LABEL, "label", "Possible from tomorrow 21:30"));

  stp_workspace_set_selected_day (fixture->workspace,
                                  stp_workspace_get_selected_day (fixture->workspace) + 2);
  wait_for_label (pane, "Saturday 13 March");
  g_assert_nonnull (find (pane, GTK_TYPE_LABEL, "label", "Fine for a Session"));
}

static void
plan_tomorrow (Fixture *fixture)
{
  const StpQuestion question = { .start = NOW + STP_DAY_LENGTH, .now = NOW };
  g_autoptr (StpSession) session = NULL;
  g_autoptr (GError) error = NULL;

  put_roller (fixture);
  session = stp_planner_plan (fixture->timeline, &question, &error);
  g_assert_no_error (error);
}

static const char *
get_subtitle (GtkWidget *root, const char *title)
{
  GtkWidget *row = find (root, STP_TYPE_ENTRY_ROW, "title", title);

  g_assert_nonnull (row);

  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

/* Whoever is at a button of a session is not taken away from it by an edit elsewhere. */
static void
test_panel_keeps_its_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_new (STP_TYPE_CALENDAR_PANE, "workspace", fixture->workspace, NULL);
  g_autoptr (StpProduct) balm = NULL;
  GtkWidget *button;

  plan_tomorrow (fixture);
  stp_workspace_set_selected_day (fixture->workspace,
                                  stp_workspace_get_selected_day (fixture->workspace) + 1);
  adw_window_set_content (ADW_WINDOW (fixture->window), pane);
  wait_for_label (pane, "Plain Cream");
  button = find_button (pane, "_Move…");

  /* Records lie in the order of their ids, which nobody knows. */
  balm = put_product (fixture, "Balm", "Aqua, Panthenol");
  while (find (pane, GTK_TYPE_LABEL, "label", "Plain Cream") != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (find_button (pane, "_Move…") == button);
}

/* What the session leaves off as well is not said to be back at its start. */
static void
test_panel_says_when_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_new (STP_TYPE_CALENDAR_PANE, "workspace", fixture->workspace, NULL);

  plan_tomorrow (fixture);
  adw_window_set_content (ADW_WINDOW (fixture->window), pane);
  wait_for_label (pane, "Plain Cream");
  g_assert_cmpstr (get_subtitle (pane, "Night Serum"), ==, "Until Tuesday 19:00");
}

/* E3: neither fine nor soon back while somebody is pregnant. */
static void
test_panel_in_pregnancy (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_new (STP_TYPE_CALENDAR_PANE, "workspace", fixture->workspace, NULL);
  g_autoptr (StpEvent) event = stp_record_new (STP_RECORD_EVENT);

  event->kind = STP_EVENT_PREGNANCY;
  event->at = (StpInstant) { NOW - STP_DAY_LENGTH, 0 };
  put (fixture, event);
  adw_window_set_content (ADW_WINDOW (fixture->window), pane);

  wait_for_label (pane, "Plain Cream");
  g_assert_cmpstr (
    get_subtitle (pane, "Night Serum"), ==,
    "While pregnant, breast-feeding or trying for a child, only if a doctor says so.");
}

/* E3: what is prescribed is not listed among what is paused. */
static void
test_panel_of_prescribed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_new (STP_TYPE_CALENDAR_PANE, "workspace", fixture->workspace, NULL);
  g_autoptr (StpProduct) draft = stp_record_copy (fixture->serum);

  draft->prescribed = TRUE;
  put (fixture, draft);
  plan_tomorrow (fixture);
  adw_window_set_content (ADW_WINDOW (fixture->window), pane);

  wait_for_label (pane, "Plain Cream");
  g_assert_cmpstr (get_subtitle (pane, "Night Serum"), ==,
                   "Needling tomorrow 18:00 has to wait if Night Serum is used from yesterday "
                   "18:00 on. Ask whoever prescribed it whether you may pause.");
}

static StpMonthGrid *
find_grid (GtkWidget *root)
{
  StpMonthGrid *grid = STP_IS_MONTH_GRID (root) ? STP_MONTH_GRID (root) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !grid;
       child = gtk_widget_get_next_sibling (child))
    grid = find_grid (child);

  return grid;
}

static gboolean
press (GtkWidget *pane, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (pane);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      for (guint j = 0;
           GTK_IS_SHORTCUT_CONTROLLER (shortcuts) && j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
          g_autofree char *name = gtk_shortcut_trigger_to_string (
            gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (name, key))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, pane,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_not_reached ();
}

static void
test_enter_and_escape (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_new (STP_TYPE_CALENDAR_PANE, "workspace", fixture->workspace, NULL);
  GtkWindow *window = GTK_WINDOW (fixture->window);
  StpMonthGrid *grid;
  GtkWidget *cell;

  gtk_window_set_default_size (window, 1000, 700);
  adw_window_set_content (ADW_WINDOW (window), pane);
  gtk_window_present (window);
  wait_for_label (pane, "Thursday 11 March");
  grid = find_grid (pane);
  gtk_widget_grab_focus (GTK_WIDGET (grid));
  cell = gtk_window_get_focus (window);
  g_assert_true (cell == stp_month_grid_get_cell (grid, stp_month_grid_get_today (grid)));

  /* A click leaves the keys with the month, Enter takes them into the day. */
  stp_month_grid_activate (grid, FALSE);
  g_assert_true (gtk_window_get_focus (window) == cell);
  g_assert_false (press (pane, "Escape"));
  stp_month_grid_activate (grid, TRUE);
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (window), GTK_WIDGET (grid)));
  g_assert_true (press (pane, "Escape"));
  g_assert_true (gtk_window_get_focus (window) == cell);
}

/* What finds no room on a low screen is not shown at all. */
static void
test_legend_gives_way (Fixture *fixture, gconstpointer data)
{
  GtkWidget *legend = g_object_ref_sink (g_object_new (STP_TYPE_MONTH_LEGEND, NULL));
  int least, usual;

  gtk_widget_measure (gtk_popover_get_child (GTK_POPOVER (legend)), GTK_ORIENTATION_VERTICAL, -1,
                      &least, &usual, NULL, NULL);
  g_assert_cmpint (least, <, 300);
  g_assert_cmpint (usual, >, 300);
  g_object_unref (legend);
}

static void
test_arrows_turn_the_month (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_new (STP_TYPE_CALENDAR_PANE, "workspace", fixture->workspace, NULL);
  const guint march = stp_workspace_get_selected_day (fixture->workspace);

  adw_window_set_content (ADW_WINDOW (fixture->window), pane);
  g_assert_true (press (pane, "<Alt>Right"));
  g_assert_cmpuint (stp_workspace_get_selected_day (fixture->workspace), ==, march + 31);
  g_assert_true (press (pane, "<Alt>Left"));
  g_assert_cmpuint (stp_workspace_get_selected_day (fixture->workspace), ==, march);

  gtk_widget_set_direction (pane, GTK_TEXT_DIR_RTL);
  g_assert_true (press (pane, "<Alt>Left"));
  g_assert_cmpuint (stp_workspace_get_selected_day (fixture->workspace), ==, march + 31);
}

static void
test_today_follows_the_clock (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_new (STP_TYPE_CALENDAR_PANE, "workspace", fixture->workspace, NULL);
  StpMonthGrid *grid;
  guint today;

  adw_window_set_content (ADW_WINDOW (fixture->window), pane);
  grid = find_grid (pane);
  today = stp_month_grid_get_today (grid);
  stp_clock_set_fixed (stp_workspace_get_clock (fixture->workspace), NOW + 6 * STP_HOUR);
  g_assert_cmpuint (stp_month_grid_get_today (grid), ==, today + 1);
  stp_clock_set_fixed (stp_workspace_get_clock (fixture->workspace), NOW + 40 * 24 * STP_HOUR);
  g_assert_cmpuint (stp_month_grid_get_today (grid), ==, today + 40);
}

/* Whether a day of the month is read aloud with those words. */
static gboolean
is_read (GtkWidget *root, const char *words)
{
  g_autofree char *label = NULL;
  gboolean found = FALSE;

  if (STP_IS_MONTH_CELL (root))
    label = gtk_test_accessible_check_property (GTK_ACCESSIBLE (root),
                                                GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  if (label && strstr (label, words))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = is_read (child, words);

  return found;
}

/* Recording is never refused; the plan that it breaks says so (E4). */
static void
test_use_makes_unready (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_new (STP_TYPE_CALENDAR_PANE, "workspace", fixture->workspace, NULL);
  AdwDialog *dialog;

  put_roller (fixture);
  dialog = open_plan_dialog (fixture);
  g_signal_emit_by_name (find_button (dialog, "_Plan"), "clicked");
  adw_window_set_content (ADW_WINDOW (fixture->window), pane);
  g_assert_true (is_read (pane, "21:00 Patch planned"));
  g_assert_false (is_read (pane, "21:00 Patch planned, has to be moved"));

  put_use (fixture, fixture->serum, NOW - STP_HOUR);
  g_assert_true (is_read (pane, "21:00 Patch planned, has to be moved"));
}

static void
test_moment_is_typed (Fixture *fixture, gconstpointer data)
{
  StpMomentGroup *group = g_object_ref_sink (g_object_new (STP_TYPE_MOMENT_GROUP, NULL));
  GtkEditable *day, *time;
  guint n_moments = 0;

  g_signal_connect_swapped (group, "notify::moment", G_CALLBACK (count_cb), &n_moments);
  stp_moment_group_set_moment (group, NOW + 30 * STP_SECOND);
  g_assert_cmpuint (n_moments, ==, 1);
  g_assert_cmpint (stp_moment_group_get_moment (group), ==, NOW);

  day = find (GTK_WIDGET (group), ADW_TYPE_SPIN_ROW, "title", "_Day");
  time = find (GTK_WIDGET (group), ADW_TYPE_SPIN_ROW, "title", "_Time");
  g_assert_cmpstr (gtk_editable_get_text (day), ==, "Thursday 11 March");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_editable_set_text (day, "2027-03-10");
  adw_spin_row_update (ADW_SPIN_ROW (day));
  gtk_editable_set_text (time, "21:30");
  adw_spin_row_update (ADW_SPIN_ROW (time));
  g_assert_cmpint (stp_moment_group_get_moment (group), ==, YESTERDAY_2130);
  g_object_unref (group);
}

/* A day that nothing stands against says so too; a source has a name and no key (E11). */
static void
test_why_this_day (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_new (STP_TYPE_CALENDAR_PANE, "workspace", fixture->workspace, NULL);

  put_roller (fixture);
  put_use (fixture, fixture->serum, YESTERDAY_2130);
  adw_window_set_content (ADW_WINDOW (fixture->window), pane);
  wait_for_label (pane, "Thursday 11 March");
  gtk_expander_set_expanded (find (pane, GTK_TYPE_EXPANDER, "label", "_Why This Day?"), TRUE);
  g_assert_nonnull (find (
    pane, GTK_TYPE_LABEL, "label",
    "Retinol thins the outermost layer, so that needling stings and irritates more. This is part "
    "of the method.\nEvidence: instructions of approved devices or of hospitals, or clinics that "
    "agree.\nSources: clinics’ leaflets: BH Skin Dermatology, Renajo, Nuance Aesthetics, Elle Skin "
    "and Beauty, Dermatique, Empire Beauty, Ramco Advanced.\n\nNo clinician has reviewed these "
    "rules."));

  stp_workspace_set_selected_day (fixture->workspace,
                                  stp_workspace_get_selected_day (fixture->workspace) + 2);
  wait_for_label (pane, "Nothing that is logged or planned stands against a session then.\n\nNo "
                        "clinician has reviewed these rules.");
}

/* A day that is over says what stood, and offers nothing. */
static void
test_past_day (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_new (STP_TYPE_CALENDAR_PANE, "workspace", fixture->workspace, NULL);
  const guint today = stp_workspace_get_selected_day (fixture->workspace);

  put_roller (fixture);
  put_use (fixture, fixture->serum, YESTERDAY_2130 - 24 * STP_HOUR);
  stp_workspace_set_selected_day (fixture->workspace, today - 1);
  adw_window_set_content (ADW_WINDOW (fixture->window), pane);

  wait_for_label (pane, "Wednesday 10 March");
  g_assert_nonnull (find (pane, GTK_TYPE_LABEL, "label", "Was Not Possible"));
  g_assert_nonnull (find (pane, GTK_TYPE_LABEL, "label",
                          "Not before today 21:30. Night Serum (retinol) was used Tuesday 9 March, "
                          "21:30; 48 hours must pass."));
  g_assert_nonnull (find (pane, GTK_TYPE_EXPANDER, "label", "_Why This Day?"));
  g_assert_null (find (pane, GTK_TYPE_LABEL, "label", "Possible from today 21:30"));

  stp_workspace_set_selected_day (fixture->workspace, today - 3);
  wait_for_label (pane, "Was Fine for a Session");
}

/* By its own name, or as the rules speak of it. */
static void
test_events_are_logged (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_new (STP_TYPE_CALENDAR_PANE, "workspace", fixture->workspace, NULL);
  g_autoptr (StpEvent) sauna = stp_record_new (STP_RECORD_EVENT);
  g_autoptr (StpEvent) wedding = stp_record_new (STP_RECORD_EVENT);
  GtkWidget *row;

  sauna->kind = STP_EVENT_SAUNA;
  sauna->at = (StpInstant) { NOW - STP_HOUR, 0 };
  put (fixture, sauna);
  wedding->kind = STP_EVENT_OCCASION;
  wedding->name = g_strdup ("Wedding");
  wedding->on = stp_workspace_get_selected_day (fixture->workspace);
  put (fixture, wedding);
  adw_window_set_content (ADW_WINDOW (fixture->window), pane);

  wait_for_label (pane, "Thursday 11 March");
  row = find (pane, ADW_TYPE_ACTION_ROW, "title", "Sauna");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "17:00");
  g_assert_nonnull (find (pane, ADW_TYPE_ACTION_ROW, "title", "Wedding"));
  g_assert_true (is_read (pane, "Sauna, Wedding") || is_read (pane, "Wedding, Sauna"));
}

static guint
count_rows (GtkWidget *root)
{
  guint count = STP_IS_ENTRY_ROW (root) && gtk_widget_get_visible (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    count += count_rows (child);

  return count;
}

/* A long list begins with a few, shows all when asked, and keeps its rows from day to day. */
static void
test_long_lists (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_new (STP_TYPE_CALENDAR_PANE, "workspace", fixture->workspace, NULL);
  const guint today = stp_workspace_get_selected_day (fixture->workspace);
  GtkWidget *first, *logged;

  for (int i = 0; i < 14; i++)
    put_use (fixture, fixture->cream, NOW - (i + 1) * STP_MINUTE);
  put_use (fixture, fixture->serum, NOW - STP_HOUR - 24 * STP_HOUR);
  adw_window_set_content (ADW_WINDOW (fixture->window), pane);
  wait_for_label (pane, "Thursday 11 March");
  first = find (pane, STP_TYPE_ENTRY_ROW, "title", "Plain Cream");
  g_assert_cmpuint (count_rows (pane), ==, 6);
  logged = find (pane, STP_TYPE_ENTRY_LIST, "title", "Logged");
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (gtk_widget_get_ancestor (first, GTK_TYPE_LIST_BOX)),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "Logged");
  g_signal_emit_by_name (find (logged, ADW_TYPE_BUTTON_ROW, "title", "Show _All"), "activated");
  g_assert_cmpuint (count_rows (pane), ==, 14);

  stp_workspace_set_selected_day (fixture->workspace, today - 1);
  wait_for_label (pane, "Wednesday 10 March");
  g_assert_cmpuint (count_rows (pane), ==, 1);
  g_assert_true (find (pane, STP_TYPE_ENTRY_ROW, "title", "Night Serum") == first);
}

/* Done, move, not this time? */
static void
test_overdue (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_new (STP_TYPE_CALENDAR_PANE, "workspace", fixture->workspace, NULL);
  g_autoptr (StpSession) session = stp_record_new (STP_RECORD_SESSION);
  StpSession *kept;

  put_roller (fixture);
  session->state = STP_SESSION_PLANNED;
  session->purpose = STP_PURPOSE_PATCH;
  session->place = STP_PLACE_HOME;
  session->start.us = NOW - 3 * STP_HOUR;
  g_assert_true (stp_planner_record (fixture->timeline, session, NULL));
  adw_window_set_content (ADW_WINDOW (fixture->window), pane);

  wait_for_label (pane, "Its time is past. Was it done?");
  find_button (pane, "_Move…");
  find_button (pane, "_Not This Time");
  g_signal_emit_by_name (find_button (pane, "It Was _Done"), "clicked");
  kept = stp_diary_lookup (fixture->diary, STP_RECORD_SESSION,
                           stp_record_get_id (STP_RECORD (session)));
  g_assert_cmpint (kept->state, ==, STP_SESSION_DONE);
  g_assert_true (stp_diary_undo (fixture->diary, NULL));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/calendar/plan-is-refused", test_plan_is_refused);
  ADD ("/calendar/plan-earliest", test_plan_earliest);
  ADD ("/calendar/plan-is-accepted", test_plan_is_accepted);
  ADD ("/calendar/plan-needs-a-device", test_plan_needs_a_device);
  g_test_add ("/calendar/dialogs-begin", Fixture, GINT_TO_POINTER (1000), set_up,
              test_dialogs_begin_with_what_they_ask, tear_down);
  g_test_add ("/calendar/dialogs-begin-narrow", Fixture, GINT_TO_POINTER (360), set_up,
              test_dialogs_begin_with_what_they_ask, tear_down);
  ADD ("/calendar/log-is-one-edit", test_log_is_one_edit);
  ADD ("/calendar/log-is-searched", test_log_is_searched);
  ADD ("/calendar/panel-says-why", test_panel_says_why);
  ADD ("/calendar/panel-keeps-its-rows", test_panel_keeps_its_rows);
  ADD ("/calendar/panel-says-when-back", test_panel_says_when_back);
  ADD ("/calendar/E3/panel-in-pregnancy", test_panel_in_pregnancy);
  ADD ("/calendar/E3/panel-of-prescribed", test_panel_of_prescribed);
  ADD ("/calendar/panel-comes-after-the-month", test_panel_comes_after_the_month);
  ADD ("/calendar/enter-and-escape", test_enter_and_escape);
  ADD ("/calendar/arrows-turn-the-month", test_arrows_turn_the_month);
  ADD ("/calendar/legend-gives-way", test_legend_gives_way);
  ADD ("/calendar/today-follows-the-clock", test_today_follows_the_clock);
  ADD ("/calendar/use-makes-unready", test_use_makes_unready);
  ADD ("/calendar/why-this-day", test_why_this_day);
  ADD ("/calendar/past-day", test_past_day);
  ADD ("/calendar/events-are-logged", test_events_are_logged);
  ADD ("/calendar/long-lists", test_long_lists);
  ADD ("/calendar/overdue", test_overdue);
  ADD ("/calendar/moment-is-typed", test_moment_is_typed);

  return g_test_run ();
}
