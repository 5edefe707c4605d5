// SPDX-License-Identifier: GPL-3.0-or-later

// What asking costs: one verdict, six weeks of them, one edit and a full build, against json-glib's
// bare parse of the same 20-year diary in the same run; and how verdict and edit grow from one
// year to a hundred. Figures are medians; absolute times are printed as information.

#include "config.h"

#include <json-glib/json-glib.h>
#include <malloc.h>

#include "exchange/stp-generate.h"
#include "rules/stp-timeline.h"
#include "store/stp-codec.h"
#include "stp-figures.h"

#define SEED 1
#define ROUNDS 9
#define REPEATS 200
#define DAYS 42
#define MEMORY_GOAL 10.0
// From one year to twenty, and to a hundred: as its logarithm would, with room for noise.
#define GROWTH_GOAL 3.0

typedef struct
{
  GBytes *bytes;
  StpDiary *diary;
  StpTimeline *timeline;
  gint64 now;
} Case;

typedef void (*Job) (Case *self);

static StpDiary *
load (Case *self)
{
  g_autoptr (StpSnapshot) snapshot = stp_codec_read (self->bytes, NULL, NULL, NULL);
  g_autoptr (StpClock) clock = stp_clock_new_fixed (self->now);

  return stp_diary_new_from_snapshot (clock, snapshot);
}

static void
case_init (Case *self, int years)
{
  g_autoptr (GBytes) document = stp_generate_build (years, SEED);
  g_autoptr (StpSnapshot) snapshot = stp_codec_read (document, NULL, NULL, NULL);

  self->bytes = stp_codec_write (snapshot);
  self->now = stp_generate_get_end (years);
  self->diary = load (self);
  self->timeline = stp_timeline_new (self->diary);
}

static void
case_clear (Case *self)
{
  g_clear_object (&self->timeline);
  g_clear_object (&self->diary);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

static void
parse (Case *self)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *data = g_bytes_get_data (self->bytes, &length);

  g_assert_true (json_parser_load_from_data (parser, data, (gssize) length, NULL));
}

static void
judge_at (Case *self, gint64 start)
{
  StpQuestion question = { .start = start, .now = self->now, .purpose = STP_PURPOSE_FULL };
  g_autoptr (StpVerdict) verdict = stp_timeline_judge (self->timeline, &question);

  g_assert_nonnull (verdict);
}

static void
judge (Case *self)
{
  judge_at (self, self->now);
}

static void
judge_weeks (Case *self)
{
  for (int i = 0; i < DAYS; i++)
    judge_at (self, self->now + i * STP_DAY_LENGTH);
}

static void
edit (Case *self)
{
  guint n = stp_diary_get_n_records (self->diary, STP_RECORD_APPLICATION);
  g_autoptr (StpApplication) draft = stp_record_copy (
    stp_diary_peek_record (self->diary, STP_RECORD_APPLICATION, n / 2));

  draft->at.us = self->now - STP_HOUR;
  g_assert_true (stp_diary_put (self->diary, draft, NULL));
  judge (self);
}

// A check-in: what follows from the history is read anew.
static void
edit_check_in (Case *self)
{
  guint n = stp_diary_get_n_records (self->diary, STP_RECORD_REACTION);
  g_autoptr (StpReaction) draft = stp_record_copy (
    stp_diary_peek_record (self->diary, STP_RECORD_REACTION, n / 2));

  draft->itch = !draft->itch;
  g_assert_true (stp_diary_put (self->diary, draft, NULL));
  judge (self);
}

static void
build (Case *self)
{
  g_autoptr (StpTimeline) timeline = stp_timeline_new (self->diary);

  g_assert_nonnull (timeline);
}

// Microseconds that one job takes.
static double
measure (Case *self, Job job, int repeats)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (int round = 0; round < ROUNDS; round++)
    {
      gint64 begin = g_get_monotonic_time ();
      double time;

      for (int i = 0; i < repeats; i++)
        job (self);
      time = (double) (g_get_monotonic_time () - begin) / repeats;
      g_array_append_val (times, time);
    }
  return stp_figures_median (times);
}

// MiB that a timeline holds.
static double
measure_memory (Case *self)
{
  gsize before, after;
  g_autoptr (StpTimeline) timeline = NULL;

  malloc_trim (0);
  before = mallinfo2 ().uordblks;
  timeline = stp_timeline_new (self->diary);
  after = mallinfo2 ().uordblks;
  return (double) (after - before) / (1024 * 1024);
}

static void
print_cost (const char *name, double time, double parsed, double goal)
{
  g_autofree char *share = g_strdup_printf ("%s-per-parse", name);

  g_print ("%s\t%.1f\tus\t-\tinformation\n", name, time);
  stp_figures_print_at_most (share, time / parsed * goal, "of the goal", 1);
}

static void
print_growth (const char *name, Job job, int repeats)
{
  static const int years[] = { 1, 20, 100 };
  double times[G_N_ELEMENTS (years)];

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      Case self = { 0 };

      case_init (&self, years[i]);
      times[i] = measure (&self, job, repeats);
      case_clear (&self);
    }
  for (guint i = 1; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *label = g_strdup_printf ("%s-growth-1-to-%d-years", name, years[i]);

      stp_figures_print_at_most (label, times[i] / times[0], "ratio", GROWTH_GOAL);
    }
}

int
main (void)
{
  Case self = { 0 };
  double parsed;

  case_init (&self, 20);
  parsed = measure (&self, parse, 1);
  g_print ("parse\t%.1f\tus\t-\tinformation\n", parsed);
  print_cost ("verdict", measure (&self, judge, REPEATS), parsed, 2000);
  print_cost ("six-weeks", measure (&self, judge_weeks, 5), parsed, 40);
  print_cost ("edit", measure (&self, edit, 20), parsed, 40);
  print_cost ("edit-check-in", measure (&self, edit_check_in, 20), parsed, 40);
  print_cost ("build", measure (&self, build, 1), parsed, 1);
  stp_figures_print_at_most ("timeline-memory", measure_memory (&self), "MiB", MEMORY_GOAL);
  case_clear (&self);

  print_growth ("verdict", judge, REPEATS);
  print_growth ("edit", edit, 20);
  return 0;
}
