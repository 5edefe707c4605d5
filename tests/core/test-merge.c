// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-diary.h"
#include "diary/stp-record-private.h"
#include "store/stp-codec.h"
#include "store/stp-merge.h"

#define NOW (1800000000 * STP_SECOND)
#define N_REPLICAS 3

/* Few names, few records and clocks that stand still half of the time: so that replicas meet in
 * the same record, the same key and the same stamp. */

typedef struct
{
  GRand *rand;
  StpClock *clocks[N_REPLICAS];
  StpDiary *diaries[N_REPLICAS];
} History;

static StpSnapshot *
merge_ok (StpSnapshot *a, StpSnapshot *b)
{
  g_autoptr (GError) error = NULL;
  StpSnapshot *merged = stp_merge (a, b, &error);

  g_assert_no_error (error);
  return merged;
}

static void
assert_same (StpSnapshot *a, StpSnapshot *b)
{
  g_autoptr (GBytes) bytes_a = stp_codec_write (a);
  g_autoptr (GBytes) bytes_b = stp_codec_write (b);

  if (!g_bytes_equal (bytes_a, bytes_b))
    g_error ("not the same:\n%.*s\n%.*s", (int) g_bytes_get_size (bytes_a),
             (const char *) g_bytes_get_data (bytes_a, NULL), (int) g_bytes_get_size (bytes_b),
             (const char *) g_bytes_get_data (bytes_b, NULL));
}

static StpRecord *
pick (History *history, StpDiary *diary, StpRecordType type)
{
  guint n = stp_diary_get_n_records (diary, type);

  return n ? stp_diary_peek_record (diary, type, g_rand_int_range (history->rand, 0, n)) : NULL;
}

static void
put_product (History *history, StpDiary *diary, gboolean fresh)
{
  StpRecord *before = fresh ? NULL : pick (history, diary, STP_RECORD_PRODUCT);
  g_autoptr (
    StpProduct) product = before ? stp_record_copy (before) : stp_record_new (STP_RECORD_PRODUCT);

  g_free (product->name);
  product->name = g_strdup_printf ("Name %d", g_rand_int_range (history->rand, 0, 3));
  product->archived = g_rand_boolean (history->rand);
  g_assert_true (stp_diary_put (diary, product, NULL));
}

static void
put_application (History *history, StpDiary *diary)
{
  g_autoptr (StpApplication) application = stp_record_new (STP_RECORD_APPLICATION);
  StpRecord *product = pick (history, diary, STP_RECORD_PRODUCT);

  if (product == NULL)
    return;
  application->product = g_strdup (stp_record_get_id (product));
  g_assert_true (stp_diary_put (diary, application, NULL));
}

static void
delete_something (History *history, StpDiary *diary)
{
  StpRecord *record = pick (
    history, diary, g_rand_boolean (history->rand) ? STP_RECORD_PRODUCT : STP_RECORD_APPLICATION);

  if (record != NULL)
    stp_diary_delete (diary, record, NULL);
}

static void
choose_rule (History *history, StpProfile *profile)
{
  g_autofree char *rule = g_strdup_printf ("prep.%d", g_rand_int_range (history->rand, 0, 3));

  if (profile->rules == NULL)
    profile->rules = stp_map_new (&stp_rule_choice_shape);
  if (g_rand_boolean (history->rand))
    {
      StpRuleChoice *choice = stp_rule_choice_new ();

      choice->hours = g_rand_int_range (history->rand, 0, 3);
      g_hash_table_insert (profile->rules, g_strdup (rule), choice);
    }
  else
    g_hash_table_remove (profile->rules, rule);
}

static void
put_profile (History *history, StpDiary *diary)
{
  g_autoptr (StpProfile) profile = stp_record_copy (stp_diary_get_profile (diary));

  switch (g_rand_int_range (history->rand, 0, 3))
    {
    case 0:
      choose_rule (history, profile);
      break;
    case 1:
      g_clear_pointer (&profile->consultation, stp_consultation_free);
      if (g_rand_boolean (history->rand))
        {
          profile->consultation = stp_consultation_new ();
          profile->consultation->max_um = g_rand_int_range (history->rand, 1, 4);
        }
      break;
    default:
      profile->sensitive = !profile->sensitive;
    }
  g_assert_true (stp_diary_put (diary, profile, NULL));
}

static void
synchronise (History *history, guint to, guint from)
{
  g_autoptr (StpSnapshot) a = stp_diary_dup_snapshot (history->diaries[to]);
  g_autoptr (StpSnapshot) b = stp_diary_dup_snapshot (history->diaries[from]);
  g_autoptr (StpSnapshot) merged = merge_ok (a, b);

  g_object_unref (history->diaries[to]);
  history->diaries[to] = stp_diary_new_from_snapshot (history->clocks[to], merged);
}

