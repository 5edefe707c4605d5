// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-codec-private.h"

static void
write_record (StpJsonOut *out, gpointer record)
{
  stp_json_out_open (out, '{');
  if (stp_record_get_id (record))
    {
      stp_json_out_name (out, "id");
      stp_json_out_text (out, stp_record_get_id (record));
    }
  stp_codec_put_stamp (out, "modified", stp_record_get_modified (record));
  stp_codec_put_shape (out, stp_record_get_shape (record), record);
  stp_json_out_close (out, '}');
}

static void
write_records (StpJsonOut *out, StpRecordType type, GPtrArray *records)
{
  stp_json_out_name (out, stp_record_type_get_plural (type));
  stp_json_out_open (out, '[');
  for (guint i = 0; i < records->len; i++)
    {
      stp_json_out_next (out);
      write_record (out, records->pdata[i]);
    }
  stp_json_out_close (out, ']');
}

static void
write_deleted (StpJsonOut *out, GHashTable *deleted)
{
  g_autoptr (GPtrArray) ids = stp_codec_sorted_keys (deleted);

  stp_json_out_name (out, "deleted");
  stp_json_out_open (out, '{');
  for (guint i = 0; i < ids->len; i++)
    stp_codec_put_stamp (out, ids->pdata[i],
                         *(gint64 *) g_hash_table_lookup (deleted, ids->pdata[i]));
  stp_json_out_close (out, '}');
}

static void
write_document (StpJsonOut *out, StpSnapshot *snapshot)
{
  g_autoptr (GList) names = snapshot->extras ? stp_json_sorted_names (snapshot->extras) : NULL;

  stp_json_out_open (out, '{');
  stp_json_out_name (out, "format");
  stp_json_out_int (out, snapshot->format);
  stp_json_out_name (out, "id");
  stp_json_out_text (out, snapshot->id);
  stp_json_out_name (out, "profile");
  write_record (out, snapshot->profile);
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    write_records (out, type, snapshot->records[type]);
  write_deleted (out, snapshot->deleted);
  for (GList *l = names; l; l = l->next)
    {
      stp_json_out_name (out, l->data);
      stp_json_out_node (out, json_object_get_member (snapshot->extras, l->data));
    }
  stp_json_out_close (out, '}');
  g_string_append_c (out->text, '\n');
}

/**
 * stp_codec_write:
 *
 * Returns: (transfer full): @snapshot as a document; the same diary is always the same bytes
 */
GBytes *
stp_codec_write (StpSnapshot *snapshot)
{
  StpJsonOut out = STP_JSON_OUT_PRETTY (g_string_new (NULL));

  g_return_val_if_fail (snapshot != NULL, NULL);

  write_document (&out, snapshot);
  return g_string_free_to_bytes (out.text);
}

static JsonNode *
parse (GString *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_data (parser, text->str, text->len, &error))
    g_error ("The codec wrote what it cannot read: %s", error->message);
  return json_parser_steal_root (parser);
}

/**
 * stp_codec_write_record:
 *
 * Returns: (transfer full): @record as it stands in the document
 */
JsonNode *
stp_codec_write_record (gpointer record)
{
  g_autoptr (GString) text = g_string_new (NULL);
  StpJsonOut out = STP_JSON_OUT_COMPACT (text);

  g_return_val_if_fail (STP_IS_RECORD (record), NULL);

  write_record (&out, record);
  return parse (text);
}

static char *
sort_text (GString *text)
{
  g_autoptr (JsonNode) node = parse (text);

  return stp_json_to_text (node);
}

/**
 * stp_codec_write_canonical_text:
 *
 * Returns: (transfer full): @record as text that depends on no schema: all members by code point,
 *   no white space. Of two edits with the same stamp the greater text wins.
 */
char *
stp_codec_write_canonical_text (gpointer record)
{
  g_autoptr (GString) text = g_string_new (NULL);
  StpJsonOut out = STP_JSON_OUT_COMPACT (text);

  g_return_val_if_fail (STP_IS_RECORD (record), NULL);

  write_record (&out, record);
  return sort_text (text);
}

/**
 * stp_codec_write_canonical_value:
 * @value: a nested value of @shape
 *
 * Returns: (transfer full): as stp_codec_write_canonical_text()
 */
char *
stp_codec_write_canonical_value (const StpShape *shape, gconstpointer value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  StpJsonOut out = STP_JSON_OUT_COMPACT (text);

  stp_codec_put_nested (&out, shape, value);
  return sort_text (text);
}
