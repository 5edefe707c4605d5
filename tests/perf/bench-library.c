// SPDX-License-Identifier: GPL-3.0-or-later

// The library with a thousand products against the very same widgets over a model whose texts are
// made already: how much the timeline, the reading and the search add to what GTK does anyway.
// What counts is CPU time until the frame is painted: a frame that waits for the screen costs
// nobody anything. Both take turns in every round, and a figure is the median of the ratios.

#include "config.h"

#include <adwaita.h>
#include <string.h>
#include <time.h>

#include "library/stp-library-view.h"
#include "library/stp-shelf-list.h"
#include "rules/stp-planner.h"
#include "rules/stp-timeline.h"
#include "shared/stp-search.h"
#include "stp-figures.h"

#define PRODUCTS 1000
#define ROUNDS 15
#define REST (G_USEC_PER_SEC / 2)
#define SHOWN_GOAL 1.5
#define KEYSTROKE_GOAL 1.5
#define NOW (G_GINT64_CONSTANT (1795348800) * STP_SECOND)

static const char *const lists[] = {
  "Aqua, Glycerin, Niacinamide, Retinol, Squalane, Tocopherol, Phenoxyethanol, Parfum",
  "Aqua, Glycolic Acid, Glycerin, Panthenol, Sodium Hydroxide, Phenoxyethanol",
  "Aqua, Glycerin, Squalane, Cetearyl Alcohol, Panthenol, Ceramide NP, Cholesterol, Allantoin",
  "정제수, 글리세린, 나이아신아마이드, 판테놀, 알란토인, 부틸렌글라이콜, 카보머",
  "Aqua, Salicylic Acid, Butylene Glycol, Betaine, Polysorbate 60, Methylcellulose",
};

static const char *const names[] = { "Night Serum", "Clear Tonic", "Plain Cream", "수분 진정 앰플",
                                     "Pore Liquid" };

static void
put (StpDiary *diary, gpointer draft)
{
  g_autoptr (GError) error = NULL;

  if (!stp_diary_put (diary, draft, &error))
    g_error ("%s", error->message);
}

static void
add_products (StpDiary *diary)
{
  for (guint i = 0; i < PRODUCTS; i++)
    {
      g_autoptr (StpProduct) draft = stp_record_new (STP_RECORD_PRODUCT);

      draft->name = g_strdup_printf ("%s %u", names[i % G_N_ELEMENTS (names)], i);
      draft->kind = STP_PRODUCT_SERUM;
      draft->ingredients = g_strdup (lists[i % G_N_ELEMENTS (lists)]);
      put (diary, draft);
    }
}

static void
plan_session (StpDiary *diary, StpTimeline *timeline)
{
  g_autoptr (StpDevice) device = stp_record_new (STP_RECORD_DEVICE);
  g_autoptr (StpHead) head = stp_record_new (STP_RECORD_HEAD);
  const StpQuestion question = { .start = NOW + 9 * STP_HOUR, .now = NOW };
  g_autoptr (StpSession) session = NULL;

  device->name = g_strdup ("Roller");
  device->kind = STP_DEVICE_ROLLER;
  put (diary, device);
  head->device = g_strdup (stp_record_get_id (device));
  head->needle_um = 250;
  put (diary, head);
  session = stp_planner_plan (timeline, &question, NULL);
  g_assert_nonnull (session);
}

static StpWorkspace *
make_workspace (gboolean full)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (NOW);
  g_autoptr (StpDiary) diary = stp_diary_new (clock);
  g_autoptr (StpTimeline) timeline = NULL;
  g_autoptr (StpProduct) only = stp_record_new (STP_RECORD_PRODUCT);

  only->name = g_strdup ("Only");
  put (diary, only);
  if (full)
    add_products (diary);
  timeline = stp_timeline_new (diary);
  if (full)
    plan_session (diary, timeline);
  return stp_workspace_new (clock, NULL, diary, timeline, NULL);
}

