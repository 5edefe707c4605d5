// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <adwaita.h>

#include "library/stp-library-view.h"
#include "library/stp-product-form.h"
#include "library/stp-reading-text.h"
#include "library/stp-shelf-list.h"
#include "rules/stp-planner.h"
#include "rules/stp-timeline.h"

/* Noon of 22 November 2026, UTC. */
#define NOW (G_GINT64_CONSTANT (1795348800) * STP_SECOND)

#define RETINOL_LIST "Aqua, Glycerin, Retinol, Phenoxyethanol, Blorbium"
#define PLAIN_LIST "Aqua, Glycerin, Butyrospermum Parkii Butter, Panthenol"

typedef struct
{
  StpClock *clock;
  StpDiary *diary;
  StpTimeline *timeline;
  StpWorkspace *workspace;
  StpShelf *shelf;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = stp_clock_new_fixed (NOW);
  fixture->diary = stp_diary_new (fixture->clock);
  fixture->timeline = stp_timeline_new (fixture->diary);
  fixture->workspace = stp_workspace_new (fixture->clock, NULL, fixture->diary, fixture->timeline,
                                          NULL);
  fixture->shelf = stp_shelf_new (fixture->workspace);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->shelf);
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->timeline);
  g_assert_finalize_object (fixture->diary);
  g_assert_finalize_object (fixture->clock);
}

static void
put (Fixture *fixture, gpointer draft)
{
  g_autoptr (GError) error = NULL;

  stp_diary_put (fixture->diary, draft, &error);
  g_assert_no_error (error);
}

static StpProduct *
add_product (Fixture *fixture, const char *name, const char *ingredients, gboolean archived)
{
  g_autoptr (StpProduct) draft = stp_record_new (STP_RECORD_PRODUCT);

  draft->name = g_strdup (name);
  draft->kind = STP_PRODUCT_SERUM;
  draft->ingredients = g_strdup (ingredients);
  draft->archived = archived;
  put (fixture, draft);

  return stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, stp_record_get_id (draft));
}

static void
plan_session (Fixture *fixture)
{
  g_autoptr (StpDevice) device = stp_record_new (STP_RECORD_DEVICE);
  g_autoptr (StpHead) head = stp_record_new (STP_RECORD_HEAD);
  g_autoptr (GError) error = NULL;
  g_autoptr (StpSession) session = NULL;
  const StpQuestion question = { .start = NOW + 9 * STP_HOUR, .now = NOW };

  device->name = g_strdup ("Roller");
  device->kind = STP_DEVICE_ROLLER;
  put (fixture, device);
  head->device = g_strdup (stp_record_get_id (device));
  head->needle_um = 250;
  put (fixture, head);

  session = stp_planner_plan (fixture->timeline, &question, &error);
  g_assert_no_error (error);
}

static StpShelfEntry *
get_entry (Fixture *fixture, guint position)
{
  g_autoptr (
    StpShelfEntry) entry = g_list_model_get_item (stp_shelf_get_model (fixture->shelf), position);

  g_assert_nonnull (entry);
  return entry; /* the model keeps it */
}

static void
assert_entry (Fixture *fixture, guint position, const char *title, StpShelfSection section)
{
  StpShelfEntry *entry = get_entry (fixture, position);

  g_assert_cmpstr (stp_shelf_entry_get_title (entry), ==, title);
  g_assert_cmpint (stp_shelf_entry_get_section (entry), ==, section);
}

static void
count_cb (guint *count)
{
  ++*count;
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  guint n_notified = 0;

  g_signal_connect_swapped (fixture->shelf, "notify::empty", G_CALLBACK (count_cb), &n_notified);
  g_assert_true (stp_shelf_get_empty (fixture->shelf));

  add_product (fixture, "Night Serum", RETINOL_LIST, FALSE);
  g_assert_false (stp_shelf_get_empty (fixture->shelf));
  g_assert_cmpuint (n_notified, ==, 1);

  add_product (fixture, "Plain Cream", PLAIN_LIST, FALSE);
  g_assert_cmpuint (n_notified, ==, 1);
}

