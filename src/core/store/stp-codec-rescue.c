// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <string.h>

#include "store/stp-codec-private.h"
#include "store/stp-json-scan.h"

/*
 * What can still be read of a damaged document. Where the text is JSON its records are read one by
 * one, and one that is wrong is left out. Where it is not, the text is searched for whole objects:
 * each is looked at by itself, under the last list whose name stands before it.
 */

/* How much is looked at for each byte there is, and what every attempt counts for at least: a file
 * of nothing but braces must come to an end too. */
#define MOST_WORK 32
#define LEAST_WORK 256

typedef struct
{
  const char *at, *end;
  gsize work;         /* bytes that may still be looked at */
  JsonObject *found;  /* (owned): the document that is put together */
  const char *member; /* (nullable): of the document, which is being read */
} Rescue;

static const char *
skip_space (const char *at, const char *end)
{
  while (at < end && strchr (" \t\r\n", *at) != NULL && *at != '\0')
    at++;
  return at;
}

/* Returns where the value of the member @name begins if its name stands at @at; else NULL. */
static const char *
match_member (Rescue *self, const char *name)
{
  gsize length = strlen (name);
  const char *at = self->at;

  if ((gsize) (self->end - at) < length + 2 || memcmp (at + 1, name, length) != 0 ||
      at[length + 1] != '"')
    return NULL;
  at = skip_space (at + length + 2, self->end);
  return at < self->end && *at == ':' ? skip_space (at + 1, self->end) : NULL;
}

/* The JSON value at @at, if there is a whole one. */
static JsonNode *
parse_value (Rescue *self, const char *at, gsize *length)
{
  g_autoptr (JsonParser) parser = NULL;
  gboolean whole;

  if (self->work == 0)
    return NULL;
  whole = stp_json_scan_value (at, self->end - at, length);
  self->work -= MIN (self->work, MAX (*length, LEAST_WORK));
  if (!whole || !g_utf8_validate_len (at, *length, NULL))
    return NULL;
  parser = json_parser_new ();
  return json_parser_load_from_data (parser, at, *length, NULL) ? json_parser_steal_root (parser)
                                                                : NULL;
}

/* Takes the whole value of a member that is not a list of records: the first one counts. */
static const char *
take_member (Rescue *self, const char *name, const char *value)
{
  gsize length;
  g_autoptr (JsonNode) node = NULL;

  if (json_object_has_member (self->found, name))
    return NULL;
  node = parse_value (self, value, &length);
  if (node == NULL)
    return NULL;
  json_object_set_member (self->found, name, g_steal_pointer (&node));
  return value + length;
}

/* At a quote: perhaps the name of a list, or one of the members that stand beside the lists. */
static void
read_name (Rescue *self)
{
  static const char *const single[] = { "format", "profile", "deleted" };
  const char *next = NULL, *value;

  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    {
      const char *plural = stp_record_type_get_plural (type);

      value = match_member (self, plural);
      if (value != NULL)
        {
          self->member = plural;
          next = value;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    if ((value = match_member (self, single[i])) != NULL)
      next = take_member (self, single[i], value);
  /* Records have ids too; the document's comes before the lists. */
  if (self->member == NULL && (value = match_member (self, "id")) != NULL)
    next = take_member (self, "id", value);
  self->at = next ? next : self->at + 1;
}

static void
take_record (Rescue *self, JsonNode *node)
{
  if (!json_object_has_member (self->found, self->member))
    json_object_set_array_member (self->found, self->member, json_array_new ());
  json_array_add_element (json_object_get_array_member (self->found, self->member), node);
}

static void
read_object (Rescue *self)
{
  gsize length = 0;
  g_autoptr (JsonNode) node = self->member ? parse_value (self, self->at, &length) : NULL;

  if (node != NULL && json_object_has_member (json_node_get_object (node), "id"))
    {
      take_record (self, g_steal_pointer (&node));
      self->at += length;
    }
  else
    self->at++;
}

static JsonNode *
search (const char *data, gsize length)
{
  Rescue self = { data, data + length, 0, json_object_new (), NULL };
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);

  self.work = LEAST_WORK + length * MOST_WORK;
  while (self.at < self.end)
    if (*self.at == '"' && (self.at == data || self.at[-1] != '\\'))
      read_name (&self);
    else if (*self.at == '{')
      read_object (&self);
    else
      self.at++;
  json_node_take_object (root, self.found);
  return root;
}

/* What json-glib makes of a fraction, or of a number that 64 bits cannot hold: with one of them in
 * it the diary that is put together could only be looked at from the next time on. */
static gboolean
is_odd_number (JsonNode *node)
{
  gint64 value;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return TRUE;
  value = json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;
  return value == G_MAXINT64 || value == G_MININT64;
}

static void
drop_odd_numbers (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GList) names = object ? json_object_get_members (object) : NULL;

  for (GList *link = names; link; link = link->next)
    if (is_odd_number (json_object_get_member (object, link->data)))
      json_object_remove_member (object, link->data);
    else
      drop_odd_numbers (json_object_get_member (object, link->data));
  for (guint i = array ? json_array_get_length (array) : 0; i-- > 0;)
    if (is_odd_number (json_array_get_element (array, i)))
      json_array_remove_element (array, i);
    else
      drop_odd_numbers (json_array_get_element (array, i));
}

