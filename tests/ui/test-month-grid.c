// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "calendar/stp-day-text.h"
#include "calendar/stp-month-cell.h"
#include "calendar/stp-month-grid.h"
#include "calendar/stp-month-lanes.h"
#include "calendar/stp-week.h"
#include "fake-month.h"

/* Monday, 1 March 2027: the C locale begins weeks on Sunday, so the grid begins the day before. */
static guint
march (guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_MARCH, 2027);

  return g_date_get_julian (&date) + day - 1;
}

static void
supply_days_cb (StpMonthGrid *grid)
{
  g_autoptr (FakeMonth) month = fake_month_new (stp_month_grid_get_first_day (grid));
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  stp_month_grid_set_days (grid, month->days, zone, 0);
}

static StpMonthGrid *
make_grid (void)
{
  StpMonthGrid *grid = g_object_ref_sink (STP_MONTH_GRID (stp_month_grid_new ()));

  g_signal_connect (grid, "notify::first-day", G_CALLBACK (supply_days_cb), NULL);
  stp_month_grid_set_today (grid, march (10));
  stp_month_grid_set_selected_day (grid, march (10));

  return grid;
}

/* Weeks lie in a ring, so that the first day need not be in the first cell. */
static guint
count_cells (StpMonthGrid *grid, guint *first_day)
{
  guint n_cells = 0;

  *first_day = G_MAXUINT;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (grid)); child;
       child = gtk_widget_get_next_sibling (child))
    if (STP_IS_MONTH_CELL (child))
      {
        n_cells++;
        *first_day = MIN (*first_day, stp_month_cell_get_day (STP_MONTH_CELL (child)));
      }

  return n_cells;
}

static void
count_cb (guint *count)
{
  ++*count;
}

static void
test_cells (void)
{
  g_autoptr (StpMonthGrid) grid = make_grid ();
  guint first_day = 0;

  g_assert_cmpuint (count_cells (grid, &first_day), ==, STP_MONTH_DAYS);
  g_assert_cmpuint (first_day, ==, march (1) - 1);
  g_assert_cmpuint (stp_month_grid_get_month (grid), ==, march (1));
}

/* Numbers and marks are drawn: a widget for each would be most of what a start takes. */
static void
test_cells_hold_no_widgets (void)
{
  g_autoptr (StpMonthGrid) grid = make_grid ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (grid)); child;
       child = gtk_widget_get_next_sibling (child))
    if (STP_IS_MONTH_CELL (child))
      g_assert_null (gtk_widget_get_first_child (child));
}

static void
test_selected_day_notifies_once (void)
{
  g_autoptr (StpMonthGrid) grid = make_grid ();
  guint n_selected = 0, n_first = 0;

  g_signal_connect_swapped (grid, "notify::selected-day", G_CALLBACK (count_cb), &n_selected);
  g_signal_connect_swapped (grid, "notify::first-day", G_CALLBACK (count_cb), &n_first);

  stp_month_grid_set_selected_day (grid, march (10));
  g_assert_cmpuint (n_selected, ==, 0);
  stp_month_grid_set_selected_day (grid, march (31));
  g_assert_cmpuint (n_selected, ==, 1);
  g_assert_cmpuint (n_first, ==, 0);
  /* The first of April is in sight below March. */
  stp_month_grid_set_selected_day (grid, march (32));
  g_assert_cmpuint (n_selected, ==, 2);
  g_assert_cmpuint (n_first, ==, 0);
  stp_month_grid_go_to (grid, march (32));
  g_assert_cmpuint (n_selected, ==, 2);
  g_assert_cmpuint (n_first, ==, 1);
  g_assert_cmpuint (stp_month_grid_get_month (grid), ==, march (32));
}

static void
test_widgets_stay (void)
{
  g_autoptr (StpMonthGrid) grid = make_grid ();
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (grid));
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (grid));
  guint first_day = 0;

  for (int i = 0; i < 100; i++)
    stp_month_grid_set_selected_day (grid,
                                     stp_month_shift (stp_month_grid_get_selected_day (grid), 1));

  g_assert_true (gtk_widget_get_first_child (GTK_WIDGET (grid)) == first);
  g_assert_true (gtk_widget_get_last_child (GTK_WIDGET (grid)) == last);
  g_assert_cmpuint (count_cells (grid, &first_day), ==, STP_MONTH_DAYS);
}

