// SPDX-License-Identifier: GPL-3.0-or-later

/* The page that is taken to the consultation: what it says, and that it is one page. */

#include "config.h"

#include "session/stp-sheet-drawing.h"
#include "session/stp-sheet-print.h"
#include "stp-session-fixture.h"

#include <glib/gstdio.h>

/* A4 without its margins, in points. */
#define WIDTH 523.0
#define HEIGHT 770.0

#define LONG_NAME                                                                                  \
  "Overnight Renewal Concentrate with Encapsulated Actives for Tired and Demanding Skin"

static char *
describe_section (const StpSheetSection *section)
{
  GString *text = g_string_new (section->title);

  for (guint i = 0; i < section->lines->len; i++)
    {
      const StpSheetLine *line = section->lines->pdata[i];

      g_string_append_printf (text, "\n%s%s%s", line->title, line->detail ? ": " : "",
                              line->detail ?: "");
    }
  if (section->note)
    g_string_append_printf (text, "\n(%s)", section->note);

  return g_string_free_and_steal (text);
}

static void
assert_section (StpSessionFixture *fixture, guint index, const char *expected)
{
  g_autoptr (StpSheet) sheet = stp_sheet_new (fixture->timeline);
  g_autofree char *text = describe_section (sheet->sections->pdata[index]);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_empty (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  g_autoptr (StpSheet) sheet = stp_sheet_new (fixture->timeline);
  const StpSheetSection *questions = sheet->sections->pdata[3];

  assert_section (fixture, 0, "About Me\n(I have not answered the questions about my health yet.)");
  assert_section (fixture, 1, "My Device\n(I have no device yet.)");
  assert_section (fixture, 2, "What I Use on My Skin\n(Nothing is on my shelf yet.)");
  g_assert_cmpuint (questions->lines->len, ==, 5);
  g_assert_true (questions->answers);
  g_assert_cmpstr (sheet->footer, ==,
                   "Made with Stipple on Friday 12 March. No clinician has reviewed it.");
}

static void
test_person (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();

  stp_session_fixture_answer_questionnaire (fixture);
  assert_section (fixture, 0,
                  "About Me\nHow old are you?: 22 or older\n"
                  "(Nothing else that Stipple asks about applies to me.)");
  stp_session_fixture_answer (fixture, "q.coldsore", STP_ANSWER_HISTORY);
  stp_session_fixture_answer (fixture, "q.faint", STP_ANSWER_YES);
  assert_section (fixture, 0,
                  "About Me\nHow old are you?: 22 or older\nCold sores: Only in the past\n"
                  "Needles make me faint");
}

/* What holds a session comes first; what is put away is not taken along. */
static void
test_shelf (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  StpProduct *serum;
  g_autoptr (StpProduct) used = NULL, archived = NULL;

  stp_session_fixture_add_device (fixture);
  stp_session_fixture_add_product (fixture, "Aloe Cream", STP_PRODUCT_CREAM, "Aqua, Glycerin");
  serum = stp_session_fixture_add_product (fixture, "Night <Serum>", STP_PRODUCT_SERUM,
                                           "Aqua, Glycerin, Retinol");
  used = stp_record_copy (serum);
  used->routine = stp_routine_new ();
  used->routine->when = STP_BIT (STP_DAY_PART_EVENING);
  stp_session_fixture_put (fixture, used);
  assert_section (fixture, 1, "My Device\nMy Roller: Roller · 0.25 mm");
  assert_section (fixture, 2,
                  "What I Use on My Skin\nNight <Serum>: Retinoid · evenings\nAloe Cream");
  archived = stp_record_copy (used);
  archived->archived = TRUE;
  stp_session_fixture_put (fixture, archived);
  assert_section (fixture, 2, "What I Use on My Skin\nAloe Cream");
}

static void
add_products (StpSessionFixture *fixture, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s %02u", name, i);

      stp_session_fixture_add_product (fixture, title, STP_PRODUCT_SERUM,
                                       "Aqua, Glycolic Acid, Retinol, Ascorbic Acid, Parfum");
    }
}

