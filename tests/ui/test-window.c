// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <adwaita.h>

#include "app/stp-window.h"
#include "protocol/stp-procedure.h"

/* Noon of 22 November 2026, UTC. */
#define NOW (G_GINT64_CONSTANT (1795348800) * STP_SECOND)

/* One for all tests: a process exports its application on the bus once. */
static GtkApplication *application;

typedef struct
{
  StpDiary *diary;
  StpTimeline *timeline;
  StpProcedure *procedure;
  StpWorkspace *workspace;
  StpWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (NOW);

  fixture->diary = stp_diary_new (clock);
  fixture->timeline = stp_timeline_new (fixture->diary);
  fixture->procedure = stp_procedure_new (fixture->timeline);
  fixture->workspace = stp_workspace_new (clock, NULL, fixture->diary, fixture->timeline,
                                          fixture->procedure);
  fixture->window = stp_window_new (application);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->procedure);
  g_assert_finalize_object (fixture->timeline);
  g_assert_finalize_object (fixture->diary);
}

static void
put_product (Fixture *fixture)
{
  g_autoptr (StpProduct) draft = stp_record_new (STP_RECORD_PRODUCT);
  g_autoptr (GError) error = NULL;

  draft->name = g_strdup ("Night Serum");
  draft->kind = STP_PRODUCT_SERUM;
  g_assert_true (stp_diary_put (fixture->diary, draft, &error));
  g_assert_no_error (error);
}

static guint
count_products (Fixture *fixture)
{
  return stp_diary_get_n_records (fixture->diary, STP_RECORD_PRODUCT);
}

static void
test_from_template (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Stipple");
  g_assert_null (stp_window_get_visible_pane (fixture->window));
}

static void
test_panes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->window);

  stp_window_set_workspace (fixture->window, fixture->workspace);
  g_assert_nonnull (stp_window_get_visible_pane (fixture->window));

  g_assert_true (gtk_widget_activate_action (widget, "win.pane", "s", "library"));
  g_assert_cmpstr (stp_window_get_visible_pane (fixture->window), ==, "library");

  g_assert_true (gtk_widget_activate_action (widget, "win.pane", "s", "no such pane"));
  g_assert_cmpstr (stp_window_get_visible_pane (fixture->window), ==, "library");
}

static guint
count_widgets (GtkWidget *widget, GType type)
{
  guint count = g_type_is_a (G_OBJECT_TYPE (widget), type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    count += count_widgets (child, type);

  return count;
}

/* Every widget is styled, measured and drawn before the first frame: what nobody sees yet is made
 * when it is asked for. */
static void
test_opens_with_few_widgets (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->window);

  stp_window_set_workspace (fixture->window, fixture->workspace);

  g_assert_cmpuint (count_widgets (widget, GTK_TYPE_POPOVER), ==, 0);
  g_assert_cmpuint (count_widgets (widget, GTK_TYPE_WIDGET), <=, 250);
}

static GtkMenuButton *
find_menu_button (GtkWidget *widget, const char *icon_name)
{
  GtkMenuButton *found = NULL;

  if (GTK_IS_MENU_BUTTON (widget) &&
      g_strcmp0 (gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)), icon_name) == 0)
    return GTK_MENU_BUTTON (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_menu_button (child, icon_name);

  return found;
}

static void
test_menus_are_made_when_opened (Fixture *fixture, gconstpointer data)
{
  static const char *const icon_names[] = { "open-menu-symbolic", "list-add-symbolic",
                                            "help-about-symbolic" };

  stp_window_set_workspace (fixture->window, fixture->workspace);
  gtk_window_present (GTK_WINDOW (fixture->window));

  for (guint i = 0; i < G_N_ELEMENTS (icon_names); i++)
    {
      GtkMenuButton *button = find_menu_button (GTK_WIDGET (fixture->window), icon_names[i]);
      GtkPopover *popover;

      gtk_menu_button_popup (button);
      popover = gtk_menu_button_get_popover (button);
      g_assert_nonnull (popover);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));

      gtk_menu_button_popdown (button);
      gtk_menu_button_popup (button);
      g_assert_true (gtk_menu_button_get_popover (button) == popover);
      gtk_menu_button_popdown (button);
    }
}

static void
test_navigate (Fixture *fixture, gconstpointer data)
{
  stp_window_set_workspace (fixture->window, fixture->workspace);
  stp_workspace_navigate (fixture->workspace, "library", NULL);
  g_assert_cmpstr (stp_window_get_visible_pane (fixture->window), ==, "library");
}