static void
test_sections (Fixture *fixture, gconstpointer data)
{
  add_product (fixture, "Old Toner", PLAIN_LIST, TRUE);
  add_product (fixture, "Mystery Mist", NULL, FALSE);
  add_product (fixture, "Plain Cream", PLAIN_LIST, FALSE);
  add_product (fixture, "Night Serum", RETINOL_LIST, FALSE);

  assert_entry (fixture, 0, "Night Serum", STP_SHELF_FINE);
  assert_entry (fixture, 1, "Plain Cream", STP_SHELF_FINE);
  assert_entry (fixture, 2, "Mystery Mist", STP_SHELF_UNREAD);
  assert_entry (fixture, 3, "Old Toner", STP_SHELF_ARCHIVED);
}

static void
test_pause_moves_the_section (Fixture *fixture, gconstpointer data)
{
  add_product (fixture, "Plain Cream", PLAIN_LIST, FALSE);
  add_product (fixture, "Night Serum", RETINOL_LIST, FALSE);
  plan_session (fixture);

  assert_entry (fixture, 0, "Night Serum", STP_SHELF_PAUSED);
  g_assert_true (g_str_has_prefix (stp_shelf_entry_get_status (get_entry (fixture, 0)), "back "));
}

static void
log_pregnancy (Fixture *fixture)
{
  g_autoptr (StpEvent) event = stp_record_new (STP_RECORD_EVENT);

  event->kind = STP_EVENT_PREGNANCY;
  event->at = (StpInstant) { .us = NOW - STP_DAY_LENGTH };
  put (fixture, event);
}

/* E3: a retinoid is neither fine nor soon back while somebody is pregnant. */
static void
test_pregnancy_keeps_back (Fixture *fixture, gconstpointer data)
{
  add_product (fixture, "Night Serum", RETINOL_LIST, FALSE);
  add_product (fixture, "Day Cream", PLAIN_LIST, FALSE);
  plan_session (fixture);
  log_pregnancy (fixture);

  assert_entry (fixture, 0, "Night Serum", STP_SHELF_DOCTOR);
  g_assert_cmpstr (stp_shelf_entry_get_status (get_entry (fixture, 0)), ==, "Ask a Doctor First");
  assert_entry (fixture, 1, "Day Cream", STP_SHELF_FINE);

  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  assert_entry (fixture, 0, "Night Serum", STP_SHELF_PAUSED);
}

/* E3: what is prescribed is not told to stop, not even by a heading. */
static void
test_prescribed_waits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (
    StpProduct) draft = stp_record_copy (add_product (fixture, "Tretinoin", RETINOL_LIST, FALSE));

  draft->prescribed = TRUE;
  put (fixture, draft);
  plan_session (fixture);

  assert_entry (fixture, 0, "Tretinoin", STP_SHELF_WAITING);
  g_assert_cmpstr (stp_shelf_entry_get_status (get_entry (fixture, 0)), ==, "needling waits");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GListModel *model = stp_shelf_get_model (fixture->shelf);

  add_product (fixture, "Crème Apaisante", PLAIN_LIST, FALSE);
  add_product (fixture, "Night Serum", RETINOL_LIST, FALSE);

  stp_shelf_set_search (fixture->shelf, "creme");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  assert_entry (fixture, 0, "Crème Apaisante", STP_SHELF_FINE);

  stp_shelf_set_search (fixture->shelf, "RETINOID");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  assert_entry (fixture, 0, "Night Serum", STP_SHELF_FINE);

  stp_shelf_set_search (fixture->shelf, "");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);
}

/* One ingredient has many names: what the dictionary knows is found in every script. */
static void
test_search_scripts (Fixture *fixture, gconstpointer data)
{
  static const char *const searches[] = { "레티놀", "レチノール", "rétinol", "Retinol" };
  GListModel *model = stp_shelf_get_model (fixture->shelf);

  add_product (fixture, "Night Serum", RETINOL_LIST, FALSE);
  add_product (fixture, "Plain Cream", PLAIN_LIST, FALSE);
  add_product (fixture, "밤 세럼", "정제수, 글리세린, 레티놀", FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      stp_shelf_set_search (fixture->shelf, searches[i]);
      g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);
    }
}