static void
test_full_shelf (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  g_autoptr (StpSheet) sheet = NULL;
  const StpSheetSection *shelf;

  add_products (fixture, STP_SHEET_MAX_PRODUCTS + 2, "Serum");
  sheet = stp_sheet_new (fixture->timeline);
  shelf = sheet->sections->pdata[2];
  g_assert_cmpuint (shelf->lines->len, ==, STP_SHEET_MAX_PRODUCTS);
  g_assert_cmpstr (shelf->note, ==, "And 2 more products.");
}

/* Draws on a page of its own and looks whether all of it is on it. */
static double
draw (StpSessionFixture *fixture, PangoDirection direction)
{
  g_autoptr (StpSheet) sheet = stp_sheet_new (fixture->timeline);
  cairo_surface_t *page = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (page);
  PangoContext *context = pango_cairo_create_context (cr);
  double x, y, width, height, size;

  pango_context_set_base_dir (context, direction);
  size = stp_sheet_drawing_draw (sheet, cr, context, WIDTH, HEIGHT);
  cairo_recording_surface_ink_extents (page, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, -1);
  g_assert_cmpfloat (x + width, <=, WIDTH + 1);
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (y + height, <=, HEIGHT);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (page);

  return size;
}

/* One page in every state; the usual shelf in text that is easy to read. */
static void
test_fits (void)
{
  static const struct
  {
    guint n_products;
    const char *name;
    double smallest;
  } shelves[] = {
    { 0, "", 11 },
    { 20, "Evening Serum", 9 },
    { 40, LONG_NAME, 6 },
    { STP_SHEET_MAX_PRODUCTS + 40, "Serum", 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shelves); i++)
    {
      g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();

      add_products (fixture, shelves[i].n_products, shelves[i].name);
      g_assert_cmpfloat (draw (fixture, PANGO_DIRECTION_LTR), >=, shelves[i].smallest);
      g_assert_cmpfloat (draw (fixture, PANGO_DIRECTION_RTL), >=, shelves[i].smallest);
    }
}

/* The middle of the title, which is all that is drawn of the page. */
static double
find_title (PangoDirection direction)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  g_autoptr (StpSheet) sheet = stp_sheet_new (fixture->timeline);
  const cairo_rectangle_t top = { 0, 0, WIDTH, 12 };
  cairo_surface_t *strip = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &top);
  cairo_t *cr = cairo_create (strip);
  PangoContext *context = pango_cairo_create_context (cr);
  double x, y, width, height;

  pango_context_set_base_dir (context, direction);
  stp_sheet_drawing_draw (sheet, cr, context, WIDTH, HEIGHT);
  cairo_recording_surface_ink_extents (strip, &x, &y, &width, &height);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (strip);

  return x + width / 2;
}

static void
test_begins_where_the_language_does (void)
{
  g_assert_cmpfloat (find_title (PANGO_DIRECTION_LTR), <, WIDTH / 3);
  g_assert_cmpfloat (find_title (PANGO_DIRECTION_RTL), >, WIDTH * 2 / 3);
}

/* What the desktop's dialog saves is a PDF of one page. */
static void
test_exports (void)
{
  g_autoptr (StpSessionFixture) fixture = stp_session_fixture_new ();
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *folder = g_dir_make_tmp ("sheet-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  add_products (fixture, 12, "Serum");
  operation = stp_sheet_print_new (fixture->workspace);
  gtk_print_operation_set_export_filename (operation, file);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (file, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), ==, 1);
  g_assert_cmpuint (length, >, 4000);
  g_remove (file);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/sheet/empty", test_empty);
  g_test_add_func ("/sheet/person", test_person);
  g_test_add_func ("/sheet/shelf", test_shelf);
  g_test_add_func ("/sheet/full-shelf", test_full_shelf);
  g_test_add_func ("/sheet/fits", test_fits);
  g_test_add_func ("/sheet/begins-where-the-language-does", test_begins_where_the_language_does);
  g_test_add_func ("/sheet/exports", test_exports);

  return g_test_run ();
}
