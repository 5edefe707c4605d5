// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <adwaita.h>

#include "library/stp-import-dialog.h"
#include "library/stp-product-dialog.h"
#include "library/stp-product-form.h"
#include "library/stp-product-review.h"
#include "rules/stp-correct.h"
#include "rules/stp-timeline.h"

/* Noon of 22 November 2026, UTC. */
#define NOW (G_GINT64_CONSTANT (1795348800) * STP_SECOND)

typedef struct
{
  StpDiary *diary;
  StpTimeline *timeline;
  StpWorkspace *workspace;
  char *saved;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (NOW);

  fixture->diary = stp_diary_new (clock);
  fixture->timeline = stp_timeline_new (fixture->diary);
  fixture->workspace = stp_workspace_new (clock, NULL, fixture->diary, fixture->timeline, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->timeline);
  g_assert_finalize_object (fixture->diary);
  g_clear_pointer (&fixture->saved, g_free);
}

static void
saved_cb (Fixture *fixture, const char *id)
{
  g_set_str (&fixture->saved, id);
}

static StpProductDialog *
open_dialog (Fixture *fixture, StpProduct *product)
{
  StpProductDialog *dialog = g_object_ref_sink (
    stp_product_dialog_new (fixture->workspace, product));

  g_signal_connect_swapped (dialog, "saved", G_CALLBACK (saved_cb), fixture);
  return dialog;
}

static gpointer
get_child (gpointer widget, GType type, const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (widget), type, name);

  g_assert_nonnull (child);
  return child;
}

static void
fill (StpProductDialog *dialog, const char *name, const char *ingredients)
{
  gpointer form = get_child (dialog, STP_TYPE_PRODUCT_DIALOG, "form");

  gtk_editable_set_text (get_child (form, STP_TYPE_PRODUCT_FORM, "name"), name);
  gtk_text_buffer_set_text (stp_product_form_get_text (form), ingredients, -1);
  stp_product_form_get_classification (form);
}

static void
test_adds (Fixture *fixture, gconstpointer data)
{
  StpProductDialog *dialog = open_dialog (fixture, NULL);
  AdwNavigationView *view = get_child (dialog, STP_TYPE_PRODUCT_DIALOG, "navigation_view");
  StpProduct *product;

  fill (dialog, "Night Serum", "Aqua, Retinol");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "product.review", NULL);
  g_assert_cmpstr (adw_navigation_view_get_visible_page_tag (view), ==, "review");

  gtk_widget_activate_action (GTK_WIDGET (dialog), "product.save", NULL);
  g_assert_nonnull (fixture->saved);
  product = stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, fixture->saved);
  g_assert_cmpstr (product->name, ==, "Night Serum");
  g_assert_cmpstr (product->ingredients, ==, "Aqua, Retinol");

  g_assert_finalize_object (dialog);
}

static void
test_needs_a_name (Fixture *fixture, gconstpointer data)
{
  StpProductDialog *dialog = open_dialog (fixture, NULL);
  AdwNavigationView *view = get_child (dialog, STP_TYPE_PRODUCT_DIALOG, "navigation_view");

  fill (dialog, "  ", "Aqua, Retinol");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "product.review", NULL);
  g_assert_cmpstr (adw_navigation_view_get_visible_page_tag (view), ==, "form");

  g_assert_finalize_object (dialog);
}

static void
test_edits_in_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpProduct) draft = stp_record_new (STP_RECORD_PRODUCT);
  StpProductDialog *dialog;
  g_autoptr (GError) error = NULL;

  draft->name = g_strdup ("Plain Cream");
  draft->kind = STP_PRODUCT_CREAM;
  draft->notes = g_strdup ("from the market");
  stp_diary_put (fixture->diary, draft, &error);
  g_assert_no_error (error);

  dialog = open_dialog (fixture, draft);
  fill (dialog, "Rich Cream", "Aqua");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "product.save", NULL);
  g_assert_cmpstr (fixture->saved, ==, stp_record_get_id (draft));
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_PRODUCT), ==, 1);

  g_clear_object (&draft);
  draft = g_object_ref (stp_diary_peek_record (fixture->diary, STP_RECORD_PRODUCT, 0));
  g_assert_cmpstr (draft->name, ==, "Rich Cream");
  g_assert_cmpstr (draft->notes, ==, "from the market");
  g_assert_cmpint (draft->kind, ==, STP_PRODUCT_CREAM);

  g_assert_finalize_object (dialog);
}

