// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <adwaita.h>

#include "library/stp-keeping-group.h"
#include "library/stp-product-page.h"
#include "library/stp-routine-group.h"
#include "library/stp-word-card-group.h"
#include "rules/stp-tonight.h"

/* Noon of 22 November 2026, UTC. */
#define NOW (G_GINT64_CONSTANT (1795348800) * STP_SECOND)
#define TODAY 739942

typedef struct
{
  StpDiary *diary;
  StpTimeline *timeline;
  StpWorkspace *workspace;
  StpProductPage *page;
  char *id;
  char *toast;
} Fixture;

static void
take_toast_cb (Fixture *fixture, AdwToast *toast)
{
  g_set_str (&fixture->toast, adw_toast_get_title (toast));
}

static void
put (Fixture *fixture, gpointer draft)
{
  g_autoptr (GError) error = NULL;

  stp_diary_put (fixture->diary, draft, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (NOW);
  g_autoptr (StpProduct) draft = stp_record_new (STP_RECORD_PRODUCT);

  fixture->diary = stp_diary_new (clock);
  fixture->timeline = stp_timeline_new (fixture->diary);
  fixture->workspace = stp_workspace_new (clock, NULL, fixture->diary, fixture->timeline, NULL);
  g_signal_connect_swapped (fixture->workspace, "toast", G_CALLBACK (take_toast_cb), fixture);

  draft->name = g_strdup ("Night & Day");
  draft->kind = STP_PRODUCT_SERUM;
  draft->ingredients = g_strdup ("Aqua, Glycerin, Retinol, Phenoxyethanol, Dew & <Co>");
  put (fixture, draft);
  fixture->id = g_strdup (stp_record_get_id (draft));

  fixture->page = g_object_ref_sink (g_object_new (STP_TYPE_PRODUCT_PAGE, NULL));
  stp_product_page_set_workspace (fixture->page, fixture->workspace);
  stp_product_page_set_product (fixture->page, fixture->id);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->timeline);
  g_assert_finalize_object (fixture->diary);
  g_clear_pointer (&fixture->id, g_free);
  g_clear_pointer (&fixture->toast, g_free);
}

static StpProduct *
get_product (Fixture *fixture)
{
  return stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, fixture->id);
}

static void
activate (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL);
}

static gboolean
has_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (has_row (child, title))
      return TRUE;

  return FALSE;
}

/* What has never been read is not said to be fine. */
static void
test_unread (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpProduct) draft = stp_record_copy (
    stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, fixture->id));

  g_assert_true (has_row (GTK_WIDGET (fixture->page), "Fine to Use"));

  g_clear_pointer (&draft->ingredients, g_free);
  put (fixture, draft);
  g_assert_false (has_row (GTK_WIDGET (fixture->page), "Fine to Use"));
  g_assert_true (has_row (GTK_WIDGET (fixture->page), "Not Known Yet"));
}

/* E3: what a pregnancy rules out is not fine to use, whatever no session says. */
static void
test_pregnancy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpEvent) event = stp_record_new (STP_RECORD_EVENT);

  event->kind = STP_EVENT_PREGNANCY;
  event->at = (StpInstant) { .us = NOW - STP_DAY_LENGTH };
  put (fixture, event);

  g_assert_false (has_row (GTK_WIDGET (fixture->page), "Fine to Use"));
  g_assert_true (has_row (GTK_WIDGET (fixture->page), "Ask a Doctor First"));

  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  g_assert_true (has_row (GTK_WIDGET (fixture->page), "Fine to Use"));
}

static GtkAdjustment *
find_scrolling (GtkWidget *widget)
{
  GtkAdjustment *found = GTK_IS_SCROLLED_WINDOW (widget)
                           ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget))
                           : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_scrolling (child);
  return found;
}

static gboolean
wait_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  guint *n_frames = user_data;

  return --*n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
