// SPDX-License-Identifier: GPL-3.0-or-later

/* The shelf on one evening, the last evening before a pause, what a use would move, how long
 * something is good. */

#include "config.h"

#include <string.h>

#include "fact-text.h"
#include "rules/stp-shelf-life.h"
#include "rules/stp-stretch.h"
#include "rules/stp-tonight.h"
#include "rules/stp-what-if.h"

/* A Friday. */
#define NOW "2027-03-12T12:00:00Z"
#define ROUTINE "routine='{\"when\":[\"evening\"],\"days\":[1,2,3,4,5,6,7]}'"
#define SERUM "product s name=Serum kind=serum ingredients=\"Aqua, Retinol\" " ROUTINE
#define CREAM "; product c name=Cream kind=cream ingredients=\"Aqua, Glycerin\" " ROUTINE
#define PERFUMED "product s name=Mist kind=toner ingredients=\"Aqua, Parfum\" " ROUTINE
#define SESSION "; session n state=planned start=2027-03-14T21:00:00Z um=250"
#define DONE "; session d state=done start=2027-03-11T20:00:00Z end=2027-03-11T21:00:00Z um=250"
#define PREGNANT(answer)                                                                           \
  "; profile "                                                                                     \
  "answers='{\"q.preg\":{\"modified\":\"2027-01-01T00:00:00.000000Z\",\"answer\":\"" answer        \
  "\"}}'"

static StpTimeline *
load (const char *facts)
{
  return fact_text_load (facts, fact_text_time (NOW));
}

/* The names of @items, as "Cream Serum". */
static char *
name (GPtrArray *items)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const StpTonightItem *item = items->pdata[i];

      g_string_append_printf (names, "%s%s", i ? " " : "", item->product->name);
    }
  return g_string_free_and_steal (names);
}

static void
assert_tonight (const char *facts, const char *use, const char *leave, const char *back)
{
  g_autoptr (StpTimeline) timeline = load (facts);
  g_autoptr (StpTonight) tonight = stp_tonight_new (timeline, stp_tonight_get_day (timeline));
  g_autofree char *used = name (tonight->use);
  g_autofree char *left = name (tonight->leave);
  g_autofree char *returning = name (tonight->back);

  g_assert_cmpstr (used, ==, use);
  g_assert_cmpstr (left, ==, leave);
  g_assert_cmpstr (returning, ==, back);
}

static void
test_tonight (void)
{
  assert_tonight (SERUM CREAM, "Cream Serum", "", "");
  /* 48 hours before Sunday 21:00 is Friday 21:00: off from then on. */
  assert_tonight (SERUM CREAM SESSION, "Cream", "Serum", "");
  /* The end of a hold that is near. */
  assert_tonight (
    "product s name=Serum kind=serum ingredients=\"Aqua, Ascorbyl Glucoside\" " ROUTINE
    "; session d state=done start=2027-03-12T09:00:00Z "
    "end=2027-03-12T10:00:00Z um=250",
    "", "Serum", "Serum");
  assert_tonight ("product s name=Serum kind=serum archived=true ingredients=\"Aqua\" " ROUTINE, "",
                  "", "");
}

/* E3: what is prescribed is never told to stop. */
/* E3: in pregnancy a retinoid is never offered, nor said to be back. */
static void
test_tonight_pregnant (void)
{
  assert_tonight (SERUM CREAM PREGNANT ("yes"), "Cream", "", "");
  assert_tonight (SERUM CREAM PREGNANT ("trying"), "Cream", "", "");
  assert_tonight (SERUM CREAM PREGNANT ("no"), "Cream Serum", "", "");
  assert_tonight (SERUM CREAM DONE, "Cream", "Serum", "Serum");
  assert_tonight (SERUM CREAM DONE PREGNANT ("yes"), "Cream", "Serum", "");
  assert_tonight (SERUM CREAM "; event e kind=pregnancy at=2027-01-01T20:00:00Z", "Cream", "", "");
  assert_tonight (SERUM CREAM
                  "; event e kind=pregnancy at=2027-01-01T20:00:00Z until=2027-03-01T20:00:00Z",
                  "Cream Serum", "", "");
}

