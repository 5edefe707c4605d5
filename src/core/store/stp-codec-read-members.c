// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/stp-codec-private.h"

/*
 * One function a kind of member. Each fills the field and returns what the field could not hold,
 * which is kept beside it and written back.
 */
typedef JsonNode *(*ReadFunc) (StpReader *self,
                               const StpPath *path,
                               const StpMember *member,
                               JsonNode *node,
                               gpointer field);

static const char *
get_text (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static JsonNode *
refuse (StpReader *self, const StpPath *path, JsonNode *node, const char *text)
{
  stp_reader_fault (self, path, TRUE, text);
  return json_node_ref (node);
}

static JsonNode *
read_text (StpReader *self,
           const StpPath *path,
           const StpMember *member,
           JsonNode *node,
           gpointer field)
{
  const char *text = get_text (node);

  if (text == NULL)
    return refuse (self, path, node, _ ("This must be text."));
  *(char **) field = g_strdup (text);
  return NULL;
}

static JsonNode *
read_id (StpReader *self,
         const StpPath *path,
         const StpMember *member,
         JsonNode *node,
         gpointer field)
{
  const char *text = get_text (node);

  if (text == NULL || !stp_codec_id_is_valid (text))
    return refuse (self, path, node, _ ("This must be an id: a UUID in lower case."));
  *(char **) field = g_strdup (text);
  return NULL;
}

/* A fraction was reported by the scan, and whoever wrote it may know what it means. */
static JsonNode *
read_int (StpReader *self,
          const StpPath *path,
          const StpMember *member,
          JsonNode *node,
          gpointer field)
{
  g_autofree char *text = NULL;
  gint64 value;

  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return json_node_ref (node);
  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return refuse (self, path, node, _ ("This must be a whole number."));
  value = json_node_get_int (node);
  if (value >= member->min && value <= member->max)
    {
      *(int *) field = value;
      return NULL;
    }
  text = g_strdup_printf (_ ("This must be from %d to %d."), member->min, member->max);
  stp_reader_fault (self, path, FALSE, text);
  return json_node_ref (node);
}

static JsonNode *
read_bool (StpReader *self,
           const StpPath *path,
           const StpMember *member,
           JsonNode *node,
           gpointer field)
{
  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse (self, path, node, _ ("This must be true or false."));
  *(int *) field = json_node_get_boolean (node);
  /* False is what a plain flag is anyway: only the raw value tells that it was said. */
  if (member->kind == STP_MEMBER_BOOL && !*(int *) field)
    return json_node_ref (node);
  return NULL;
}

static JsonNode *
read_instant (StpReader *self,
              const StpPath *path,
              const StpMember *member,
              JsonNode *node,
              gpointer field)
{
  const char *text = get_text (node);

  if (text == NULL || !stp_instant_parse (text, field))
    return refuse (self, path, node,
                   _ ("This must be an instant with its offset, as 2026-11-22T19:30:00+01:00."));
  return NULL;
}

static JsonNode *
read_day (StpReader *self,
          const StpPath *path,
          const StpMember *member,
          JsonNode *node,
          gpointer field)
{
  const char *text = get_text (node);

  if (text == NULL || !stp_day_parse (text, field))
    return refuse (self, path, node, _ ("This must be a day, as 2026-11-22."));
  return NULL;
}

static JsonNode *
read_clock_time (StpReader *self,
                 const StpPath *path,
                 const StpMember *member,
                 JsonNode *node,
                 gpointer field)
{
  const char *text = get_text (node);

  if (text == NULL || !stp_clock_time_parse (text, field))
    return refuse (self, path, node, _ ("This must be a time of day, as 19:30."));
  return NULL;
}

static JsonNode *
read_enum (StpReader *self,
           const StpPath *path,
           const StpMember *member,
           JsonNode *node,
           gpointer field)
{
  const char *text = get_text (node);

  if (text == NULL)
    return refuse (self, path, node, _ ("This must be text."));
  *(int *) field = stp_enum_from_nick (member->enum_type (), text);
  return *(int *) field == STP_ENUM_OTHER ? json_node_ref (node) : NULL;
}

static JsonArray *
get_array (StpReader *self, const StpPath *path, JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  stp_reader_fault (self, path, TRUE, _ ("This must be a list."));
  return NULL;
}

/* What a set cannot hold: names it does not know, and that it was given although empty. */
static JsonNode *
kept_of_set (JsonArray *kept, JsonArray *elements)
{
  if (json_array_get_length (kept) == 0 && json_array_get_length (elements) > 0)
    return NULL;
  return json_node_init_array (json_node_alloc (), kept);
}

static JsonNode *
read_set (StpReader *self,
          const StpPath *path,
          const StpMember *member,
          JsonNode *node,
          gpointer field)
{
  JsonArray *elements = get_array (self, path, node);
  g_autoptr (JsonArray) kept = json_array_new ();

  if (elements == NULL)
    return json_node_ref (node);
  for (guint i = 0; i < json_array_get_length (elements); i++)
    {
      JsonNode *element = json_array_get_element (elements, i);
      const StpPath here = { path, NULL, i };
      const char *text = get_text (element);
      int value = text ? stp_enum_from_nick (member->enum_type (), text) : STP_ENUM_OTHER;

      if (text == NULL)
        stp_reader_fault (self, &here, TRUE, _ ("This must be text."));
      else if (value == STP_ENUM_OTHER)
        json_array_add_element (kept, json_node_ref (element));
      else
        *(guint64 *) field |= STP_BIT (value);
    }
  return kept_of_set (kept, elements);
}

static JsonNode *
read_weekdays (StpReader *self,
               const StpPath *path,
               const StpMember *member,
               JsonNode *node,
               gpointer field)
{
  JsonArray *elements = get_array (self, path, node);
  g_autoptr (JsonArray) kept = json_array_new ();

  if (elements == NULL)
    return json_node_ref (node);
  for (guint i = 0; i < json_array_get_length (elements); i++)
    {
      JsonNode *element = json_array_get_element (elements, i);
      const StpPath here = { path, NULL, i };
      gboolean whole = json_node_get_value_type (element) == G_TYPE_INT64;
      gint64 day = whole ? json_node_get_int (element) : 0;

      if (day >= 1 && day <= 7)
        {
          *(guint64 *) field |= STP_BIT (day);
          continue;
        }
      stp_reader_fault (self, &here, !whole, _ ("This must be a day of the week, from 1 to 7."));
      json_array_add_element (kept, json_node_ref (element));
    }
  return kept_of_set (kept, elements);
}

static JsonNode *
read_days (StpReader *self,
           const StpPath *path,
           const StpMember *member,
           JsonNode *node,
           gpointer field)
{
  JsonArray *elements = get_array (self, path, node);
  GArray *days;

  if (elements == NULL)
    return json_node_ref (node);
  days = *(GArray **) field = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < json_array_get_length (elements); i++)
    {
      const StpPath here = { path, NULL, i };
      guint day = STP_DAY_UNSET;
      g_autoptr (
        JsonNode) bad = read_day (self, &here, member, json_array_get_element (elements, i), &day);

      if (bad == NULL)
        g_array_append_val (days, day);
    }
  return NULL;
}