/* Each of these stands in the field for a moment while 수분크림 is typed. */
static void
test_search_while_composing (Fixture *fixture, gconstpointer data)
{
  static const char *const searches[] = { "ㅅ",     "수",     "숩",     "수부",    "수분",
                                          "수분ㅋ", "수분크", "수분클", "수분크림" };
  GListModel *model = stp_shelf_get_model (fixture->shelf);

  add_product (fixture, "촉촉 수분크림", PLAIN_LIST, FALSE);
  add_product (fixture, "Plain Cream", PLAIN_LIST, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      stp_shelf_set_search (fixture->shelf, searches[i]);
      g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
    }

  stp_shelf_set_search (fixture->shelf, "수분로");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  GListModel *model = stp_shelf_get_model (fixture->shelf);
  g_autoptr (StpProduct) old = NULL;

  add_product (fixture, "Night Serum", RETINOL_LIST, FALSE);
  old = stp_record_copy (add_product (fixture, "Plain Cream", PLAIN_LIST, FALSE));
  old->expires = stp_clock_get_today (fixture->clock) + 1;
  put (fixture, old);
  g_assert_cmpuint (stp_shelf_get_n_hidden (fixture->shelf), ==, 0);

  stp_shelf_set_filters (fixture->shelf, STP_SHELF_ONLY_RETINOID | STP_SHELF_ONLY_ACID);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  assert_entry (fixture, 0, "Night Serum", STP_SHELF_FINE);
  g_assert_cmpuint (stp_shelf_get_n_hidden (fixture->shelf), ==, 1);

  stp_shelf_set_filters (fixture->shelf, STP_SHELF_ONLY_EXPIRING);
  assert_entry (fixture, 0, "Plain Cream", STP_SHELF_FINE);
  g_assert_cmpstr (stp_shelf_entry_get_details (get_entry (fixture, 0)), ==,
                   "Soothing · expires tomorrow");

  /* What the search leaves out is not hidden by a filter. */
  stp_shelf_set_search (fixture->shelf, "plain");
  g_assert_cmpuint (stp_shelf_get_n_hidden (fixture->shelf), ==, 0);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  StpProduct *product = add_product (fixture, "Night Serum", RETINOL_LIST, FALSE);

  g_assert_cmpuint (stp_shelf_find (fixture->shelf, stp_record_get_id (product)), ==, 0);
  g_assert_cmpuint (stp_shelf_find (fixture->shelf, "nothing"), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (stp_shelf_find (fixture->shelf, NULL), ==, GTK_INVALID_LIST_POSITION);
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb),
                                             &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

/* Returns: how many widgets of @list were not among @seen; they are kept there, so that no new one
 * can be taken for them. */
static guint
see_rows (GtkWidget *list, GHashTable *seen)
{
  guint n_new = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row;
       row = gtk_widget_get_next_sibling (row))
    if (g_hash_table_add (seen, g_object_ref (row)))
      n_new++;
  return n_new;
}

/* A page a frame. Returns: how many rows were made for it. */
static guint
scroll (GtkWidget *window,
        GtkWidget *list,
        GtkAdjustment *adjustment,
        double from,
        double to,
        GHashTable *seen)
{
  const guint n_pages = (guint) (ABS (to - from) / gtk_adjustment_get_page_size (adjustment)) + 1;
  guint n_made = 0;

  for (guint page = 1; page <= n_pages; page++)
    {
      gtk_adjustment_set_value (adjustment, from + (to - from) * page / n_pages);
      wait_for_frame (window);
      n_made += see_rows (list, seen);
    }
  return n_made;
}

/* The focus is where it is when the library opens, not in a row: GTK keeps a row that has the focus
 * besides those around the screen, and makes one more for it once it is out of sight. */
