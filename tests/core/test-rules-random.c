// SPDX-License-Identifier: GPL-3.0-or-later

/* Random diaries, and random edits of them, against a reference that is slow and obvious. */

#include "config.h"

#include <string.h>

#include "diary/stp-diary-private.h"
#include "fact-text.h"
#include "naive-timeline.h"
#include "rules/stp-rule.h"

/* 2027-03-01, and some weeks around it; hours, so that edges meet. */
#define EPOCH G_GINT64_CONSTANT (1803859200000000)
#define SPAN_HOURS 1200
#define N_DIARIES 300
#define N_EDITS 12

static const char *const products[] = {
  "kind=serum ingredients=\"Aqua, Retinol\"",
  "kind=cream ingredients=\"Aqua, Tretinoin\"",
  "kind=toner ingredients=\"Aqua, Glycolic Acid, Glycerin\"",
  "kind=peel ingredients=\"Aqua, Glycerin\" areas='[\"chin\",\"neck\"]'",
  "kind=cream ingredients=\"Aqua, Glycerin, Parfum\"",
  "kind=serum",
  "kind=serum card_checked=true",
  "kind=cream ingredients=\"Aqua, Benzoyl Peroxide\" archived=true",
};
/* A doctor has named the length, so that no question is about it. */
#define CLEARED                                                                                    \
  " clearances='{\"level.length\":{\"modified\":\"2027-01-01T00:00:00.000000Z\",\"on\":\"2027-01-" \
  "01\",\"max_um\":500}}'"

/* The id of the roller that every diary of the tests has. */
#define ROLLER "00000000-0000-4000-8000-726f6c6c6572"

static const char *const profiles[] = {
  "preset=careful" CLEARED,
  "preset=essential slow_healer=true" CLEARED,
  "preset=strict born=1950" CLEARED,
  "rules='{\"prep.retinoid.otc\":{\"modified\":\"2027-01-01T00:00:00.000000Z\",\"hours\":72}}"
  "'" CLEARED,
};
static const char *const states[] = {
  "planned", "in-progress", "done", "done", "done", "cancelled"
};
static const char *const events[] = {
  "wax",
  "shave",
  "shave detail=nicked",
  "sun",
  "sunburn",
  "flare",
  "flare detail=rash",
  "acne detail=few",
  "acne detail=cystic",
  "cold-sore",
  "peel-salon",
  "alcohol",
  "illness",
  "sauna",
  "self-tan",
};
static const char *const areas[] = { "face", "chin", "neck", "jaw,neck" };
static const int lengths[] = { 200, 300, 500, 1000, 1500 };

static gint64
random_moment (void)
{
  gint64 nudge = g_test_rand_int_range (-1, 2);

  return EPOCH + g_test_rand_int_range (0, SPAN_HOURS) * STP_HOUR + nudge;
}

static char *
random_time (void)
{
  return stp_instant_format ((StpInstant) { .us = random_moment () });
}

static const char *
pick (const char *const *list, int n)
{
  return list[g_test_rand_int_range (0, n)];
}

/* Mostly a time, sometimes a day with or without a zone, sometimes neither. */
static char *
random_when (void)
{
  g_autofree char *at = random_time ();

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return g_strdup_printf ("on=%.10s zone=Asia/Seoul", at);
    case 1:
      return g_strdup_printf ("on=%.10s", at);
    case 2:
      return g_strdup ("");
    default:
      return g_strdup_printf ("at=%s", at);
    }
}

static void
append_uses (GString *facts)
{
  int n = g_test_rand_int_range (0, 12);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *when = random_when ();
      g_autofree char *withdrawn = random_time ();
      int product = g_test_rand_int_range (0, G_N_ELEMENTS (products) + 1);

      g_string_append_printf (facts, "; application u%d product=p%d %s", i, product, when);
      if (g_test_rand_int_range (0, 10) == 0)
        g_string_append_printf (facts, " withdrawn=%s", withdrawn);
      if (g_test_rand_int_range (0, 4) == 0)
        g_string_append_printf (facts, "; denial d%d product=p%d since=%s at=%s", i, product,
                                withdrawn, withdrawn);
    }
}

