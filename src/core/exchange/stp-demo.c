// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "exchange/stp-demo.h"

#include <json-glib/json-glib.h>
#include <stdio.h>

#include "diary/stp-time.h"
#include "stp-demo-resources.h"

/*
 * The sample diary is data: data/demo.json is a diary whose times are told from today. This
 * file only fills them in:
 *
 *   "@-3d 21:00"  that day at that time; "@-3d" the day alone
 *   "@now"        the stamp of now, "@zone" the name of the zone
 *   "#serum"      the id of whatever is called so
 *   { "@on": "weekly", … }  one record for each day of that list of "@lists" ([-9, -2] or
 *                 "-9..-2"); in it "@" counts from that day, "=" still from today, and "#gate@"
 *                 is an id of that day's own
 *
 * Ids are numbers in order of appearance and every record is stamped with now, so that the
 * same "now" in the same zone makes the same bytes.
 */

#define DEMO_RESOURCE "/dev/stipple/core/demo.json"
#define DEMO_ID_FORMAT "5717b1e0-0000-4000-8000-%012x"

typedef struct
{
  gint64 now;
  guint today;
  GTimeZone *zone;
  JsonObject *lists;
  GHashTable *ids; /* name to id */
  guint n_ids;
} StpDemo;

static JsonNode *expand (StpDemo *self, JsonNode *node, int base);

static char *
dup_next_id (StpDemo *self)
{
  return g_strdup_printf (DEMO_ID_FORMAT, ++self->n_ids);
}

static const char *
find_id (StpDemo *self, const char *name, int base)
{
  gboolean own = g_str_has_suffix (name, "@");
  g_autofree char *key = own ? g_strdup_printf ("%s%d", name, base) : g_strdup (name);
  const char *id = g_hash_table_lookup (self->ids, key);

  if (id == NULL)
    {
      char *fresh = dup_next_id (self);

      g_hash_table_insert (self->ids, g_steal_pointer (&key), fresh);
      id = fresh;
    }
  return id;
}

static char *
dup_moment (StpDemo *self, const char *text, int base)
{
  int days = 0, hour = 0, minute = 0;
  int n = sscanf (text + 1, "%dd %d:%d", &days, &hour, &minute);
  guint day = self->today + (*text == '@' ? base : 0) + days;

  g_assert (n == 1 || n == 3);
  if (n == 1)
    return stp_day_format (day);
  return stp_instant_format (
    stp_instant_local (stp_day_at (day, hour * 60 + minute, self->zone), self->zone));
}

static char *
dup_text (StpDemo *self, const char *text, int base)
{
  if (g_str_equal (text, "@now"))
    return stp_stamp_format (self->now);
  if (g_str_equal (text, "@zone"))
    return g_strdup (g_time_zone_get_identifier (self->zone));
  if (*text == '#')
    return g_strdup (find_id (self, text, base));
  if (*text == '@' || *text == '=')
    return dup_moment (self, text, base);
  return g_strdup (text);
}

static JsonNode *
expand_object (StpDemo *self, JsonObject *object, int base)
{
  g_autoptr (JsonObject) result = json_object_new ();
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *member = members; member != NULL; member = member->next)
    if (!g_str_equal (member->data, "@on"))
      json_object_set_member (result, member->data,
                              expand (self, json_object_get_member (object, member->data), base));
  return json_node_init_object (json_node_alloc (), result);
}

static void
expand_range (StpDemo *self, JsonArray *result, JsonObject *object, const char *range)
{
  int first = 0, last = 0;
  int n = sscanf (range, "%d..%d", &first, &last);

  g_assert (n == 2);
  for (int day = first; day <= last; day++)
    json_array_add_element (result, expand_object (self, object, day));
}

