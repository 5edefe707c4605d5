// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-diary-private.h"
#include "exchange/stp-generate.h"
#include "store-fixture.h"
#include "store/stp-generations.h"
#include "store/stp-restore.h"

typedef struct
{
  StpClock *clock;
  StpDiary *diary;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = stp_clock_new_fixed (NOW);
  fixture->diary = stp_diary_new (fixture->clock);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->diary);
  g_object_unref (fixture->clock);
}

static gpointer
put (Fixture *fixture, gpointer draft)
{
  g_autoptr (StpRecord) owned = draft;
  g_autoptr (GError) error = NULL;

  stp_diary_put_guarded (fixture->diary, owned, STP_EDIT_UNDOABLE, &error);
  g_assert_no_error (error);
  return stp_diary_lookup (fixture->diary, stp_record_get_record_type (owned),
                           stp_record_get_id (owned) ? stp_record_get_id (owned) : "");
}

static StpProduct *
put_product (Fixture *fixture, gpointer before, const char *name)
{
  StpProduct *draft = before ? stp_record_copy (before) : stp_record_new (STP_RECORD_PRODUCT);

  g_set_str (&draft->name, name);
  return put (fixture, draft);
}

static StpApplication *
put_use (Fixture *fixture, StpProduct *product)
{
  StpApplication *draft = stp_record_new (STP_RECORD_APPLICATION);

  draft->product = g_strdup (stp_record_get_id (product));
  return put (fixture, draft);
}

static StpRestore *
compare (Fixture *fixture, StpSnapshot *then)
{
  g_autoptr (StpSnapshot) now = stp_diary_dup_snapshot (fixture->diary);

  return stp_restore_new (now, then);
}

static char *
to_text (Fixture *fixture)
{
  g_autoptr (StpSnapshot) snapshot = stp_diary_dup_snapshot (fixture->diary);
  g_autoptr (GBytes) bytes = stp_codec_write (snapshot);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_brings_back (Fixture *fixture, gconstpointer data)
{
  StpProduct *cream = put_product (fixture, NULL, "Cream");
  StpProduct *serum = put_product (fixture, NULL, "Serum");
  g_autofree char *cream_id = g_strdup (stp_record_get_id (cream));
  g_autofree char *serum_id = g_strdup (stp_record_get_id (serum));
  g_autoptr (StpSnapshot) then = stp_diary_dup_snapshot (fixture->diary);
  g_autoptr (StpRestore) restore = NULL;
  g_autoptr (GError) error = NULL;
  StpProduct *back;

  g_assert_true (stp_diary_delete (fixture->diary, cream, NULL));
  serum = put_product (fixture, serum, "Lotion");
  put_product (fixture, NULL, "Toner");
  stp_clock_set_fixed (fixture->clock, NOW - 365 * STP_DAY_LENGTH);

  restore = compare (fixture, then);
  g_assert_cmpuint (restore->back[STP_RECORD_PRODUCT], ==, 1);
  g_assert_cmpuint (restore->changed[STP_RECORD_PRODUCT], ==, 1);
  g_assert_cmpuint (stp_restore_count_back (restore), ==, 1);
  g_assert_cmpuint (stp_restore_count_changed (restore), ==, 1);
  g_assert_true (stp_restore_apply (restore, fixture->diary, "Restore", &error));
  g_assert_no_error (error);

  g_assert_cmpuint (stp_diary_get_n_records (fixture->diary, STP_RECORD_PRODUCT), ==, 3);
  back = stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, cream_id);
  g_assert_cmpstr (back->name, ==, "Cream");
  g_assert_cmpint (stp_record_get_modified (back), >, NOW);
  back = stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, serum_id);
  g_assert_cmpstr (back->name, ==, "Serum");

  g_assert_true (stp_diary_undo (fixture->diary, &error));
  g_assert_no_error (error);
  g_assert_null (stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, cream_id));
  back = stp_diary_lookup (fixture->diary, STP_RECORD_PRODUCT, serum_id);
  g_assert_cmpstr (back->name, ==, "Lotion");
}