static void
append_sessions (GString *facts)
{
  int n = g_test_rand_int_range (0, 5);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *start = random_time ();
      int um = lengths[g_test_rand_int_range (0, G_N_ELEMENTS (lengths))];

      g_string_append_printf (facts, "; session s%d state=%s start=%s um=%d on-areas=%s%s%s", i,
                              pick (states, G_N_ELEMENTS (states)), start, um,
                              pick (areas, G_N_ELEMENTS (areas)),
                              g_test_rand_int_range (0, 6) ? "" : " purpose=patch",
                              g_test_rand_int_range (0, 6) ? "" : " hidden=true");
      if (g_test_rand_int_range (0, 3) == 0)
        g_string_append_printf (facts, "; step t%d session=s%d step=%s at=%s", i, i,
                                g_test_rand_int_range (0, 2) ? "wash" : "needle", start);
    }
}

static void
append_events (GString *facts)
{
  int n = g_test_rand_int_range (0, 5);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *when = random_when ();
      g_autofree char *until = random_time ();

      g_string_append_printf (facts, "; event e%d kind=%s %s", i,
                              pick (events, G_N_ELEMENTS (events)), when);
      if (g_test_rand_int_range (0, 2))
        g_string_append_printf (facts, " until=%s", until);
      if (g_test_rand_int_range (0, 3) == 0)
        g_string_append (facts, " planned=true");
      if (g_test_rand_int_range (0, 2))
        g_string_append_printf (facts, " areas='[\"%s\"]'",
                                g_test_rand_int_range (0, 2) ? "chin" : "neck");
    }
}

static StpTimeline *
random_timeline (gint64 now)
{
  g_autoptr (GString) facts = g_string_new ("profile ");

  g_string_append (facts, pick (profiles, G_N_ELEMENTS (profiles)));
  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    g_string_append_printf (facts, "; product p%u %s", i, products[i]);
  append_uses (facts);
  append_sessions (facts);
  append_events (facts);
  g_test_message ("%s", facts->str);
  return fact_text_load (facts->str, now);
}

static StpQuestion
random_question (void)
{
  StpQuestion question = { .start = random_moment (), .device = ROLLER };

  question.now = g_test_rand_int_range (0, 2) ? question.start : random_moment ();
  question.needle_um = lengths[g_test_rand_int_range (0, 3)];
  question.areas = STP_BIT (g_test_rand_int_range (0, 2) ? STP_AREA_FACE : STP_AREA_NECK);
  return question;
}

static char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
describe_verdict (StpVerdict *verdict)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < verdict->reasons->len; i++)
    {
      StpReason *reason = g_ptr_array_index (verdict->reasons, i);

      g_ptr_array_add (lines, g_strdup_printf ("%s %s %d %" G_GINT64_FORMAT,
                                               stp_rule_get_id (reason->rule), reason->subject,
                                               reason->strength, reason->until));
    }
  return join_sorted (lines);
}

static char *
describe_pauses (GPtrArray *pauses)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pauses->len; i++)
    {
      StpPause *pause = g_ptr_array_index (pauses, i);

      g_ptr_array_add (lines, g_strdup_printf ("%s %s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                               pause->product, stp_rule_get_id (pause->rule),
                                               pause->session, pause->from, pause->to));
    }
  return join_sorted (lines);
}

static void
compare_with_naive (StpTimeline *timeline, const StpQuestion *question)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  gint64 from = question->start - 100 * STP_HOUR, to = question->start + 100 * STP_HOUR;
  gint64 now = stp_clock_get_now (stp_diary_get_clock (diary));
  g_autoptr (StpVerdict) verdict = stp_timeline_judge (timeline, question);
  g_autoptr (GPtrArray) pauses = stp_timeline_list_pauses (timeline, from, to);
  g_autofree char *got = describe_verdict (verdict);
  g_autofree char *wanted = naive_describe_verdict (diary, question);
  g_autofree char *got_pauses = describe_pauses (pauses);
  g_autofree char *wanted_pauses = naive_describe_pauses (diary, from, to, now);

  g_assert_cmpstr (got, ==, wanted);
  g_assert_cmpint (verdict->earliest, ==, naive_find_earliest (diary, question));
  g_assert_cmpstr (got_pauses, ==, wanted_pauses);
}

static void
test_diaries (void)
{
  int n = g_test_slow () ? N_DIARIES * 300 : N_DIARIES;

  for (int i = 0; i < n; i++)
    {
      StpQuestion question = random_question ();
      g_autoptr (StpTimeline) timeline = random_timeline (question.now);

      compare_with_naive (timeline, &question);
    }
}