/* Presses a key as a binding of the grid sees it. */
static void
press (StpMonthGrid *grid, guint key)
{
  g_autofree char *trigger = gtk_accelerator_name (key, 0);
  GListModel *controllers = gtk_widget_observe_controllers (GTK_WIDGET (grid));
  gboolean found = FALSE;

  for (guint i = 0; !found && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; !found && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *name = gtk_shortcut_trigger_to_string (
            gtk_shortcut_get_trigger (shortcut));

          found = g_strcmp0 (name, trigger) == 0;
          if (found)
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (grid),
                                          gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_object_unref (controllers);
  g_assert_true (found);
}

static void
test_keys (void)
{
  static const struct
  {
    guint key;
    guint day; /* of March */
  } steps[] = {
    { GDK_KEY_Right, 11 },    { GDK_KEY_Down, 18 },      { GDK_KEY_Left, 17 },
    { GDK_KEY_Up, 10 },       { GDK_KEY_Page_Down, 41 }, { GDK_KEY_Page_Up, 10 },
    { GDK_KEY_KP_Right, 11 }, { GDK_KEY_Page_Down, 42 }, { GDK_KEY_Home, 10 },
  };
  g_autoptr (StpMonthGrid) grid = make_grid ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      press (grid, steps[i].key);
      g_assert_cmpuint (stp_month_grid_get_selected_day (grid), ==, march (steps[i].day));
    }
}

/* Over the edge weeks follow one by one. */
static void
test_keys_over_the_edge (void)
{
  g_autoptr (StpMonthGrid) grid = make_grid ();
  const guint first_day = stp_month_grid_get_first_day (grid);

  stp_month_grid_set_selected_day (grid, first_day + 41);
  g_assert_cmpuint (stp_month_grid_get_first_day (grid), ==, first_day);
  press (grid, GDK_KEY_Right);
  g_assert_cmpuint (stp_month_grid_get_first_day (grid), ==, first_day + 7);
  press (grid, GDK_KEY_Down);
  g_assert_cmpuint (stp_month_grid_get_first_day (grid), ==, first_day + 14);
  g_assert_nonnull (stp_month_grid_get_cell (grid, first_day + 49));

  stp_month_grid_set_selected_day (grid, first_day + 14);
  press (grid, GDK_KEY_Left);
  g_assert_cmpuint (stp_month_grid_get_first_day (grid), ==, first_day + 7);
  press (grid, GDK_KEY_Up);
  g_assert_cmpuint (stp_month_grid_get_first_day (grid), ==, first_day);
}

static void
test_keys_mirrored (void)
{
  g_autoptr (StpMonthGrid) grid = make_grid ();

  gtk_widget_set_direction (GTK_WIDGET (grid), GTK_TEXT_DIR_RTL);
  press (grid, GDK_KEY_Left);
  g_assert_cmpuint (stp_month_grid_get_selected_day (grid), ==, march (11));
}

static void
remember_day_cb (StpMonthGrid *grid, guint day, gboolean by_key, guint *activated)
{
  g_assert_true (by_key);
  *activated = day;
}

static void
test_enter_activates (void)
{
  g_autoptr (StpMonthGrid) grid = make_grid ();
  guint activated = 0;

  g_signal_connect (grid, "day-activated", G_CALLBACK (remember_day_cb), &activated);
  press (grid, GDK_KEY_Return);
  g_assert_cmpuint (activated, ==, march (10));
}

static void
test_month_ends (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, stp_month_shift (march (31), -1));
  g_assert_cmpuint (g_date_get_day (&date), ==, 28);
  g_date_set_julian (&date, stp_month_shift (march (31), 10));
  g_assert_cmpuint (g_date_get_year (&date), ==, 2028);
  g_assert_cmpuint (stp_month_find_start (march (31)), ==, march (1));
  g_assert_cmpuint (stp_week_find_start (march (7), G_DATE_MONDAY), ==, march (1));
  g_assert_cmpuint (stp_week_find_start (march (7), G_DATE_SUNDAY), ==, march (7));
  g_assert_cmpuint (stp_week_find_start (march (7), G_DATE_SATURDAY), ==, march (6));
}

