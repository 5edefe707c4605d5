// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/stp-table-rows-private.h"
#include "store/stp-codec.h"

/*
 * The rows are put together as a document and given to the reader of documents, which knows what a
 * record may be. What it finds is brought back to the line it stands in. Rows that keep the whole
 * from being read are left out, and the rest is read again.
 */
typedef struct
{
  StpTables *tables;
  StpSnapshot *now;
  GPtrArray *placed[STP_RECORD_N]; /* rows, as they stand in the document */
} Check;

static void
check_clear (Check *self)
{
  for (int type = 0; type < STP_RECORD_N; type++)
    g_clear_pointer (&self->placed[type], g_ptr_array_unref);
}

static JsonObject *
get_entries (JsonObject *object, const StpShape *shape, const char *name)
{
  const StpMember *member = shape != NULL ? stp_shape_find (shape, name) : NULL;
  JsonNode *node = json_object_get_member (object, name);

  return member != NULL && member->kind == STP_MEMBER_MAP && node != NULL &&
             JSON_NODE_HOLDS_OBJECT (node)
           ? json_node_get_object (node)
           : NULL;
}

/* What is said now stays; entries of a map count one by one. */
static void
fill (JsonObject *object, const StpShape *shape, JsonObject *more)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, more);
  while (json_object_iter_next (&iter, &name, &node))
    {
      JsonObject *entries = get_entries (object, shape, name);

      if (!json_object_has_member (object, name))
        json_object_set_member (object, name, json_node_ref (node));
      else if (entries != NULL && get_entries (more, shape, name) != NULL)
        fill (entries, NULL, get_entries (more, shape, name));
    }
}

static JsonObject *
begin_document (Check *self)
{
  g_autoptr (JsonNode) profile = stp_codec_write_record (self->now->profile);
  JsonObject *document = json_object_new ();

  json_object_set_int_member (document, "format", STP_DIARY_FORMAT);
  json_object_set_string_member (document, "id", self->now->id);
  json_object_set_member (document, "profile", g_steal_pointer (&profile));
  for (int type = STP_RECORD_PROFILE; type < STP_RECORD_N; type++)
    {
      self->placed[type] = g_ptr_array_new ();
      if (type != STP_RECORD_PROFILE)
        json_object_set_array_member (document, stp_record_type_get_plural (type),
                                      json_array_new ());
    }
  return document;
}

static void
place_row (Check *self, JsonObject *document, StpTableRow *row)
{
  const char *name = stp_record_type_get_plural (row->type);

  if (row->type == STP_RECORD_PROFILE)
    {
      /* What is filled must not be the row's own, which is looked at again. */
      g_autofree char *text = json_to_string (row->node, FALSE);
      g_autoptr (JsonNode) copy = json_from_string (text, NULL);

      fill (json_object_get_object_member (document, name), stp_record_type_get_shape (row->type),
            json_node_get_object (copy));
    }
  else
    json_array_add_element (json_object_get_array_member (document, name),
                            json_node_ref (row->node));
  g_ptr_array_add (self->placed[row->type], row);
}

static GBytes *
build_document (Check *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *document;
  char *text;

  check_clear (self);
  document = begin_document (self);
  json_node_take_object (root, document);
  for (guint i = 0; i < self->tables->rows->len; i++)
    {
      StpTableRow *row = self->tables->rows->pdata[i];

      if (!row->left_out)
        place_row (self, document, row);
    }
  text = json_to_string (root, FALSE);
  return g_bytes_new_take (text, strlen (text));
}

/* There is one profile, and the first row that says something counts. */
static StpTableRow *
find_profile_row (Check *self, const char *name, const char *entry)
{
  GPtrArray *rows = self->placed[STP_RECORD_PROFILE];
  const StpShape *shape = stp_record_type_get_shape (STP_RECORD_PROFILE);

  for (guint i = 0; name != NULL && i < rows->len; i++)
    {
      StpTableRow *row = rows->pdata[i];
      JsonObject *object = json_node_get_object (row->node);
      JsonObject *entries = get_entries (object, shape, name);

      if (entries != NULL && entry != NULL ? json_object_has_member (entries, entry)
                                           : json_object_has_member (object, name))
        return row;
    }
  return NULL;
}