static void
test_tonight_prescribed (void)
{
  assert_tonight (SERUM " prescribed=true" SESSION, "Serum", "", "");
}

static gboolean
is_due (const char *routine, const char *day)
{
  g_autofree char *facts = g_strdup_printf ("product s kind=serum routine='%s'", routine);
  g_autoptr (StpTimeline) timeline = load (facts);
  g_autofree char *id = fact_text_id ("s");
  StpProduct *product = stp_diary_lookup (stp_timeline_get_diary (timeline), STP_RECORD_PRODUCT,
                                          id);
  guint number = 0;

  g_assert_true (stp_day_parse (day, &number));
  return stp_routine_is_due (product->routine, STP_DAY_PART_EVENING, number);
}

static void
test_due (void)
{
  g_assert_false (stp_routine_is_due (NULL, STP_DAY_PART_EVENING, 738000));
  g_assert_true (is_due ("{\"when\":[\"evening\"],\"days\":[5]}", "2027-03-12"));
  g_assert_false (is_due ("{\"when\":[\"evening\"],\"days\":[5]}", "2027-03-13"));
  g_assert_false (is_due ("{\"when\":[\"morning\"],\"days\":[5]}", "2027-03-12"));
  g_assert_true (
    is_due ("{\"when\":[\"evening\"],\"every\":3,\"from\":\"2027-03-09\"}", "2027-03-12"));
  g_assert_false (
    is_due ("{\"when\":[\"evening\"],\"every\":3,\"from\":\"2027-03-10\"}", "2027-03-12"));
  g_assert_false (
    is_due ("{\"when\":[\"evening\"],\"every\":3,\"from\":\"2027-03-15\"}", "2027-03-12"));
  g_assert_false (is_due ("{\"when\":[\"evening\"],\"except\":[\"2027-03-12\"]}", "2027-03-12"));
  g_assert_false (is_due ("{\"when\":[\"evening\"],\"since\":\"2027-03-13\"}", "2027-03-12"));
  g_assert_false (is_due ("{\"when\":[\"evening\"],\"until\":\"2027-03-11\"}", "2027-03-12"));
  g_assert_true (is_due ("{\"when\":[\"evening\"],\"until\":\"2027-03-12\"}", "2027-03-12"));
}

static guint
count_to_log (const char *facts)
{
  g_autoptr (StpTimeline) timeline = load (facts);
  g_autoptr (StpTonight) tonight = stp_tonight_new (timeline, stp_tonight_get_day (timeline));
  g_autoptr (GPtrArray) products = stp_tonight_list_to_log (tonight);

  return products->len;
}

/* What is logged for an evening is not logged twice; what is paused is left out. */
static void
test_to_log (void)
{
  g_assert_cmpuint (count_to_log (SERUM CREAM), ==, 2);
  g_assert_cmpuint (count_to_log (SERUM CREAM SESSION), ==, 1);
  g_assert_cmpuint (count_to_log (SERUM CREAM "; application a product=c at=2027-03-12T12:00:00Z"),
                    ==, 1);
  g_assert_cmpuint (count_to_log (SERUM CREAM "; application a product=c on=2027-03-12 zone=UTC"),
                    ==, 1);
  g_assert_cmpuint (count_to_log (SERUM CREAM "; application a product=c at=2027-03-12T07:00:00Z"),
                    ==, 2);
}

static void
assert_log_time (const char *now, guint days_ago, const char *expected)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (SERUM, fact_text_time (now));
  g_autoptr (
    StpTonight) tonight = stp_tonight_new (timeline, stp_tonight_get_day (timeline) - days_ago);
  const gint64 at = stp_tonight_get_log_time (tonight, timeline);
  g_autofree char *text = at == STP_TIME_UNSET ? g_strdup ("-") : stp_time_format_utc (at);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_log_time (void)
{
  assert_log_time ("2027-03-12T11:59:59Z", 0, "-");
  assert_log_time ("2027-03-12T22:30:00Z", 0, "2027-03-12T22:30:00Z");
  assert_log_time ("2027-03-13T02:00:00Z", 0, "2027-03-13T02:00:00Z");
  assert_log_time ("2027-03-13T02:00:00Z", 1, "2027-03-11T21:00:00Z");
  assert_log_time ("2027-03-13T08:00:00Z", 1, "2027-03-12T21:00:00Z");
}