static const StpMonthBand *
find_band (GArray *bands, StpPauseKind kind, gboolean before)
{
  for (guint i = 0; i < bands->len; i++)
    {
      const StpMonthBand *band = &g_array_index (bands, StpMonthBand, i);

      if (band->kind == kind && band->before == before)
        return band;
    }
  g_assert_not_reached ();
}

static void
test_bands (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (FakeMonth) month = fake_month_new (march (0));
  StpSession *session = fake_month_add_session (month, march (10), 21, STP_SESSION_PLANNED);
  g_autoptr (GArray) bands = NULL;
  g_autofree char *off = NULL;
  g_autofree char *back = NULL;

  fake_month_add_pause (month, session, STP_CLASS_RETINOID_OTC, TRUE, 48);
  fake_month_add_pause (month, session, STP_CLASS_RETINOID_RX, FALSE, 60);
  fake_month_add_pause (month, session, STP_CLASS_RETINOID_OTC, FALSE, 48);
  bands = stp_month_bands_collect (month->days, zone);

  /* Two products of one kind are one band, until the last of them is back. */
  g_assert_cmpuint (bands->len, ==, 2);
  g_assert_cmpuint (find_band (bands, STP_PAUSE_RETINOIDS, TRUE)->first_day, ==, march (8));
  g_assert_cmpuint (find_band (bands, STP_PAUSE_RETINOIDS, TRUE)->last_day, ==, march (10));
  g_assert_cmpuint (find_band (bands, STP_PAUSE_RETINOIDS, FALSE)->first_day, ==, march (11));
  g_assert_cmpuint (find_band (bands, STP_PAUSE_RETINOIDS, FALSE)->last_day, ==, march (13));

  off = stp_month_band_format (find_band (bands, STP_PAUSE_RETINOIDS, TRUE), zone, FALSE);
  back = stp_month_band_format (find_band (bands, STP_PAUSE_RETINOIDS, FALSE), zone, FALSE);
  g_assert_cmpstr (off, ==, "No retinoids");
  g_assert_cmpstr (back, ==, "Retinoids back Sat 10:00");
}

/* Off after one session and on into the pause before the next: nothing is back in between. */
static void
test_bands_without_a_return (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (FakeMonth) month = fake_month_new (march (0));
  StpSession *first = fake_month_add_session (month, march (10), 21, STP_SESSION_DONE);
  StpSession *second = fake_month_add_session (month, march (18), 21, STP_SESSION_PLANNED);
  g_autoptr (GArray) bands = NULL;
  g_autofree char *text = NULL;

  fake_month_add_pause (month, first, STP_CLASS_ACID_AHA, FALSE, 72);
  fake_month_add_pause (month, second, STP_CLASS_ACID_AHA, TRUE, 168);
  bands = stp_month_bands_collect (month->days, zone);

  text = stp_month_band_format (find_band (bands, STP_PAUSE_ACIDS, FALSE), zone, FALSE);
  g_assert_cmpstr (text, ==, "No acids");
  g_assert_cmpuint (find_band (bands, STP_PAUSE_ACIDS, TRUE)->first_day, ==, march (14));
}

/* E3: what is prescribed is not told to stop, and what a pregnancy rules out is not said to be
 * back. */
static void
test_bands_of_prescribed_and_withheld (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (FakeMonth) month = fake_month_new (march (0));
  StpSession *session = fake_month_add_session (month, march (10), 21, STP_SESSION_DONE);
  g_autoptr (GArray) bands = NULL;
  g_autofree char *text = NULL;

  fake_month_add_pause (month, session, STP_CLASS_RETINOID_RX, FALSE, 60);
  ((StpPause *) month->pauses->pdata[0])->prescribed = TRUE;
  fake_month_add_pause (month, session, STP_CLASS_RETINOID_OTC, FALSE, 48);
  fake_month_add_pause (month, session, STP_CLASS_RETINOID_OTC, FALSE, 52);
  ((StpPause *) month->pauses->pdata[2])->withheld = TRUE;
  bands = stp_month_bands_collect (month->days, zone);

  g_assert_cmpuint (bands->len, ==, 1);
  g_assert_cmpuint (g_array_index (bands, StpMonthBand, 0).last_day, ==, march (13));
  text = stp_month_band_format (&g_array_index (bands, StpMonthBand, 0), zone, FALSE);
  g_assert_cmpstr (text, ==, "No retinoids");
}