static JsonNode *
parse_or_search (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) faults = stp_faults_new ();
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  JsonNode *root = NULL;

  if (length == 0)
    return json_node_new (JSON_NODE_NULL);
  if (g_utf8_validate_len (data, length, NULL) && stp_json_scan (data, length, faults) &&
      json_parser_load_from_data (parser, data, length, NULL))
    root = json_parser_steal_root (parser);
  if (root)
    drop_odd_numbers (root);
  return root ? root : search (data, length);
}

static void
make_readable (JsonObject *document, const char *usual_id)
{
  JsonNode *id = json_object_get_member (document, "id");

  if (!json_object_has_member (document, "format"))
    json_object_set_int_member (document, "format", STP_DIARY_FORMAT);
  if (usual_id != NULL && (id == NULL || json_node_get_value_type (id) != G_TYPE_STRING ||
                           !stp_codec_id_is_valid (json_node_get_string (id))))
    json_object_set_string_member (document, "id", usual_id);
}

/**
 * stp_codec_count:
 *
 * Returns: how many records there are
 */
guint
stp_codec_count (StpSnapshot *snapshot)
{
  guint n = 0;

  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    n += snapshot->records[type]->len;
  return n;
}

/* Whether a diary that holds nothing but @profile could be read. */
static gboolean
is_readable (JsonObject *profile)
{
  g_autoptr (JsonObject) document = json_object_new ();
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), document);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (StpSnapshot) snapshot = NULL;

  make_readable (document, id);
  json_object_set_object_member (document, "profile", json_object_ref (profile));
  text = json_to_string (root, FALSE);
  bytes = g_bytes_new_static (text, strlen (text));
  snapshot = stp_codec_read (bytes, NULL, NULL, NULL);
  return snapshot != NULL;
}

static gboolean
is_readable_alone (const char *name, JsonNode *value)
{
  g_autoptr (JsonObject) profile = json_object_new ();

  json_object_set_member (profile, name, json_node_ref (value));
  return is_readable (profile);
}

static gboolean
is_entry_readable (const char *name, const char *key, JsonNode *entry)
{
  g_autoptr (JsonObject) entries = json_object_new ();
  g_autoptr (JsonNode) alone = json_node_init_object (json_node_alloc (), entries);

  json_object_set_member (entries, key, json_node_ref (entry));
  return is_readable_alone (name, alone);
}

/* Of the entries of one member, those that cannot be read. */
static void
drop_bad_entries (const char *name, JsonObject *entries)
{
  g_autoptr (GList) keys = json_object_get_members (entries);

  for (GList *link = keys; link; link = link->next)
    {
      g_autofree char *key = g_strdup (link->data);

      if (!is_entry_readable (name, key, json_object_get_member (entries, key)))
        json_object_remove_member (entries, key);
    }
}

/* There is only one profile: of a damaged one each member, and each answer, counts by itself. */
static void
drop_bad_members (JsonObject *profile)
{
  g_autoptr (GList) names = json_object_get_members (profile);

  for (GList *link = names; link; link = link->next)
    {
      g_autofree char *name = g_strdup (link->data);
      JsonNode *value = json_object_get_member (profile, name);

      if (is_readable_alone (name, value))
        continue;
      if (JSON_NODE_HOLDS_OBJECT (value))
        drop_bad_entries (name, json_node_get_object (value));
      if (!is_readable_alone (name, value))
        json_object_remove_member (profile, name);
    }
}

/**
 * stp_codec_rescue:
 * @bytes: a document that stp_codec_read() refused
 * @usual_id: (nullable): the id of the diary that should be there, for one that lost its own
 *
 * Reads what can be read. Of a newer format nothing is: what this version cannot write back it must
 * not take for the whole.
 *
 * Returns: (transfer full) (nullable): a diary with at least one record, or %NULL
 */
StpSnapshot *
stp_codec_rescue (GBytes *bytes, const char *usual_id)
{
  g_autoptr (GPtrArray) faults = stp_faults_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) dropped = g_hash_table_new (NULL, NULL);
  StpReader reader = { .faults = faults, .ids = ids, .dropped = dropped, .rescue = TRUE };
  g_autoptr (JsonNode) root = parse_or_search (bytes);
  g_autoptr (StpJsonDocument) document = NULL;
  g_autoptr (StpSnapshot) snapshot = NULL;
  g_autofree char *text = NULL;
  JsonNode *profile;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  make_readable (json_node_get_object (root), usual_id);
  profile = json_object_get_member (json_node_get_object (root), "profile");
  if (profile != NULL && JSON_NODE_HOLDS_OBJECT (profile))
    drop_bad_members (json_node_get_object (profile));
  text = json_to_string (root, FALSE);
  document = stp_json_document_new (text, strlen (text));
  snapshot = stp_reader_document (&reader, document);
  if (snapshot->format > STP_DIARY_FORMAT || stp_codec_count (snapshot) == 0)
    return NULL;
  return g_steal_pointer (&snapshot);
}
