// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-time.h"

static void
test_instant_round_trip (void)
{
  static const struct
  {
    const char *in, *out;
    gint64 us;
  } cases[] = {
    { "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z", 0 },
    { "1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z", -1 },
    { "2026-11-01T19:00:00+01:00", "2026-11-01T19:00:00+01:00", 1793556000 * STP_SECOND },
    { "2026-11-01T19:00:00.25-09:30", "2026-11-01T19:00:00.250000-09:30",
      1793593800 * STP_SECOND + 250000 },
    { "2024-02-29T12:00:00z", "2024-02-29T12:00:00Z", 1709208000 * STP_SECOND },
    { "2026-11-01T19:00:00+00:00", "2026-11-01T19:00:00Z", 1793559600 * STP_SECOND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StpInstant instant;
      g_autofree char *out = NULL;

      g_assert_true (stp_instant_parse (cases[i].in, &instant));
      out = stp_instant_format (instant);
      g_assert_cmpstr (out, ==, cases[i].out);
      g_assert_cmpint (instant.us, ==, cases[i].us);
    }
}

/* Beyond what four digits of a year say, what is written can still be read. */
static void
test_stamp_at_the_ends (void)
{
  static const struct
  {
    const char *in, *out;
  } cases[] = {
    { "9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z" },
    { "9999-12-31T23:59:59-12:00", "9999-12-31T23:59:59.999999Z" },
    { "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z" },
    { "0001-01-01T00:00:00+12:00", "0001-01-01T00:00:00.000000Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StpInstant instant;
      g_autofree char *own = NULL;
      g_autofree char *out = NULL;

      g_assert_true (stp_instant_parse (cases[i].in, &instant));
      out = stp_stamp_format (instant.us);
      g_assert_cmpstr (out, ==, cases[i].out);
      own = stp_instant_format (instant);
      g_assert_true (g_str_has_prefix (own, "9999-12-31T23:59:59") ||
                     g_str_has_prefix (own, "0001-01-01T00:00:00"));
    }
}

static void
test_instant_refused (void)
{
  static const char *const cases[] = {
    "",
    "2026-11-01",
    "2026-11-01T19:00:00",
    "2026-11-01 19:00:00Z",
    "2026-02-29T19:00:00Z",
    "2026-13-01T19:00:00Z",
    "2026-11-01T24:00:00Z",
    "2026-11-01T19:60:00Z",
    "2026-11-01T19:00:00.Z",
    "2026-11-01T19:00:00+1:00",
    "2026-11-01T19:00:00+01:00x",
    "2026-11-01T19:00:00+01:60",
    "20261-11-1T19:00:00Z",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StpInstant instant;

      g_test_message ("%s", cases[i]);
      g_assert_false (stp_instant_parse (cases[i], &instant));
    }
}

static void
assert_day_at (GTimeZone *zone, const char *day, int minute, const char *expected)
{
  g_autofree char *text = NULL;
  guint number;

  g_assert_true (stp_day_parse (day, &number));
  text = stp_time_format_utc (stp_day_at (number, minute, zone));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_wall_clock_across_summer_time (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  g_assert_nonnull (zone);
  assert_day_at (zone, "2026-03-28", 21 * 60, "2026-03-28T20:00:00Z");
  assert_day_at (zone, "2026-03-29", 21 * 60, "2026-03-29T19:00:00Z");
  assert_day_at (zone, "2026-03-29", 2 * 60 + 30, "2026-03-29T01:30:00Z");
  assert_day_at (zone, "2026-10-25", 2 * 60 + 30, "2026-10-25T00:30:00Z");
  assert_day_at (zone, "2026-10-25", 21 * 60, "2026-10-25T20:00:00Z");
  assert_day_at (zone, "2026-10-25", 0, "2026-10-24T22:00:00Z");
}

static void
test_day_of (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Pacific/Kiritimati");
  StpInstant instant;
  guint day, expected;

  g_assert_true (stp_instant_parse ("2026-12-31T10:00:00Z", &instant));
  g_assert_true (stp_day_parse ("2027-01-01", &expected));
  day = stp_day_of (instant.us, zone);
  g_assert_cmpuint (day, ==, expected);
  g_assert_cmpuint (stp_day_of (instant.us - 1, zone), ==, expected - 1);
}

static void
test_clock_time (void)
{
  g_autofree char *text = stp_clock_time_format (7 * 60 + 5);
  int minute = -1;

  g_assert_cmpstr (text, ==, "07:05");
  g_assert_true (stp_clock_time_parse ("23:59", &minute));
  g_assert_cmpint (minute, ==, 1439);
  g_assert_false (stp_clock_time_parse ("24:00", &minute));
  g_assert_false (stp_clock_time_parse ("7:00", &minute));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/time/instant-round-trip", test_instant_round_trip);
  g_test_add_func ("/time/stamp-at-the-ends", test_stamp_at_the_ends);
  g_test_add_func ("/time/instant-refused", test_instant_refused);
  g_test_add_func ("/time/wall-clock-across-summer-time", test_wall_clock_across_summer_time);
  g_test_add_func ("/time/day-of", test_day_of);
  g_test_add_func ("/time/clock-time", test_clock_time);
  return g_test_run ();
}
