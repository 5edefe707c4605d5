// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-snapshot.h"

#include "diary/stp-record-private.h"

/**
 * stp_snapshot_new:
 * @id: (nullable): the diary's id; %NULL for a fresh one
 *
 * Returns: (transfer full): an empty diary of our own format
 */
StpSnapshot *
stp_snapshot_new (const char *id)
{
  StpSnapshot *self = g_new0 (StpSnapshot, 1);

  g_atomic_ref_count_init (&self->refs);
  self->format = STP_DIARY_FORMAT;
  self->id = id ? g_strdup (id) : g_uuid_string_random ();
  self->profile = stp_record_new (STP_RECORD_PROFILE);
  stp_record_seal (self->profile);
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    self->records[type] = g_ptr_array_new_with_free_func (g_object_unref);
  self->deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

StpSnapshot *
stp_snapshot_ref (StpSnapshot *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
stp_snapshot_unref (StpSnapshot *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->id);
  g_clear_object (&self->profile);
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    g_ptr_array_unref (self->records[type]);
  g_hash_table_unref (self->deleted);
  g_clear_pointer (&self->extras, json_object_unref);
  g_free (self);
}

/**
 * stp_snapshot_take:
 * @record: (transfer full): a record; it is sealed
 *
 * Adds @record while the snapshot is being made. Call stp_snapshot_sort() once all are in.
 */
void
stp_snapshot_take (StpSnapshot *self, gpointer record)
{
  StpRecordType type = stp_record_get_record_type (record);

  stp_record_seal (record);
  if (type == STP_RECORD_PROFILE)
    {
      g_clear_object (&self->profile);
      self->profile = record;
    }
  else
    g_ptr_array_add (self->records[type], record);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (stp_record_get_id (a), stp_record_get_id (b));
}

/**
 * stp_snapshot_sort:
 *
 * Brings the records into the order of their ids, in which they are saved and looked up.
 */
void
stp_snapshot_sort (StpSnapshot *self)
{
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    g_ptr_array_sort_values (self->records[type], compare_ids);
}

/**
 * stp_snapshot_lookup:
 * @type: any type but the profile
 *
 * Returns: (transfer none) (nullable): the record with that id
 */
gpointer
stp_snapshot_lookup (StpSnapshot *self, StpRecordType type, const char *id)
{
  GPtrArray *records = self->records[type];
  guint low = 0, high = records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (stp_record_get_id (records->pdata[middle]), id);

      if (order == 0)
        return records->pdata[middle];
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/**
 * stp_snapshot_set_deleted:
 * @stamp: when it was deleted, UTC microseconds
 */
void
stp_snapshot_set_deleted (StpSnapshot *self, const char *id, gint64 stamp)
{
  g_hash_table_insert (self->deleted, g_strdup (id), g_memdup2 (&stamp, sizeof stamp));
}

static gint64
get_greatest_in_map (const StpShape *shape, GHashTable *map, gint64 greatest)
{
  GHashTableIter iter;
  gpointer value;

  if (map == NULL)
    return greatest;
  g_hash_table_iter_init (&iter, map);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    greatest = MAX (greatest, *stp_value_get_stamp (shape, value));
  return greatest;
}

static gint64
get_greatest_in_profile (StpProfile *profile)
{
  gint64 greatest = stp_record_get_modified (profile);

  if (profile->consultation)
    greatest = MAX (greatest, profile->consultation->modified);
  greatest = get_greatest_in_map (&stp_rule_choice_shape, profile->rules, greatest);
  greatest = get_greatest_in_map (&stp_standing_answer_shape, profile->answers, greatest);
  return get_greatest_in_map (&stp_clearance_shape, profile->clearances, greatest);
}

/**
 * stp_snapshot_get_greatest_stamp:
 *
 * Returns: the latest `modified` or deletion in the diary, UTC microseconds; the next edit is
 *   stamped later than this, so that a clock set back loses no edit
 */
gint64
stp_snapshot_get_greatest_stamp (StpSnapshot *self)
{
  gint64 greatest = get_greatest_in_profile (self->profile);
  GHashTableIter iter;
  gpointer stamp;

  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    for (guint i = 0; i < self->records[type]->len; i++)
      greatest = MAX (greatest, stp_record_get_modified (self->records[type]->pdata[i]));
  g_hash_table_iter_init (&iter, self->deleted);
  while (g_hash_table_iter_next (&iter, NULL, &stamp))
    greatest = MAX (greatest, *(gint64 *) stamp);
  return greatest;
}