static void
test_scrolling_makes_no_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  StpShelfList *shelf_list = g_object_new (STP_TYPE_SHELF_LIST, NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = GTK_WIDGET (
    gtk_widget_get_template_child (GTK_WIDGET (shelf_list), STP_TYPE_SHELF_LIST, "list_view"));
  GtkAdjustment *adjustment;
  guint n_made = 0;
  double end;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Product %u", i);

      add_product (fixture, name, NULL, FALSE);
    }
  stp_shelf_list_set_shelf (shelf_list, fixture->workspace, fixture->shelf);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (shelf_list));
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (window);
  g_assert_cmpuint (see_rows (list, seen), <, 300);

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  for (guint trip = 0; trip < 2; trip++)
    {
      n_made += scroll (window, list, adjustment, 0, end, seen);
      n_made += scroll (window, list, adjustment, end, 0, seen);
    }
  g_assert_cmpuint (n_made, ==, 0);

  /* Nor after it was empty for a while. */
  stp_shelf_set_search (fixture->shelf, "nothing of the kind");
  wait_for_frame (window);
  stp_shelf_set_search (fixture->shelf, "");
  wait_for_frame (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  wait_for_frame (window);
  see_rows (list, seen);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  g_assert_cmpuint (scroll (window, list, adjustment, 0, end, seen), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_tag (GtkTextBuffer *buffer, const char *word, const char *tag)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (buffer);
  GtkTextIter start, match_start, match_end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, word, 0, &match_start, &match_end, NULL));
  return gtk_text_iter_has_tag (&match_start, gtk_text_tag_table_lookup (tags, tag));
}

static void
test_form_classifies (void)
{
  g_autoptr (StpProduct) product = stp_record_new (STP_RECORD_PRODUCT);
  g_autofree char *unrecognised = NULL;
  StpProduct *draft;
  StpProductForm *form = g_object_ref_sink (g_object_new (STP_TYPE_PRODUCT_FORM, NULL));
  StpClassification *classification;
  guint n_notified = 0;

  g_signal_connect_swapped (form, "notify::complete", G_CALLBACK (count_cb), &n_notified);
  g_assert_false (stp_product_form_get_complete (form));

  product->name = g_strdup ("Night Serum");
  product->kind = STP_PRODUCT_SERUM;
  product->ingredients = g_strdup (RETINOL_LIST);
  stp_product_form_read (form, product);
  g_assert_true (stp_product_form_get_complete (form));
  g_assert_false (stp_product_form_get_touched (form));
  g_assert_cmpuint (n_notified, ==, 1);

  classification = stp_product_form_get_classification (form);
  g_assert_true (stp_classification_is_active (classification, STP_CLASS_RETINOID_OTC));
  g_assert_true (has_tag (stp_product_form_get_text (form), "Retinol", "active"));
  g_assert_false (has_tag (stp_product_form_get_text (form), "Glycerin", "active"));
  g_assert_true (has_tag (stp_product_form_get_text (form), "Blorbium", "unknown"));

  unrecognised = stp_reading_text_list_unrecognised (classification);
  g_assert_cmpstr (unrecognised, ==, "1 word not recognised: Blorbium.");

  draft = stp_product_form_get_draft (form);
  g_assert_cmpstr (draft->name, ==, "Night Serum");
  g_assert_cmpstr (draft->ingredients, ==, RETINOL_LIST);
  g_assert_cmpint (draft->kind, ==, STP_PRODUCT_SERUM);
  g_assert_null (draft->brand);

  g_assert_finalize_object (form);
}

/* Another record of the same product comes in the place of the selected one: the page beside the
 * list is not taken away. What is let go is. */
static void
test_selection_outlives_edits (Fixture *fixture, gconstpointer data)
{
  StpShelfList *shelf_list = g_object_ref_sink (g_object_new (STP_TYPE_SHELF_LIST, NULL));
  StpProduct *serum = add_product (fixture, "Night Serum", RETINOL_LIST, FALSE);
  g_autofree char *id = g_strdup (stp_record_get_id (serum));
  g_autoptr (StpProduct) draft = stp_record_copy (serum);
  guint n_notified = 0;

  stp_shelf_list_set_shelf (shelf_list, fixture->workspace, fixture->shelf);
  stp_shelf_list_set_product (shelf_list, id);
  g_signal_connect_swapped (shelf_list, "notify::product", G_CALLBACK (count_cb), &n_notified);

  draft->prescribed = TRUE;
  put (fixture, draft);
  g_assert_cmpstr (stp_shelf_list_get_product (shelf_list), ==, id);
  g_assert_cmpuint (n_notified, ==, 0);

  stp_shelf_list_set_product (shelf_list, NULL);
  g_assert_null (stp_shelf_list_get_product (shelf_list));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_finalize_object (shelf_list);
}