wait_for_frames (GtkWidget *widget)
{
  guint n_frames = 4;

  gtk_widget_add_tick_callback (widget, wait_cb, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Whoever edits what stands far below stays there. */
static void
test_stays_where_it_is (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkAdjustment *place;
  double before;

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frames (window);
  place = find_scrolling (GTK_WIDGET (fixture->page));
  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
  wait_for_frames (window);
  before = gtk_adjustment_get_value (place);
  g_assert_cmpfloat (before, >, 300);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (StpProduct) draft = stp_record_copy (get_product (fixture));

      if (i == 0)
        draft->opened = TODAY;
      else if (i == 1)
        draft->prescribed = TRUE;
      else
        draft->pao_months = 6;
      put (fixture, draft);
      wait_for_frames (window);
      g_assert_cmpfloat (ABS (gtk_adjustment_get_value (place) - before), <, 100);
    }
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_title_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpProduct) draft = stp_record_copy (get_product (fixture));
  g_autofree char *title = NULL;

  g_set_str (&draft->name, "Another Name");
  put (fixture, draft);
  g_object_get (fixture->page, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Another Name");
}

static void
test_archive (Fixture *fixture, gconstpointer data)
{
  gpointer pauses = gtk_widget_get_template_child (GTK_WIDGET (fixture->page),
                                                   STP_TYPE_PRODUCT_PAGE, "pauses");

  activate (fixture, "product.archive");
  g_assert_true (get_product (fixture)->archived);
  g_assert_cmpstr (fixture->toast, ==, "Night & Day archived");
  g_assert_false (gtk_widget_get_visible (pauses));

  activate (fixture, "product.archive");
  g_assert_false (get_product (fixture)->archived);
  g_assert_true (gtk_widget_get_visible (pauses));
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "product.delete");
  g_assert_null (get_product (fixture));
  g_assert_cmpstr (fixture->toast, ==, "Night & Day deleted");

  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  g_assert_nonnull (get_product (fixture));
}

static void
take_off_cb (Fixture *fixture)
{
  stp_product_page_set_product (fixture->page, NULL);
}

/* As the library does: the page has let go of the product when it says that it is gone. */
static void
test_delete_is_told (Fixture *fixture, gconstpointer data)
{
  g_signal_connect_swapped (fixture->diary, "changed", G_CALLBACK (take_off_cb), fixture);
  activate (fixture, "product.delete");
  g_assert_cmpstr (fixture->toast, ==, "Night & Day deleted");
  g_signal_handlers_disconnect_by_func (fixture->diary, take_off_cb, fixture);
}

static void
test_used_is_not_deleted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpApplication) use = stp_record_new (STP_RECORD_APPLICATION);

  use->product = g_strdup (fixture->id);
  use->at = (StpInstant) { .us = NOW - STP_HOUR };
  put (fixture, use);

  activate (fixture, "product.delete");
  g_assert_nonnull (get_product (fixture));
}

/* What was used today was used yesterday once the day is over. */
static void
test_uses_follow_the_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpApplication) use = stp_record_new (STP_RECORD_APPLICATION);

  use->product = g_strdup (fixture->id);
  use->at = (StpInstant) { .us = NOW - STP_HOUR };
  put (fixture, use);
  g_assert_true (has_row (GTK_WIDGET (fixture->page), "Today 11:00"));

  stp_clock_set_fixed (stp_diary_get_clock (fixture->diary), NOW + STP_DAY_LENGTH);
  g_assert_true (has_row (GTK_WIDGET (fixture->page), "Yesterday 11:00"));
}

static void
test_prescribed (Fixture *fixture, gconstpointer data)
{
  GObject *row = gtk_widget_get_template_child (GTK_WIDGET (fixture->page), STP_TYPE_PRODUCT_PAGE,
                                                "prescribed");

  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  g_assert_true (get_product (fixture)->prescribed);
}

static void
test_routine (Fixture *fixture, gconstpointer data)
{
  GObject *group = gtk_widget_get_template_child (GTK_WIDGET (fixture->page), STP_TYPE_PRODUCT_PAGE,
                                                  "routine");
  GObject *evenings = gtk_widget_get_template_child (GTK_WIDGET (group), STP_TYPE_ROUTINE_GROUP,
                                                     "evenings");

  g_assert_null (get_product (fixture)->routine);
  adw_switch_row_set_active (ADW_SWITCH_ROW (evenings), TRUE);
  g_assert_nonnull (get_product (fixture)->routine);
  g_assert_cmpuint (get_product (fixture)->routine->when, ==, STP_BIT (STP_DAY_PART_EVENING));
  g_assert_cmpuint (get_product (fixture)->routine->days, ==, 0xfe);

  adw_switch_row_set_active (ADW_SWITCH_ROW (evenings), FALSE);
  g_assert_null (get_product (fixture)->routine);
}

static gpointer
get_group_child (Fixture *fixture, const char *group, GType type, const char *name)
{
  GObject *parent = gtk_widget_get_template_child (GTK_WIDGET (fixture->page),
                                                   STP_TYPE_PRODUCT_PAGE, group);
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (parent), type, name);

  g_assert_nonnull (child);
  return child;
}