static guint
find_lane (StpLanes *lanes, FakeMonth *month, StpPauseKind kind)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GArray) bands = stp_month_bands_collect (month->days, zone);
  g_autoptr (GArray) segments = NULL;

  stp_lanes_assign (lanes, bands);
  segments = stp_lanes_cut (lanes, bands, month->first_day, STP_MONTH_WEEKS);
  for (guint i = 0; i < segments->len; i++)
    {
      const StpSegment *segment = &g_array_index (segments, StpSegment, i);

      if (g_array_index (bands, StpMonthBand, segment->band).kind == kind)
        return segment->lane;
    }
  g_assert_not_reached ();
}

static void
test_lanes_do_not_jump (void)
{
  g_autoptr (FakeMonth) one = fake_month_new (march (0));
  g_autoptr (FakeMonth) both = fake_month_new (march (42));
  StpSession *session = fake_month_add_session (one, march (10), 21, STP_SESSION_PLANNED);
  StpLanes lanes = { 0 };

  fake_month_add_pause (one, session, STP_CLASS_ACID_AHA, TRUE, 168);
  g_assert_cmpuint (find_lane (&lanes, one, STP_PAUSE_ACIDS), ==, 0);

  session = fake_month_add_session (both, march (52), 21, STP_SESSION_PLANNED);
  fake_month_add_pause (both, session, STP_CLASS_ACID_AHA, TRUE, 168);
  fake_month_add_pause (both, session, STP_CLASS_RETINOID_OTC, TRUE, 48);
  g_assert_cmpuint (find_lane (&lanes, both, STP_PAUSE_ACIDS), ==, 0);
  g_assert_cmpuint (find_lane (&lanes, both, STP_PAUSE_RETINOIDS), ==, 1);
}

static void
test_bands_are_cut_by_week (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (FakeMonth) month = fake_month_new (march (1));
  StpSession *session = fake_month_add_session (month, march (10), 21, STP_SESSION_PLANNED);
  g_autoptr (GArray) bands = NULL;
  g_autoptr (GArray) segments = NULL;
  StpLanes lanes = { 0 };
  StpSegment first, second;

  fake_month_add_pause (month, session, STP_CLASS_ACID_AHA, TRUE, 168);
  bands = stp_month_bands_collect (month->days, zone);
  stp_lanes_assign (&lanes, bands);
  segments = stp_lanes_cut (&lanes, bands, march (1), STP_MONTH_WEEKS);

  g_assert_cmpuint (segments->len, ==, 2);
  first = g_array_index (segments, StpSegment, 0);
  second = g_array_index (segments, StpSegment, 1);
  g_assert_true (first.starts && !first.ends && !second.starts && second.ends);
  g_assert_cmpuint (first.first_column, ==, 2);
  g_assert_cmpuint (first.last_column, ==, 6);
  g_assert_cmpuint (second.first_column, ==, 0);
  g_assert_cmpuint (second.last_column, ==, 2);
}

static void
test_sentence (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (FakeMonth) month = fake_month_new (march (0));
  StpSession *session = fake_month_add_session (month, march (10), 21, STP_SESSION_DONE);
  g_autofree char *done = NULL;
  g_autofree char *after = NULL;

  fake_month_add_pause (month, session, STP_CLASS_RETINOID_OTC, TRUE, 48);
  fake_month_add_pause (month, session, STP_CLASS_ACID_AHA, FALSE, 72);
  fake_month_get_day (month, march (11))->n_uses = 2;
  fake_month_get_day (month, march (11))->n_reactions = 1;
  fake_month_get_day (month, march (11))->strength = STP_BLOCK;

  g_ptr_array_add (fake_month_get_day (month, march (11))->events,
                   stp_record_new (STP_RECORD_EVENT));
  done = stp_day_text_sentence (fake_month_get_day (month, march (10)), zone, march (11), FALSE);
  g_assert_cmpstr (done, ==,
                   "Wednesday, 10 March 2027, 21:00 Session done, paused: retinoids, acids");
  after = stp_day_text_sentence (fake_month_get_day (month, march (11)), zone, march (11), FALSE);
  g_assert_cmpstr (after, ==,
                   "Thursday, 11 March 2027, today, paused: acids, 2 uses, 1 check-in, "
                   "Event, 1 day after the last session, needling has to wait");
}

