// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "exchange/stp-demo.h"
#include "protocol/stp-procedure.h"
#include "store/stp-codec.h"

/* Moments at which "yesterday evening" is awkward: after midnight, at a change of the clocks. */
static const char *const moments[] = {
  "2026-11-22T15:00:00+01:00",
  "2026-11-22T00:00:30+01:00",
  "2027-03-29T03:10:00+02:00",
  "2028-02-29T23:59:59+01:00",
};

static GTimeZone *
new_zone (void)
{
  return g_time_zone_new_identifier ("Europe/Berlin");
}

static gint64
parse (const char *text)
{
  StpInstant instant;

  g_assert_true (stp_instant_parse (text, &instant));
  return instant.us;
}

static StpSnapshot *
load (gint64 now)
{
  g_autoptr (GTimeZone) zone = new_zone ();
  g_autoptr (GBytes) document = stp_demo_build (now, zone);
  g_autoptr (GPtrArray) faults = stp_faults_new ();
  g_autoptr (GError) error = NULL;
  StpSnapshot *snapshot = stp_codec_read (document, faults, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s: %s", ((StpFault *) faults->pdata[i])->pointer,
                    ((StpFault *) faults->pdata[i])->text);
  g_assert_cmpuint (faults->len, ==, 0);
  return snapshot;
}

static void
test_whole (gconstpointer moment)
{
  g_autoptr (StpSnapshot) snapshot = load (parse (moment));

  g_assert_true (stp_demo_is_id (snapshot->id));
  g_assert_cmpuint (snapshot->records[STP_RECORD_PRODUCT]->len, >=, 14);
  g_assert_cmpuint (snapshot->records[STP_RECORD_SESSION]->len, ==, 10);
}

static void
test_same_bytes (gconstpointer moment)
{
  g_autoptr (GTimeZone) zone = new_zone ();
  g_autoptr (GBytes) once = stp_demo_build (parse (moment), zone);
  g_autoptr (GBytes) again = stp_demo_build (parse (moment), zone);

  g_assert_true (g_bytes_equal (once, again));
}

/* A sample that contradicts the rules would teach the wrong thing. */
static void
test_keeps_the_rules (gconstpointer moment)
{
  gint64 now = parse (moment);
  g_autoptr (StpSnapshot) snapshot = load (now);
  GPtrArray *sessions = snapshot->records[STP_RECORD_SESSION];

  for (guint i = 0; i < sessions->len; i++)
    {
      StpSession *session = sessions->pdata[i];
      g_autoptr (StpClock) clock = stp_clock_new_fixed (session->start.us);
      g_autoptr (StpDiary) diary = stp_diary_new_from_snapshot (clock, snapshot);
      g_autoptr (StpTimeline) timeline = stp_timeline_new (diary);
      StpQuestion question = {
        .start = session->start.us,
        .now = MAX (now, session->start.us),
        .device = session->device,
        .needle_um = 250,
        .purpose = session->purpose,
        .ignore_session = stp_record_get_id (session),
      };
      g_autoptr (StpVerdict) verdict = stp_timeline_judge (timeline, &question);

      for (guint j = 0; j < verdict->reasons->len; j++)
        {
          StpReason *reason = verdict->reasons->pdata[j];

          if (reason->since <= session->start.us && !reason->forecast)
            g_assert_cmpint (reason->strength, <, STP_WARN);
        }
    }
}

/* Nor does anybody in it use what was paused. */
static void
test_keeps_the_pauses (gconstpointer moment)
{
  gint64 now = parse (moment);
  g_autoptr (StpSnapshot) snapshot = load (now);
  g_autoptr (StpClock) clock = stp_clock_new_fixed (now);
  g_autoptr (StpDiary) diary = stp_diary_new_from_snapshot (clock, snapshot);
  g_autoptr (StpTimeline) timeline = stp_timeline_new (diary);
  GPtrArray *uses = snapshot->records[STP_RECORD_APPLICATION];

  for (guint i = 0; i < uses->len; i++)
    {
      StpApplication *use = uses->pdata[i];
      g_autoptr (StpPause) pause = stp_timeline_dup_pause_at (timeline, use->product, use->at.us);

      if (pause != NULL && pause->strength >= STP_WARN)
        g_error ("%s", pause->text);
    }
}

static void
test_not_from_the_future (gconstpointer moment)
{
  gint64 now = parse (moment);
  g_autoptr (StpSnapshot) snapshot = load (now);
  GPtrArray *uses = snapshot->records[STP_RECORD_APPLICATION];

  for (guint i = 0; i < uses->len; i++)
    g_assert_cmpint (((StpApplication *) uses->pdata[i])->at.us, <=, now);
}

static void
test_is_id (void)
{
  g_assert_false (stp_demo_is_id (NULL));
  g_assert_false (stp_demo_is_id ("6f1c0000-0000-4000-8000-000000000000"));
}

static void
add (const char *name, GTestDataFunc test)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *path = g_strdup_printf ("/demo/%s/%s", name, moments[i]);

      g_test_add_data_func (path, moments[i], test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("whole", test_whole);
  add ("same-bytes", test_same_bytes);
  add ("keeps-the-rules", test_keeps_the_rules);
  add ("keeps-the-pauses", test_keeps_the_pauses);
  add ("not-from-the-future", test_not_from_the_future);
  g_test_add_func ("/demo/is-id", test_is_id);

  return g_test_run ();
}