/* The row that a fault is in. */
static StpTableRow *
find_row (Check *self, char **parts)
{
  for (int type = STP_RECORD_PROFILE; parts[0] && parts[1] && type < STP_RECORD_N; type++)
    if (g_str_equal (parts[1], stp_record_type_get_plural (type)))
      {
        GPtrArray *rows = self->placed[type];
        guint64 index = parts[2] != NULL ? g_ascii_strtoull (parts[2], NULL, 10) : rows->len;

        if (type == STP_RECORD_PROFILE)
          return find_profile_row (self, parts[2], parts[2] != NULL ? parts[3] : NULL);
        return index < rows->len ? rows->pdata[index] : NULL;
      }
  return NULL;
}

/* The document is not the whole diary: what a row names may be there already. */
static gboolean
is_there_already (Check *self, StpTableRow *row, char **column)
{
  const StpMember *member = *column != NULL
                              ? stp_shape_find (stp_record_type_get_shape (row->type), *column)
                              : NULL;
  const char *id = member != NULL && member->kind == STP_MEMBER_ID
                     ? json_object_get_string_member_with_default (json_node_get_object (row->node),
                                                                   *column, NULL)
                     : NULL;

  return id != NULL && stp_snapshot_lookup (self->now, member->target, id) != NULL;
}

/* The column is isolated, since the sentence may run from right to left. */
static void
tell (Check *self, StpTableRow *row, char **column, StpFault *fault)
{
  g_autofree char *place = g_strjoinv ("/", column);

  stp_tables_add_problem (self->tables, row->file, row->line, fault->fatal,
                          *place != '\0'
                            ? g_strdup_printf ("\u2068%s\u2069: %s", place, fault->text)
                            : g_strdup (fault->text));
}

/* Returns whether a row was left out that was in before. */
static gboolean
judge (Check *self, GPtrArray *faults, gboolean fatal)
{
  gboolean less = FALSE;

  for (guint i = 0; i < faults->len; i++)
    {
      StpFault *fault = faults->pdata[i];
      g_auto (GStrv) parts = g_strsplit (fault->pointer, "/", -1);
      StpTableRow *row = fault->fatal == fatal ? find_row (self, parts) : NULL;
      char **column;

      if (row == NULL)
        continue;
      column = parts + (row->type == STP_RECORD_PROFILE ? 2 : 3);
      if (fatal || !is_there_already (self, row, column))
        tell (self, row, column, fault);
      less |= fatal && !row->left_out;
      row->left_out |= fatal;
    }
  return less;
}

static gboolean
is_taken (StpSnapshot *now, StpTableRow *row)
{
  const char *id = json_object_get_string_member_with_default (json_node_get_object (row->node),
                                                               "id", "");

  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    if (type != (int) row->type && stp_snapshot_lookup (now, type, id) != NULL)
      return TRUE;
  return FALSE;
}

/* An id stands for one record whatever its type: with two of them the diary could not be read. */
static void
leave_out_taken (Check *self)
{
  for (guint i = 0; i < self->tables->rows->len; i++)
    {
      StpTableRow *row = self->tables->rows->pdata[i];

      if (row->type == STP_RECORD_PROFILE || !is_taken (self->now, row))
        continue;
      row->left_out = TRUE;
      stp_tables_add_problem (self->tables, row->file, row->line, TRUE,
                              g_strdup (_ ("Another record has the same id.")));
    }
}

/**
 * stp_tables_read:
 * @now: the diary that the rows would go to
 *
 * Reads the rows as records. Of @now nothing is in the outcome but the profile, with what the rows
 * add to it. Once only.
 *
 * Returns: (transfer full): the records of every row that can be read
 */
StpSnapshot *
stp_tables_read (StpTables *self, StpSnapshot *now)
{
  Check check = { .tables = self, .now = now };
  StpSnapshot *snapshot = NULL;

  leave_out_taken (&check);
  for (;;)
    {
      g_autoptr (GBytes) bytes = build_document (&check);
      g_autoptr (GPtrArray) faults = stp_faults_new ();

      snapshot = stp_codec_read (bytes, faults, NULL, NULL);
      if (snapshot != NULL)
        judge (&check, faults, FALSE);
      if (snapshot != NULL || !judge (&check, faults, TRUE))
        break;
    }
  check_clear (&check);
  return snapshot != NULL ? snapshot : stp_snapshot_new (now->id);
}
