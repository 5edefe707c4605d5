// SPDX-License-Identifier: GPL-3.0-or-later

/* What the month asks for: days, pauses of one product, and the sessions around now. */

#include "config.h"

#include "fact-text.h"
#include "rules/stp-rule.h"

#define NOW "2027-03-12T12:00:00Z"
#define FACTS                                                                                      \
  "product s kind=serum ingredients=\"Aqua, Retinol\"; application a product=s "                   \
  "at=2027-03-11T20:00:00Z; application b product=s on=2027-03-11 zone=Europe/Berlin; session d "  \
  "state=done start=2027-03-06T20:00:00Z end=2027-03-06T21:00:00Z um=250; session n "              \
  "state=planned "                                                                                 \
  "start=2027-03-20T20:00:00Z um=250; reaction r session=d slot=+24h at=2027-03-07T20:00:00Z "     \
  "redness=1"

static guint
day (const char *text)
{
  guint number;

  g_assert_true (stp_day_parse (text, &number));
  return number;
}

static StpDayView *
find_day (GPtrArray *days, const char *text)
{
  for (guint i = 0; i < days->len; i++)
    {
      StpDayView *view = g_ptr_array_index (days, i);

      if (view->day == day (text))
        return view;
    }
  g_assert_not_reached ();
}

static void
test_days (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (FACTS, fact_text_time (NOW));
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GPtrArray) days = stp_timeline_list_days (timeline, day ("2027-03-01"), 42, berlin);

  g_assert_cmpuint (days->len, ==, 42);
  g_assert_cmpint (find_day (days, "2027-03-05")->d_plus, ==, -1);
  g_assert_cmpint (find_day (days, "2027-03-06")->d_plus, ==, 0);
  g_assert_cmpint (find_day (days, "2027-03-12")->d_plus, ==, 6);
  g_assert_cmpint (find_day (days, "2027-03-19")->d_plus, ==, 13);
  g_assert_cmpint (find_day (days, "2027-03-20")->d_plus, ==, -1);
  g_assert_cmpint (find_day (days, "2027-03-21")->d_plus, ==, -1);
  g_assert_cmpuint (find_day (days, "2027-03-06")->sessions->len, ==, 1);
  g_assert_cmpuint (find_day (days, "2027-03-20")->sessions->len, ==, 1);
  g_assert_cmpuint (find_day (days, "2027-03-11")->n_uses, ==, 2);
  g_assert_cmpuint (find_day (days, "2027-03-07")->n_reactions, ==, 1);
  g_assert_cmpuint (find_day (days, "2027-03-12")->pauses->len, ==, 0);
  g_assert_cmpuint (find_day (days, "2027-03-19")->pauses->len, ==, 1);
}

/* What goes on for days is on each of them, and a bare day is one wherever it was. */
static void
test_events (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (
    "event a kind=sunburn at=2027-03-07T10:00:00Z until=2027-03-09T10:00:00Z; event b kind=wax "
    "on=2027-03-09 zone=America/New_York; event c kind=illness at=2027-03-08T23:30:00Z; "
    "event d kind=sport planned=true at=2027-03-14T22:59:00Z",
    fact_text_time (NOW));
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GPtrArray) days = stp_timeline_list_days (timeline, day ("2027-03-08"), 7, berlin);
  static const guint n_events[] = { 1, 3, 0, 0, 0, 0, 1 };

  for (guint i = 0; i < days->len; i++)
    {
      const StpDayView *view = g_ptr_array_index (days, i);

      g_assert_cmpuint (view->events->len, ==, n_events[i]);
    }
}

/* A day is judged for the usual evening; what is over needs no verdict. */
static void
test_strength (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (FACTS, fact_text_time (NOW));
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GPtrArray) days = stp_timeline_list_days (timeline, day ("2027-03-01"), 42, berlin);

  g_assert_cmpint (find_day (days, "2027-03-07")->strength, ==, STP_ALLOWED);
  g_assert_cmpint (find_day (days, "2027-03-12")->strength, ==, STP_BLOCK);
  g_assert_cmpint (find_day (days, "2027-03-13")->strength, ==, STP_BLOCK);
  g_assert_cmpint (find_day (days, "2027-03-14")->strength, ==, STP_ALLOWED);
  g_assert_cmpint (find_day (days, "2027-03-19")->strength, ==, STP_BLOCK);
  g_assert_cmpint (find_day (days, "2027-03-20")->strength, ==, STP_ALLOWED);
  g_assert_cmpint (find_day (days, "2027-03-21")->strength, ==, STP_BLOCK);
}

