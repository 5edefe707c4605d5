// SPDX-License-Identifier: GPL-3.0-or-later

// What keeping a diary costs: reading it, what a save takes of the main thread, and merging two
// replicas, against json-glib's bare parse of the same 20-year diary in the same round.

#include "config.h"

#include <json-glib/json-glib.h>

#include "diary/stp-diary.h"
#include "exchange/stp-generate.h"
#include "store/stp-codec.h"
#include "store/stp-merge.h"
#include "stp-figures.h"

#define YEARS 20
#define SEED 1
#define ROUNDS 15
#define N_EDITS 100

typedef struct
{
  GBytes *bytes;
  StpDiary *mine, *theirs; // the same diary, on two computers
} Case;

typedef void (*Job) (Case *self);

static void
parse (Case *self)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (self->bytes, &length);

  g_assert_true (json_parser_load_from_data (parser, text, length, NULL));
}

static void
load (Case *self)
{
  g_autoptr (StpSnapshot) snapshot = stp_codec_read (self->bytes, NULL, NULL, NULL);

  g_assert_nonnull (snapshot);
}

// What is left to the main thread: the worker has the rest. A use is logged before, as the longest
// list is the dearest to change while a snapshot of it is being written.
static void
save (Case *self)
{
  g_autoptr (StpSnapshot) before = stp_diary_dup_snapshot (self->mine);
  StpRecord *use = stp_diary_peek_record (self->mine, STP_RECORD_APPLICATION, 0);
  g_autoptr (StpRecord) draft = stp_record_copy (use);
  g_autoptr (StpSnapshot) after = NULL;

  g_assert_true (stp_diary_put (self->mine, draft, NULL));
  after = stp_diary_dup_snapshot (self->mine);
}

static void
merge (Case *self)
{
  g_autoptr (StpSnapshot) mine = stp_diary_dup_snapshot (self->mine);
  g_autoptr (StpSnapshot) theirs = stp_diary_dup_snapshot (self->theirs);
  g_autoptr (StpSnapshot) merged = stp_merge (mine, theirs, NULL);

  g_assert_nonnull (merged);
}

static double
measure (Case *self, Job job)
{
  gint64 begin = g_get_monotonic_time ();

  job (self);
  return g_get_monotonic_time () - begin;
}

static StpDiary *
open_replica (Case *self, StpClock *clock)
{
  g_autoptr (StpSnapshot) snapshot = stp_codec_read (self->bytes, NULL, NULL, NULL);
  StpDiary *diary = stp_diary_new_from_snapshot (clock, snapshot);

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (StpProduct) product = stp_record_new (STP_RECORD_PRODUCT);

      product->name = g_strdup ("Cream");
      g_assert_true (stp_diary_put (diary, product, NULL));
    }
  return diary;
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    Job job;
    double goal;
  } figures[] = {
    { "store-load", load, 1.5 },
    { "store-save-main", save, 1.0 / 25 },
    { "store-merge", merge, 3.0 },
  };
  g_autoptr (StpClock) clock = stp_clock_new_fixed (stp_generate_get_end (YEARS));
  Case self = { .bytes = stp_generate_build (YEARS, SEED) };
  GArray *ratios[G_N_ELEMENTS (figures)];

  self.mine = open_replica (&self, clock);
  self.theirs = open_replica (&self, clock);
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    ratios[i] = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint round = 0; round < ROUNDS; round++)
    {
      double bare = measure (&self, parse);

      for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
        {
          double ratio = measure (&self, figures[i].job) / bare;

          g_array_append_val (ratios[i], ratio);
        }
      if (round == 0)
        g_printerr ("a diary of %.1f MB, parsed in %.0f ms\n", g_bytes_get_size (self.bytes) / 1e6,
                    bare / 1e3);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    stp_figures_print_at_most (figures[i].name, stp_figures_median (ratios[i]), "ratio",
                               figures[i].goal);
  return 0;
}