/* What happened stays as it is recorded now: no window gets shorter, no lock opens. */
static void
test_facts_stay (Fixture *fixture, gconstpointer data)
{
  StpProduct *cream = put_product (fixture, NULL, "Cream");
  StpReaction *reaction = stp_record_new (STP_RECORD_REACTION), *worse;
  g_autoptr (StpProfile) profile = NULL;
  g_autoptr (StpSnapshot) then = NULL;
  g_autoptr (StpRestore) restore = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  stp_instant_parse ("2026-11-01T08:00:00Z", &reaction->at);
  reaction->redness = 0;
  reaction = put (fixture, reaction);
  then = stp_diary_dup_snapshot (fixture->diary);

  worse = stp_record_copy (reaction);
  worse->redness = 4;
  put (fixture, worse);
  put_use (fixture, cream);
  profile = stp_record_copy (stp_diary_get_profile (fixture->diary));
  profile->answers = stp_map_new (&stp_standing_answer_shape);
  g_hash_table_insert (profile->answers, g_strdup ("q.pregnant"), stp_standing_answer_new ());
  ((StpStandingAnswer *) g_hash_table_lookup (profile->answers, "q.pregnant"))->answer =
    STP_ANSWER_YES;
  g_assert_true (stp_diary_put (fixture->diary, profile, NULL));

  before = to_text (fixture);
  restore = compare (fixture, then);
  g_assert_true (stp_restore_is_empty (restore));
  g_assert_true (stp_restore_apply (restore, fixture->diary, "Restore", NULL));
  after = to_text (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpProfile) profile = stp_record_copy (stp_diary_get_profile (fixture->diary));
  g_autoptr (StpSnapshot) then = stp_diary_dup_snapshot (fixture->diary);
  g_autoptr (StpRestore) restore = NULL;

  profile->preset = STP_PRESET_STRICT;
  g_assert_true (stp_diary_put (fixture->diary, profile, NULL));
  restore = compare (fixture, then);
  g_assert_cmpuint (restore->changed[STP_RECORD_PROFILE], ==, 1);
  g_assert_true (stp_restore_apply (restore, fixture->diary, "Restore", NULL));
  g_assert_cmpint (stp_diary_get_profile (fixture->diary)->preset, !=, STP_PRESET_STRICT);
  g_clear_pointer (&restore, stp_restore_free);
  restore = compare (fixture, then);
  g_assert_true (stp_restore_is_empty (restore));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StpSnapshot) then = NULL;
  g_autoptr (StpRestore) restore = NULL;
  g_autoptr (GError) error = NULL;
  StpProduct *cream = put_product (fixture, NULL, "Cream");

  then = stp_diary_dup_snapshot (fixture->diary);
  g_assert_true (stp_diary_delete (fixture->diary, cream, NULL));
  stp_diary_set_read_only (fixture->diary, TRUE);
  restore = compare (fixture, then);
  g_assert_false (stp_restore_apply (restore, fixture->diary, "Restore", &error));
  g_assert_error (error, STP_DIARY_ERROR, STP_DIARY_ERROR_READ_ONLY);
}

/* Twenty years at once, and taken back, and again: not in the square of it. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = stp_generate_build (20, 1);
  g_autoptr (StpSnapshot) then = stp_codec_read (bytes, NULL, NULL, NULL);
  g_autoptr (StpSnapshot) empty = stp_snapshot_new (then->id);
  g_autoptr (StpSnapshot) after = NULL;
  g_autoptr (StpRestore) restore = stp_restore_new (empty, then);
  g_autoptr (StpDiary) diary = stp_diary_new_from_snapshot (fixture->clock, empty);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (stp_restore_count_back (restore), ==, stp_codec_count (then));
  g_assert_true (stp_restore_apply (restore, diary, "Restore", &error));
  g_assert_true (stp_diary_undo (diary, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (stp_diary_get_n_records (diary, STP_RECORD_APPLICATION), ==, 0);
  g_assert_true (stp_diary_redo (diary, &error));
  g_assert_no_error (error);
  after = stp_diary_dup_snapshot (diary);
  g_assert_cmpuint (stp_codec_count (after), ==, stp_codec_count (then));
}

static StpReaction *
put_reaction (Fixture *fixture, StpSession *session, guint64 signs)
{
  StpReaction *draft = stp_record_new (STP_RECORD_REACTION);

  draft->session = g_strdup (stp_record_get_id (session));
  draft->at = (StpInstant) { NOW, 0 };
  draft->signs = signs;
  return put (fixture, draft);
}

/* A diary with a session that went wrong: { session, its gate, its step, pus, device }. */
static void
put_bad_session (Fixture *fixture, StpRecord *lasting[5])
{
  StpDevice *device = stp_record_new (STP_RECORD_DEVICE);
  StpSession *session = stp_record_new (STP_RECORD_SESSION);
  StpGate *gate = stp_record_new (STP_RECORD_GATE);
  StpStep *step = stp_record_new (STP_RECORD_STEP);

  device->name = g_strdup ("Roller");
  device->kind = STP_DEVICE_ROLLER;
  session->device = g_strdup (stp_record_get_id (device));
  session->state = STP_SESSION_DONE;
  session->start = (StpInstant) { NOW - STP_HOUR, 0 };
  gate->session = g_strdup (stp_record_get_id (session));
  step->session = g_strdup (stp_record_get_id (session));
  gate->at = step->at = session->start;
  step->step = STP_STEP_WASH;
  lasting[4] = put (fixture, device);
  lasting[0] = put (fixture, session);
  lasting[1] = put (fixture, gate);
  lasting[2] = put (fixture, step);
  lasting[3] = (StpRecord *) put_reaction (fixture, session, STP_BIT (STP_SIGN_PUS));
}

