// SPDX-License-Identifier: GPL-3.0-or-later

// What a change of the month costs from the update until the frame is painted, with twenty years of
// a diary against an empty grid of the same cells; and whether the widgets are the same before and
// after 100 scrolls. The grids take turns, and a figure is the median of the ratios of a turn. It
// is the CPU of the thread that draws that counts: the clock on the wall, told beside it, mostly
// shows the wait for the next frame. And what it costs to drag a session over a day, against a
// change of the month.

#include "config.h"

#include <adwaita.h>
#include <locale.h>
#include <time.h>

#include "calendar/stp-month-grid.h"
#include "calendar/stp-move-flow.h"
#include "calendar/stp-week.h"
#include "exchange/stp-generate.h"
#include "rules/stp-timeline.h"
#include "store/stp-codec.h"
#include "stp-figures.h"

#define YEARS 20
#define SEED 1
#define TURNS 60
#define SCROLLS 100
#define CHANGE_GOAL 2.5
#define HOVER_GOAL 0.5
#define HOVER_DAYS 10
#define FULL_MONTHS_BACK 90

typedef struct
{
  StpDiary *diary;
  StpTimeline *timeline;
  StpMonthGrid *grid;
  GtkWidget *window;
  GTimeZone *zone;
  gboolean painted;
} Case;

// Milliseconds from the update until it is painted, and of CPU of the thread that draws.
typedef struct
{
  double painted;
  double cpu;
} Cost;

static void
supply_days_cb (Case *self)
{
  g_autoptr (GPtrArray) days = stp_timeline_list_days (
    self->timeline, stp_month_grid_get_first_day (self->grid), STP_MONTH_DAYS, self->zone);

  stp_month_grid_set_days (self->grid, days, self->zone, 0);
}

static void
after_paint_cb (Case *self)
{
  self->painted = TRUE;
}

static void
wait_until_painted (Case *self)
{
  self->painted = FALSE;
  while (!self->painted)
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
case_init (Case *self, GBytes *document)
{
  const gint64 now = stp_generate_get_end (YEARS);
  g_autoptr (StpClock) clock = stp_clock_new_fixed (now);
  g_autoptr (StpSnapshot) snapshot = NULL;

  if (document)
    snapshot = stp_codec_read (document, NULL, NULL, NULL);
  self->diary = snapshot ? stp_diary_new_from_snapshot (clock, snapshot) : stp_diary_new (clock);
  self->timeline = stp_timeline_new (self->diary);
  self->zone = g_time_zone_new_utc ();
  self->grid = STP_MONTH_GRID (stp_month_grid_new ());
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->grid));

  g_signal_connect_swapped (self->grid, "notify::first-day", G_CALLBACK (supply_days_cb), self);
  stp_month_grid_set_today (self->grid, stp_day_of (now, self->zone));
  stp_month_grid_set_selected_day (self->grid, stp_day_of (now, self->zone));
  gtk_window_present (GTK_WINDOW (self->window));
  settle ();
  g_signal_connect_swapped (gtk_widget_get_frame_clock (self->window), "after-paint",
                            G_CALLBACK (after_paint_cb), self);
}

static void
case_clear (Case *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->timeline);
  g_clear_object (&self->diary);
  g_clear_pointer (&self->zone, g_time_zone_unref);
}

static double
get_cpu (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);

  return (double) used.tv_sec * 1e3 + (double) used.tv_nsec / 1e6;
}

static Cost
change_month (Case *self, int months)
{
  double cpu;
  gint64 begin;

  settle ();
  cpu = get_cpu ();
  begin = g_get_monotonic_time ();
  stp_month_grid_turn (self->grid, months);
  wait_until_painted (self);

  return (Cost) { (double) (g_get_monotonic_time () - begin) / 1e3, get_cpu () - cpu };
}