/* A day with a plan is judged for that plan: for its device, its length and its skin. */
static void
test_strength_of_plan (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (
    "device stamp kind=stamp name=Stamp; head deep device=stamp needle_um=500; session d "
    "state=done "
    "start=2027-03-06T20:00:00Z um=250; session n state=planned device=stamp "
    "start=2027-03-14T20:00:00Z um=500; session o state=planned device=roller "
    "start=2027-03-16T20:00:00Z um=250 on-areas=neck",
    fact_text_time (NOW));
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GPtrArray) days = stp_timeline_list_days (timeline, day ("2027-03-08"), 14, berlin);

  g_assert_cmpint (find_day (days, "2027-03-13")->strength, ==, STP_BLOCK);
  g_assert_cmpint (find_day (days, "2027-03-14")->strength, ==, STP_BLOCK);
  g_assert_cmpint (find_day (days, "2027-03-16")->strength, ==, STP_ALLOWED);
}

static void
test_summer_time (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (FACTS, fact_text_time (NOW));
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GPtrArray) days = stp_timeline_list_days (timeline, day ("2027-03-01"), 42, berlin);
  StpDayView *view = find_day (days, "2027-03-28");

  g_assert_cmpint (view->to - view->from, ==, 23 * STP_HOUR);
}

static void
test_pauses_of_one (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (FACTS, fact_text_time (NOW));
  g_autofree char *product = fact_text_id ("s");
  g_autoptr (StpPause) none = stp_timeline_dup_pause_at (timeline, product, fact_text_time (NOW));
  g_autoptr (StpPause) held = stp_timeline_dup_pause_at (timeline, product,
                                              fact_text_time ("2027-03-20T22:00:00Z"));

  g_assert_null (none);
  g_assert_cmpstr (stp_rule_get_id (held->rule), ==, "after.retinoid.otc");
  g_assert_cmpint (stp_timeline_get_last_use (timeline, product), ==,
                   fact_text_time ("2027-03-11T22:59:59Z"));
}

static void
test_sessions (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (FACTS, fact_text_time (NOW));
  g_autofree char *done = fact_text_id ("d");
  g_autofree char *next = fact_text_id ("n");
  StpSession *last = stp_timeline_get_last_session (timeline);

  g_assert_cmpstr (stp_record_get_id (last), ==, done);
  g_assert_cmpstr (stp_record_get_id (stp_timeline_get_next_session (timeline)), ==, next);
  g_assert_cmpint (stp_timeline_get_session_end (timeline, last), ==,
                   fact_text_time ("2027-03-06T21:00:00Z"));
}

/* E3: what was prescribed is never told to stop. */
static void
test_prescribed (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (
    "product c kind=cream prescribed=true ingredients=\"Aqua, Tretinoin\"; session n "
    "state=planned start=2027-03-20T20:00:00Z um=250",
    fact_text_time (NOW));
  g_autofree char *product = fact_text_id ("c");
  g_autoptr (
    GPtrArray) pauses = stp_timeline_list_product_pauses (timeline, product, fact_text_time (NOW),
                                                        fact_text_time ("2027-04-20T20:00:00Z"));

  g_assert_cmpuint (pauses->len, ==, 3);
  for (guint i = 0; i < pauses->len; i++)
    {
      StpPause *pause = g_ptr_array_index (pauses, i);

      g_assert_true (
        g_str_has_suffix (pause->text, "Ask whoever prescribed it whether you may pause."));
    }
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_changed (void)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (FACTS, fact_text_time (NOW));
  StpDiary *diary = stp_timeline_get_diary (timeline);
  g_autoptr (StpApplication) draft = stp_record_new (STP_RECORD_APPLICATION);
  g_autofree char *product = fact_text_id ("s");
  guint count = 0;

  g_signal_connect_swapped (timeline, "changed", G_CALLBACK (count_cb), &count);
  draft->product = g_strdup (product);
  draft->at.us = fact_text_time (NOW);
  g_assert_true (stp_diary_put (diary, draft, NULL));
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpint (stp_timeline_get_last_use (timeline, product), ==, draft->at.us);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/month/days", test_days);
  g_test_add_func ("/rules/month/events", test_events);
  g_test_add_func ("/rules/month/strength", test_strength);
  g_test_add_func ("/rules/month/strength-of-plan", test_strength_of_plan);
  g_test_add_func ("/rules/month/summer-time", test_summer_time);
  g_test_add_func ("/rules/month/pauses-of-one", test_pauses_of_one);
  g_test_add_func ("/rules/month/sessions", test_sessions);
  g_test_add_func ("/rules/E3/prescribed", test_prescribed);
  g_test_add_func ("/rules/month/changed", test_changed);
  return g_test_run ();
}