static JsonNode *
read_texts (StpReader *self,
            const StpPath *path,
            const StpMember *member,
            JsonNode *node,
            gpointer field)
{
  JsonArray *elements = get_array (self, path, node);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  if (elements == NULL)
    return json_node_ref (node);
  for (guint i = 0; i < json_array_get_length (elements); i++)
    {
      const StpPath here = { path, NULL, i };
      char *text = NULL;
      g_autoptr (
        JsonNode) bad = read_text (self, &here, member, json_array_get_element (elements, i), &text);

      if (bad == NULL)
        g_strv_builder_take (texts, text);
    }
  *(char ***) field = g_strv_builder_end (texts);
  return NULL;
}

/* Returns a nested value, or NULL after a fault. */
static gpointer
read_nested (StpReader *self, const StpPath *path, const StpShape *shape, JsonNode *node)
{
  gpointer value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      stp_reader_fault (self, path, TRUE, _ ("This must be an object."));
      return NULL;
    }
  value = stp_value_new (shape);
  stp_reader_shape (self, path, shape, shape->stamp_offset ? STP_HEADER_STAMP : STP_HEADER_NONE,
                    json_node_get_object (node), value);
  return value;
}

static JsonNode *
read_value (StpReader *self,
            const StpPath *path,
            const StpMember *member,
            JsonNode *node,
            gpointer field)
{
  *(gpointer *) field = read_nested (self, path, member->nested, node);
  return *(gpointer *) field ? NULL : json_node_ref (node);
}

