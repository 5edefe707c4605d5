// SPDX-License-Identifier: GPL-3.0-or-later

/* Moments and spans in words. */

#include "config.h"

#include "fact-text.h"
#include "rules/stp-words.h"

#define NOW "2027-03-10T12:00:00+01:00"

static GTimeZone *
berlin (void)
{
  return g_time_zone_new_identifier ("Europe/Berlin");
}

static void
test_moment (void)
{
  static const char *const cases[][2] = {
    { "2027-03-10T00:00:00+01:00", "today 00:00" },
    { "2027-03-10T23:59:59+01:00", "today 23:59" },
    { "2027-03-09T21:00:00+01:00", "yesterday 21:00" },
    { "2027-03-10T23:30:00Z", "tomorrow 00:30" },
    { "2027-03-13T21:00:00+01:00", "Saturday 21:00" },
    { "2027-03-08T21:00:00+01:00", "Monday 8 March, 21:00" },
    { "2027-03-04T21:00:00+01:00", "Thursday 4 March, 21:00" },
    { "2027-03-16T21:00:00+01:00", "Tuesday 21:00" },
    { "2027-03-17T21:00:00+01:00", "Wednesday 17 March, 21:00" },
    { "2027-03-03T21:00:00+01:00", "Wednesday 3 March, 21:00" },
    { "9999-12-31T23:59:59Z", "Friday 31 December, 01:00" },
  };
  g_autoptr (GTimeZone) zone = berlin ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = stp_words_moment (fact_text_time (cases[i][0]), fact_text_time (NOW),
                                                 zone);

      g_assert_cmpstr (words, ==, cases[i][1]);
    }
}

static void
test_dated_moment (void)
{
  g_autoptr (GTimeZone) zone = berlin ();
  gint64 now = fact_text_time (NOW);
  g_autofree char *dated = stp_words_dated_moment (fact_text_time ("2027-03-13T21:00:00+01:00"),
                                                   now, zone);
  g_autofree char *today = stp_words_dated_moment (now, now, zone);

  g_assert_cmpstr (dated, ==, "Saturday 13 March, 21:00");
  g_assert_cmpstr (today, ==, "today 12:00");
}

/* A hold that ends between 22:00 and 07:00 ends in the morning. */
static void
test_return (void)
{
  static const char *const cases[][2] = {
    { "2027-03-10T21:59:59+01:00", "today 21:59" },
    { "2027-03-10T22:00:00+01:00", "tomorrow morning" },
    { "2027-03-11T06:59:59+01:00", "tomorrow morning" },
    { "2027-03-11T07:00:00+01:00", "tomorrow 07:00" },
    { "2027-03-10T03:00:00+01:00", "this morning" },
    { "2027-03-13T03:00:00+01:00", "Saturday morning" },
    { "2027-03-12T23:00:00+01:00", "Saturday morning" },
    { "2027-03-31T23:00:00+02:00", "the morning of Thursday 1 April" },
  };
  g_autoptr (GTimeZone) zone = berlin ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = stp_words_return (fact_text_time (cases[i][0]), fact_text_time (NOW),
                                                 zone);

      g_assert_cmpstr (words, ==, cases[i][1]);
    }
}

static void
test_duration (void)
{
  static const struct
  {
    int hours;
    const char *words;
  } cases[] = { { 1, "1 hour" },   { 48, "48 hours" }, { 72, "3 days" },     { 73, "73 hours" },
                { 168, "7 days" }, { 24, "24 hours" }, { 730, "730 hours" }, { 4380, "6 months" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = stp_words_duration (cases[i].hours * STP_HOUR);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* What time does not lift has no end; its span must not run over. */
/* A rule may speak of several kinds at once, and of an antibiotic as of an illness. */
static void
test_event (void)
{
  static const struct
  {
    StpEventKind kind;
    StpEventDetail detail;
    const char *name, *words;
  } cases[] = {
    { STP_EVENT_MEDICATION, STP_DETAIL_ANTIBIOTIC, NULL, "antibiotic" },
    { STP_EVENT_MEDICATION, STP_DETAIL_ISOTRETINOIN, NULL, "isotretinoin" },
    { STP_EVENT_MEDICATION, STP_DETAIL_OTHER, NULL, "medicine" },
    { STP_EVENT_MEDICATION, 0, NULL, "medicine" },
    { STP_EVENT_FLARE, STP_DETAIL_ECZEMA, NULL, "eczema" },
    { STP_EVENT_FLARE, 0, NULL, "skin flare" },
    { STP_EVENT_LASER_ABLATIVE, 0, NULL, "ablative laser" },
    { STP_EVENT_PREGNANCY, 0, NULL, "pregnancy" },
    { STP_EVENT_SAUNA, 0, NULL, "sauna" },
    { STP_EVENT_SAUNA, 0, "Steam with Ana", "Steam with Ana" },
    { STP_EVENT_OTHER, 0, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StpEvent) event = stp_record_new (STP_RECORD_EVENT);
      g_autofree char *words = NULL;

      event->kind = cases[i].kind;
      event->detail = cases[i].detail;
      event->name = g_strdup (cases[i].name);
      words = stp_words_event (event);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_endless_duration (void)
{
  g_autofree char *words = stp_words_duration (G_MAXINT64);

  g_assert_cmpstr (words, ==, "2147483647 hours");
}

static void
assert_reason (const char *facts, const char *question, const char *rule, const char *expected)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (facts, fact_text_time (NOW));
  g_auto (GStrv) tokens = fact_text_split (question);
  StpQuestion asked = fact_text_read_question (tokens);
  g_autoptr (StpVerdict) verdict = stp_timeline_judge (timeline, &asked);

  g_assert_cmpstr (stp_reason_get_text (fact_text_find_reason (verdict, rule)), ==, expected);
  fact_text_clear_question (&asked);
}

/* E11: what a rule only asks for is not said as if it forbade. */
static void
test_session (void)
{
#define DONE                                                                                       \
  "session d state=done device=roller start=2027-03-10T06:00:00Z end=2027-03-10T07:00:00Z um=250"
  assert_reason (DONE, "start=2027-03-10T20:00:00Z now=2027-03-10T11:00:00Z", "interval.hard",
                 "Not before Saturday 07:00. The same skin was needled today 06:00; 3 days must "
                 "pass.");
  assert_reason (DONE "; device lamp kind=led-red name=Lamp",
                 "start=2027-03-10T20:00:00Z now=2027-03-10T11:00:00Z device=lamp", "led.red.after",
                 "Better not before tomorrow 07:00. Logged for today 06:00: needling; 24 hours "
                 "should pass.");
#undef DONE
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/words/moment", test_moment);
  g_test_add_func ("/rules/words/event", test_event);
  g_test_add_func ("/rules/words/dated-moment", test_dated_moment);
  g_test_add_func ("/rules/words/return", test_return);
  g_test_add_func ("/rules/words/duration", test_duration);
  g_test_add_func ("/rules/words/duration-endless", test_endless_duration);
  g_test_add_func ("/rules/words/session", test_session);

  return g_test_run ();
}
