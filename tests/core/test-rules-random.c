// SPDX-License-Identifier: GPL-3.0-or-later

/* Random diaries, and random edits of them, against a reference that is slow and obvious. */

#include "config.h"

#include <string.h>

#include "naive-timeline.h"
#include "random-diary.h"
#include "rules/stp-rule.h"

#define N_DIARIES 300
#define MOST_DRAWS 20
#define ALL_PHASES                                                                                 \
  (STP_BIT (STP_RULE_BEFORE) | STP_BIT (STP_RULE_AFTER) | STP_BIT (STP_RULE_INTERVAL) |            \
   STP_BIT (STP_RULE_LAMP) | STP_BIT (STP_RULE_DEVICE) | STP_BIT (STP_RULE_ANSWER) |               \
   STP_BIT (STP_RULE_REACTION))
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

  /* A few hundred may all miss a rare phase: then more are drawn, until each was met or hope is
   * gone. */
  for (int i = 0; i < n || (phases_met != ALL_PHASES && i < MOST_DRAWS * n); i++)
    {
      StpQuestion question = random_diary_ask ();
      g_autoptr (StpTimeline) timeline = random_diary_new (question.now);

      compare_with_naive (timeline, &question);
    }
  /* What agrees by saying nothing proves nothing. */
  g_assert_cmpuint (phases_met, ==, ALL_PHASES);
}

/* What a timeline said of some start and of each product, to be held against what it says later. */
typedef struct
{
  StpQuestion question;
  char *verdict;
  GHashTable *pauses; /* product id to what is said of it */
} Witness;

static char *
describe_product (StpTimeline *timeline, const char *id)
{
  g_autoptr (GPtrArray) pauses = stp_timeline_list_product_pauses (timeline, id, 0, G_MAXINT64);

  return describe_pauses (pauses);
}

static char *
describe_start (StpTimeline *timeline, const StpQuestion *question)
{
  g_autoptr (StpVerdict) verdict = stp_timeline_judge (timeline, question);

  return describe_verdict (verdict);
}

static Witness *
witness_new (StpTimeline *timeline, gint64 now)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  Witness *self = g_new0 (Witness, 1);

  self->question = random_diary_ask ();
  self->question.now = now;
  self->verdict = describe_start (timeline, &self->question);
  self->pauses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_PRODUCT); i++)
    {
      const char *id = stp_record_get_id (stp_diary_peek_record (diary, STP_RECORD_PRODUCT, i));

      g_hash_table_insert (self->pauses, g_strdup (id), describe_product (timeline, id));
    }
  return self;
}

static void
witness_free (Witness *self)
{
  g_free (self->verdict);
  g_hash_table_unref (self->pauses);
  g_free (self);
}

static guint n_untouched;

/* What the signal did not name says what it said before. */
static void
assert_untouched_cb (StpTimeline *timeline, const StpTouched *touched, Witness *witness)
{
  gint64 start = witness->question.start;
  g_autofree char *verdict = describe_start (timeline, &witness->question);
  GHashTableIter iter;
  gpointer id, said;

  if (!stp_touched_has_span (touched, start, start + 1))
    {
      g_assert_cmpstr (verdict, ==, witness->verdict);
      n_untouched++;
    }
  g_hash_table_iter_init (&iter, witness->pauses);
  while (g_hash_table_iter_next (&iter, &id, &said))
    if (!stp_touched_has_product (touched, id))
      {
        g_autofree char *says = describe_product (timeline, id);

        g_assert_cmpstr (says, ==, said);
      }
}

static void
edit_and_compare (StpTimeline *timeline, const StpQuestion *question)
{
  Witness *witness = witness_new (timeline, question->now);
  gulong handler = g_signal_connect (timeline, "changed", G_CALLBACK (assert_untouched_cb),
                                     witness);

  random_diary_edit (stp_timeline_get_diary (timeline));
  g_signal_handler_disconnect (timeline, handler);
  witness_free (witness);
  compare_with_naive (timeline, question);
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
        edit_and_compare (timeline, &question);
    }
  g_assert_cmpuint (n_untouched, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/random/diaries", test_diaries);
  g_test_add_func ("/rules/random/edits", test_edits);
  return g_test_run ();
}