static void
test_every_few_days (Fixture *fixture, gconstpointer data)
{
  const GType type = STP_TYPE_ROUTINE_GROUP;
  const StpRoutine *routine;

  adw_switch_row_set_active (get_group_child (fixture, "routine", type, "evenings"), TRUE);
  adw_spin_row_set_value (get_group_child (fixture, "routine", type, "every"), 3);
  routine = get_product (fixture)->routine;
  g_assert_cmpint (routine->every, ==, 3);
  g_assert_cmpuint (routine->from, ==, TODAY);
  g_assert_cmpuint (routine->days, ==, 0);

  adw_switch_row_set_active (get_group_child (fixture, "routine", type, "except"), TRUE);
  routine = get_product (fixture)->routine;
  g_assert_false (stp_routine_is_due (routine, STP_DAY_PART_EVENING, TODAY));
  g_assert_true (stp_routine_is_due (routine, STP_DAY_PART_EVENING, TODAY + 3));
}

static void
test_keeping (Fixture *fixture, gconstpointer data)
{
  const GType type = STP_TYPE_KEEPING_GROUP;
  GtkWidget *group = GTK_WIDGET (
    gtk_widget_get_template_child (GTK_WIDGET (fixture->page), STP_TYPE_PRODUCT_PAGE, "keeping"));

  g_assert_cmpuint (get_product (fixture)->expires, ==, STP_DAY_UNSET);
  adw_expander_row_set_enable_expansion (get_group_child (fixture, "keeping", type, "expires"),
                                         TRUE);
  g_assert_cmpuint (get_product (fixture)->expires, ==, TODAY + 1);
  g_assert_cmpstr (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group)), ==,
                   "Expires tomorrow");

  adw_spin_row_set_value (get_group_child (fixture, "keeping", type, "strength"), 0.3);
  g_assert_cmpint (get_product (fixture)->strength_permille, ==, 3);
  adw_expander_row_set_enable_expansion (get_group_child (fixture, "keeping", type, "expires"),
                                         FALSE);
  g_assert_cmpuint (get_product (fixture)->expires, ==, STP_DAY_UNSET);
}

static void
test_word_card (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = GTK_WIDGET (
    gtk_widget_get_template_child (GTK_WIDGET (fixture->page), STP_TYPE_PRODUCT_PAGE, "card"));
  g_autoptr (StpProduct) draft = stp_record_copy (get_product (fixture));

  g_assert_false (gtk_widget_get_visible (card));
  g_clear_pointer (&draft->ingredients, g_free);
  put (fixture, draft);
  g_assert_true (gtk_widget_get_visible (card));

  adw_switch_row_set_active (get_group_child (fixture, "card", STP_TYPE_WORD_CARD_GROUP, "checked"),
                             TRUE);
  g_assert_true (get_product (fixture)->card_checked);
  g_assert_true (has_row (GTK_WIDGET (fixture->page), "Fine to Use"));
}

static void
test_what_if (Fixture *fixture, gconstpointer data)
{
  AdwActionRow *row = ADW_ACTION_ROW (
    gtk_widget_get_template_child (GTK_WIDGET (fixture->page), STP_TYPE_PRODUCT_PAGE, "what_if"));

  activate (fixture, "product.what-if");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (row),
                                   "The earliest start would be Tuesday 21:00."));
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_APPLICATION), ==, 0);
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  StpProduct *copy;

  activate (fixture, "product.duplicate");
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_PRODUCT), ==, 2);
  copy = stp_diary_peek_record (fixture->diary, STP_RECORD_PRODUCT, 0);
  if (copy == get_product (fixture))
    copy = stp_diary_peek_record (fixture->diary, STP_RECORD_PRODUCT, 1);
  g_assert_cmpstr (copy->name, ==, "Night & Day (Copy)");
  g_assert_cmpstr (copy->ingredients, ==, get_product (fixture)->ingredients);
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
  add_test ("/product-page/title-follows", test_title_follows);
  add_test ("/product-page/unread", test_unread);
  add_test ("/product-page/E3/pregnancy", test_pregnancy);
  add_test ("/product-page/archive", test_archive);
  add_test ("/product-page/delete", test_delete);
  add_test ("/product-page/delete-is-told", test_delete_is_told);
  add_test ("/product-page/used-is-not-deleted", test_used_is_not_deleted);
  add_test ("/product-page/uses-follow-the-day", test_uses_follow_the_day);
  add_test ("/product-page/prescribed", test_prescribed);
  add_test ("/product-page/routine", test_routine);
  add_test ("/product-page/every-few-days", test_every_few_days);
  add_test ("/product-page/keeping", test_keeping);
  add_test ("/product-page/word-card", test_word_card);
  add_test ("/product-page/what-if", test_what_if);
  add_test ("/product-page/duplicate", test_duplicate);
  add_test ("/product-page/stays-where-it-is", test_stays_where_it_is);

  return g_test_run ();
}
