// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-restore.h"

static gboolean
goes_back (StpRecordType type)
{
  return type == STP_RECORD_PRODUCT || type == STP_RECORD_COURSE;
}

static gboolean
is_same (gpointer now, gpointer then)
{
  return now == then || stp_record_get_modified (now) == stp_record_get_modified (then) ||
         stp_value_equal (stp_record_get_shape (now), now, then);
}

static void
compare_records (StpRestore *self, StpSnapshot *now, StpSnapshot *then, StpRecordType type)
{
  for (guint i = 0; i < then->records[type]->len; i++)
    {
      gpointer record = then->records[type]->pdata[i];
      gpointer present = stp_snapshot_lookup (now, type, stp_record_get_id (record));

      if (present != NULL && (!goes_back (type) || is_same (present, record)))
        continue;
      if (present != NULL)
        self->changed[type]++;
      else
        self->back[type]++;
      g_ptr_array_add (self->drafts, stp_record_copy (record));
    }
}

/* What was answered since stays; what is answered nowhere else comes back. */
static GHashTable *
join_entries (const StpShape *shape, GHashTable *now, GHashTable *then)
{
  GHashTable *joined = stp_map_new (shape);
  GHashTable *const maps[] = { then, now };

  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      GHashTableIter iter;
      gpointer key, value;

      if (maps[i] == NULL)
        continue;
      g_hash_table_iter_init (&iter, maps[i]);
      while (g_hash_table_iter_next (&iter, &key, &value))
        g_hash_table_insert (joined, g_strdup (key), stp_value_copy (shape, value));
    }
  return joined;
}

static void
replace_map (GHashTable **map, GHashTable *joined)
{
  g_clear_pointer (map, g_hash_table_unref);
  if (g_hash_table_size (joined) > 0)
    *map = g_hash_table_ref (joined);
  g_hash_table_unref (joined);
}

/* The settings of then, with what is known now. */
static void
compare_profiles (StpRestore *self, StpProfile *now, StpProfile *then)
{
  g_autoptr (StpProfile) draft = stp_record_copy (then);

  replace_map (&draft->answers,
               join_entries (&stp_standing_answer_shape, now->answers, then->answers));
  replace_map (&draft->clearances,
               join_entries (&stp_clearance_shape, now->clearances, then->clearances));
  if (now->consultation != NULL)
    {
      g_clear_pointer (&draft->consultation, stp_consultation_free);
      draft->consultation = stp_consultation_copy (now->consultation);
    }
  if (now->questionnaire_at.us != STP_TIME_UNSET)
    draft->questionnaire_at = now->questionnaire_at;
  if (stp_value_equal (stp_record_get_shape (now), now, draft))
    return;
  self->changed[STP_RECORD_PROFILE] = 1;
  g_ptr_array_add (self->drafts, g_steal_pointer (&draft));
}

/**
 * stp_restore_new:
 * @now: the diary as it is
 * @then: an earlier state of the same diary
 *
 * Changes nothing yet. May run in any thread that owns both.
 *
 * Returns: (transfer full): what would change
 */
StpRestore *
stp_restore_new (StpSnapshot *now, StpSnapshot *then)
{
  StpRestore *self = g_new0 (StpRestore, 1);

  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    compare_records (self, now, then, type);
  compare_profiles (self, now->profile, then->profile);
  return self;
}

/**
 * stp_restore_free:
 *
 * Frees what was found; the diary stays as it is.
 */
void
stp_restore_free (StpRestore *self)
{
  g_ptr_array_unref (self->drafts);
  g_free (self);
}

/**
 * stp_restore_is_empty:
 *
 * Returns: whether nothing would change
 */
gboolean
stp_restore_is_empty (StpRestore *self)
{
  return self->drafts->len == 0;
}

static guint
sum (const guint *counts)
{
  guint n = 0;

  for (int type = 0; type < STP_RECORD_N; type++)
    n += counts[type];
  return n;
}

/**
 * stp_restore_count_back:
 *
 * Returns: how many records would come back
 */
guint
stp_restore_count_back (StpRestore *self)
{
  return sum (self->back);
}

/**
 * stp_restore_count_changed:
 *
 * Returns: how many records would be again as they were; the profile counts as one
 */
guint
stp_restore_count_changed (StpRestore *self)
{
  return sum (self->changed);
}

/**
 * stp_restore_apply:
 * @diary: the diary that was compared, unchanged since
 * @label: for "Undo …"
 *
 * Brings it back, in one edit that can be undone. Once only.
 *
 * Returns: whether it was done
 */
gboolean
stp_restore_apply (StpRestore *self, StpDiary *diary, const char *label, GError **error)
{
  return stp_diary_restore (diary, self->drafts, label, error);
}
