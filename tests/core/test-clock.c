// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-clock.h"

static gboolean
count_cb (gpointer user_data)
{
  ++*(guint *) user_data;
  return G_SOURCE_REMOVE;
}

static void
test_alarm_rings_once (void)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (0);
  guint rung = 0, removed = 0;
  guint alarm;

  stp_clock_add_alarm (clock, 10, count_cb, &rung);
  alarm = stp_clock_add_alarm (clock, 10, count_cb, &removed);
  stp_clock_remove_alarm (clock, alarm);
  stp_clock_set_fixed (clock, 9);
  g_assert_cmpuint (rung, ==, 0);
  stp_clock_set_fixed (clock, 10);
  stp_clock_set_fixed (clock, 11);
  g_assert_cmpuint (rung, ==, 1);
  g_assert_cmpuint (removed, ==, 0);
}

static void
on_changed_cb (StpClock *clock, guint *changed)
{
  ++*changed;
}

static void
test_changed_when_set (void)
{
  g_autoptr (StpClock) clock = stp_clock_new_fixed (0);
  guint changed = 0;
  guint today = stp_clock_get_today (clock);

  g_signal_connect (clock, "changed", G_CALLBACK (on_changed_cb), &changed);
  stp_clock_set_fixed (clock, STP_DAY_LENGTH);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpuint (stp_clock_get_today (clock), ==, today + 1);
  g_assert_finalize_object (g_steal_pointer (&clock));
}

#if DEVELOPMENT

static void
test_clock_from_environment (void)
{
  g_autoptr (StpClock) clock = NULL;
  gint64 now;
  StpInstant instant;

  g_assert_true (stp_instant_parse ("2030-05-01T12:00:00+02:00", &instant));
  g_setenv ("STIPPLE_CLOCK", "2030-05-01T12:00:00+02:00", TRUE);
  clock = stp_clock_new ();
  g_unsetenv ("STIPPLE_CLOCK");
  now = stp_clock_get_now (clock);
  g_assert_cmpint (now, >=, instant.us);
  g_assert_cmpint (now, <, instant.us + STP_HOUR);
}

static void
test_clock_from_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "now", NULL);
  g_autoptr (StpClock) clock = NULL;
  guint changed = 0, rung = 0;

  g_assert_no_errno (g_mkdir_with_parents (g_get_user_data_dir (), 0700));
  g_assert_true (g_file_set_contents (path, "2030-05-01T12:00:00Z\n", -1, NULL));
  g_setenv ("STIPPLE_CLOCK", path, TRUE);
  clock = stp_clock_new ();
  g_unsetenv ("STIPPLE_CLOCK");
  g_signal_connect (clock, "changed", G_CALLBACK (on_changed_cb), &changed);
  stp_clock_add_alarm (clock, stp_clock_get_now (clock) + STP_DAY_LENGTH, count_cb, &rung);

  g_assert_true (g_file_set_contents (path, "2030-05-03T12:00:00Z\n", -1, NULL));
  while (changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rung, ==, 1);
}

#endif

static void
test_real_clock_rings (void)
{
  g_autoptr (StpClock) clock = stp_clock_new ();
  guint rung = 0;

  stp_clock_add_alarm (clock, stp_clock_get_now (clock), count_cb, &rung);
  while (rung == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rung, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/clock/alarm-rings-once", test_alarm_rings_once);
  g_test_add_func ("/clock/changed-when-set", test_changed_when_set);
  g_test_add_func ("/clock/real-clock-rings", test_real_clock_rings);
#if DEVELOPMENT
  g_test_add_func ("/clock/from-environment", test_clock_from_environment);
  g_test_add_func ("/clock/from-file", test_clock_from_file);
#endif
  return g_test_run ();
}
