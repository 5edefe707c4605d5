// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "calendar/stp-month-cell.h"
#include "calendar/stp-month-grid.h"
#include "calendar/stp-week.h"
#include "fake-month.h"

#define N_ITEMS 14

static guint
day_of (guint day, GDateMonth month, guint year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, month, (GDateYear) year);

  return g_date_get_julian (&date);
}

/* A session each 14 days and what it pauses, so that every month is as full as the others. */
static void
supply_days_cb (StpMonthGrid *grid)
{
  const guint first_day = stp_month_grid_get_first_day (grid);
  g_autoptr (FakeMonth) month = fake_month_new (first_day);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  for (guint day = first_day; day < first_day + STP_MONTH_DAYS; day++)
    if (day % 14 == 0)
      {
        StpSession *session = fake_month_add_session (month, day, 21, STP_SESSION_PLANNED);

        fake_month_add_pause (month, session, STP_CLASS_RETINOID_OTC, TRUE, 48);
        fake_month_add_pause (month, session, STP_CLASS_ACID_AHA, FALSE, 72);
      }
  stp_month_grid_set_days (grid, month->days, zone, 0);
}

static StpMonthGrid *
make_grid (guint day)
{
  StpMonthGrid *grid = g_object_ref_sink (STP_MONTH_GRID (stp_month_grid_new ()));

  g_signal_connect (grid, "notify::first-day", G_CALLBACK (supply_days_cb), NULL);
  stp_month_grid_set_today (grid, day);
  stp_month_grid_set_selected_day (grid, day);

  return grid;
}

/* Turns the wheel as the toolkit reports it. */
static void
turn_wheel (StpMonthGrid *grid, double clicks)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (grid));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        g_signal_emit_by_name (controller, "scroll", 0.0, clicks, &handled);
    }
  g_assert_true (handled);
}

static void
add_widgets (GHashTable *widgets, GtkWidget *widget)
{
  g_hash_table_add (widgets, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    add_widgets (widgets, child);
}

static GHashTable *
list_widgets (StpMonthGrid *grid)
{
  GHashTable *widgets = g_hash_table_new (NULL, NULL);

  add_widgets (widgets, GTK_WIDGET (grid));

  return widgets;
}

static void
test_wheel (void)
{
  g_autoptr (StpMonthGrid) grid = make_grid (day_of (10, G_DATE_MARCH, 2027));
  const guint first_day = stp_month_grid_get_first_day (grid);

  turn_wheel (grid, 1);
  g_assert_cmpuint (stp_month_grid_get_first_day (grid), ==, first_day + 7);
  turn_wheel (grid, -3);
  g_assert_cmpuint (stp_month_grid_get_first_day (grid), ==, first_day - 14);

  /* A fine wheel tells a click in parts. */
  for (int i = 0; i < 4; i++)
    turn_wheel (grid, 0.25);
  g_assert_cmpuint (stp_month_grid_get_first_day (grid), ==, first_day - 7);
}

static void
test_month_follows_the_middle (void)
{
  g_autoptr (StpMonthGrid) grid = make_grid (day_of (10, G_DATE_MARCH, 2027));
  guint month = day_of (1, G_DATE_MARCH, 2027);

  for (int i = 0; i < 60; i++)
    {
      const guint middle = stp_month_grid_get_first_day (grid) + 2 * STP_WEEK_LENGTH + 3;

      g_assert_cmpuint (stp_month_grid_get_month (grid), ==, stp_month_find_start (middle));
      g_assert_cmpuint (stp_month_grid_get_month (grid), >=, month);
      month = stp_month_grid_get_month (grid);
      turn_wheel (grid, 1);
    }
  g_assert_cmpuint (month, ==, day_of (1, G_DATE_MAY, 2028));
}

static void
test_widgets_stay (void)
{
  g_autoptr (StpMonthGrid) grid = make_grid (day_of (10, G_DATE_MARCH, 2027));
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) after = NULL;
  GHashTableIter iter;
  gpointer widget;

  /* Bands and chips are made as they are first needed; here every row has had its own by then. */
  for (guint i = 0; i < 2 * STP_MONTH_ROWS; i++)
    turn_wheel (grid, 1);
  before = list_widgets (grid);
  for (int i = 0; i < 100; i++)
    turn_wheel (grid, i % 3 == 0 ? -5 : 7);
  after = list_widgets (grid);

  g_assert_cmpuint (g_hash_table_size (before), >, STP_MONTH_DAYS);
  g_assert_cmpuint (g_hash_table_size (after), ==, g_hash_table_size (before));
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &widget, NULL))
    g_assert_true (g_hash_table_contains (before, widget));
}