static void
act (History *history, guint replica)
{
  StpDiary *diary = history->diaries[replica];

  if (g_rand_boolean (history->rand))
    stp_clock_set_fixed (history->clocks[replica], NOW + g_rand_int_range (history->rand, -2, 5));
  switch (g_rand_int_range (history->rand, 0, 9))
    {
    case 0:
      put_product (history, diary, TRUE);
      break;
    case 1:
    case 2:
      put_product (history, diary, FALSE);
      break;
    case 3:
      put_application (history, diary);
      break;
    case 4:
      delete_something (history, diary);
      break;
    case 5:
      stp_diary_undo (diary, NULL);
      break;
    case 6:
    case 7:
      put_profile (history, diary);
      break;
    default:
      synchronise (history, replica, g_rand_int_range (history->rand, 0, N_REPLICAS));
    }
}

static void
check_laws (StpSnapshot *a, StpSnapshot *b, StpSnapshot *c)
{
  g_autoptr (StpSnapshot) ab = merge_ok (a, b);
  g_autoptr (StpSnapshot) ba = merge_ok (b, a);
  g_autoptr (StpSnapshot) bc = merge_ok (b, c);
  g_autoptr (StpSnapshot) ab_c = merge_ok (ab, c);
  g_autoptr (StpSnapshot) a_bc = merge_ok (a, bc);
  g_autoptr (StpSnapshot) aa = merge_ok (a, a);
  g_autoptr (StpSnapshot) ab_b = merge_ok (ab, b);

  assert_same (ab, ba);
  assert_same (ab_c, a_bc);
  assert_same (aa, a);
  assert_same (ab_b, ab);
}

static void
run_history (guint32 seed)
{
  History history = { .rand = g_rand_new_with_seed (seed) };
  g_autoptr (StpSnapshot) start = stp_snapshot_new (NULL);
  StpSnapshot *ends[N_REPLICAS];

  for (guint i = 0; i < N_REPLICAS; i++)
    {
      history.clocks[i] = stp_clock_new_fixed (NOW);
      history.diaries[i] = stp_diary_new_from_snapshot (history.clocks[i], start);
    }
  for (guint i = 0; i < 40; i++)
    act (&history, g_rand_int_range (history.rand, 0, N_REPLICAS));
  for (guint i = 0; i < N_REPLICAS; i++)
    ends[i] = stp_diary_dup_snapshot (history.diaries[i]);
  check_laws (ends[0], ends[1], ends[2]);
  for (guint i = 0; i < N_REPLICAS; i++)
    {
      stp_snapshot_unref (ends[i]);
      g_object_unref (history.diaries[i]);
      g_object_unref (history.clocks[i]);
    }
  g_rand_free (history.rand);
}

static void
test_laws (void)
{
  guint n = g_getenv ("STIPPLE_TEST_LONG") ? 100000 : 2000;
  guint32 first = g_test_rand_int ();

  g_test_message ("seeds from %u", first);
  for (guint i = 0; i < n; i++)
    run_history (first + i);
}