static gpointer
random_record (StpDiary *diary, StpRecordType type)
{
  guint n = stp_diary_get_n_records (diary, type);

  return n ? stp_diary_peek_record (diary, type, (guint) g_test_rand_int_range (0, (int) n)) : NULL;
}

static void
edit_use (StpDiary *diary)
{
  StpApplication *use = random_record (diary, STP_RECORD_APPLICATION);
  g_autoptr (StpApplication) draft = NULL;

  if (!use || g_test_rand_int_range (0, 3) == 0)
    {
      draft = stp_record_new (STP_RECORD_APPLICATION);
      draft->product = g_strdup (stp_record_get_id (random_record (diary, STP_RECORD_PRODUCT)));
      draft->at.us = random_moment ();
      stp_diary_put (diary, draft, NULL);
    }
  else if (g_test_rand_int_range (0, 2))
    stp_diary_delete (diary, use, NULL);
  else
    {
      draft = stp_record_copy (use);
      draft->at.us = g_test_rand_int_range (0, 4) ? random_moment () : STP_TIME_UNSET;
      stp_diary_put (diary, draft, NULL);
    }
}

static void
edit_session (StpDiary *diary)
{
  StpSession *session = random_record (diary, STP_RECORD_SESSION);
  g_autoptr (StpSession) draft = NULL;

  if (!session)
    return;
  draft = stp_record_copy (session);
  draft->state = g_test_rand_int_range (STP_SESSION_PLANNED, STP_SESSION_CANCELLED + 1);
  draft->start.us = random_moment ();
  stp_diary_put_guarded (diary, draft, STP_EDIT_UNDOABLE, NULL);
}

static void
edit_product (StpDiary *diary)
{
  g_autoptr (StpProduct) draft = stp_record_copy (random_record (diary, STP_RECORD_PRODUCT));

  draft->areas = g_test_rand_int_range (0, 2) ? STP_BIT (STP_AREA_NECK) : 0;
  g_free (draft->ingredients);
  draft->ingredients = g_strdup (g_test_rand_int_range (0, 2) ? "Aqua, Retinol" : "Aqua, Glycerin");
  stp_diary_put (diary, draft, NULL);
}

static void
edit_event (StpDiary *diary)
{
  StpEvent *event = random_record (diary, STP_RECORD_EVENT);
  g_autoptr (StpEvent) draft = NULL;

  if (!event)
    return;
  draft = stp_record_copy (event);
  draft->until.us = g_test_rand_int_range (0, 2) ? random_moment () : STP_TIME_UNSET;
  draft->areas = g_test_rand_int_range (0, 2) ? STP_BIT (STP_AREA_JAW) : 0;
  stp_diary_put (diary, draft, NULL);
}

static void
edit_step (StpDiary *diary)
{
  StpSession *session = random_record (diary, STP_RECORD_SESSION);
  g_autoptr (StpStep) draft = NULL;

  if (!session)
    return;
  draft = stp_record_new (STP_RECORD_STEP);
  draft->session = g_strdup (stp_record_get_id (session));
  draft->step = STP_STEP_NEEDLE;
  draft->at.us = session->start.us;
  stp_diary_put_guarded (diary, draft, STP_EDIT_PERMANENT, NULL);
}

static void
edit (StpDiary *diary)
{
  void (*const edits[]) (StpDiary *) = { edit_use,     edit_use,   edit_session,
                                         edit_product, edit_event, edit_step };

  if (g_test_rand_int_range (0, 6) == 0)
    stp_diary_undo (diary, NULL);
  else
    edits[g_test_rand_int_range (0, G_N_ELEMENTS (edits))](diary);
}

/* A timeline that followed the edits says what one that begins afresh says. */
static void
test_edits (void)
{
  int n = g_test_slow () ? N_DIARIES * 30 : N_DIARIES / 3;

  for (int i = 0; i < n; i++)
    {
      StpQuestion question = random_question ();
      g_autoptr (StpTimeline) timeline = random_timeline (question.now);

      for (int j = 0; j < N_EDITS; j++)
        {
          edit (stp_timeline_get_diary (timeline));
          compare_with_naive (timeline, &question);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/random/diaries", test_diaries);
  g_test_add_func ("/rules/random/edits", test_edits);
  return g_test_run ();
}
