// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-diary-struct-private.h"

static void
adopt_type (StpDiary *self, StpSnapshot *snapshot, StpRecordType type)
{
  g_autoptr (GPtrArray) mine = stp_record_list_dup_array (self->lists[type]);

  for (guint i = 0; i < mine->len; i++)
    if (!stp_snapshot_lookup (snapshot, type, stp_record_get_id (mine->pdata[i])))
      {
        stp_diary_remember (self, type, mine->pdata[i], NULL);
        stp_diary_swap (self, type, stp_record_get_id (mine->pdata[i]), NULL);
      }
  for (guint i = 0; i < snapshot->records[type]->len; i++)
    {
      gpointer theirs = snapshot->records[type]->pdata[i];
      gpointer before = stp_diary_lookup_same (self, theirs);

      if (before == theirs)
        continue;
      stp_diary_remember (self, type, before, theirs);
      stp_diary_swap (self, type, stp_record_get_id (theirs), theirs);
    }
}

static gboolean
same_deletions (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer id, stamp;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &id, &stamp))
    {
      gint64 *other = g_hash_table_lookup (b, id);

      if (other == NULL || *other != *(gint64 *) stamp)
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_extras (JsonObject *a, JsonObject *b)
{
  return a == b || (a != NULL && b != NULL && json_object_equal (a, b));
}

/* What no record shows but the file must keep. Returns whether it is another than before. */
static gboolean
adopt_the_rest (StpDiary *self, StpSnapshot *snapshot)
{
  gboolean same = same_deletions (self->deleted, snapshot->deleted) &&
                  same_extras (self->extras, snapshot->extras);

  g_hash_table_unref (self->deleted);
  self->deleted = stp_diary_copy_deleted (snapshot->deleted);
  g_clear_pointer (&self->extras, json_object_unref);
  self->extras = snapshot->extras ? json_object_ref (snapshot->extras) : NULL;
  self->greatest_stamp = MAX (self->greatest_stamp, stp_snapshot_get_greatest_stamp (snapshot));
  return !same;
}

/**
 * stp_diary_adopt_snapshot:
 * @snapshot: the same diary after a merge
 *
 * Takes over what a merge brought, with the stamps it has. Not an edit and not undoable; records
 * that are the same object in both are left alone. A merge that brought nothing but deletions or
 * unknown members is announced without changes, so that it is saved.
 */
void
stp_diary_adopt_snapshot (StpDiary *self, StpSnapshot *snapshot)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  gboolean rest_changed, nothing_else;

  g_return_if_fail (STP_IS_DIARY (self));
  g_return_if_fail (g_str_equal (self->id, snapshot->id));

  stp_diary_begin_edit (self, NULL);
  self->group_permanent = TRUE;
  if (self->profile != snapshot->profile)
    {
      stp_diary_remember (self, STP_RECORD_PROFILE, self->profile, snapshot->profile);
      g_set_object (&self->profile, snapshot->profile);
    }
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    adopt_type (self, snapshot, type);
  rest_changed = adopt_the_rest (self, snapshot);
  nothing_else = self->group->len == 0;
  stp_diary_end_edit (self);
  if (rest_changed && nothing_else)
    stp_diary_emit_changed (self, none);
}
