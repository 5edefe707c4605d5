// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "stp-json-compare.h"

#include "store/stp-codec.h"
#include "store/stp-json-document.h"
#include "store/stp-json-scan.h"

static gboolean is_same (const StpJson *ours, JsonNode *theirs);

static gboolean
is_same_array (const StpJson *ours, JsonArray *theirs)
{
  const StpJson *element;
  StpJsonIter elements;
  guint n = 0;

  stp_json_iter_init (&elements, ours);
  for (; (element = stp_json_iter_next (&elements, NULL)) != NULL; n++)
    if (n >= json_array_get_length (theirs) ||
        !is_same (element, json_array_get_element (theirs, n)))
      return FALSE;
  return n == json_array_get_length (theirs);
}

/* Of members given twice the last counts, for both. */
static gboolean
is_same_object (const StpJson *ours, JsonObject *theirs)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  StpJsonIter members;
  const char *name;

  stp_json_iter_init (&members, ours);
  while (stp_json_iter_next (&members, &name) != NULL)
    if (g_hash_table_add (names, (gpointer) name) &&
        (!json_object_has_member (theirs, name) ||
         !is_same (stp_json_get_member (ours, name), json_object_get_member (theirs, name))))
      return FALSE;
  return g_hash_table_size (names) == json_object_get_size (theirs);
}

static gboolean
is_same (const StpJson *ours, JsonNode *theirs)
{
  const GType type = json_node_get_value_type (theirs);

  switch (ours->kind)
    {
    case STP_JSON_NULL:
      return JSON_NODE_HOLDS_NULL (theirs);
    case STP_JSON_FALSE:
    case STP_JSON_TRUE:
      return type == G_TYPE_BOOLEAN &&
             json_node_get_boolean (theirs) == (ours->kind == STP_JSON_TRUE);
    case STP_JSON_INT:
      return type == G_TYPE_INT64 && json_node_get_int (theirs) == stp_json_get_int (ours);
    case STP_JSON_NUMBER:
      return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
    case STP_JSON_TEXT:
      return type == G_TYPE_STRING &&
             g_str_equal (json_node_get_string (theirs), stp_json_get_text (ours));
    case STP_JSON_ARRAY:
      return JSON_NODE_HOLDS_ARRAY (theirs) && is_same_array (ours, json_node_get_array (theirs));
    case STP_JSON_OBJECT:
      return JSON_NODE_HOLDS_OBJECT (theirs) &&
             is_same_object (ours, json_node_get_object (theirs));
    default:
      return FALSE;
    }
}

/* RFC 8259 has no control character in a text; json-glib lets those by that are no white space. */
static gboolean
has_control_character (const char *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) data[i] < 0x20 && data[i] != '\t' && data[i] != '\n' && data[i] != '\r')
      return TRUE;
  return FALSE;
}

static gboolean
is_deep (const char *data, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += data[i] == '[' || data[i] == '{';
  return n > STP_JSON_DEPTH;
}

/**
 * stp_json_compare:
 * @data: any bytes
 *
 * Reads @data with our reader and with json-glib, both as strict as they are. Ours refuses three
 * things that json-glib takes: nesting deeper than %STP_JSON_DEPTH, control characters in a text,
 * and a document of nothing. In everything else they must be one: both refuse, or both see the same
 * values. A number that is no integer of 64 bits is never read by us but handed to json-glib.
 *
 * Returns: (transfer full) (nullable): in what they differ; %NULL if they are one
 */
char *
stp_json_compare (const char *data, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) faults = stp_faults_new ();
  g_autoptr (StpJsonDocument) document = NULL;
  gboolean ours, theirs;

  json_parser_set_strict (parser, TRUE);
  theirs = json_parser_load_from_data (parser, data, length, NULL) &&
           json_parser_get_root (parser) != NULL;
  ours = g_utf8_validate_len (data, length, NULL) && stp_json_scan (data, length, faults);
  if (ours && !theirs)
    return g_strdup ("only json-glib refuses it");
  if (theirs && !ours)
    return has_control_character (data, length) || is_deep (data, length)
             ? NULL
             : g_strdup ("only our reader refuses it");
  if (!ours)
    return NULL;
  document = stp_json_document_new (data, length);
  return is_same (stp_json_document_get_root (document), json_parser_get_root (parser))
           ? NULL
           : g_strdup ("the values differ");
}