static StpSnapshot *
parse (const char *members)
{
  g_autofree char *text = g_strdup_printf (
    "{\"format\":1,\"id\":\"00000000-0000-4000-8000-000000000000\"%s}", members);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  StpSnapshot *snapshot = stp_codec_read (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return snapshot;
}

/* Each row: two diaries, and what must and must not be in the outcome. */
static void
test_cases (void)
{
#define SUN(stamp, more)                                                                           \
  ",\"events\":[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"kind\":\"sun\","                \
  "\"modified\":\"2026-01-01T00:00:0" stamp "Z\"" more "}]"
#define CREAM(more)                                                                                \
  ",\"products\":[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"name\":\"Cream\","            \
  "\"modified\":\"2026-01-01T00:00:01Z\",\"routine\":{\"every\":2" more "}}]"
#define GONE(stamp)                                                                                \
  ",\"deleted\":{\"00000000-0000-4000-8000-000000000001\":\"2026-01-01T00:00:0" stamp "Z\"}"
#define PERSON(stamp, more) ",\"profile\":{\"modified\":\"2026-01-01T00:00:0" stamp "Z\"" more "}"
#define RULE(stamp, more)                                                                          \
  ",\"rules\":{\"r\":{\"modified\":\"2026-01-01T00:00:0" stamp "Z\"" more "}}"
  static const struct
  {
    const char *a, *b, *present, *absent;
  } cases[] = {
    { SUN ("1", ",\"name\":\"old\""), SUN ("2", ",\"name\":\"new\""), "\"new\"", "\"old\"" },
    { SUN ("1", ",\"name\":\"a\""), SUN ("1", ",\"name\":\"b\""), "\"b\"", "\"a\"" },
    { SUN ("1", ",\"name\":\"z\""), SUN ("1", ",\"unknown\":1"), "\"unknown\"", "\"z\"" },
    { SUN ("1", ",\"name\":\"z\""), SUN ("1", ",\"areas\":[]"), "\"z\"", "\"areas\"" },
    { CREAM (",\"x\":\"later\""), CREAM (",\"x\":\"earlier\""), "\"later\"", "\"earlier\"" },
    { SUN ("2", ""), GONE ("2"), "\"deleted\": {\n", "\"sun\"" },
    { SUN ("3", ""), GONE ("2"), "\"sun\"", "no such thing" },
    { GONE ("2"), GONE ("4"), "00:00:04.0", "00:00:02.0" },
    { PERSON ("1", RULE ("5", ",\"hours\":5")), PERSON ("2", RULE ("4", ",\"hours\":4")),
      "\"hours\": 5", "\"hours\": 4" },
    { PERSON ("1", RULE ("5", "")), PERSON ("2", RULE ("4", ",\"hours\":4")), "00:00:05.0",
      "\"hours\"" },
    { PERSON ("1", ",\"born\":1980" RULE ("1", "")), PERSON ("2", ",\"born\":1990"), "1990",
      "1980" },
    { ",\"x\":{\"a\":1}", ",\"x\":{\"a\":2}", "\"a\": 2", "\"a\": 1" },
    { ",\"x\":1", ",\"y\":2", "\"x\": 1", "no such thing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StpSnapshot) a = parse (cases[i].a);
      g_autoptr (StpSnapshot) b = parse (cases[i].b);
      g_autoptr (StpSnapshot) ab = merge_ok (a, b);
      g_autoptr (StpSnapshot) ba = merge_ok (b, a);
      g_autoptr (GBytes) bytes = stp_codec_write (ab);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      assert_same (ab, ba);
      g_test_message ("case %u", i);
      g_assert_nonnull (strstr (text, cases[i].present));
      g_assert_null (strstr (text, cases[i].absent));
    }
}

static void
test_foreign (void)
{
  g_autoptr (StpSnapshot) a = stp_snapshot_new (NULL);
  g_autoptr (StpSnapshot) b = stp_snapshot_new (NULL);
  g_autoptr (StpSnapshot) newer = stp_snapshot_new (a->id);
  g_autoptr (GError) error = NULL;

  g_assert_null (stp_merge (a, b, &error));
  g_assert_error (error, STP_STORE_ERROR, STP_STORE_ERROR_FOREIGN);
  g_clear_error (&error);
  newer->format = STP_DIARY_FORMAT + 1;
  g_assert_null (stp_merge (a, newer, &error));
  g_assert_error (error, STP_STORE_ERROR, STP_STORE_ERROR_READ_ONLY);
}

/* What a merge does not change stays the same object. */
static void
test_shares (void)
{
  g_autoptr (StpSnapshot) a = parse (SUN ("1", "") PERSON ("1", ",\"born\":1980"));
  g_autoptr (StpSnapshot) b = parse (PERSON ("1", ",\"born\":1980"));
  g_autoptr (StpSnapshot) merged = merge_ok (a, b);

  g_assert_true (merged->profile == a->profile);
  g_assert_true (merged->records[STP_RECORD_EVENT]->pdata[0] ==
                 a->records[STP_RECORD_EVENT]->pdata[0]);
}

/* An id stands for one record, whatever its type: the outcome must be one that can be read. */
static void
test_one_id_two_types (void)
{
  g_autoptr (StpSnapshot) a = parse (CREAM (""));
  g_autoptr (StpSnapshot) b = parse (SUN ("2", ""));
  g_autoptr (StpSnapshot) c = parse (SUN ("1", ""));
  StpSnapshot *const others[] = { b, c };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (StpSnapshot) ab = merge_ok (a, others[i]);
      g_autoptr (StpSnapshot) ba = merge_ok (others[i], a);
      g_autoptr (GBytes) bytes = stp_codec_write (ab);
      g_autoptr (GError) error = NULL;
      g_autoptr (StpSnapshot) again = stp_codec_read (bytes, NULL, NULL, &error);

      g_assert_no_error (error);
      assert_same (ab, ba);
      g_assert_cmpuint (stp_codec_count (again), ==, 1);
      if (others[i] == b)
        g_assert_cmpuint (again->records[STP_RECORD_EVENT]->len, ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/merge/laws", test_laws);
  g_test_add_func ("/merge/cases", test_cases);
  g_test_add_func ("/merge/foreign", test_foreign);
  g_test_add_func ("/merge/shares", test_shares);
  g_test_add_func ("/merge/one-id-two-types", test_one_id_two_types);

  return g_test_run ();
}
