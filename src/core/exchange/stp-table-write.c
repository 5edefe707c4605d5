// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "exchange/stp-table-write.h"

#include <string.h>

#include "exchange/stp-csv-private.h"
#include "exchange/stp-table-cell-private.h"
#include "exchange/stp-table-private.h"
#include "exchange/stp-table-span-private.h"
#include "store/stp-codec.h"
#include "store/stp-json-out.h"

/**
 * Table:
 * @columns: (element-type utf8): interned names, in order
 * @known: a set of them
 * @text: the rows so far
 * @sessions: (element-type utf8): ids of those that are in it
 */
typedef struct
{
  GPtrArray *columns;
  GHashTable *known;
  GString *text;
  StpTableSpan span;
  GHashTable *sessions;
} Table;

static void
table_init (Table *self, StpSnapshot *snapshot, StpTableSpan span)
{
  self->columns = g_ptr_array_new ();
  self->known = g_hash_table_new (NULL, NULL);
  self->text = g_string_new (NULL);
  self->span = span;
  self->sessions = stp_table_span_list_sessions (span, snapshot);
}

static GBytes *
table_end (Table *self)
{
  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->sessions);
  return g_string_free_to_bytes (self->text);
}

static void
add_column (Table *self, const char *name)
{
  gpointer interned = (gpointer) g_intern_string (name);

  if (g_hash_table_add (self->known, interned))
    g_ptr_array_add (self->columns, interned);
}

static void
add_columns_of_shape (Table *self, StpRecordType type)
{
  const StpShape *shape = stp_record_type_get_shape (type);

  if (type != STP_RECORD_PROFILE)
    add_column (self, "id");
  add_column (self, "modified");
  for (guint i = 0; i < shape->n_members; i++)
    add_column (self, shape->members[i].name);
}

/* The records of @type; the profile is the only one of its kind. */
static GPtrArray *
list_records (Table *self, StpSnapshot *snapshot, StpRecordType type)
{
  GPtrArray *list = g_ptr_array_new ();
  GPtrArray *all = snapshot->records[type];

  if (type == STP_RECORD_PROFILE)
    g_ptr_array_add (list, snapshot->profile);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (stp_table_span_covers (self->span, self->sessions, type, all->pdata[i]))
      g_ptr_array_add (list, all->pdata[i]);
  return list;
}

static void
add_names (GPtrArray *names, JsonObject *extras)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, extras);
  while (json_object_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, (gpointer) name);
}

/* Columns for what this version does not know, by name. */
static void
add_columns_of_extras (Table *self, StpSnapshot *snapshot, StpRecordType first, StpRecordType last)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (StpRecordType type = first; type <= last; type++)
    {
      const StpShape *shape = stp_record_type_get_shape (type);
      g_autoptr (GPtrArray) records = list_records (self, snapshot, type);

      for (guint i = 0; i < records->len; i++)
        {
          JsonObject *extras = *stp_table_extras (shape, records->pdata[i]);

          if (extras != NULL)
            add_names (names, extras);
        }
    }
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    add_column (self, names->pdata[i]);
}

static void
write_header (Table *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    stp_csv_append_field (self->text, i == 0, self->columns->pdata[i]);
  g_string_append (self->text, "\r\n");
}

static char *
dup_cell (const char *column, gpointer record, JsonObject *object)
{
  const StpMember *member = stp_table_find_member (stp_record_get_record_type (record), column);

  if (g_str_equal (column, STP_TABLE_KIND))
    return g_strdup (stp_record_type_get_name (stp_record_get_record_type (record)));
  return stp_table_cell_write (member, json_object_get_member (object, column));
}

static void
write_records (Table *self, StpSnapshot *snapshot, StpRecordType type)
{
  g_autoptr (GPtrArray) records = list_records (self, snapshot, type);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (JsonNode) node = stp_codec_write_record (records->pdata[i]);

      for (guint j = 0; j < self->columns->len; j++)
        {
          g_autofree char *cell = dup_cell (self->columns->pdata[j], records->pdata[i],
                                            json_node_get_object (node));

          stp_csv_append_field (self->text, j == 0, cell);
        }
      g_string_append (self->text, "\r\n");
    }
}

/**
 * stp_table_write:
 * @type: a kind of record
 *
 * Returns: (transfer full): the records of @type as a table: CSV as RFC 4180 has it, UTF-8, its
 *   columns named as the members of the document
 */
GBytes *
stp_table_write (StpSnapshot *snapshot, StpRecordType type, StpTableSpan span)
{
  Table self;

  table_init (&self, snapshot, span);
  add_columns_of_shape (&self, type);
  add_columns_of_extras (&self, snapshot, type, type);
  write_header (&self);
  write_records (&self, snapshot, type);
  return table_end (&self);
}

/**
 * stp_table_write_all:
 *
 * Returns: (transfer full): all records in one table, with a first column that names their kind
 */
GBytes *
stp_table_write_all (StpSnapshot *snapshot, StpTableSpan span)
{
  Table self;

  table_init (&self, snapshot, span);
  add_column (&self, STP_TABLE_KIND);
  add_column (&self, "id");
  for (int type = STP_RECORD_PROFILE; type < STP_RECORD_N; type++)
    add_columns_of_shape (&self, type);
  add_columns_of_extras (&self, snapshot, STP_RECORD_PROFILE, STP_RECORD_N - 1);
  write_header (&self);
  for (int type = STP_RECORD_PROFILE; type < STP_RECORD_N; type++)
    write_records (&self, snapshot, type);
  return table_end (&self);
}

/**
 * stp_table_write_folder:
 * @folder: a folder; tables of the same name are replaced
 *
 * Writes one table for each kind of record, also for those that have none yet: whoever reads them
 * need not ask. Takes a while: for a worker.
 */
gboolean
stp_table_write_folder (GFile *folder, StpSnapshot *snapshot, StpTableSpan span, GError **error)
{
  for (int type = STP_RECORD_PROFILE; type < STP_RECORD_N; type++)
    {
      g_autofree char *name = g_strconcat (stp_record_type_get_plural (type), ".csv", NULL);
      g_autoptr (GFile) file = g_file_get_child (folder, name);
      g_autoptr (GBytes) bytes = stp_table_write (snapshot, type, span);

      if (!g_file_replace_contents (
            file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
            G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}
