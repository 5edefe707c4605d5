// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <adwaita.h>

#include "library/stp-ingredient-marks.h"

#define TWO_ACIDS "Aqua, Glycolic Acid, Glycerin, Phenoxyethanol, Citric Acid"
#define LIST "Aqua, Retinol, Glycerin, Blorbium"

static GtkTextBuffer *
mark (void)
{
  GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);
  g_autoptr (
    StpClassification) reading = stp_classify (NULL, NULL, STP_PRODUCT_SERUM, LIST, NULL, 0);

  gtk_text_buffer_set_text (buffer, LIST, -1);
  stp_ingredient_marks_apply (buffer, reading);
  return buffer;
}

static GtkTextTag *
get_tag (GtkTextBuffer *buffer, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

static gboolean
is_marked (GtkTextBuffer *buffer, const char *word, const char *tag)
{
  GtkTextIter start, match;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, word, 0, &match, NULL, NULL));
  return gtk_text_iter_has_tag (&match, get_tag (buffer, tag));
}

static void
test_words (void)
{
  g_autoptr (GtkTextBuffer) buffer = mark ();

  g_assert_true (is_marked (buffer, "Retinol", "active"));
  g_assert_true (is_marked (buffer, "Blorbium", "unknown"));
  g_assert_false (is_marked (buffer, "Glycerin", "active"));
  g_assert_false (is_marked (buffer, "Glycerin", "unknown"));
}

/* One acid that counts makes no other count: what sets the pH stays a trace. */
static void
test_one_of_two (void)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autoptr (
    StpClassification) reading = stp_classify (NULL, NULL, STP_PRODUCT_SERUM, TWO_ACIDS, NULL, 0);

  gtk_text_buffer_set_text (buffer, TWO_ACIDS, -1);
  stp_ingredient_marks_apply (buffer, reading);

  g_assert_true (is_marked (buffer, "Glycolic Acid", "active"));
  g_assert_true (is_marked (buffer, "Citric Acid", "trace"));
  g_assert_false (is_marked (buffer, "Citric Acid", "active"));
}

/* What the user says is something else is marked as nothing, nor is what counts in a scrub only. */
static void
test_nothing (void)
{
  const char *list = "Aqua, Lactic Acid, Sucrose, Glycerin";
  const StpTokenCorrection else_acid = { (char *) "Lactic Acid", STP_CLASS_ACID_AHA, 0 };
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autoptr (
    StpClassification) reading = stp_classify (NULL, NULL, STP_PRODUCT_SERUM, list, &else_acid, 1);

  gtk_text_buffer_set_text (buffer, list, -1);
  stp_ingredient_marks_apply (buffer, reading);

  g_assert_false (is_marked (buffer, "Lactic Acid", "active"));
  g_assert_false (is_marked (buffer, "Lactic Acid", "trace"));
  g_assert_false (is_marked (buffer, "Sucrose", "trace"));
}

static GdkRGBA
get_colour (GtkTextBuffer *buffer, const char *tag, const char *property)
{
  g_autoptr (GdkRGBA) colour = NULL;

  g_object_get (get_tag (buffer, tag), property, &colour, NULL);
  g_assert_nonnull (colour);
  return *colour;
}

static void
choose (AdwColorScheme scheme)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* What is dark on white is too dark on black: the tags of a text that is shown follow. */
static void
test_colours (void)
{
  g_autoptr (GtkTextBuffer) buffer = mark ();
  const GdkRGBA light = get_colour (buffer, "active", "background-rgba");
  const GdkRGBA light_unknown = get_colour (buffer, "unknown", "underline-rgba");
  GdkRGBA dark, dark_unknown, again;

  choose (ADW_COLOR_SCHEME_FORCE_DARK);
  dark = get_colour (buffer, "active", "background-rgba");
  dark_unknown = get_colour (buffer, "unknown", "underline-rgba");
  g_assert_cmpfloat (dark.red + dark.green + dark.blue, >, light.red + light.green + light.blue);
  g_assert_false (gdk_rgba_equal (&light_unknown, &dark_unknown));

  choose (ADW_COLOR_SCHEME_FORCE_LIGHT);
  again = get_colour (buffer, "active", "background-rgba");
  g_assert_true (gdk_rgba_equal (&light, &again));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ingredient-marks/words", test_words);
  g_test_add_func ("/ingredient-marks/one-of-two", test_one_of_two);
  g_test_add_func ("/ingredient-marks/nothing", test_nothing);
  g_test_add_func ("/ingredient-marks/colours", test_colours);

  return g_test_run ();
}
