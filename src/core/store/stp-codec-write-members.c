// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-codec-private.h"
#include "store/stp-json-out.h"

/*
 * Writes from the tables of members. What was kept beside a field is written where the field says
 * nothing, or together with what it says. Nothing here takes a reference, so that it may run in a
 * thread beside others that read the same records.
 */

/**
 * stp_codec_put_stamp:
 *
 * Writes a member whose value is a stamp.
 */
void
stp_codec_put_stamp (StpJsonOut *out, const char *name, gint64 stamp)
{
  g_autofree char *text = stp_stamp_format (stamp);

  stp_json_out_name (out, name);
  stp_json_out_text (out, text);
}

/**
 * stp_codec_put_nested:
 *
 * Writes a nested value: its stamp, if it has one, and its members.
 */
void
stp_codec_put_nested (StpJsonOut *out, const StpShape *shape, gconstpointer value)
{
  stp_json_out_open (out, '{');
  if (shape->stamp_offset)
    stp_codec_put_stamp (out, "modified", *stp_value_get_stamp (shape, (gpointer) value));
  stp_codec_put_shape (out, shape, value);
  stp_json_out_close (out, '}');
}

static void
write_days (StpJsonOut *out, GArray *days)
{
  stp_json_out_open (out, '[');
  for (guint i = 0; i < days->len; i++)
    {
      g_autofree char *day = stp_day_format (g_array_index (days, guint, i));

      stp_json_out_next (out);
      stp_json_out_text (out, day);
    }
  stp_json_out_close (out, ']');
}

static void
write_texts (StpJsonOut *out, char **texts)
{
  stp_json_out_open (out, '[');
  for (; *texts; texts++)
    {
      stp_json_out_next (out);
      stp_json_out_text (out, *texts);
    }
  stp_json_out_close (out, ']');
}

static void
write_values (StpJsonOut *out, const StpShape *shape, GPtrArray *values)
{
  stp_json_out_open (out, '[');
  for (guint i = 0; i < values->len; i++)
    {
      stp_json_out_next (out);
      stp_codec_put_nested (out, shape, values->pdata[i]);
    }
  stp_json_out_close (out, ']');
}

static void
write_kept_elements (StpJsonOut *out, JsonNode *kept)
{
  JsonArray *array = kept && JSON_NODE_HOLDS_ARRAY (kept) ? json_node_get_array (kept) : NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    g_ptr_array_add (texts, stp_json_to_text (json_array_get_element (array, i)));
  g_ptr_array_sort_values (texts, (GCompareFunc) strcmp);
  for (guint i = 0; i < texts->len; i++)
    if (i == 0 || !g_str_equal (texts->pdata[i], texts->pdata[i - 1]))
      {
        stp_json_out_next (out);
        g_string_append (out->text, texts->pdata[i]);
      }
}

/* First what this version knows, in its order, then what it does not, by name and once each. */
static void
write_set (StpJsonOut *out, const StpMember *member, guint64 set, JsonNode *kept)
{
  stp_json_out_open (out, '[');
  for (int value = 1; value < 64; value++)
    {
      if ((set & STP_BIT (value)) == 0)
        continue;
      stp_json_out_next (out);
      if (member->kind == STP_MEMBER_WEEKDAYS)
        stp_json_out_int (out, value);
      else
        stp_json_out_text (out, stp_enum_to_nick (member->enum_type (), value));
    }
  write_kept_elements (out, kept);
  stp_json_out_close (out, ']');
}

static void
write_kept (StpJsonOut *out, const StpMember *member, JsonNode *kept)
{
  if (member->kind == STP_MEMBER_SET || member->kind == STP_MEMBER_WEEKDAYS)
    write_set (out, member, 0, kept);
  else
    stp_json_out_node (out, kept);
}

/**
 * stp_codec_sorted_keys:
 *
 * Returns: (transfer full): the keys of a map by code point
 */
GPtrArray *
stp_codec_sorted_keys (GHashTable *map)
{
  GPtrArray *keys = g_hash_table_get_keys_as_ptr_array (map);

  g_ptr_array_sort_values (keys, (GCompareFunc) strcmp);
  return keys;
}

static void
write_map (StpJsonOut *out, const StpShape *shape, GHashTable *map)
{
  g_autoptr (GPtrArray) keys = stp_codec_sorted_keys (map);

  stp_json_out_open (out, '{');
  for (guint i = 0; i < keys->len; i++)
    {
      stp_json_out_name (out, keys->pdata[i]);
      stp_codec_put_nested (out, shape, g_hash_table_lookup (map, keys->pdata[i]));
    }
  stp_json_out_close (out, '}');
}

static const char *
get_kept_text (JsonNode *kept, const char *key)
{
  JsonObject *object = kept && JSON_NODE_HOLDS_OBJECT (kept) ? json_node_get_object (kept) : NULL;

  return object ? json_object_get_string_member_with_default (object, key, NULL) : NULL;
}