static void
keep_toast_cb (AdwToast **kept, AdwToast *toast)
{
  g_set_object (kept, toast);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_toast_stays_behind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AdwToast) toast = NULL;
  guint n_dismissed = 0;

  stp_window_set_workspace (fixture->window, fixture->workspace);
  g_signal_connect_swapped (fixture->workspace, "toast", G_CALLBACK (keep_toast_cb), &toast);
  stp_workspace_toast_undo (fixture->workspace, "Session moved");
  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (count_cb), &n_dismissed);
  g_assert_cmpuint (n_dismissed, ==, 0);

  stp_workspace_navigate (fixture->workspace, "session", NULL);
  g_assert_cmpuint (n_dismissed, ==, 1);
}

/* Its button would undo the later edit. */
static void
test_toast_makes_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AdwToast) toast = NULL;
  guint n_dismissed = 0;

  stp_window_set_workspace (fixture->window, fixture->workspace);
  g_signal_connect_swapped (fixture->workspace, "toast", G_CALLBACK (keep_toast_cb), &toast);
  put_product (fixture);
  stp_workspace_toast_undo (fixture->workspace, "Use logged");
  g_assert_cmpstr (adw_toast_get_action_name (toast), ==, "win.undo");
  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (count_cb), &n_dismissed);

  put_product (fixture);
  g_assert_cmpuint (n_dismissed, ==, 1);
}

static void
restore_reaction (Fixture *fixture, StpRecord *other)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  StpReaction *reaction = stp_record_new (STP_RECORD_REACTION);
  g_autoptr (GError) error = NULL;

  reaction->signs = STP_BIT (STP_SIGN_PUS);
  g_ptr_array_add (drafts, reaction);
  if (other)
    g_ptr_array_add (drafts, g_object_ref (other));
  g_assert_true (stp_diary_restore (fixture->diary, drafts, "Import", &error));
  g_assert_no_error (error);
}

/* The button would undo an earlier edit. */
/* What was refused in a dialog is said above it, and not behind it. */
static void
test_error_above_a_dialog (Fixture *fixture, gconstpointer data)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (fixture->window);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "It is <full>.");
  AdwDialog *dialog = adw_dialog_new ();
  AdwDialog *visible;

  stp_window_set_workspace (fixture->window, fixture->workspace);
  gtk_window_present (GTK_WINDOW (fixture->window));
  stp_workspace_report (fixture->workspace, error);
  g_assert_null (adw_application_window_get_visible_dialog (window));

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  stp_workspace_report (fixture->workspace, error);
  visible = adw_application_window_get_visible_dialog (window);
  g_assert_true (ADW_IS_ALERT_DIALOG (visible));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (visible)), ==, "It is <full>.");

  adw_dialog_force_close (visible);
  g_assert_true (adw_application_window_get_visible_dialog (window) == dialog);
  adw_dialog_force_close (dialog);
}

static void
test_toast_without_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AdwToast) toast = NULL;

  stp_window_set_workspace (fixture->window, fixture->workspace);
  g_signal_connect_swapped (fixture->workspace, "toast", G_CALLBACK (keep_toast_cb), &toast);
  put_product (fixture);
  restore_reaction (fixture, NULL);
  stp_workspace_toast_undo (fixture->workspace, "Imported");
  g_assert_nonnull (toast);
  g_assert_null (adw_toast_get_button_label (toast));
  g_assert_null (adw_toast_get_action_name (toast));
}

/* It says that something stays. */
static void
test_undo_in_part (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AdwToast) toast = NULL;
  g_autoptr (StpDevice) device = stp_record_new (STP_RECORD_DEVICE);

  device->name = g_strdup ("Roller");
  stp_window_set_workspace (fixture->window, fixture->workspace);
  g_signal_connect_swapped (fixture->workspace, "toast", G_CALLBACK (keep_toast_cb), &toast);
  put_product (fixture);
  restore_reaction (fixture, STP_RECORD (device));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_DEVICE), ==, 0);
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_REACTION), ==, 1);
  g_assert_cmpstr (adw_toast_get_title (toast), ==, "Undone. Some check-ins and sessions stay.");

  g_clear_object (&toast);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_PRODUCT), ==, 0);
  g_assert_null (toast);
}

static guint
count_visible_banners (GtkWidget *widget)
{
  guint count = ADW_IS_BANNER (widget) && gtk_widget_get_visible (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    count += count_visible_banners (child);

  return count;
}

static GtkWidget *
find_actionable (GtkWidget *widget, const char *action)
{
  if (GTK_IS_ACTIONABLE (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_actionable (child, action);

      if (found)
        return found;
    }

  return NULL;
}

/* What would only be refused is not offered. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  stp_window_set_workspace (fixture->window, fixture->workspace);
  /* The panel of the day comes after the frame that shows the month. */
  while (!(button = find_actionable (GTK_WIDGET (fixture->window), "calendar.log-use")))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_is_sensitive (button));
  stp_diary_set_read_only (fixture->diary, TRUE);
  g_assert_false (gtk_widget_is_sensitive (button));
}

