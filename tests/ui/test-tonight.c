// SPDX-License-Identifier: GPL-3.0-or-later

/* The usual evening routine, logged in one go. */

#include "config.h"

#include <adwaita.h>

#include "library/stp-tonight-page.h"
#include "library/stp-tonight-text.h"
#include "rules/stp-planner.h"
#include "rules/stp-timeline.h"

/* 21:00 of 22 November 2026, UTC. */
#define NOW (G_GINT64_CONSTANT (1795381200) * STP_SECOND)

typedef struct
{
  StpDiary *diary;
  StpTimeline *timeline;
  StpWorkspace *workspace;
  StpTonightPage *page;
  GtkWidget *window;
} Fixture;

static void
put (Fixture *fixture, gpointer draft)
{
  g_autoptr (GError) error = NULL;

  stp_diary_put (fixture->diary, draft, &error);
  g_assert_no_error (error);
}

static void
add_product (Fixture *fixture, const char *name, const char *ingredients)
{
  g_autoptr (StpProduct) draft = stp_record_new (STP_RECORD_PRODUCT);

  draft->name = g_strdup (name);
  draft->kind = STP_PRODUCT_SERUM;
  draft->ingredients = g_strdup (ingredients);
  draft->routine = stp_routine_new ();
  draft->routine->when = STP_BIT (STP_DAY_PART_EVENING);
  put (fixture, draft);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (NOW);

  fixture->diary = stp_diary_new (clock);
  fixture->timeline = stp_timeline_new (fixture->diary);
  fixture->workspace = stp_workspace_new (clock, NULL, fixture->diary, fixture->timeline, NULL);
  fixture->page = g_object_new (STP_TYPE_TONIGHT_PAGE, NULL);
  stp_tonight_page_set_workspace (fixture->page, fixture->workspace);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  add_product (fixture, "Night Serum", "Aqua, Glycerin, Retinol, Phenoxyethanol");
  add_product (fixture, "Plain Cream", "Aqua, Glycerin, Panthenol");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->timeline);
  g_assert_finalize_object (fixture->diary);
}

static void
plan_tomorrow (Fixture *fixture)
{
  g_autoptr (StpDevice) device = stp_record_new (STP_RECORD_DEVICE);
  g_autoptr (StpHead) head = stp_record_new (STP_RECORD_HEAD);
  const StpQuestion question = { .start = NOW + STP_DAY_LENGTH, .now = NOW };
  g_autoptr (StpSession) session = NULL;
  g_autoptr (GError) error = NULL;

  device->name = g_strdup ("Roller");
  device->kind = STP_DEVICE_ROLLER;
  put (fixture, device);
  head->device = g_strdup (stp_record_get_id (device));
  head->needle_um = 250;
  put (fixture, head);
  session = stp_planner_plan (fixture->timeline, &question, &error);
  g_assert_no_error (error);
}

static GtkWidget *
get_child (Fixture *fixture, const char *name)
{
  return GTK_WIDGET (
    gtk_widget_get_template_child (GTK_WIDGET (fixture->page), STP_TYPE_TONIGHT_PAGE, name));
}

static guint
count_uses (Fixture *fixture)
{
  return stp_diary_get_n_records (fixture->diary, STP_RECORD_APPLICATION);
}

static void
test_routine (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = get_child (fixture, "log_button");
  StpApplication *use;

  gtk_window_present (GTK_WINDOW (fixture->window));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (count_uses (fixture), ==, 2);
  use = stp_diary_peek_record (fixture->diary, STP_RECORD_APPLICATION, 0);
  g_assert_cmpint (use->at.us, ==, NOW);

  /* Not twice, and all of it is undone at once. */
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  g_assert_cmpuint (count_uses (fixture), ==, 0);
  g_assert_true (gtk_widget_get_visible (button));
}

static gboolean
has_subtitle (GtkWidget *widget, const char *text)
{
  if (ADW_IS_ACTION_ROW (widget) &&
      g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (has_subtitle (child, text))
      return TRUE;
  return FALSE;
}

/* E3: what a pregnancy rules out is left, and not said to be back. */
static void
test_pregnancy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpEvent) event = stp_record_new (STP_RECORD_EVENT);

  plan_tomorrow (fixture);
  event->kind = STP_EVENT_PREGNANCY;
  event->at = (StpInstant) { NOW - STP_DAY_LENGTH, 0 };
  put (fixture, event);
  gtk_window_present (GTK_WINDOW (fixture->window));

  g_assert_true (has_subtitle (
    get_child (fixture, "leave_list"),
    "While pregnant, breast-feeding or trying for a child, only if a doctor says so."));
}

static void
test_paused_is_left_out (Fixture *fixture, gconstpointer data)
{
  StpApplication *use;
  StpProduct *product;

  plan_tomorrow (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "leave_group")));
  g_signal_emit_by_name (get_child (fixture, "log_button"), "clicked");
  g_assert_cmpuint (count_uses (fixture), ==, 1);

  use = stp_diary_peek_record (fixture->diary, STP_RECORD_APPLICATION, 0);
  product = stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, use->product);
  g_assert_cmpstr (product->name, ==, "Plain Cream");
}

static GtkWidget *
find_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child);

      if (found)
        return found;
    }
  return NULL;
}

static void
test_earlier (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list = GTK_LIST_BOX (get_child (fixture, "earlier_list"));
  StpApplication *use;

  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 5));
  g_signal_emit_by_name (find_button (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))),
                         "clicked");

  g_assert_cmpuint (count_uses (fixture), ==, 2);
  use = stp_diary_peek_record (fixture->diary, STP_RECORD_APPLICATION, 0);
  g_assert_cmpint (use->at.us, ==, NOW - STP_DAY_LENGTH);
  g_assert_null (gtk_list_box_get_row_at_index (list, 5));
}

/* A name as long as some shops make them leaves room for the next. */
static void
test_long_names (void)
{
  g_autofree char *name = g_strnfill (200, 'x');
  g_autoptr (StpProduct) first = stp_record_new (STP_RECORD_PRODUCT);
  g_autoptr (StpProduct) second = stp_record_new (STP_RECORD_PRODUCT);
  g_autoptr (GPtrArray) products = g_ptr_array_new ();
  g_autofree char *text = NULL;

  first->name = g_steal_pointer (&name);
  second->name = g_strdup ("Plain Cream");
  g_ptr_array_add (products, first);
  g_ptr_array_add (products, second);
  text = stp_tonight_text_list (products);
  g_assert_true (g_str_has_suffix (text, "xx, Plain Cream"));
  g_assert_cmpint (g_utf8_strlen (text, -1), <, 60);
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  add_test ("/tonight/routine", test_routine);
  add_test ("/tonight/paused-is-left-out", test_paused_is_left_out);
  add_test ("/tonight/earlier", test_earlier);
  add_test ("/tonight/E3/pregnancy", test_pregnancy);
  g_test_add_func ("/tonight/long-names", test_long_names);

  return g_test_run ();
}