static void
test_day_keeps_its_cell (void)
{
  const guint day = day_of (20, G_DATE_MARCH, 2027);
  g_autoptr (StpMonthGrid) grid = make_grid (day);
  GtkWidget *cell = stp_month_grid_get_cell (grid, day);

  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_RELATION_ROW_INDEX, 3);
  turn_wheel (grid, 1);
  g_assert_true (stp_month_grid_get_cell (grid, day) == cell);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_RELATION_ROW_INDEX, 2);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_RELATION_COL_INDEX, 7);
}

/* Scrolled out of sight, the chosen day does not hold the months back. */
static void
test_turns_from_what_is_shown (void)
{
  g_autoptr (StpMonthGrid) grid = make_grid (day_of (10, G_DATE_MARCH, 2027));

  stp_month_grid_turn (grid, 1);
  g_assert_cmpuint (stp_month_grid_get_selected_day (grid), ==, day_of (10, G_DATE_APRIL, 2027));

  turn_wheel (grid, 52);
  g_assert_null (stp_month_grid_get_cell (grid, stp_month_grid_get_selected_day (grid)));
  stp_month_grid_turn (grid, 1);
  g_assert_cmpuint (stp_month_grid_get_month (grid), ==, day_of (1, G_DATE_MAY, 2028));

  stp_month_grid_go_to (grid, stp_month_grid_get_today (grid));
  g_assert_cmpuint (stp_month_grid_get_month (grid), ==, day_of (1, G_DATE_MARCH, 2027));
}

static void
test_year_boundary (void)
{
  g_autoptr (StpMonthGrid) grid = make_grid (day_of (31, G_DATE_DECEMBER, 2027));

  stp_month_grid_turn (grid, 2);
  g_assert_cmpuint (stp_month_grid_get_selected_day (grid), ==, day_of (29, G_DATE_FEBRUARY, 2028));
  stp_month_grid_turn (grid, -1);
  g_assert_cmpuint (stp_month_grid_get_month (grid), ==, day_of (1, G_DATE_JANUARY, 2028));
  stp_month_grid_turn (grid, -1);
  g_assert_cmpuint (stp_month_grid_get_month (grid), ==, day_of (1, G_DATE_DECEMBER, 2027));
}

static void
test_first_weekday (void)
{
  static const struct
  {
    const char *locale;
    GDateWeekday weekday;
  } cases[] = {
    { "ar_EG.UTF-8", G_DATE_SATURDAY },
    { "en_US.UTF-8", G_DATE_SUNDAY },
    { "de_DE.UTF-8", G_DATE_MONDAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StpMonthGrid) grid = NULL;
      guint first_day;

      g_assert_nonnull (setlocale (LC_TIME, cases[i].locale));
      for (guint month = 0; month < 24; month++)
        {
          const guint day = stp_month_shift (day_of (1, G_DATE_JANUARY, 2027), (int) month);

          g_clear_object (&grid);
          grid = make_grid (day);
          first_day = stp_month_grid_get_first_day (grid);
          g_assert_cmpint (stp_week_get_weekday (first_day), ==, cases[i].weekday);
          g_assert_cmpuint (first_day, <=, day);
          g_assert_cmpuint (day, <, first_day + STP_WEEK_LENGTH);
          g_assert_cmpuint (stp_month_grid_get_month (grid), ==, day);
        }
    }
  setlocale (LC_TIME, "C");
}

static char *
read_day (StpMonthGrid *grid, guint day)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (stp_month_grid_get_cell (grid, day)),
                                             GTK_ACCESSIBLE_PROPERTY_LABEL, "");
}

