// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "diary/stp-record-private.h"
#include "store/stp-codec-private.h"
#include "store/stp-json-scan.h"

/* Some editors put it before UTF-8. It is no part of the diary and is not written back. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static void
keep (JsonObject **extras, const char *name, JsonNode *node)
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
      keep (extras, name, stp_json_document_dup_node (self->document, value));
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
        keep (extras, member->name, rest);
    }
  if (*extras != NULL || count_members (object) != n_known)
    keep_unknown (self, extras, shape, header, object);
}

static char *
read_id (StpReader *self, const StpPath *path, const StpJson *object)
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
  char *id = read_id (self, path, object);
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

/* As read_any_record(); where a document is being rescued, what is fatal leaves the record out. */
static gpointer
read_record (StpReader *self, const StpPath *path, StpRecordType type, const StpJson *object)
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

static void
read_records (StpReader *self, StpSnapshot *snapshot, StpRecordType type, const StpJson *value)
{
  const StpPath list = { NULL, stp_record_type_get_plural (type), 0 };
  const StpJson *element;
  StpJsonIter elements;

  if (value->kind != STP_JSON_ARRAY)
    {
      stp_reader_fault (self, &list, TRUE, _ ("This must be a list."));
      return;
    }
  stp_json_iter_init (&elements, value);
  for (guint i = 0; (element = stp_json_iter_next (&elements, NULL)) != NULL; i++)
    {
      const StpPath here = { &list, NULL, i };
      gpointer record = read_record (self, &here, type, element);

      if (record != NULL)
        stp_snapshot_take (snapshot, record);
      else
        g_hash_table_add (self->dropped, STP_READER_PLACE (type, i));
    }
}

static void
read_profile (StpReader *self, StpSnapshot *snapshot, const StpJson *value)
{
  const StpPath here = { NULL, "profile", 0 };
  gpointer profile = read_record (self, &here, STP_RECORD_PROFILE, value);

  if (profile != NULL)
    stp_snapshot_take (snapshot, profile);
}

static void
read_deleted (StpReader *self, StpSnapshot *snapshot, const StpJson *value)
{
  const StpPath map = { NULL, "deleted", 0 };
  const StpJson *stamp;
  StpJsonIter stamps;
  const char *id;

  if (value->kind != STP_JSON_OBJECT)
    {
      stp_reader_fault (self, &map, TRUE, _ ("This must be an object."));
      return;
    }
  stp_json_iter_init (&stamps, value);
  while ((stamp = stp_json_iter_next (&stamps, &id)) != NULL)
    {
      const StpPath here = { &map, id, 0 };
      StpInstant instant;

      if (!stp_codec_id_is_valid (id))
        stp_reader_fault (self, &here, TRUE, _ ("This must be an id: a UUID in lower case."));
      else if (stamp->kind != STP_JSON_TEXT || !stp_instant_parse (stamp->text, &instant))
        stp_reader_fault (self, &here, TRUE,
                          _ ("This must be an instant in UTC, as 2026-11-22T18:30:00.000000Z."));
      else
        stp_snapshot_set_deleted (snapshot, id, instant.us);
    }
}

static int
read_format (StpReader *self, const StpJson *object)
{
  const StpPath here = { NULL, "format", 0 };
  const StpJson *value = stp_json_get_member (object, "format");
  gint64 format = 0;

  if (value == NULL)
    stp_reader_fault (self, &here, TRUE, _ ("This member is missing."));
  else if (value->kind == STP_JSON_INT)
    format = stp_json_get_int (value);
  if (value != NULL && (format < 1 || format > G_MAXINT))
    stp_reader_fault (self, &here, TRUE, _ ("This is no format of a diary."));
  self->newer = format > STP_DIARY_FORMAT;
  return self->newer ? MIN (format, G_MAXINT) : STP_DIARY_FORMAT;
}

/* Of members given twice the last counts, so each is looked up by its name. */
static void
read_members (StpReader *self, StpSnapshot *snapshot, const StpJson *object)
{
  const StpJson *profile = stp_json_get_member (object, "profile");
  const StpJson *deleted = stp_json_get_member (object, "deleted");

  if (profile != NULL)
    read_profile (self, snapshot, profile);
  for (int type = STP_RECORD_PRODUCT; type < STP_RECORD_N; type++)
    {
      const StpJson *list = stp_json_get_member (object, stp_record_type_get_plural (type));

      if (list != NULL)
        read_records (self, snapshot, type, list);
    }
  if (deleted != NULL)
    read_deleted (self, snapshot, deleted);
}