static AdwComboRow *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_COMBO_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return ADW_COMBO_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      AdwComboRow *found = find_row (child, title);

      if (found)
        return found;
    }
  return NULL;
}

/* E6: an exact retinoid offers no other reading; what nobody knows is what the user says. */
static void
test_corrects (Fixture *fixture, gconstpointer data)
{
  StpProductDialog *dialog = open_dialog (fixture, NULL);
  GtkWidget *review = get_child (dialog, STP_TYPE_PRODUCT_DIALOG, "review");
  StpProduct *product;

  fill (dialog, "Night Serum", "Aqua, Glycerin, Retinol, Parfum, Blorbium");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "product.review", NULL);

  g_assert_null (adw_combo_row_get_model (find_row (review, "Retinol")));
  adw_combo_row_set_selected (find_row (review, "Parfum"), STP_TREAT_AS_NONE);
  g_assert_cmpstr (gtk_label_get_label (get_child (review, STP_TYPE_PRODUCT_REVIEW, "summary")), ==,
                   "Read 5 ingredients. Found: Retinoid.");
  adw_combo_row_set_selected (find_row (review, "Blorbium"), 1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "product.save", NULL);

  product = stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, fixture->saved);
  g_assert_cmpuint (product->corrections->len, ==, 2);
  g_assert_true (stp_classification_is_active (
    stp_timeline_get_classification (fixture->timeline, fixture->saved), STP_CLASS_RETINOID_RX));

  g_assert_finalize_object (dialog);
}

/* Of two acids each says for itself whether it counts, and why. */
static void
test_each_word_has_its_reason (Fixture *fixture, gconstpointer data)
{
  StpProductDialog *dialog = open_dialog (fixture, NULL);
  GtkWidget *review = get_child (dialog, STP_TYPE_PRODUCT_DIALOG, "review");
  const char *strong, *weak;

  fill (dialog, "Serum", "Aqua, Glycolic Acid, Glycerin, Phenoxyethanol, Citric Acid");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "product.review", NULL);
  strong = adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (review, "Glycolic Acid")));
  weak = adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (review, "Citric Acid")));

  g_assert_nonnull (strstr (strong, "Number 2 of 5, before Phenoxyethanol"));
  g_assert_nonnull (strstr (weak, "Number 5 of 5, not before Phenoxyethanol"));
  g_assert_finalize_object (dialog);
}

/* What a list no longer names was said of nothing. */
static void
test_correction_goes_with_its_word (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpProduct) draft = stp_record_new (STP_RECORD_PRODUCT);
  StpProductDialog *dialog;
  StpProduct *product;

  draft->name = g_strdup ("Night Serum");
  draft->ingredients = g_strdup ("Aqua, Parfum, Glycerin");
  stp_correct_token (draft, "Parfum", STP_CLASS_FRAGRANCE, STP_TREAT_AS_NONE, 738000);
  stp_diary_put (fixture->diary, draft, NULL);

  dialog = open_dialog (fixture, draft);
  fill (dialog, "Night Serum", "Aqua, Glycerin");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "product.save", NULL);
  product = stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, fixture->saved);
  g_assert_cmpuint (product->corrections ? product->corrections->len : 0, ==, 0);

  g_assert_finalize_object (dialog);
}

