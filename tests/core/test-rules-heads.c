// SPDX-License-Identifier: GPL-3.0-or-later

/* What is left of a head, against what is planned (E8; clinical rules, section 4.4). */

#include "config.h"

#include "fact-text.h"
#include "rules/stp-head-ledger.h"
#include "rules/stp-kit.h"

#define NOW "2027-03-12T12:00:00Z"
#define STAMP "device stamp name=Stamp kind=stamp;"
#define HEAD STAMP "head h device=stamp needle_um=250 "
#define PLANNED(id, day, more)                                                                     \
  ";session " id " state=planned place=home device=stamp start=2027-" day "T20:00:00Z " more
#define FOUR                                                                                       \
  PLANNED ("a", "03-15", "um=250")                                                                 \
  PLANNED ("b", "03-22", "um=250")                                                                 \
  PLANNED ("c", "03-29", "um=250") PLANNED ("d", "04-05", "um=250")

typedef struct
{
  const char *name;
  const char *facts;
  const char *text;
} Case;

static const Case cases[] = {
  { "new", HEAD, "10 uses left." },
  { "worn", HEAD "uses_before=9", "1 use left." },
  { "half-millimetre", STAMP "head h device=stamp needle_um=500", "6 uses left." },
  { "pen", "device pen kind=pen name=Pen; head h device=pen needle_um=250", "1 use left." },
  { "used",
    HEAD "; session u state=done place=home device=stamp head=h um=250 start=2027-03-01T20:00:00Z",
    "9 uses left." },
  { "enough", HEAD FOUR, "10 uses left.\nEnough for all 4 planned sessions." },
  { "too-few", HEAD "uses_before=8" FOUR, "2 uses left.\nEnough for 2 of 4 planned sessions." },
  { "too-old-by-then", HEAD "since=2026-12-25" FOUR,
    "10 uses left.\nEnough for 2 of 4 planned sessions." },
  { "another-length", HEAD PLANNED ("a", "03-15", "um=500"), "10 uses left." },
  { "hidden", HEAD PLANNED ("a", "03-15", "um=250 hidden=true"), "10 uses left." },
  { "worn-out", HEAD "uses_before=10" FOUR,
    "This head has been used often enough. Take a new one." },
  { "dropped", HEAD "dropped=true" FOUR, "This head was dropped. Take a new one." },
  { "shared", HEAD "shared=true", "This head was used on someone else. Never use it again." },
  { "expired", HEAD "expires=2027-03-11", "This head has expired. Take a new one." },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (StpTimeline) timeline = fact_text_load (one->facts, fact_text_time (NOW));
  g_autofree char *id = fact_text_id ("h");
  StpHead *head = stp_diary_lookup (stp_timeline_get_diary (timeline), STP_RECORD_HEAD, id);
  const StpHeadLedger ledger = stp_head_ledger_get (timeline, head);
  g_autofree char *text = stp_head_ledger_dup_text (&ledger);

  g_assert_cmpstr (text, ==, one->text);
}

/* Of two that were put on on one day the longer, whichever stands first: as a session is judged. */
static void
test_kit (gconstpointer data)
{
  g_autoptr (StpTimeline) timeline = fact_text_load (data, fact_text_time (NOW));
  g_autofree char *stamp = fact_text_id ("stamp");
  g_autofree char *long_one = fact_text_id ("long");
  StpHead *head = stp_kit_find_head (stp_timeline_get_diary (timeline), stamp);
  StpQuestion question = { .start = fact_text_time (NOW),
                           .now = fact_text_time (NOW),
                           .device = stamp };

  g_assert_cmpstr (stp_record_get_id (head), ==, long_one);
  g_assert_true (stp_timeline_resolve_question (timeline, &question, NULL));
  g_assert_cmpint (question.needle_um, ==, head->needle_um);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/heads/E8/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_data_func ("/heads/E8/kit-long-first",
                        STAMP
                        "head long device=stamp needle_um=500 since=2027-03-01;"
                        "head short device=stamp needle_um=250 since=2027-03-01;"
                        "head old device=stamp needle_um=1000 since=2027-02-01;"
                        "head gone device=stamp needle_um=1000 since=2027-03-02 retired=2027-03-03",
                        test_kit);
  g_test_add_data_func ("/heads/E8/kit-short-first",
                        STAMP "head short device=stamp needle_um=250 since=2027-03-01;"
                              "head long device=stamp needle_um=500 since=2027-03-01",
                        test_kit);
  return g_test_run ();
}
