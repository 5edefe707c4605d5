// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-record-private.h"
#include "store/stp-codec-read-private.h"

/*
 * One record, or one nested value: its id, its stamp and its members.
 */

/**
 * stp_reader_keep_aside:
 * @extras: where what has no field is kept
 * @node: (transfer full): it
 */
void
stp_reader_keep_aside (JsonObject **extras, const char *name, JsonNode *node)
{
  if (*extras == NULL)
    *extras = json_object_new ();
  json_object_set_member (*extras, name, node);
}

/* Seals what is kept: copies of a record share it. */
static void
keep_unknown (StpReader *self,
              JsonObject **extras,
              const StpShape *shape,
              StpHeader header,
              const StpJson *object)
{
  StpJsonIter members;
  const StpJson *value;
  const char *name;

  stp_json_iter_init (&members, object);
  while ((value = stp_json_iter_next (&members, &name)) != NULL)
    if (!stp_header_has (header, name) && stp_shape_find (shape, name) == NULL)
      stp_reader_keep_aside (extras, name, stp_json_document_dup_node (self->document, value));
  if (*extras != NULL)
    json_object_seal (*extras);
}

static guint
count_header (StpHeader header, const StpJson *object)
{
  return (stp_header_has (header, "modified") && stp_json_get_member (object, "modified")) +
         (stp_header_has (header, "id") && stp_json_get_member (object, "id"));
}

static guint
count_members (const StpJson *object)
{
  StpJsonIter members;
  guint n = 0;

  stp_json_iter_init (&members, object);
  while (stp_json_iter_next (&members, NULL) != NULL)
    n++;
  return n;
}

/**
 * stp_reader_stamp:
 * @path: of what carries the stamp
 * @value: (nullable): its `modified`
 *
 * A missing or odd stamp is a fault but no reason not to open: it counts as the oldest.
 *
 * Returns: the stamp in UTC microseconds
 */
gint64
stp_reader_stamp (StpReader *self, const StpPath *path, const StpJson *value)
{
  const StpPath here = { path, "modified", 0 };
  StpInstant stamp;

  if (value == NULL)
    {
      stp_reader_fault (self, &here, FALSE, _ ("This member is missing."));
      return 0;
    }
  if (value->kind != STP_JSON_TEXT || !stp_instant_parse (value->text, &stamp))
    {
      stp_reader_fault (self, &here, TRUE,
                        _ ("This must be an instant in UTC, as 2026-11-22T18:30:00.000000Z."));
      return 0;
    }
  if (stamp.offset != 0)
    stp_reader_fault (self, &here, FALSE, _ ("A stamp must be in UTC."));
  return stamp.us;
}

/**
 * stp_reader_shape:
 * @path: where @object stands
 * @header: what @object has before the members of @shape
 * @instance: (out caller-allocates): a fresh instance of @shape
 *
 * Fills @instance; what it has no field for goes to its extras.
 */
void
stp_reader_shape (StpReader *self,
                  const StpPath *path,
                  const StpShape *shape,
                  StpHeader header,
                  const StpJson *object,
                  gpointer instance)
{
  JsonObject **extras = STP_EXTRAS (shape, instance);
  guint n_known = count_header (header, object);

  if (header == STP_HEADER_STAMP && shape->stamp_offset)
    *stp_value_get_stamp (shape, instance) = stp_reader_stamp (
      self, path, stp_json_get_member (object, "modified"));

  for (guint i = 0; i < shape->n_members; i++)
    {
      const StpMember *member = &shape->members[i];
      const StpPath here = { path, member->name, 0 };
      const StpJson *value = stp_json_get_member (object, member->name);
      JsonNode *rest = NULL;

      if (value != NULL)
        rest = stp_reader_member (self, &here, member, value, instance);
      else if (member->required)
        stp_reader_fault (self, &here, TRUE, _ ("This member is missing."));
      n_known += value != NULL;
      if (rest != NULL)
        stp_reader_keep_aside (extras, member->name, rest);
    }
  if (*extras != NULL || count_members (object) != n_known)
    keep_unknown (self, extras, shape, header, object);
}

/**
 * stp_reader_id:
 * @path: (nullable): where @object stands; %NULL for the document
 *
 * Returns: (transfer full) (nullable): its id; %NULL after a fault
 */
char *
stp_reader_id (StpReader *self, const StpPath *path, const StpJson *object)
{
  const StpPath here = { path, "id", 0 };
  const StpJson *value = stp_json_get_member (object, "id");

  if (value == NULL)
    {
      stp_reader_fault (self, &here, TRUE, _ ("This member is missing."));
      return NULL;
    }
  if (value->kind != STP_JSON_TEXT || !stp_codec_id_is_valid (value->text))
    {
      stp_reader_fault (self, &here, TRUE, _ ("This must be an id: a UUID in lower case."));
      return NULL;
    }
  return g_strdup (value->text);
}

/* An id stands for one record whatever its type: a deletion names it alone. */
static gboolean
read_record_id (StpReader *self, const StpPath *path, const StpJson *object, gpointer record)
{
  const StpPath here = { path, "id", 0 };
  char *id = stp_reader_id (self, path, object);
  gpointer type = GINT_TO_POINTER (stp_record_get_record_type (record));

  if (id == NULL)
    return FALSE;
  stp_record_set_id (record, id);
  if (!g_hash_table_insert (self->ids, id, type))
    stp_reader_fault (self, &here, TRUE, _ ("Another record has the same id."));
  return TRUE;
}

/* Returns a record, or NULL after a fault that leaves none. */
static gpointer
read_any_record (StpReader *self, const StpPath *path, StpRecordType type, const StpJson *object)
{
  StpHeader header = type == STP_RECORD_PROFILE ? STP_HEADER_STAMP : STP_HEADER_ID_AND_STAMP;
  g_autoptr (StpRecord) record = NULL;

  if (object->kind != STP_JSON_OBJECT)
    {
      stp_reader_fault (self, path, TRUE, _ ("This must be an object."));
      return NULL;
    }
  record = g_object_new (stp_record_type_get_gtype (type), NULL);
  if (type != STP_RECORD_PROFILE && !read_record_id (self, path, object, record))
    return NULL;
  stp_record_set_modified (record,
                           stp_reader_stamp (self, path, stp_json_get_member (object, "modified")));
  stp_reader_shape (self, path, stp_record_get_shape (record), header, object, record);
  return g_steal_pointer (&record);
}

/**
 * stp_reader_record:
 * @path: where @object stands
 *
 * Where a document is being rescued, what is fatal leaves the record out.
 *
 * Returns: (transfer full) (nullable): a record, or %NULL after a fault that leaves none
 */
gpointer
stp_reader_record (StpReader *self, const StpPath *path, StpRecordType type, const StpJson *object)
{
  gboolean fatal = self->fatal;
  gpointer record;

  self->fatal = FALSE;
  record = read_any_record (self, path, type, object);
  if (self->rescue && self->fatal)
    g_clear_object (&record);
  self->fatal |= fatal;
  return record;
}