static void
test_asks_for_areas (Fixture *fixture, gconstpointer data)
{
  StpProductDialog *dialog = open_dialog (fixture, NULL);
  StpProductForm *form = get_child (dialog, STP_TYPE_PRODUCT_DIALOG, "form");
  AdwComboRow *kind = get_child (form, STP_TYPE_PRODUCT_FORM, "kind");
  GtkWidget *areas = get_child (form, STP_TYPE_PRODUCT_FORM, "areas");

  fill (dialog, "Shampoo", "Aqua");
  g_assert_false (gtk_widget_get_visible (areas));
  adw_combo_row_set_selected (kind, STP_PRODUCT_HAIR - STP_PRODUCT_CLEANSER);
  g_assert_true (gtk_widget_get_visible (areas));
  g_assert_cmpuint (stp_product_form_get_draft (form)->areas, ==, STP_BIT (STP_AREA_SCALP));
  adw_combo_row_set_selected (kind, STP_PRODUCT_SERUM - STP_PRODUCT_CLEANSER);
  g_assert_cmpuint (stp_product_form_get_draft (form)->areas, ==, 0);

  g_assert_finalize_object (dialog);
}

static StpProduct *
make_answer (const char *name, const char *barcode, const char *ingredients)
{
  StpProduct *draft = stp_record_new (STP_RECORD_PRODUCT);

  draft->name = g_strdup (name);
  draft->barcode = g_strdup (barcode);
  draft->ingredients = g_strdup (ingredients);
  return draft;
}

/* Several at once are one edit; what the shelf has already is not there twice. */
static void
test_imports_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpProduct) own = make_answer ("Mine", "4000000000013", "Aqua, Glycerin");
  g_autoptr (StpProductImport) import = stp_product_import_new ();
  StpImportDialog *dialog;
  StpProduct *updated;

  stp_diary_put (fixture->diary, own, NULL);
  stp_product_import_take (import, make_answer ("Toner", "4000000000013", "Aqua, Panthenol"));
  stp_product_import_take (import, make_answer ("Cream", "4000000000020", "Aqua, Squalane"));

  dialog = g_object_ref_sink (stp_import_dialog_new (fixture->workspace, import));
  g_signal_emit_by_name (get_child (dialog, STP_TYPE_IMPORT_DIALOG, "add_button"), "clicked");
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_PRODUCT), ==, 2);
  updated = stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, stp_record_get_id (own));
  g_assert_cmpstr (updated->name, ==, "Mine");
  g_assert_cmpstr (updated->ingredients, ==, "Aqua, Panthenol");

  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_PRODUCT), ==, 1);

  g_object_run_dispose (G_OBJECT (dialog));
  g_assert_finalize_object (dialog);
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

/* Where the dialog is a sheet as well, the first letter typed belongs to the name. */
static void
test_begins_with_the_name (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = adw_window_new ();
  StpProductDialog *dialog = stp_product_dialog_new (fixture->workspace, NULL);
  gpointer form = get_child (dialog, STP_TYPE_PRODUCT_DIALOG, "form");
  GtkWidget *name = get_child (form, STP_TYPE_PRODUCT_FORM, "name");

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 720);
  adw_window_set_content (ADW_WINDOW (window), gtk_button_new_with_label ("Elsewhere"));
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frames (window);
  adw_dialog_present (ADW_DIALOG (dialog), window);
  wait_for_frames (window);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (window)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), name));

  adw_dialog_force_close (ADW_DIALOG (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
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
  add_test ("/product-dialog/adds", test_adds);
  add_test ("/product-dialog/begins-with-the-name", test_begins_with_the_name);
  add_test ("/product-dialog/needs-a-name", test_needs_a_name);
  add_test ("/product-dialog/edits-in-place", test_edits_in_place);
  add_test ("/product-dialog/corrects", test_corrects);
  add_test ("/product-dialog/each-word-has-its-reason", test_each_word_has_its_reason);
  add_test ("/product-dialog/correction-goes-with-its-word", test_correction_goes_with_its_word);
  add_test ("/product-dialog/asks-for-areas", test_asks_for_areas);
  add_test ("/product-dialog/imports-several", test_imports_several);

  return g_test_run ();
}