static void
write_enum_map (StpJsonOut *out, const StpMember *member, GHashTable *map, JsonNode *kept)
{
  g_autoptr (GPtrArray) keys = stp_codec_sorted_keys (map);

  stp_json_out_open (out, '{');
  for (guint i = 0; i < keys->len; i++)
    {
      int value = GPOINTER_TO_INT (g_hash_table_lookup (map, keys->pdata[i]));
      const char *nick = value == STP_ENUM_OTHER ? get_kept_text (kept, keys->pdata[i])
                                                 : stp_enum_to_nick (member->enum_type (), value);

      if (nick == NULL)
        continue;
      stp_json_out_name (out, keys->pdata[i]);
      stp_json_out_text (out, nick);
    }
  stp_json_out_close (out, '}');
}

static void
write_owned_text (StpJsonOut *out, char *text)
{
  stp_json_out_text (out, text);
  g_free (text);
}

/* The value of a member that is set; its name has been written. */
static void
write_value (StpJsonOut *out, const StpMember *member, gconstpointer instance, JsonNode *kept)
{
  switch (member->kind)
    {
    case STP_MEMBER_TEXT:
    case STP_MEMBER_ID:
      stp_json_out_text (out, *STP_MEMBER_AT (char *, instance, member));
      break;
    case STP_MEMBER_INT:
      stp_json_out_int (out, *STP_MEMBER_AT (int, instance, member));
      break;
    case STP_MEMBER_BOOL:
    case STP_MEMBER_MAYBE:
      stp_json_out_bool (out, *STP_MEMBER_AT (int, instance, member));
      break;
    case STP_MEMBER_INSTANT:
      write_owned_text (out, stp_instant_format (*STP_MEMBER_AT (StpInstant, instance, member)));
      break;
    case STP_MEMBER_DAY:
      write_owned_text (out, stp_day_format (*STP_MEMBER_AT (guint, instance, member)));
      break;
    case STP_MEMBER_CLOCK_TIME:
      write_owned_text (out, stp_clock_time_format (*STP_MEMBER_AT (int, instance, member)));
      break;
    case STP_MEMBER_ENUM:
      stp_json_out_text (
        out, stp_enum_to_nick (member->enum_type (), *STP_MEMBER_AT (int, instance, member)));
      break;
    case STP_MEMBER_SET:
    case STP_MEMBER_WEEKDAYS:
      write_set (out, member, *STP_MEMBER_AT (guint64, instance, member), kept);
      break;
    case STP_MEMBER_DAYS:
      write_days (out, *STP_MEMBER_AT (GArray *, instance, member));
      break;
    case STP_MEMBER_TEXTS:
      write_texts (out, *STP_MEMBER_AT (char **, instance, member));
      break;
    case STP_MEMBER_VALUE:
      stp_codec_put_nested (out, member->nested, *STP_MEMBER_AT (gpointer, instance, member));
      break;
    case STP_MEMBER_VALUES:
      write_values (out, member->nested, *STP_MEMBER_AT (GPtrArray *, instance, member));
      break;
    case STP_MEMBER_MAP:
      write_map (out, member->nested, *STP_MEMBER_AT (GHashTable *, instance, member));
      break;
    case STP_MEMBER_ENUM_MAP:
      write_enum_map (out, member, *STP_MEMBER_AT (GHashTable *, instance, member), kept);
      break;
    default:
      g_assert_not_reached ();
    }
}

/*
 * What was kept stands for a field that says nothing, and completes a set. The raw name of an
 * enumeration goes as soon as the field is anything but "some other value".
 */
static void
write_member (StpJsonOut *out, const StpMember *member, gconstpointer instance, JsonObject *extras)
{
  JsonNode *kept = extras ? json_object_get_member (extras, member->name) : NULL;
  gboolean is_enum = member->kind == STP_MEMBER_ENUM;
  gboolean other = is_enum && *STP_MEMBER_AT (int, instance, member) == STP_ENUM_OTHER;

  if (!other && stp_member_is_set (member, instance))
    {
      stp_json_out_name (out, member->name);
      write_value (out, member, instance, kept);
    }
  else if (kept != NULL && is_enum == other)
    {
      stp_json_out_name (out, member->name);
      write_kept (out, member, kept);
    }
}

/**
 * stp_codec_put_shape:
 *
 * Writes the members of @instance, those of its table first, then those it does not know.
 */
void
stp_codec_put_shape (StpJsonOut *out, const StpShape *shape, gconstpointer instance)
{
  JsonObject *extras = *STP_EXTRAS (shape, instance);
  g_autoptr (GList) names = extras ? stp_json_sorted_names (extras) : NULL;

  for (guint i = 0; i < shape->n_members; i++)
    write_member (out, &shape->members[i], instance, extras);
  for (GList *l = names; l; l = l->next)
    if (stp_shape_find (shape, l->data) == NULL)
      {
        stp_json_out_name (out, l->data);
        stp_json_out_node (out, json_object_get_member (extras, l->data));
      }
}
