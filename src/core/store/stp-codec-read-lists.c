// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/stp-codec-read-private.h"

/*
 * The members that hold more than one value: sets, lists, nested values and maps.
 */

static gboolean
begin_list (StpReader *self, const StpPath *path, const StpJson *value, StpJsonIter *elements)
{
  if (value->kind != STP_JSON_ARRAY)
    {
      stp_reader_fault (self, path, TRUE, _ ("This must be a list."));
      return FALSE;
    }
  stp_json_iter_init (elements, value);
  return TRUE;
}

/* What a set cannot hold: names it does not know, and that it was given although empty. */
static JsonNode *
kept_of_set (JsonArray *kept, const StpJson *value)
{
  if (json_array_get_length (kept) == 0 && value->span > 1)
    return NULL;
  return json_node_init_array (json_node_alloc (), kept);
}

JsonNode *
stp_read_set (StpReader *self,
              const StpPath *path,
              const StpMember *member,
              const StpJson *value,
              gpointer field)
{
  g_autoptr (JsonArray) kept = json_array_new ();
  const StpJson *element;
  StpJsonIter elements;

  if (!begin_list (self, path, value, &elements))
    return stp_reader_keep (self, value);
  for (guint i = 0; (element = stp_json_iter_next (&elements, NULL)) != NULL; i++)
    {
      const StpPath here = { path, NULL, i };
      const char *text = stp_json_get_text (element);
      int name = text ? stp_enum_from_nick (member->enum_type (), text) : STP_ENUM_OTHER;

      if (text == NULL)
        stp_reader_fault (self, &here, TRUE, _ ("This must be text."));
      else if (name == STP_ENUM_OTHER)
        json_array_add_element (kept, stp_reader_keep (self, element));
      else
        *(guint64 *) field |= STP_BIT (name);
    }
  return kept_of_set (kept, value);
}

JsonNode *
stp_read_weekdays (StpReader *self,
                   const StpPath *path,
                   const StpMember *member,
                   const StpJson *value,
                   gpointer field)
{
  g_autoptr (JsonArray) kept = json_array_new ();
  const StpJson *element;
  StpJsonIter elements;

  if (!begin_list (self, path, value, &elements))
    return stp_reader_keep (self, value);
  for (guint i = 0; (element = stp_json_iter_next (&elements, NULL)) != NULL; i++)
    {
      const StpPath here = { path, NULL, i };
      gboolean whole = element->kind == STP_JSON_INT;
      gint64 day = whole ? stp_json_get_int (element) : 0;

      if (day >= 1 && day <= 7)
        {
          *(guint64 *) field |= STP_BIT (day);
          continue;
        }
      stp_reader_fault (self, &here, !whole, _ ("This must be a day of the week, from 1 to 7."));
      json_array_add_element (kept, stp_reader_keep (self, element));
    }
  return kept_of_set (kept, value);
}

JsonNode *
stp_read_days (StpReader *self,
               const StpPath *path,
               const StpMember *member,
               const StpJson *value,
               gpointer field)
{
  const StpJson *element;
  StpJsonIter elements;
  GArray *days;

  if (!begin_list (self, path, value, &elements))
    return stp_reader_keep (self, value);
  days = *(GArray **) field = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; (element = stp_json_iter_next (&elements, NULL)) != NULL; i++)
    {
      const StpPath here = { path, NULL, i };
      guint day = STP_DAY_UNSET;
      g_autoptr (JsonNode) bad = stp_read_day (self, &here, member, element, &day);

      if (bad == NULL)
        g_array_append_val (days, day);
    }
  return NULL;
}