// Milliseconds of CPU that this process has used.
static double
get_cpu (void)
{
  struct timespec used;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &used);
  return used.tv_sec * 1e3 + used.tv_nsec / 1e6;
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

static gpointer
get_child (gpointer widget, GType type, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (widget), type, name);
}

static StpShelfList *
get_list (StpLibraryView *view)
{
  return get_child (view, STP_TYPE_LIBRARY_VIEW, "shelf_list");
}

static int
compare_sections (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return (int) stp_shelf_entry_get_section ((StpShelfEntry *) a) -
         (int) stp_shelf_entry_get_section ((StpShelfEntry *) b);
}

// Entries whose words are all made, and the text that is searched beside each.
static GListModel *
make_static_items (StpShelf *shelf)
{
  GListModel *model = stp_shelf_get_model (shelf);
  GListStore *items = g_list_store_new (STP_TYPE_SHELF_ENTRY);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (StpShelfEntry) entry = g_list_model_get_item (model, i);

      StpProduct *product = stp_shelf_entry_get_product (entry);
      g_autofree char *text = g_strjoin (" ", product->name, stp_shelf_entry_get_details (entry),
                                         product->ingredients, NULL);

      stp_shelf_entry_get_status (entry);
      g_object_set_data_full (G_OBJECT (entry), "text", stp_search_fold (text), g_free);
      g_list_store_append (items, entry);
    }
  return G_LIST_MODEL (items);
}

static gboolean
has_text (gpointer item, gpointer user_data)
{
  const char *const *search = user_data;

  return !*search || strstr (g_object_get_data (item, "text"), *search) != NULL;
}

static GtkFilter *
show_static (StpLibraryView *view, GListModel *items, const char **search)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (has_text, search, NULL));
  GtkFilterListModel *found = gtk_filter_list_model_new (g_object_ref (items), filter);
  g_autoptr (GtkSortListModel) sorted = gtk_sort_list_model_new (
    G_LIST_MODEL (found), GTK_SORTER (gtk_string_sorter_new (
                            gtk_property_expression_new (STP_TYPE_SHELF_ENTRY, NULL, "title"))));

  gtk_sort_list_model_set_section_sorter (
    sorted, GTK_SORTER (gtk_custom_sorter_new (compare_sections, NULL, NULL)));
  gtk_single_selection_set_model (get_child (get_list (view), STP_TYPE_SHELF_LIST, "selection"),
                                  G_LIST_MODEL (sorted));
  return filter;
}

typedef struct
{
  GtkWidget *window;
  StpWorkspace *full, *bare;
  GListModel *items;
  GtkFilter *filter;  // of what is shown now; NULL where that is the real list
  const char *search; // what that filter looks for
} Bench;

// Whoever searches has looked at the list for a moment.
static void
rest (void)
{
  const gint64 until = g_get_monotonic_time () + REST;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static double
measure_shown (Bench *self, gboolean real)
{
  const double begin = get_cpu ();
  StpLibraryView *view = stp_library_view_new (real ? self->full : self->bare);

  self->search = NULL;
  self->filter = real ? NULL : show_static (view, self->items, &self->search);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (view));
  wait_for_frame (self->window);
  return get_cpu () - begin;
}

// As keys do it: to set the text would empty the entry first, which is a search of its own.
static void
type (GtkEditable *entry, const char *text)
{
  const int length = (int) strlen (gtk_editable_get_text (entry));
  int position = length;

  if ((int) strlen (text) > length)
    gtk_editable_insert_text (entry, text + length, -1, &position);
  else
    gtk_editable_delete_text (entry, (int) strlen (text), -1);
}

static double
measure_keystroke (Bench *self, const char *text)
{
  StpLibraryView *view = STP_LIBRARY_VIEW (adw_window_get_content (ADW_WINDOW (self->window)));
  GtkEditable *entry = get_child (get_list (view), STP_TYPE_SHELF_LIST, "search_entry");
  const double begin = get_cpu ();

  self->search = text;
  if (self->filter)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  else
    type (entry, text + 1);
  wait_for_frame (self->window);
  return get_cpu () - begin;
}