static gboolean
is_known (const char *name)
{
  static const char *const known[] = { "format", "id", "profile", "deleted", NULL };

  for (int type = STP_RECORD_PRODUCT; type < STP_RECORD_N; type++)
    if (g_str_equal (name, stp_record_type_get_plural (type)))
      return TRUE;
  return g_strv_contains (known, name);
}

static void
keep_unknown_members (StpReader *self, StpSnapshot *snapshot, const StpJson *object)
{
  StpJsonIter members;
  const StpJson *value;
  const char *name;

  stp_json_iter_init (&members, object);
  while ((value = stp_json_iter_next (&members, &name)) != NULL)
    if (!is_known (name))
      keep (&snapshot->extras, name, stp_json_document_dup_node (self->document, value));
  if (snapshot->extras != NULL)
    json_object_seal (snapshot->extras);
}

/**
 * stp_reader_document:
 * @document: what to read
 *
 * Returns: (transfer full) (nullable): what it holds; %NULL if it is not even an object
 */
StpSnapshot *
stp_reader_document (StpReader *self, StpJsonDocument *document)
{
  const StpJson *object = stp_json_document_get_root (document);
  StpSnapshot *snapshot;
  g_autofree char *id = NULL;
  int format;

  if (object->kind != STP_JSON_OBJECT)
    {
      stp_reader_fault (self, NULL, TRUE, _ ("A diary must be one JSON object."));
      return NULL;
    }
  self->document = document;
  format = read_format (self, object);
  id = read_id (self, NULL, object);
  snapshot = stp_snapshot_new (id);
  snapshot->format = format;
  read_members (self, snapshot, object);
  keep_unknown_members (self, snapshot, object);
  stp_reader_cross_check (self, snapshot);
  stp_snapshot_sort (snapshot);
  return snapshot;
}

static gboolean
scan (StpReader *self, const char *data, gsize length)
{
  const char *bad;

  if (!g_utf8_validate_len (data, length, &bad))
    {
      g_autofree char *text = g_strdup_printf (_ ("The text is not UTF-8 from byte %zu on."),
                                               (gsize) (bad - data));

      stp_reader_fault (self, NULL, TRUE, text);
      return FALSE;
    }
  self->fatal = !stp_json_scan (data, length, self->faults);
  self->read_only = self->faults->len > 0;
  return !self->fatal;
}

static StpSnapshot *
read_bytes (StpReader *self, GBytes *bytes)
{
  g_autoptr (StpJsonDocument) document = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length >= strlen (BYTE_ORDER_MARK) &&
      memcmp (data, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      data += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }
  if (!scan (self, length ? data : "", length))
    return NULL;
  document = stp_json_document_new (data, length);
  return stp_reader_document (self, document);
}

static StpFault *
find_fatal (GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    if (((StpFault *) faults->pdata[i])->fatal)
      return faults->pdata[i];
  g_assert_not_reached ();
}

static void
set_error (const StpFault *fault, GError **error)
{
  if (fault->pointer[0])
    /* Translators: the first %s is a place such as “/sessions/3/start”, the second a sentence. */
    g_set_error (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE,
                 _ ("This is not a diary that can be read. At %s: %s"), fault->pointer,
                 fault->text);
  else
    /* Translators: %s is a sentence. */
    g_set_error (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE,
                 _ ("This is not a diary that can be read. %s"), fault->text);
}

/**
 * stp_codec_read:
 * @bytes: a diary document
 * @faults: (nullable) (element-type StpFault): gets everything that is wrong with it
 * @read_only: (out) (optional): whether writing it back would lose something: it has a newer
 *   format, or something that does not survive
 *
 * Reads a diary. Touches nothing shared, so it may run in any thread.
 *
 * Returns: (transfer full) (nullable): the diary, or %NULL with %STP_STORE_ERROR_UNREADABLE
 */
StpSnapshot *
stp_codec_read (GBytes *bytes, GPtrArray *faults, gboolean *read_only, GError **error)
{
  g_autoptr (GPtrArray) own_faults = faults ? g_ptr_array_ref (faults) : stp_faults_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) dropped = g_hash_table_new (NULL, NULL);
  StpReader self = { .faults = own_faults, .ids = ids, .dropped = dropped };
  g_autoptr (StpSnapshot) snapshot = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  snapshot = read_bytes (&self, bytes);
  if (read_only != NULL)
    *read_only = self.read_only || self.newer;
  if (!self.fatal)
    return g_steal_pointer (&snapshot);
  set_error (find_fatal (own_faults), error);
  return NULL;
}