JsonNode *
stp_read_texts (StpReader *self,
                const StpPath *path,
                const StpMember *member,
                const StpJson *value,
                gpointer field)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  const StpJson *element;
  StpJsonIter elements;

  if (!begin_list (self, path, value, &elements))
    return stp_reader_keep (self, value);
  for (guint i = 0; (element = stp_json_iter_next (&elements, NULL)) != NULL; i++)
    {
      const StpPath here = { path, NULL, i };
      char *text = NULL;
      g_autoptr (JsonNode) bad = stp_read_text (self, &here, member, element, &text);

      if (bad == NULL)
        g_strv_builder_take (texts, text);
    }
  *(char ***) field = g_strv_builder_end (texts);
  return NULL;
}

/* Returns a nested value, or NULL after a fault. */
static gpointer
read_nested (StpReader *self, const StpPath *path, const StpShape *shape, const StpJson *value)
{
  gpointer nested;

  if (value->kind != STP_JSON_OBJECT)
    {
      stp_reader_fault (self, path, TRUE, _ ("This must be an object."));
      return NULL;
    }
  nested = stp_value_new (shape);
  stp_reader_shape (self, path, shape, shape->stamp_offset ? STP_HEADER_STAMP : STP_HEADER_NONE,
                    value, nested);
  return nested;
}

JsonNode *
stp_read_value (StpReader *self,
                const StpPath *path,
                const StpMember *member,
                const StpJson *value,
                gpointer field)
{
  *(gpointer *) field = read_nested (self, path, member->nested, value);
  return *(gpointer *) field ? NULL : stp_reader_keep (self, value);
}

JsonNode *
stp_read_values (StpReader *self,
                 const StpPath *path,
                 const StpMember *member,
                 const StpJson *value,
                 gpointer field)
{
  const StpJson *element;
  StpJsonIter elements;
  GPtrArray *values;

  if (!begin_list (self, path, value, &elements))
    return stp_reader_keep (self, value);
  values = *(GPtrArray **) field = stp_values_new (member->nested);
  for (guint i = 0; (element = stp_json_iter_next (&elements, NULL)) != NULL; i++)
    {
      const StpPath here = { path, NULL, i };
      gpointer nested = read_nested (self, &here, member->nested, element);

      if (nested != NULL)
        g_ptr_array_add (values, nested);
    }
  return NULL;
}

JsonNode *
stp_read_map (StpReader *self,
              const StpPath *path,
              const StpMember *member,
              const StpJson *value,
              gpointer field)
{
  const StpJson *entry;
  StpJsonIter entries;
  const char *key;
  GHashTable *map;

  if (value->kind != STP_JSON_OBJECT)
    return stp_reader_refuse (self, path, value, _ ("This must be an object."));
  map = *(GHashTable **) field = stp_map_new (member->nested);
  stp_json_iter_init (&entries, value);
  while ((entry = stp_json_iter_next (&entries, &key)) != NULL)
    {
      const StpPath here = { path, key, 0 };
      gpointer nested = read_nested (self, &here, member->nested, entry);

      if (nested != NULL)
        g_hash_table_insert (map, g_strdup (key), nested);
    }
  return NULL;
}

JsonNode *
stp_read_enum_map (StpReader *self,
                   const StpPath *path,
                   const StpMember *member,
                   const StpJson *value,
                   gpointer field)
{
  g_autoptr (JsonObject) kept = json_object_new ();
  const StpJson *entry;
  StpJsonIter entries;
  const char *key;
  GHashTable *map;

  if (value->kind != STP_JSON_OBJECT)
    return stp_reader_refuse (self, path, value, _ ("This must be an object."));
  map = *(GHashTable **) field = stp_map_new (NULL);
  stp_json_iter_init (&entries, value);
  while ((entry = stp_json_iter_next (&entries, &key)) != NULL)
    {
      const StpPath here = { path, key, 0 };
      int name = STP_ENUM_OTHER;
      JsonNode *unknown = stp_read_enum (self, &here, member, entry, &name);

      g_hash_table_insert (map, g_strdup (key), GINT_TO_POINTER (name));
      if (unknown != NULL)
        json_object_set_member (kept, key, unknown);
    }
  if (json_object_get_size (kept) == 0)
    return NULL;
  return json_node_init_object (json_node_alloc (), kept);
}
