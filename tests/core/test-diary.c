// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-diary-private.h"

#define NOW (1793556000 * STP_SECOND)

typedef struct
{
  StpClock *clock;
  StpDiary *diary;
  guint n_changed;
  GPtrArray *last;
} Fixture;

static void
on_changed_cb (StpDiary *diary, GPtrArray *changes, Fixture *fixture)
{
  fixture->n_changed++;
  g_clear_pointer (&fixture->last, g_ptr_array_unref);
  fixture->last = g_ptr_array_ref (changes);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = stp_clock_new_fixed (NOW);
  fixture->diary = stp_diary_new (fixture->clock);
  g_signal_connect (fixture->diary, "changed", G_CALLBACK (on_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->last, g_ptr_array_unref);
  g_assert_finalize_object (g_steal_pointer (&fixture->diary));
  g_assert_finalize_object (g_steal_pointer (&fixture->clock));
}

static StpProduct *
add_product (Fixture *fixture, const char *name)
{
  g_autoptr (StpProduct) product = stp_record_new (STP_RECORD_PRODUCT);
  g_autoptr (GError) error = NULL;

  product->name = g_strdup (name);
  stp_diary_put (fixture->diary, product, &error);
  g_assert_no_error (error);
  return product; /* the diary holds it */
}

static StpProduct *
get_product (Fixture *fixture, StpProduct *product)
{
  return stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, stp_record_get_id (product));
}

static void
rename_product (Fixture *fixture, StpProduct *product, const char *name)
{
  g_autoptr (StpProduct) draft = stp_record_copy (product);
  g_autoptr (GError) error = NULL;

  g_set_str (&draft->name, name);
  stp_diary_put (fixture->diary, draft, &error);
  g_assert_no_error (error);
}

static void
log_use (Fixture *fixture, StpProduct *product)
{
  g_autoptr (StpApplication) use = stp_record_new (STP_RECORD_APPLICATION);
  g_autoptr (GError) error = NULL;

  use->product = g_strdup (stp_record_get_id (product));
  use->at = (StpInstant) { NOW, 60 };
  stp_diary_put (fixture->diary, use, &error);
  g_assert_no_error (error);
}

static void
test_put (Fixture *fixture, gconstpointer data)
{
  StpProduct *product = add_product (fixture, "Night Serum");

  g_assert_true (stp_record_is_sealed (product));
  g_assert_cmpint (stp_record_get_modified (product), ==, NOW);
  g_assert_true (get_product (fixture, product) == product);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->last->len, ==, 1);
  g_assert_null (((StpChange *) fixture->last->pdata[0])->before);
}

static void
test_put_announces_one_position (Fixture *fixture, gconstpointer data)
{
  GListModel *products = stp_diary_get_records (fixture->diary, STP_RECORD_PRODUCT);
  const char *previous = "";

  for (int i = 0; i < 20; i++)
    add_product (fixture, "Serum");
  g_assert_cmpuint (g_list_model_get_n_items (products), ==, 20);
  for (guint i = 0; i < 20; i++)
    {
      const char *id = stp_record_get_id (
        stp_diary_peek_record (fixture->diary, STP_RECORD_PRODUCT, i));

      g_assert_cmpstr (previous, <, id);
      previous = id;
    }
}