static gpointer
get_child (gpointer widget, GType type, const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (widget), type, name);

  g_assert_nonnull (child);
  return child;
}

static const char *
get_shown (StpLibraryView *view)
{
  return gtk_stack_get_visible_child_name (
    get_child (view, STP_TYPE_LIBRARY_VIEW, "content_states"));
}

/* Whoever looks at a product is not taken away from it by a search, nor by the keys for one. */
static void
test_page_outlives_search (Fixture *fixture, gconstpointer data)
{
  StpLibraryView *view = g_object_ref_sink (stp_library_view_new (fixture->workspace));
  gpointer list = get_child (view, STP_TYPE_LIBRARY_VIEW, "shelf_list");
  GtkWidget *search = get_child (list, STP_TYPE_SHELF_LIST, "search_entry");

  add_product (fixture, "Day Cream", PLAIN_LIST, FALSE);
  stp_library_view_open (
    view, stp_record_get_id (add_product (fixture, "Night Serum", RETINOL_LIST, FALSE)));
  g_assert_cmpstr (get_shown (view), ==, "product");

  stp_library_view_focus_search (view);
  g_assert_cmpstr (get_shown (view), ==, "product");
  gtk_editable_set_text (GTK_EDITABLE (search), "no such thing");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpstr (get_shown (view), ==, "product");

  /* What is gone does not stay, though the list did not show it. */
  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  g_assert_cmpstr (get_shown (view), ==, "tonight");

  g_assert_finalize_object (view);
}

/* On a narrow window, too, nobody goes on editing what is gone. */
static void
test_page_goes_with_its_product (Fixture *fixture, gconstpointer data)
{
  StpLibraryView *view = g_object_ref_sink (stp_library_view_new (fixture->workspace));
  AdwNavigationSplitView *split = get_child (view, STP_TYPE_LIBRARY_VIEW, "split_view");
  StpProduct *serum;

  adw_navigation_split_view_set_collapsed (split, TRUE);
  add_product (fixture, "Day Cream", PLAIN_LIST, FALSE);
  serum = add_product (fixture, "Night Serum", RETINOL_LIST, FALSE);
  stp_library_view_open (view, stp_record_get_id (serum));
  g_assert_true (adw_navigation_split_view_get_show_content (split));

  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  g_assert_cmpstr (get_shown (view), ==, "tonight");
  g_assert_false (adw_navigation_split_view_get_show_content (split));

  g_assert_finalize_object (view);
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
  add_test ("/library/empty", test_empty);
  add_test ("/library/sections", test_sections);
  add_test ("/library/pause-moves-the-section", test_pause_moves_the_section);
  add_test ("/library/E3/pregnancy-keeps-back", test_pregnancy_keeps_back);
  add_test ("/library/E3/prescribed-waits", test_prescribed_waits);
  add_test ("/library/search", test_search);
  add_test ("/library/search-scripts", test_search_scripts);
  add_test ("/library/search-while-composing", test_search_while_composing);
  add_test ("/library/filters", test_filters);
  add_test ("/library/find", test_find);
  add_test ("/library/selection-outlives-edits", test_selection_outlives_edits);
  add_test ("/library/page-outlives-search", test_page_outlives_search);
  add_test ("/library/page-goes-with-its-product", test_page_goes_with_its_product);
  add_test ("/library/scrolling-makes-no-rows", test_scrolling_makes_no_rows);
  g_test_add_func ("/library/form-classifies", test_form_classifies);

  return g_test_run ();
}