static JsonNode *
read_values (StpReader *self,
             const StpPath *path,
             const StpMember *member,
             JsonNode *node,
             gpointer field)
{
  JsonArray *elements = get_array (self, path, node);
  GPtrArray *values;

  if (elements == NULL)
    return json_node_ref (node);
  values = *(GPtrArray **) field = stp_values_new (member->nested);
  for (guint i = 0; i < json_array_get_length (elements); i++)
    {
      const StpPath here = { path, NULL, i };
      gpointer value = read_nested (self, &here, member->nested,
                                    json_array_get_element (elements, i));

      if (value != NULL)
        g_ptr_array_add (values, value);
    }
  return NULL;
}

static JsonNode *
read_map (StpReader *self,
          const StpPath *path,
          const StpMember *member,
          JsonNode *node,
          gpointer field)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *entry;
  GHashTable *map;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (self, path, node, _ ("This must be an object."));
  map = *(GHashTable **) field = stp_map_new (member->nested);
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &entry))
    {
      const StpPath here = { path, key, 0 };
      gpointer value = read_nested (self, &here, member->nested, entry);

      if (value != NULL)
        g_hash_table_insert (map, g_strdup (key), value);
    }
  return NULL;
}

static JsonNode *
read_enum_map (StpReader *self,
               const StpPath *path,
               const StpMember *member,
               JsonNode *node,
               gpointer field)
{
  g_autoptr (JsonObject) kept = json_object_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *entry;
  GHashTable *map;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (self, path, node, _ ("This must be an object."));
  map = *(GHashTable **) field = stp_map_new (NULL);
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &entry))
    {
      const StpPath here = { path, key, 0 };
      int value = STP_ENUM_OTHER;
      JsonNode *unknown = read_enum (self, &here, member, entry, &value);

      g_hash_table_insert (map, g_strdup (key), GINT_TO_POINTER (value));
      if (unknown != NULL)
        json_object_set_member (kept, key, unknown);
    }
  if (json_object_get_size (kept) == 0)
    return NULL;
  return json_node_init_object (json_node_alloc (), kept);
}

static const ReadFunc read_kind[] = {
  [STP_MEMBER_TEXT] = read_text,         [STP_MEMBER_ID] = read_id,
  [STP_MEMBER_INT] = read_int,           [STP_MEMBER_BOOL] = read_bool,
  [STP_MEMBER_MAYBE] = read_bool,        [STP_MEMBER_INSTANT] = read_instant,
  [STP_MEMBER_DAY] = read_day,           [STP_MEMBER_CLOCK_TIME] = read_clock_time,
  [STP_MEMBER_ENUM] = read_enum,         [STP_MEMBER_SET] = read_set,
  [STP_MEMBER_WEEKDAYS] = read_weekdays, [STP_MEMBER_DAYS] = read_days,
  [STP_MEMBER_TEXTS] = read_texts,       [STP_MEMBER_VALUE] = read_value,
  [STP_MEMBER_VALUES] = read_values,     [STP_MEMBER_MAP] = read_map,
  [STP_MEMBER_ENUM_MAP] = read_enum_map,
};

/**
 * stp_reader_member:
 * @node: what the document has for @member
 * @instance: whose field is filled
 *
 * Returns: (transfer full) (nullable): what the field could not hold
 */
JsonNode *
stp_reader_member (StpReader *self,
                   const StpPath *path,
                   const StpMember *member,
                   JsonNode *node,
                   gpointer instance)
{
  return read_kind[member->kind](self, path, member, node,
                                 STP_MEMBER_AT (guint8, instance, member));
}