/* The last Sunday of March has 23 hours in Berlin. */
static void
test_daylight_saving (void)
{
  const guint day = day_of (28, G_DATE_MARCH, 2027);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (StpProduct) product = stp_record_new (STP_RECORD_PRODUCT);
  g_autoptr (StpClock) clock = stp_clock_new_fixed (stp_day_at (day - 1, 12 * 60, zone));
  g_autoptr (StpDiary) diary = stp_diary_new (clock);
  g_autoptr (StpTimeline) timeline = stp_timeline_new (diary);
  g_autoptr (StpMonthGrid) grid = make_grid (day);
  g_autoptr (GPtrArray) days = NULL;
  const struct
  {
    guint day;
    const char *uses;
  } expected[] = { { day - 1, "1 use" }, { day, "2 uses" }, { day + 1, "1 use" } };

  product->name = g_strdup ("Cream");
  g_assert_true (stp_diary_put (diary, product, NULL));
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (StpApplication) use = stp_record_new (STP_RECORD_APPLICATION);

      /* 23:30, 0:30, 23:30 and 0:30 by the clock on the wall */
      use->product = g_strdup (stp_record_get_id (product));
      use->at.us = stp_day_at (day + i / 2, 0, zone) + (i % 2 ? 1 : -1) * 30 * STP_MINUTE;
      g_assert_true (stp_diary_put (diary, use, NULL));
    }
  days = stp_timeline_list_days (timeline, stp_month_grid_get_first_day (grid), STP_MONTH_DAYS,
                                 zone);
  stp_month_grid_set_days (grid, days, zone, 0);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *label = read_day (grid, expected[i].day);

      g_assert_nonnull (strstr (label, expected[i].uses));
    }
}

static void
test_full_day (void)
{
  const guint day = day_of (10, G_DATE_MARCH, 2027);
  g_autoptr (StpMonthGrid) grid = make_grid (day);
  g_autoptr (FakeMonth) month = fake_month_new (stp_month_grid_get_first_day (grid));
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *label = NULL;
  const char *rest;
  int before, after;
  guint n_read = 0;

  gtk_widget_measure (GTK_WIDGET (grid), GTK_ORIENTATION_VERTICAL, -1, &before, NULL, NULL, NULL);
  for (int i = 0; i < N_ITEMS; i++)
    fake_month_add_session (month, day, i + 8, STP_SESSION_PLANNED);
  fake_month_get_day (month, day)->n_uses = N_ITEMS;
  stp_month_grid_set_days (grid, month->days, zone, 0);
  gtk_widget_measure (GTK_WIDGET (grid), GTK_ORIENTATION_VERTICAL, -1, &after, NULL, NULL, NULL);

  g_assert_cmpint (after, ==, before);
  label = read_day (grid, day);
  for (rest = label; (rest = strstr (rest, "Session planned")); rest++)
    n_read++;
  g_assert_cmpuint (n_read, ==, N_ITEMS);
  g_assert_nonnull (strstr (label, "14 uses"));
}

static float
find_left (StpMonthGrid *grid, guint day)
{
  graphene_rect_t bounds;

  g_assert_true (
    gtk_widget_compute_bounds (stp_month_grid_get_cell (grid, day), GTK_WIDGET (grid), &bounds));

  return bounds.origin.x;
}

static void
test_mirrored (void)
{
  const guint day = day_of (10, G_DATE_MARCH, 2027);
  g_autoptr (StpMonthGrid) grid = make_grid (day);
  const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      const guint first_day = stp_month_grid_get_first_day (grid);

      gtk_widget_set_direction (GTK_WIDGET (grid), directions[i]);
      for (int orientation = 0; orientation < 2; orientation++)
        gtk_widget_measure (GTK_WIDGET (grid), (GtkOrientation) orientation, -1, NULL, NULL, NULL,
                            NULL);
      gtk_widget_size_allocate (GTK_WIDGET (grid), &(GtkAllocation) { 0, 0, 700, 626 }, -1);
      g_assert_cmpfloat (find_left (grid, first_day), ==, i ? 600 : 0);
      g_assert_cmpfloat (find_left (grid, first_day + 6), ==, i ? 0 : 600);
      g_assert_cmpuint (stp_month_grid_find_day_at (grid, 50, 176), ==,
                        first_day + STP_WEEK_LENGTH + (i ? 6 : 0));
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/month-scroll/wheel", test_wheel);
  g_test_add_func ("/month-scroll/month-follows-the-middle", test_month_follows_the_middle);
  g_test_add_func ("/month-scroll/widgets-stay", test_widgets_stay);
  g_test_add_func ("/month-scroll/day-keeps-its-cell", test_day_keeps_its_cell);
  g_test_add_func ("/month-scroll/turns-from-what-is-shown", test_turns_from_what_is_shown);
  g_test_add_func ("/month-scroll/year-boundary", test_year_boundary);
  g_test_add_func ("/month-scroll/first-weekday", test_first_weekday);
  g_test_add_func ("/month-scroll/daylight-saving", test_daylight_saving);
  g_test_add_func ("/month-scroll/full-day", test_full_day);
  g_test_add_func ("/month-scroll/mirrored", test_mirrored);

  return g_test_run ();
}