static GtkWidget *
find_popover (StpMonthGrid *grid)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (grid));

  while (child && !GTK_IS_POPOVER (child))
    child = gtk_widget_get_prev_sibling (child);

  return child;
}

static char *
read_popover (GtkWidget *popover)
{
  GtkWidget *box = gtk_popover_get_child (GTK_POPOVER (popover));
  g_autoptr (GString) text = g_string_new (NULL);

  for (GtkWidget *label = gtk_widget_get_first_child (box); label;
       label = gtk_widget_get_next_sibling (label))
    g_string_append_printf (text, "%s\n", gtk_label_get_label (GTK_LABEL (label)));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static FakeMonth *
make_full_day (StpMonthGrid *grid)
{
  static const StpIngredientClass classes[] = { STP_CLASS_RETINOID_OTC, STP_CLASS_ACID_AHA,
                                                STP_CLASS_VITC_LAA, STP_CLASS_BPO,
                                                STP_CLASS_FRAGRANCE };
  FakeMonth *month = fake_month_new (stp_month_grid_get_first_day (grid));
  StpSession *session = fake_month_add_session (month, march (10), 9, STP_SESSION_DONE);

  fake_month_add_session (month, march (10), 12, STP_SESSION_DONE);
  fake_month_add_session (month, march (10), 21, STP_SESSION_PLANNED);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    fake_month_add_pause (month, session, classes[i], FALSE, 48);
  fake_month_get_day (month, march (10))->n_uses = 5;
  fake_month_get_day (month, march (10))->n_reactions = 1;

  return month;
}

/* Three sessions, five kinds of pauses, five uses and a check-in are fourteen. */
static void
test_full_day (void)
{
  g_autoptr (StpMonthGrid) grid = make_grid ();
  GtkWidget *window = adw_window_new ();
  g_autoptr (FakeMonth) month = make_full_day (grid);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *text = NULL;

  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (grid));
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (grid)))
    g_main_context_iteration (NULL, TRUE);
  stp_month_grid_set_days (grid, month->days, zone, 0);
  press (grid, GDK_KEY_plus);
  text = read_popover (find_popover (grid));
  g_assert_cmpstr (text, ==,
                   "Wednesday 10 March\n09:00 Session done\n12:00 Session done\n"
                   "21:00 Session planned\n5 uses\n1 check-in\n"
                   "Retinoids back Fri 10:00\nAcids back Fri 10:00\nVitamin C back Fri 10:00\n"
                   "Benzoyl peroxide back Fri 10:00\nThe rest back Fri 10:00\n");
  g_assert_true (gtk_widget_get_visible (find_popover (grid)));
  gtk_test_accessible_assert_property (gtk_popover_get_child (GTK_POPOVER (find_popover (grid))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Wednesday 10 March");
  gtk_popover_popdown (GTK_POPOVER (find_popover (grid)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 stp_month_grid_get_cell (grid, march (10)));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/month-grid/cells", test_cells);
  g_test_add_func ("/month-grid/cells-hold-no-widgets", test_cells_hold_no_widgets);
  g_test_add_func ("/month-grid/selected-day-notifies-once", test_selected_day_notifies_once);
  g_test_add_func ("/month-grid/widgets-stay", test_widgets_stay);
  g_test_add_func ("/month-grid/keys", test_keys);
  g_test_add_func ("/month-grid/keys-over-the-edge", test_keys_over_the_edge);
  g_test_add_func ("/month-grid/keys-mirrored", test_keys_mirrored);
  g_test_add_func ("/month-grid/enter-activates", test_enter_activates);
  g_test_add_func ("/month-grid/month-ends", test_month_ends);
  g_test_add_func ("/month-grid/bands", test_bands);
  g_test_add_func ("/month-grid/bands-without-a-return", test_bands_without_a_return);
  g_test_add_func ("/month-grid/E3/bands", test_bands_of_prescribed_and_withheld);
  g_test_add_func ("/month-grid/lanes-do-not-jump", test_lanes_do_not_jump);
  g_test_add_func ("/month-grid/bands-are-cut-by-week", test_bands_are_cut_by_week);
  g_test_add_func ("/month-grid/sentence", test_sentence);
  g_test_add_func ("/month-grid/full-day", test_full_day);

  return g_test_run ();
}