static void
test_refused_drafts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpProduct) nameless = stp_record_new (STP_RECORD_PRODUCT);
  g_autoptr (StpApplication) dangling = stp_record_new (STP_RECORD_APPLICATION);
  g_autoptr (StpReaction) beyond = stp_record_new (STP_RECORD_REACTION);
  g_autoptr (GError) error = NULL;

  g_assert_false (stp_diary_put (fixture->diary, nameless, &error));
  g_assert_error (error, STP_DIARY_ERROR, STP_DIARY_ERROR_INVALID);
  g_clear_error (&error);

  dangling->product = g_strdup ("6f1c0000-0000-4000-8000-000000000000");
  g_assert_false (stp_diary_put (fixture->diary, dangling, &error));
  g_assert_error (error, STP_DIARY_ERROR, STP_DIARY_ERROR_INVALID);
  g_clear_error (&error);

  beyond->redness = 5;
  g_assert_false (stp_diary_put (fixture->diary, beyond, &error));
  g_assert_error (error, STP_DIARY_ERROR, STP_DIARY_ERROR_INVALID);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  StpProduct *product = add_product (fixture, "Serum");
  g_autoptr (StpProduct) draft = stp_record_copy (product);
  g_autoptr (GError) error = NULL;

  stp_diary_set_read_only (fixture->diary, TRUE);
  g_assert_false (stp_diary_put (fixture->diary, draft, &error));
  g_assert_error (error, STP_DIARY_ERROR, STP_DIARY_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (stp_diary_undo (fixture->diary, &error));
  g_assert_error (error, STP_DIARY_ERROR, STP_DIARY_ERROR_READ_ONLY);
  g_assert_nonnull (get_product (fixture, product));
}

static void
test_undo_and_redo (Fixture *fixture, gconstpointer data)
{
  StpProduct *product = add_product (fixture, "One");
  g_autofree char *id = g_strdup (stp_record_get_id (product));
  StpProduct *now;

  rename_product (fixture, product, "Two");
  now = stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, id);
  rename_product (fixture, now, "Three");

  for (int round = 0; round < 3; round++)
    {
      static const char *const back[] = { "Two", "One", NULL };
      static const char *const forth[] = { "One", "Two", "Three" };

      for (gsize i = 0; i < G_N_ELEMENTS (back); i++)
        {
          g_assert_true (stp_diary_undo (fixture->diary, NULL));
          now = stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, id);
          g_assert_cmpstr (now ? now->name : NULL, ==, back[i]);
        }
      g_assert_false (stp_diary_undo (fixture->diary, NULL));
      for (gsize i = 0; i < G_N_ELEMENTS (forth); i++)
        {
          g_assert_true (stp_diary_redo (fixture->diary, NULL));
          now = stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, id);
          g_assert_cmpstr (now->name, ==, forth[i]);
        }
      g_assert_false (stp_diary_redo (fixture->diary, NULL));
    }
}

static void
test_undo_stamps_afresh (Fixture *fixture, gconstpointer data)
{
  StpProduct *product = add_product (fixture, "One");
  g_autofree char *id = g_strdup (stp_record_get_id (product));
  gint64 stamp;

  rename_product (fixture, product, "Two");
  stamp = stp_record_get_modified (stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, id));
  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  g_assert_cmpint (
    stp_record_get_modified (stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, id)), >, stamp);
}

static void
test_group_is_one_edit (Fixture *fixture, gconstpointer data)
{
  StpProduct *product;

  stp_diary_begin_edit (fixture->diary, "Add Both");
  product = add_product (fixture, "One");
  rename_product (fixture, product, "Two");
  add_product (fixture, "Other");
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  stp_diary_end_edit (fixture->diary);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->last->len, ==, 3);

  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_PRODUCT), ==, 0);
  g_assert_true (stp_diary_redo (fixture->diary, NULL));
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_PRODUCT), ==, 2);
  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_PRODUCT), ==, 0);
}