static gpointer
find (StpDiary *diary, gpointer record)
{
  return stp_diary_lookup (diary, stp_record_get_record_type (record), stp_record_get_id (record));
}

/* E14: a red answer that came back stays, and so do gates and steps, with all that they name. What
 * else came goes, and can come again. */
static void
test_undo_opens_no_lock (Fixture *fixture, gconstpointer data)
{
  StpProduct *cream = put_product (fixture, NULL, "Cream");
  StpRecord *lasting[5];
  g_autoptr (StpSnapshot) then = NULL;
  g_autoptr (StpSnapshot) empty = NULL;
  g_autoptr (StpDiary) diary = NULL;
  g_autoptr (StpRestore) restore = NULL;
  g_autoptr (GError) error = NULL;
  StpReaction *calm;

  put_bad_session (fixture, lasting);
  calm = put_reaction (fixture, (StpSession *) lasting[0], 0);
  then = stp_diary_dup_snapshot (fixture->diary);
  empty = stp_snapshot_new (then->id);
  diary = stp_diary_new_from_snapshot (fixture->clock, empty);
  restore = stp_restore_new (empty, then);
  g_assert_true (stp_restore_apply (restore, diary, "Restore", &error));
  g_assert_no_error (error);
  g_assert_true (stp_diary_is_last_undoable (diary));

  for (int round = 0; round < 2; round++)
    {
      g_assert_true (stp_diary_undo (diary, &error));
      g_assert_no_error (error);
      g_assert_null (find (diary, cream));
      g_assert_null (find (diary, calm));
      for (guint i = 0; i < G_N_ELEMENTS (lasting); i++)
        g_assert_nonnull (find (diary, lasting[i]));
      g_assert_true (stp_diary_redo (diary, &error));
      g_assert_no_error (error);
      g_assert_nonnull (find (diary, cream));
      g_assert_nonnull (find (diary, calm));
    }
}

/* Where all that came stays, undo would take back the edit before: it is not offered. */
static void
test_nothing_to_undo (Fixture *fixture, gconstpointer data)
{
  StpProduct *cream;
  StpRecord *lasting[5];
  g_autoptr (StpSnapshot) then = NULL;
  g_autoptr (StpSnapshot) empty = NULL;
  g_autoptr (StpDiary) diary = NULL;
  g_autoptr (StpRestore) restore = NULL;

  put_bad_session (fixture, lasting);
  then = stp_diary_dup_snapshot (fixture->diary);
  empty = stp_snapshot_new (then->id);
  diary = stp_diary_new_from_snapshot (fixture->clock, empty);
  cream = stp_record_new (STP_RECORD_PRODUCT);
  cream->name = g_strdup ("Cream");
  g_assert_true (stp_diary_put (diary, cream, NULL));
  g_assert_true (stp_diary_is_last_undoable (diary));

  restore = stp_restore_new (empty, then);
  g_assert_true (stp_restore_apply (restore, diary, "Restore", NULL));
  g_assert_false (stp_diary_is_last_undoable (diary));
  g_assert_true (stp_diary_undo (diary, NULL));
  g_assert_null (find (diary, cream));
  g_assert_nonnull (find (diary, lasting[3]));
  g_assert_false (stp_diary_is_last_undoable (diary));
  g_object_unref (cream);
}

/* Its arrays may be those of the diary, so the one without products is a new one. */
static void
forget_products (StpSnapshot *snapshot)
{
  g_ptr_array_unref (snapshot->records[STP_RECORD_PRODUCT]);
  snapshot->records[STP_RECORD_PRODUCT] = g_ptr_array_new_with_free_func (g_object_unref);
}