/* What is not revealed is hidden, so that a screen reader does not say it. */
static void
test_banners (Fixture *fixture, gconstpointer data)
{
  stp_window_set_workspace (fixture->window, fixture->workspace);
  g_assert_cmpuint (count_visible_banners (GTK_WIDGET (fixture->window)), ==, 0);

  stp_diary_set_read_only (fixture->diary, TRUE);
  g_assert_cmpuint (count_visible_banners (GTK_WIDGET (fixture->window)), ==, 1);
}

static gboolean
has_label (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

/* Each takes the place of what was shown before. */
static void
test_problem (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->window);
  g_autoptr (GError) first = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "It is locked.");
  g_autoptr (
    GError) second = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "<It> & it is gone.");
  AdwStatusPage *page;

  g_assert_cmpuint (count_widgets (widget, ADW_TYPE_STATUS_PAGE), ==, 0);
  stp_window_show_opening (fixture->window);
  g_assert_cmpuint (count_widgets (widget, ADW_TYPE_SPINNER), ==, 1);
  stp_window_show_problem (fixture->window, first);
  stp_window_show_problem (fixture->window, second);
  g_assert_cmpuint (count_widgets (widget, ADW_TYPE_STATUS_PAGE), ==, 1);

  page = ADW_STATUS_PAGE (
    gtk_widget_get_ancestor (find_actionable (widget, "app.open-diary"), ADW_TYPE_STATUS_PAGE));
  g_assert_true (has_label (GTK_WIDGET (page), "<It> & it is gone."));
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (page)));

  stp_window_set_workspace (fixture->window, fixture->workspace);
  g_assert_false (gtk_widget_get_child_visible (GTK_WIDGET (page)));
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->window);

  stp_window_set_workspace (fixture->window, fixture->workspace);
  put_product (fixture);
  g_assert_cmpuint (count_products (fixture), ==, 1);

  gtk_widget_activate_action (widget, "win.undo", NULL);
  g_assert_cmpuint (count_products (fixture), ==, 0);

  gtk_widget_activate_action (widget, "win.redo", NULL);
  g_assert_cmpuint (count_products (fixture), ==, 1);
}

/* To open and close a window keeps nothing: it would wait for the disk before it is seen. */
static void
test_keeps_its_size (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GVariant) untouched = g_settings_get_user_value (settings, "window-width");
  StpWindow *next;
  int width, height;

  g_assert_null (untouched);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  next = stp_window_new (application);
  gtk_window_get_default_size (GTK_WINDOW (next), &width, &height);
  g_assert_cmpint (width, ==, 640);
  g_assert_cmpint (height, ==, 480);

  gtk_window_destroy (GTK_WINDOW (next));
  g_settings_reset (settings, "window-width");
  g_settings_reset (settings, "window-height");
}

static void
test_finalizes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GObject) window = g_object_ref (G_OBJECT (fixture->window));

  stp_window_set_workspace (fixture->window, fixture->workspace);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  g_assert_finalize_object (g_steal_pointer (&window));
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (adw_application_new (APPLICATION_ID, G_APPLICATION_NON_UNIQUE));
  g_application_set_resource_base_path (G_APPLICATION (application), RESOURCE_PATH);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  add_test ("/window/from-template", test_from_template);
  add_test ("/window/panes", test_panes);
  add_test ("/window/opens-with-few-widgets", test_opens_with_few_widgets);
  add_test ("/window/menus-are-made-when-opened", test_menus_are_made_when_opened);
  add_test ("/window/navigate", test_navigate);
  add_test ("/window/toast-stays-behind", test_toast_stays_behind);
  add_test ("/window/toast-makes-way", test_toast_makes_way);
  add_test ("/window/error-above-a-dialog", test_error_above_a_dialog);
  add_test ("/window/toast-without-undo", test_toast_without_undo);
  add_test ("/window/undo-in-part", test_undo_in_part);
  add_test ("/window/banners", test_banners);
  add_test ("/window/read-only", test_read_only);
  add_test ("/window/problem", test_problem);
  add_test ("/window/undo", test_undo);
  add_test ("/window/keeps-its-size", test_keeps_its_size);
  add_test ("/window/finalizes", test_finalizes);

  return g_test_run ();
}