static void
test_cancelled_group_leaves_no_trace (Fixture *fixture, gconstpointer data)
{
  StpProduct *kept = add_product (fixture, "Kept");
  g_autoptr (StpSnapshot) before = stp_diary_dup_snapshot (fixture->diary);
  g_autoptr (StpSnapshot) after = NULL;

  fixture->n_changed = 0;
  stp_diary_begin_edit (fixture->diary, "Never");
  rename_product (fixture, kept, "Renamed");
  g_assert_true (stp_diary_delete (fixture->diary, get_product (fixture, kept), NULL));
  add_product (fixture, "Other");
  stp_diary_cancel_edit (fixture->diary);

  after = stp_diary_dup_snapshot (fixture->diary);
  g_assert_cmpuint (after->records[STP_RECORD_PRODUCT]->len, ==, 1);
  g_assert_true (after->records[STP_RECORD_PRODUCT]->pdata[0] ==
                 before->records[STP_RECORD_PRODUCT]->pdata[0]);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_delete_and_back (Fixture *fixture, gconstpointer data)
{
  StpProduct *product = add_product (fixture, "One");
  g_autofree char *id = g_strdup (stp_record_get_id (product));
  g_autoptr (StpSnapshot) deleted = NULL;
  g_autoptr (StpSnapshot) back = NULL;

  g_assert_true (stp_diary_delete (fixture->diary, product, NULL));
  deleted = stp_diary_dup_snapshot (fixture->diary);
  g_assert_true (g_hash_table_contains (deleted->deleted, id));

  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  back = stp_diary_dup_snapshot (fixture->diary);
  g_assert_false (g_hash_table_contains (back->deleted, id));
  g_assert_cmpint (stp_record_get_modified (back->records[STP_RECORD_PRODUCT]->pdata[0]), >,
                   *(gint64 *) g_hash_table_lookup (deleted->deleted, id));
}

static void
test_named_records_stay (Fixture *fixture, gconstpointer data)
{
  StpProduct *product = add_product (fixture, "One");
  g_autoptr (GError) error = NULL;

  log_use (fixture, product);
  g_assert_false (stp_diary_delete (fixture->diary, product, &error));
  g_assert_error (error, STP_DIARY_ERROR, STP_DIARY_ERROR_IN_USE);
  g_assert_nonnull (get_product (fixture, product));
}

/* As after an edit that is never undone. */
static void
test_undo_drops_what_changed_since (Fixture *fixture, gconstpointer data)
{
  StpProduct *product = add_product (fixture, "One");
  g_autofree char *id = g_strdup (stp_record_get_id (product));
  g_autoptr (StpProduct) later = NULL;
  g_autoptr (GError) error = NULL;

  rename_product (fixture, product, "Two");
  later = stp_record_copy (stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, id));
  g_set_str (&later->name, "Three");
  g_assert_true (stp_diary_put_guarded (fixture->diary, later, STP_EDIT_PERMANENT, NULL));
  g_assert_cmpuint (fixture->n_changed, ==, 3);

  g_assert_false (stp_diary_undo (fixture->diary, &error));
  g_assert_error (error, STP_DIARY_ERROR, STP_DIARY_ERROR_CHANGED);
  g_assert_true (stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, id) == later);
}

static void
test_permanent_edits_are_not_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpSession) session = stp_record_new (STP_RECORD_SESSION);

  session->state = STP_SESSION_IN_PROGRESS;
  g_assert_true (stp_diary_put_guarded (fixture->diary, session, STP_EDIT_PERMANENT, NULL));
  g_assert_false (stp_diary_undo (fixture->diary, NULL));
  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_SESSION), ==, 1);
}

static void
test_clock_set_back_loses_no_edit (Fixture *fixture, gconstpointer data)
{
  StpProduct *product = add_product (fixture, "One");
  gint64 first = stp_record_get_modified (product);
  g_autofree char *id = g_strdup (stp_record_get_id (product));
  StpProduct *now;

  stp_clock_set_fixed (fixture->clock, NOW - 365 * STP_DAY_LENGTH);
  rename_product (fixture, product, "Two");
  now = stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, id);
  g_assert_cmpint (stp_record_get_modified (now), ==, first + 1);
  g_assert_true (stp_diary_delete (fixture->diary, now, NULL));
  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  now = stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, id);
  g_assert_cmpint (stp_record_get_modified (now), ==, first + 3);
}

static StpProfile *
edit_profile (Fixture *fixture)
{
  return stp_record_copy (stp_diary_get_profile (fixture->diary));
}