// A word letter by letter and back.
static double
measure_typing (Bench *self)
{
  // As the folded text has them: each word after a space.
  static const char *const steps[] = { " n",    " ni",  " nig", " nigh", " night",
                                       " nigh", " nig", " ni",  " n",    " " };
  double sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    sum += measure_keystroke (self, steps[i]);
  return sum / G_N_ELEMENTS (steps);
}

// Rows that were not there when this was asked last. Headers are none: there is one a section.
static guint
count_new_rows (GtkWidget *list_view)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list_view); row;
       row = gtk_widget_get_next_sibling (row))
    {
      if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (row)) !=
          GTK_ACCESSIBLE_ROLE_LIST_ITEM)
        continue;
      if (!g_object_get_data (G_OBJECT (row), "seen"))
        n++;
      g_object_set_data (G_OBJECT (row), "seen", GUINT_TO_POINTER (TRUE));
    }
  return n;
}

static void
scroll_to (Bench *self, GtkAdjustment *place, double value)
{
  gtk_adjustment_set_value (place, value);
  wait_for_frame (self->window);
}

// From the first screen to the end and back to the top, half a screen a frame.
static guint
count_rows_made (Bench *self)
{
  StpLibraryView *view = STP_LIBRARY_VIEW (adw_window_get_content (ADW_WINDOW (self->window)));
  GtkWidget *list_view = get_child (get_list (view), STP_TYPE_SHELF_LIST, "list_view");
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view));
  const double page = gtk_adjustment_get_page_size (place);
  const double end = gtk_adjustment_get_upper (place) - page;
  guint n_made = 0;

  count_new_rows (list_view);
  for (double value = 0; value < end; value += page / 2)
    {
      scroll_to (self, place, value);
      n_made += count_new_rows (list_view);
    }
  for (double value = end; value > 0; value -= page / 2)
    {
      scroll_to (self, place, value);
      n_made += count_new_rows (list_view);
    }
  return n_made;
}

static void
run_round (Bench *self, gboolean real_first, GArray *shown, GArray *keystrokes)
{
  double shown_of[2], keystroke_of[2];
  double ratio;

  for (guint i = 0; i < 2; i++)
    {
      const gboolean real = (i == 0) == real_first;

      shown_of[real] = measure_shown (self, real);
      rest ();
      keystroke_of[real] = measure_typing (self);
    }

  g_printerr ("shown %.1f against %.1f ms, keystroke %.2f against %.2f ms\n", shown_of[1],
              shown_of[0], keystroke_of[1], keystroke_of[0]);
  ratio = shown_of[1] / shown_of[0];
  g_array_append_val (shown, ratio);
  ratio = keystroke_of[1] / keystroke_of[0];
  g_array_append_val (keystrokes, ratio);
}

int
main (int argc, char **argv)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) keystrokes = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (StpShelf) shelf = NULL;
  Bench self = { 0 };

  adw_init ();
  self.full = make_workspace (TRUE);
  self.bare = make_workspace (FALSE);
  shelf = stp_shelf_new (self.full);
  self.items = make_static_items (shelf);
  self.window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self.window), 1000, 700);
  gtk_window_present (GTK_WINDOW (self.window));
  measure_shown (&self, FALSE);

  for (guint i = 0; i < ROUNDS; i++)
    run_round (&self, i % 2 == 0, shown, keystrokes);

  measure_shown (&self, TRUE);
  rest ();
  stp_figures_print_at_most ("library-rows-made", count_rows_made (&self), "rows", 0);
  stp_figures_print_at_most ("library-shown", stp_figures_median (shown), "ratio", SHOWN_GOAL);
  stp_figures_print_at_most ("library-keystroke", stp_figures_median (keystrokes), "ratio",
                             KEYSTROKE_GOAL);
  gtk_window_destroy (GTK_WINDOW (self.window));

  return 0;
}
