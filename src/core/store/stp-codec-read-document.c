// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/stp-codec-read-private.h"

/*
 * The document: its records, its profile, and what stands beside them.
 */

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
      gpointer record = stp_reader_record (self, &here, type, element);

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
  gpointer profile = stp_reader_record (self, &here, STP_RECORD_PROFILE, value);

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
      stp_reader_keep_aside (&snapshot->extras, name,
                             stp_json_document_dup_node (self->document, value));
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
  id = stp_reader_id (self, NULL, object);
  snapshot = stp_snapshot_new (id);
  snapshot->format = format;
  read_members (self, snapshot, object);
  keep_unknown_members (self, snapshot, object);
  stp_reader_cross_check (self, snapshot);
  stp_snapshot_sort (snapshot);
  return snapshot;
}