static void
test_profile_entries_carry_their_own_stamps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpProfile) one = edit_profile (fixture);
  g_autoptr (StpProfile) two = NULL;
  g_autoptr (StpProfile) three = NULL;
  StpRuleChoice *choice = stp_rule_choice_new ();
  StpProfile *now;

  choice->hours = 72;
  one->rules = stp_map_new (&stp_rule_choice_shape);
  g_hash_table_insert (one->rules, g_strdup ("prep.bpo"), choice);
  g_assert_true (stp_diary_put (fixture->diary, one, NULL));
  g_assert_cmpint (stp_record_get_modified (one), ==, 0);
  g_assert_cmpint (stp_profile_get_rule (one, "prep.bpo")->modified, ==, NOW);

  two = edit_profile (fixture);
  two->preset = STP_PRESET_STRICT;
  g_assert_true (stp_diary_put (fixture->diary, two, NULL));
  g_assert_cmpint (stp_record_get_modified (two), ==, NOW + 1);
  g_assert_cmpint (stp_profile_get_rule (two, "prep.bpo")->modified, ==, NOW);

  three = edit_profile (fixture);
  g_hash_table_remove_all (three->rules);
  g_assert_true (stp_diary_put (fixture->diary, three, NULL));
  g_assert_null (stp_profile_get_rule (three, "prep.bpo"));
  choice = g_hash_table_lookup (three->rules, "prep.bpo");
  g_assert_nonnull (choice);
  g_assert_cmpint (choice->modified, ==, NOW + 2);

  g_assert_true (stp_diary_undo (fixture->diary, NULL));
  now = stp_diary_get_profile (fixture->diary);
  g_assert_cmpint (stp_profile_get_rule (now, "prep.bpo")->hours, ==, 72);
  g_assert_cmpint (stp_profile_get_rule (now, "prep.bpo")->modified, ==, NOW + 3);
}

static void
count_notify_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  g_autofree char *label = NULL;
  guint notified = 0;
  gboolean can_undo;

  g_signal_connect (fixture->diary, "notify::read-only", G_CALLBACK (count_notify_cb), &notified);
  stp_diary_set_read_only (fixture->diary, FALSE);
  g_assert_cmpuint (notified, ==, 0);
  stp_diary_set_read_only (fixture->diary, TRUE);
  stp_diary_set_read_only (fixture->diary, FALSE);
  g_assert_cmpuint (notified, ==, 2);

  stp_diary_begin_edit (fixture->diary, "Add a Product");
  add_product (fixture, "One");
  stp_diary_end_edit (fixture->diary);
  g_object_get (fixture->diary, "can-undo", &can_undo, "undo-label", &label, NULL);
  g_assert_true (can_undo);
  g_assert_cmpstr (label, ==, "Add a Product");
}

#define ADD(path, function) g_test_add ("/diary/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("put", test_put);
  ADD ("put-announces-one-position", test_put_announces_one_position);
  ADD ("refused-drafts", test_refused_drafts);
  ADD ("read-only", test_read_only);
  ADD ("undo-and-redo", test_undo_and_redo);
  ADD ("undo-stamps-afresh", test_undo_stamps_afresh);
  ADD ("group-is-one-edit", test_group_is_one_edit);
  ADD ("cancelled-group-leaves-no-trace", test_cancelled_group_leaves_no_trace);
  ADD ("delete-and-back", test_delete_and_back);
  ADD ("named-records-stay", test_named_records_stay);
  ADD ("undo-drops-what-changed-since", test_undo_drops_what_changed_since);
  ADD ("permanent-edits-are-not-undone", test_permanent_edits_are_not_undone);
  ADD ("clock-set-back-loses-no-edit", test_clock_set_back_loses_no_edit);
  ADD ("profile-entries-carry-their-own-stamps", test_profile_entries_carry_their_own_stamps);
  ADD ("properties", test_properties);
  return g_test_run ();
}