static void
measure_change (Case *empty, Case *years)
{
  g_autoptr (GArray) painted = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (double));

  // Back into the years, where every month is full.
  for (guint turn = 0; turn < TURNS; turn++)
    {
      const Cost floor = change_month (empty, -1);
      const Cost cost = change_month (years, -1);
      const double painted_ratio = cost.painted / floor.painted;
      const double cpu_ratio = cost.cpu / floor.cpu;

      g_array_append_val (painted, painted_ratio);
      g_array_append_val (used, cpu_ratio);
    }
  stp_figures_print_at_most ("month-change", stp_figures_median (used), "ratio", CHANGE_GOAL);
  g_print ("month-change-painted\t%.2f\tratio\t-\tinformation\n", stp_figures_median (painted));
}

static guint
count_widgets (GtkWidget *widget)
{
  guint count = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    count += count_widgets (child);

  return count;
}

static void
measure_widgets (Case *years)
{
  const guint before = count_widgets (GTK_WIDGET (years->grid));

  for (guint i = 0; i < SCROLLS; i++)
    change_month (years, i < SCROLLS / 2 ? 1 : -1);
  stp_figures_print_at_most ("widgets-more-after-100-scrolls",
                             count_widgets (GTK_WIDGET (years->grid)) - before, "widgets", 0);
}

// Planned for the evening in five days; nothing has to allow it.
static StpSession *
plan_session (Case *self)
{
  StpSession *session = stp_record_new (STP_RECORD_SESSION);
  StpRecord *device = stp_diary_peek_record (self->diary, STP_RECORD_DEVICE, 0);
  StpSessionArea *area = stp_session_area_new ();

  session->state = STP_SESSION_PLANNED;
  session->purpose = STP_PURPOSE_FULL;
  session->place = STP_PLACE_HOME;
  session->start.us = stp_generate_get_end (YEARS) + 5 * STP_DAY_LENGTH;
  session->device = g_strdup (stp_record_get_id (device));
  session->areas = stp_values_new (&stp_session_area_shape);
  area->area = STP_AREA_FACE;
  area->needle_um = 250;
  g_ptr_array_add (session->areas, area);
  g_assert_true (stp_planner_record (self->timeline, session, NULL));

  return session;
}

static Cost
hover (Case *self, StpMoveFlow *flow, guint day)
{
  double cpu;
  gint64 begin;

  settle ();
  cpu = get_cpu ();
  begin = g_get_monotonic_time ();
  stp_move_flow_follow (flow, day);
  wait_until_painted (self);

  return (Cost) { (double) (g_get_monotonic_time () - begin) / 1e3, get_cpu () - cpu };
}

// The month change of the same turn is one between full months, as in measure_change(): after today
// there is little but the windows of the plan.
static void
measure_hover (Case *years)
{
  g_autoptr (StpSession) session = plan_session (years);
  g_autoptr (StpWorkspace) workspace = stp_workspace_new (stp_diary_get_clock (years->diary), NULL,
                                               years->diary, years->timeline, NULL);
  g_autoptr (StpMoveFlow) flow = stp_move_flow_new (years->grid, workspace);
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (double));
  const guint day = stp_month_grid_get_today (years->grid);

  for (guint turn = 0; turn < TURNS; turn++)
    {
      Cost change;
      double ratio;

      stp_month_grid_go_to (years->grid, day - FULL_MONTHS_BACK);
      wait_until_painted (years);
      change = change_month (years, turn % 2 == 0 ? -1 : 1);
      stp_month_grid_go_to (years->grid, day);
      supply_days_cb (years);
      g_assert_true (stp_move_flow_begin (flow, session));
      wait_until_painted (years);
      ratio = hover (years, flow, day + 6 + turn % HOVER_DAYS).cpu / change.cpu;
      g_array_append_val (used, ratio);
      stp_move_flow_cancel (flow);
    }
  stp_figures_print_at_most ("drag-hover", stp_figures_median (used), "ratio", HOVER_GOAL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) document = NULL;
  Case empty = { 0 };
  Case years = { 0 };

  setlocale (LC_ALL, "");
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  document = stp_generate_build (YEARS, SEED);
  case_init (&empty, NULL);
  case_init (&years, document);

  measure_change (&empty, &years);
  measure_widgets (&years);
  measure_hover (&years);

  case_clear (&empty);
  case_clear (&years);

  return 0;
}