/* A use of a product that was lost: it comes back, goes and comes again as it was. */
static void
test_missing_name (Fixture *fixture, gconstpointer data)
{
  StpProduct *cream = put_product (fixture, NULL, "Cream");
  StpApplication *use = put_use (fixture, cream);
  g_autoptr (StpSnapshot) then = stp_diary_dup_snapshot (fixture->diary);
  g_autoptr (StpSnapshot) empty = stp_snapshot_new (then->id);
  g_autoptr (StpDiary) diary = stp_diary_new_from_snapshot (fixture->clock, empty);
  g_autoptr (StpRestore) restore = NULL;
  g_autoptr (GError) error = NULL;

  forget_products (then);
  restore = stp_restore_new (empty, then);
  g_assert_true (stp_restore_apply (restore, diary, "Restore", &error));
  g_assert_true (stp_diary_undo (diary, &error));
  g_assert_no_error (error);
  g_assert_null (find (diary, use));
  g_assert_true (stp_diary_redo (diary, &error));
  g_assert_no_error (error);
  g_assert_nonnull (find (diary, use));

  g_assert_true (stp_diary_delete (diary, find (diary, use), NULL));
  g_assert_true (stp_diary_undo (diary, &error));
  g_assert_no_error (error);
  g_assert_nonnull (find (diary, use));
}

/* The product of such a use is found again: undo goes on, and leaves it. */
static void
test_found_name (Fixture *fixture, gconstpointer data)
{
  StpProduct *cream = put_product (fixture, NULL, "Cream");
  StpProduct *toner = put_product (fixture, NULL, "Toner");
  StpApplication *use = put_use (fixture, cream);
  g_autoptr (StpSnapshot) then = stp_diary_dup_snapshot (fixture->diary);
  g_autoptr (StpSnapshot) now = stp_diary_dup_snapshot (fixture->diary);
  g_autoptr (StpDiary) diary = NULL;
  g_autoptr (StpRestore) restore = NULL;
  g_autoptr (GError) error = NULL;

  forget_products (now);
  diary = stp_diary_new_from_snapshot (fixture->clock, now);
  restore = stp_restore_new (now, then);
  g_assert_true (stp_restore_apply (restore, diary, "Restore", &error));
  g_assert_true (stp_diary_undo (diary, &error));
  g_assert_no_error (error);
  g_assert_nonnull (find (diary, cream));
  g_assert_nonnull (find (diary, use));
  g_assert_null (find (diary, toner));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  stp_store_keep_finish (STP_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* A damaged file, and everything of it back from what was kept the moment before. */
static void
test_from_generation (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (StpStore) store = store_open (fixture);
  g_autoptr (StpSnapshot) now = NULL;
  g_autoptr (StpSnapshot) then = NULL;
  g_autoptr (StpRestore) restore = NULL;
  gboolean kept = FALSE;

  store_add_product (store, "A");
  store_add_product (store, "B");
  stp_store_keep_async (store, NULL, kept_cb, &kept);
  while (!kept)
    g_main_context_iteration (NULL, TRUE);
  /* The worker that kept it may hold on to the store for a moment longer. */
  store_settle (store);
  stp_store_close (store);
  g_clear_object (&store);

  store_write_file (fixture->path, "{");
  store = store_open (fixture);
  then = stp_generations_read_newest (fixture->folder);
  now = stp_diary_dup_snapshot (stp_store_get_diary (store));
  g_assert_cmpstr (then->id, ==, now->id);
  restore = stp_restore_new (now, then);
  g_assert_true (stp_restore_apply (restore, stp_store_get_diary (store), "Restore", NULL));
  store_flush_ok (store);
  g_assert_cmpuint (store_count_products (fixture->path), ==, 2);
  store_settle (store);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/restore/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("brings-back", test_brings_back);
  ADD ("facts-stay", test_facts_stay);
  ADD ("settings", test_settings);
  ADD ("read-only", test_read_only);
  ADD ("large", test_large);
  ADD ("undo-opens-no-lock", test_undo_opens_no_lock);
  ADD ("nothing-to-undo", test_nothing_to_undo);
  ADD ("missing-name", test_missing_name);
  ADD ("found-name", test_found_name);
  g_test_add ("/restore/from-generation", StoreFixture, NULL, store_set_up, test_from_generation,
              store_tear_down);

  return g_test_run ();
}
