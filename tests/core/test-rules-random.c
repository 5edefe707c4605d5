// SPDX-License-Identifier: GPL-3.0-or-later

/* Random diaries, and random edits of them, against a reference that is slow and obvious. */

#include "config.h"

#include <string.h>

#include "naive-timeline.h"
#include "random-diary.h"
#include "rules/stp-rule.h"

#define N_DIARIES 300
#define N_EDITS 12

/* The phases whose rules have spoken so far. */
static guint phases_met;

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

      phases_met |= STP_BIT (reason->rule->phase);
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

      g_ptr_array_add (lines,
                       g_strdup_printf ("%s %s %s %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                        pause->product, stp_rule_get_id (pause->rule),
                                        pause->session, pause->strength, pause->from, pause->to));
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
      StpQuestion question = random_diary_ask ();
      g_autoptr (StpTimeline) timeline = random_diary_new (question.now);

      compare_with_naive (timeline, &question);
    }
  /* What agrees by saying nothing proves nothing. */
  g_assert_cmpuint (phases_met, ==,
                    STP_BIT (STP_RULE_BEFORE) | STP_BIT (STP_RULE_AFTER) |
                      STP_BIT (STP_RULE_INTERVAL) | STP_BIT (STP_RULE_LAMP) |
                      STP_BIT (STP_RULE_DEVICE) | STP_BIT (STP_RULE_ANSWER) |
                      STP_BIT (STP_RULE_REACTION));
}

/* A timeline that followed the edits says what one that begins afresh says. */
static void
test_edits (void)
{
  int n = g_test_slow () ? N_DIARIES * 30 : N_DIARIES / 3;

  for (int i = 0; i < n; i++)
    {
      StpQuestion question = random_diary_ask ();
      g_autoptr (StpTimeline) timeline = random_diary_new (question.now);

      for (int j = 0; j < N_EDITS; j++)
        {
          random_diary_edit (stp_timeline_get_diary (timeline));
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
