// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "exchange/stp-import.h"

static void
compare_records (StpImport *self, StpSnapshot *now, StpSnapshot *rows, StpRecordType type)
{
  for (guint i = 0; i < rows->records[type]->len; i++)
    {
      gpointer record = rows->records[type]->pdata[i];
      gpointer present = stp_snapshot_lookup (now, type, stp_record_get_id (record));

      if (present == NULL)
        {
          self->added[type]++;
          g_ptr_array_add (self->drafts, stp_record_copy (record));
        }
      else if (stp_value_equal (stp_record_get_shape (record), present, record))
        self->present[type]++;
      else
        self->different[type]++;
    }
}

static void
compare_profiles (StpImport *self, StpSnapshot *now, StpSnapshot *rows)
{
  const StpShape *shape = stp_record_get_shape (now->profile);

  if (stp_value_equal (shape, now->profile, rows->profile))
    return;
  self->added[STP_RECORD_PROFILE] = 1;
  g_ptr_array_add (self->drafts, stp_record_copy (rows->profile));
}

/**
 * stp_import_new:
 * @now: the diary as it is
 * @tables: what is to be taken; read by this
 *
 * Changes nothing yet. May run in any thread that owns both.
 *
 * Returns: (transfer full): what would be added
 */
StpImport *
stp_import_new (StpSnapshot *now, StpTables *tables)
{
  g_autoptr (StpSnapshot) rows = stp_tables_read (tables, now);
  StpImport *self = g_new0 (StpImport, 1);

  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  self->problems = g_ptr_array_ref (tables->problems);
  compare_profiles (self, now, rows);
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    compare_records (self, now, rows, type);
  return self;
}

/**
 * stp_import_free:
 *
 * Frees what was found; the diary stays as it is.
 */
void
stp_import_free (StpImport *self)
{
  g_ptr_array_unref (self->drafts);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * stp_import_apply:
 * @diary: the diary that was compared, unchanged since
 * @label: for "Undo …"
 *
 * Adds it, in one edit that can be undone. Once only.
 *
 * Returns: whether it was done; if not, nothing changed
 */
gboolean
stp_import_apply (StpImport *self, StpDiary *diary, const char *label, GError **error)
{
  return stp_diary_restore (diary, self->drafts, label, error);
}