static void
assert_last_evening (const char *facts, const char *expected)
{
  g_autoptr (StpTimeline) timeline = load (facts);
  g_autofree char *id = fact_text_id ("s");
  const gint64 at = stp_tonight_find_last_evening (timeline, id);
  g_autofree char *text = at == STP_TIME_UNSET ? g_strdup ("-") : stp_time_format_utc (at);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_last_evening (void)
{
  assert_last_evening (SERUM, "-");
  assert_last_evening (SERUM SESSION PREGNANT ("yes"), "-");
  assert_last_evening (SERUM "; session n state=planned start=2027-03-16T21:00:00Z um=250",
                       "2027-03-13T21:00:00Z");
  assert_last_evening (SERUM "; session n state=planned start=2027-03-16T22:00:00Z um=250",
                       "2027-03-14T21:00:00Z");
  assert_last_evening (SERUM SESSION, "-");
  /* Paused only afterwards: the evening of the session itself is none. */
  assert_last_evening (PERFUMED "; session n state=planned start=2027-03-16T21:00:00Z um=250",
                       "2027-03-15T21:00:00Z");
  assert_last_evening (
    SERUM " prescribed=true; session n state=planned start=2027-03-16T21:00:00Z um=250", "-");
}

static StpWhatIf *
ask (StpTimeline *timeline, const char *at)
{
  g_autofree char *id = fact_text_id ("s");

  return stp_what_if_used (timeline, id, fact_text_time (at));
}

static void
test_what_if_moves (void)
{
  g_autoptr (StpTimeline) timeline = load (SERUM "; session n state=planned "
                                      "start=2027-03-14T20:00:00Z um=250");
  g_autoptr (StpWhatIf) tonight = ask (timeline, "2027-03-12T21:00:00Z");
  g_autoptr (StpWhatIf) now = ask (timeline, NOW);

  g_assert_true (tonight->moves);
  g_assert_cmpint (tonight->earliest, ==, fact_text_time ("2027-03-14T21:00:00Z"));
  g_assert_cmpuint (tonight->lines->len, ==, 4);
  g_assert_cmpstr (tonight->lines->pdata[1], ==, "The session Sunday 20:00 would have to move.");
  g_assert_cmpstr (tonight->lines->pdata[2], ==, "The earliest start would be Sunday 21:00.");

  g_assert_false (now->moves);
  g_assert_cmpstr (now->lines->pdata[0], ==, "Nothing would move.");
}

static void
test_what_if_without_plan (void)
{
  g_autoptr (StpTimeline) timeline = load (SERUM CREAM);
  g_autofree char *cream = fact_text_id ("c");
  g_autoptr (StpWhatIf) retinol = ask (timeline, "2027-03-12T21:00:00Z");
  g_autoptr (
    StpWhatIf) plain = stp_what_if_used (timeline, cream, fact_text_time ("2027-03-12T21:00:00Z"));

  g_assert_null (retinol->session);
  g_assert_true (retinol->moves);
  g_assert_cmpint (retinol->earliest, ==, fact_text_time ("2027-03-14T21:00:00Z"));
  g_assert_false (plain->moves);
}

/* E2: a clinic's date is never refused; what would come later is the next session at home. */
static void
test_what_if_clinic (void)
{
  g_autoptr (StpTimeline) timeline = load (
    SERUM "; session n state=planned place=clinic start=2027-03-13T20:00:00Z");
  g_autoptr (StpWhatIf) tonight = ask (timeline, "2027-03-12T21:00:00Z");

  g_assert_null (tonight->session);
  for (guint i = 0; i < tonight->lines->len; i++)
    g_assert_null (strstr (tonight->lines->pdata[i], "would have to move"));
}

static void
fail_cb (gpointer data)
{
  g_assert_not_reached ();
}

/* It saves nothing, tells nobody and leaves no trace in later answers. */
static void
test_what_if_saves_nothing (void)
{
  g_autoptr (StpTimeline) timeline = load (SERUM SESSION);
  g_autofree char *id = fact_text_id ("s");
  StpDiary *diary = stp_timeline_get_diary (timeline);
  g_autoptr (StpWhatIf) first = NULL;
  gboolean can_undo = TRUE;

  g_signal_connect (timeline, "changed", G_CALLBACK (fail_cb), NULL);
  first = ask (timeline, "2027-03-13T21:00:00Z");
  g_assert_true (first->moves);

  g_assert_cmpuint (stp_diary_get_n_records (diary, STP_RECORD_APPLICATION), ==, 0);
  g_assert_cmpint (stp_timeline_get_last_use (timeline, id), ==, STP_TIME_UNSET);
  g_object_get (diary, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
}

static void
assert_life (const char *members, const char *expected)
{
  g_autofree char *facts = g_strdup_printf ("product s kind=serum %s", members);
  g_autoptr (StpTimeline) timeline = load (facts);
  g_autofree char *id = fact_text_id ("s");
  StpProduct *product = stp_diary_lookup (stp_timeline_get_diary (timeline), STP_RECORD_PRODUCT,
                                          id);
  guint today = 0;
  g_autofree char *text = NULL;

  g_assert_true (stp_day_parse ("2027-03-12", &today));
  text = stp_shelf_life_dup_text (product, today);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_shelf_life (void)
{
  assert_life ("", NULL);
  assert_life ("opened=2027-01-03", NULL);
  assert_life ("expires=2027-03-13", "expires tomorrow");
  assert_life ("expires=2027-03-12", "expires today");
  assert_life ("expires=2027-03-11", "expired on 11 March 2027");
  assert_life ("expires=2027-04-11", "expires on 11 April");
  assert_life ("opened=2027-01-03 pao_months=6", "good until 3 July 2027");
  assert_life ("opened=2026-09-13 pao_months=6", "expires tomorrow");
  assert_life ("opened=2026-08-31 pao_months=6", "expired on 28 February 2027");
  assert_life ("opened=2027-01-03 pao_months=6 expires=2027-03-13", "expires tomorrow");
}

/* The whole shelf at once says what each product says by itself. */
static void
test_stretches (void)
{
  g_autoptr (StpTimeline) timeline = load (SERUM CREAM SESSION);
  const gint64 from = fact_text_time (NOW);
  g_autofree char *serum = fact_text_id ("s");
  g_autofree char *cream = fact_text_id ("c");
  g_autoptr (GHashTable) all = stp_stretch_list_all (timeline, from, from + 30 * STP_DAY_LENGTH);
  g_autoptr (GPtrArray) own = stp_stretch_list (timeline, serum, from, from + 30 * STP_DAY_LENGTH);
  GPtrArray *same = g_hash_table_lookup (all, serum);

  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpuint (same->len, ==, 1);
  g_assert_cmpint (((StpStretch *) own->pdata[0])->from, ==,
                   fact_text_time ("2027-03-12T21:00:00Z"));
  g_assert_cmpint (((StpStretch *) own->pdata[0])->to, ==, ((StpStretch *) same->pdata[0])->to);
  g_assert_null (g_hash_table_lookup (all, cream));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules-shelf/tonight", test_tonight);
  g_test_add_func ("/rules-shelf/tonight-pregnant", test_tonight_pregnant);
  g_test_add_func ("/rules-shelf/tonight-prescribed", test_tonight_prescribed);
  g_test_add_func ("/rules-shelf/due", test_due);
  g_test_add_func ("/rules-shelf/to-log", test_to_log);
  g_test_add_func ("/rules-shelf/log-time", test_log_time);
  g_test_add_func ("/rules-shelf/last-evening", test_last_evening);
  g_test_add_func ("/rules-shelf/what-if-moves", test_what_if_moves);
  g_test_add_func ("/rules-shelf/what-if-without-plan", test_what_if_without_plan);
  g_test_add_func ("/rules-shelf/what-if-clinic", test_what_if_clinic);
  g_test_add_func ("/rules-shelf/what-if-saves-nothing", test_what_if_saves_nothing);
  g_test_add_func ("/rules-shelf/shelf-life", test_shelf_life);
  g_test_add_func ("/rules-shelf/stretches", test_stretches);

  return g_test_run ();
}