/* An element of a list of records: once, or once for each of its days. */
static void
expand_element (StpDemo *self, JsonArray *result, JsonNode *element, int base)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
  const char *name = object ? json_object_get_string_member_with_default (object, "@on", NULL)
                            : NULL;
  JsonNode *days;

  if (name == NULL)
    {
      json_array_add_element (result, expand (self, element, base));
      return;
    }
  days = json_object_get_member (self->lists, name);
  if (!JSON_NODE_HOLDS_ARRAY (days))
    {
      expand_range (self, result, object, json_node_get_string (days));
      return;
    }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (days)); i++)
    json_array_add_element (
      result,
      expand_object (self, object, json_array_get_int_element (json_node_get_array (days), i)));
}

static JsonNode *
expand_array (StpDemo *self, JsonArray *array, int base)
{
  g_autoptr (JsonArray) result = json_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    expand_element (self, result, json_array_get_element (array, i), base);
  return json_node_init_array (json_node_alloc (), result);
}

static JsonNode *
expand (StpDemo *self, JsonNode *node, int base)
{
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return expand_object (self, json_node_get_object (node), base);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return expand_array (self, json_node_get_array (node), base);
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return json_node_copy (node);
  text = dup_text (self, json_node_get_string (node), base);
  return json_node_init_string (json_node_alloc (), text);
}

/* What every record needs and nobody wants to write by hand. */
static void
complete_records (StpDemo *self, JsonObject *diary)
{
  g_autofree char *stamp = stp_stamp_format (self->now);
  g_autoptr (GList) members = json_object_get_members (diary);

  for (GList *member = members; member != NULL; member = member->next)
    {
      JsonNode *node = json_object_get_member (diary, member->data);
      JsonArray *records = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      for (guint i = 0; records != NULL && i < json_array_get_length (records); i++)
        {
          JsonObject *record = json_array_get_object_element (records, i);
          g_autofree char *id = NULL;

          json_object_set_string_member (record, "modified", stamp);
          if (json_object_has_member (record, "id"))
            continue;
          id = dup_next_id (self);
          json_object_set_string_member (record, "id", id);
        }
    }
}

static JsonNode *
load_template (void)
{
  static gsize registered = 0;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *text;
  gsize size;

  if (g_once_init_enter (&registered))
    {
      stp_demo_register_resource ();
      g_once_init_leave (&registered, 1);
    }
  bytes = g_resources_lookup_data (DEMO_RESOURCE, 0, &error);
  if (bytes == NULL)
    g_error ("demo.json: %s", error->message);
  text = g_bytes_get_data (bytes, &size);
  if (!json_parser_load_from_data (parser, text, size, &error))
    g_error ("demo.json: %s", error->message);
  return json_parser_steal_root (parser);
}

/**
 * stp_demo_build:
 * @now: the moment the sample is told from, UTC microseconds
 * @zone: the zone its evenings are in
 *
 * Returns: (transfer full): the sample diary as a JSON document
 */
GBytes *
stp_demo_build (gint64 now, GTimeZone *zone)
{
  g_autoptr (JsonNode) template = load_template ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *diary_id = g_strdup_printf (DEMO_ID_FORMAT, 0);
  JsonObject *root = json_node_get_object (template);
  StpDemo self = {
    .now = now,
    .today = stp_day_of (now, zone),
    .zone = zone,
    .lists = json_object_get_object_member (root, "@lists"),
    .ids = ids,
  };
  g_autoptr (JsonNode) diary = expand (&self, json_object_get_member (root, "diary"), 0);
  char *text;

  json_object_set_string_member (json_node_get_object (diary), "id", diary_id);
  complete_records (&self, json_node_get_object (diary));
  text = json_to_string (diary, FALSE);
  return g_bytes_new_take (text, strlen (text));
}

/**
 * stp_demo_is_id:
 * @diary_id: (nullable): the id of a diary
 *
 * Returns: whether that is the sample diary, which is marked as such and may be overwritten
 */
gboolean
stp_demo_is_id (const char *diary_id)
{
  g_autofree char *demo_id = g_strdup_printf (DEMO_ID_FORMAT, 0);

  return g_strcmp0 (diary_id, demo_id) == 0;
}
