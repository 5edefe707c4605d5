// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-shape.h"

#include "diary/stp-time.h"

#define EXTRAS(shape, instance)                                                                    \
  ((JsonObject **) (gpointer) ((guint8 *) (instance) + (shape)->extras_offset))

static void
member_init (const StpMember *member, gpointer instance)
{
  if (member->kind == STP_MEMBER_INT || member->kind == STP_MEMBER_MAYBE ||
      member->kind == STP_MEMBER_CLOCK_TIME)
    *STP_MEMBER_AT (int, instance, member) = STP_UNSET;
  else if (member->kind == STP_MEMBER_INSTANT)
    STP_MEMBER_AT (StpInstant, instance, member)->us = STP_TIME_UNSET;
}

static GPtrArray *
values_copy (const StpShape *shape, GPtrArray *values)
{
  GPtrArray *copy = stp_values_new (shape);

  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (copy, stp_value_copy (shape, values->pdata[i]));
  return copy;
}

static GHashTable *
map_copy (const StpShape *shape, GHashTable *map)
{
  GHashTable *copy = stp_map_new (shape);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, map);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, g_strdup (key), shape ? stp_value_copy (shape, value) : value);
  return copy;
}

static void
member_copy (const StpMember *member, gconstpointer from, gpointer to)
{
  gpointer pointer = stp_member_get_pointer (member, from);

  switch (member->kind)
    {
    case STP_MEMBER_TEXT:
    case STP_MEMBER_ID:
      *STP_MEMBER_AT (char *, to, member) = g_strdup (pointer);
      break;
    case STP_MEMBER_TEXTS:
      *STP_MEMBER_AT (char **, to, member) = g_strdupv (pointer);
      break;
    case STP_MEMBER_DAYS:
      *STP_MEMBER_AT (GArray *, to, member) = pointer ? g_array_copy (pointer) : NULL;
      break;
    case STP_MEMBER_VALUE:
      *STP_MEMBER_AT (gpointer, to, member) = stp_value_copy (member->nested, pointer);
      break;
    case STP_MEMBER_VALUES:
      *STP_MEMBER_AT (GPtrArray *, to, member) = pointer ? values_copy (member->nested, pointer)
                                                         : NULL;
      break;
    case STP_MEMBER_MAP:
    case STP_MEMBER_ENUM_MAP:
      *STP_MEMBER_AT (GHashTable *, to, member) = pointer ? map_copy (member->nested, pointer)
                                                          : NULL;
      break;
    case STP_MEMBER_INSTANT:
      *STP_MEMBER_AT (StpInstant, to, member) = *STP_MEMBER_AT (StpInstant, from, member);
      break;
    case STP_MEMBER_SET:
    case STP_MEMBER_WEEKDAYS:
      *STP_MEMBER_AT (guint64, to, member) = *STP_MEMBER_AT (guint64, from, member);
      break;
    case STP_MEMBER_INT:
    case STP_MEMBER_BOOL:
    case STP_MEMBER_MAYBE:
    case STP_MEMBER_DAY:
    case STP_MEMBER_CLOCK_TIME:
    case STP_MEMBER_ENUM:
      *STP_MEMBER_AT (int, to, member) = *STP_MEMBER_AT (int, from, member);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
member_clear (const StpMember *member, gpointer instance)
{
  switch (member->kind)
    {
    case STP_MEMBER_TEXT:
    case STP_MEMBER_ID:
      g_clear_pointer (STP_MEMBER_AT (char *, instance, member), g_free);
      break;
    case STP_MEMBER_TEXTS:
      g_clear_pointer (STP_MEMBER_AT (char **, instance, member), g_strfreev);
      break;
    case STP_MEMBER_DAYS:
      g_clear_pointer (STP_MEMBER_AT (GArray *, instance, member), g_array_unref);
      break;
    case STP_MEMBER_VALUE:
      stp_value_free (member->nested, *STP_MEMBER_AT (gpointer, instance, member));
      *STP_MEMBER_AT (gpointer, instance, member) = NULL;
      break;
    case STP_MEMBER_VALUES:
      g_clear_pointer (STP_MEMBER_AT (GPtrArray *, instance, member), g_ptr_array_unref);
      break;
    case STP_MEMBER_MAP:
    case STP_MEMBER_ENUM_MAP:
      g_clear_pointer (STP_MEMBER_AT (GHashTable *, instance, member), g_hash_table_unref);
      break;
    case STP_MEMBER_INSTANT:
    case STP_MEMBER_SET:
    case STP_MEMBER_WEEKDAYS:
    case STP_MEMBER_INT:
    case STP_MEMBER_BOOL:
    case STP_MEMBER_MAYBE:
    case STP_MEMBER_DAY:
    case STP_MEMBER_CLOCK_TIME:
    case STP_MEMBER_ENUM:
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * stp_shape_init:
 * @instance: zero-filled memory of @shape
 *
 * Sets every member that has a way to say "not set" other than zero to it.
 */
void
stp_shape_init (const StpShape *shape, gpointer instance)
{
  for (guint i = 0; i < shape->n_members; i++)
    member_init (&shape->members[i], instance);
}

/**
 * stp_shape_copy:
 * @to: a fresh instance of @shape
 *
 * Copies every member and what this version does not know. The extras are shared: they are
 * never written to once read.
 */
void
stp_shape_copy (const StpShape *shape, gconstpointer from, gpointer to)
{
  JsonObject *extras = *EXTRAS (shape, from);

  for (guint i = 0; i < shape->n_members; i++)
    member_copy (&shape->members[i], from, to);
  if (shape->stamp_offset)
    *(gint64 *) (gpointer) ((guint8 *) to + shape->stamp_offset) = *(
      const gint64 *) (gconstpointer) ((const guint8 *) from + shape->stamp_offset);
  if (extras)
    *EXTRAS (shape, to) = json_object_ref (extras);
}

/**
 * stp_shape_clear:
 *
 * Frees what the members of @instance own, not @instance itself.
 */
void
stp_shape_clear (const StpShape *shape, gpointer instance)
{
  for (guint i = 0; i < shape->n_members; i++)
    member_clear (&shape->members[i], instance);
  g_clear_pointer (EXTRAS (shape, instance), json_object_unref);
}

/**
 * stp_value_new:
 *
 * Returns: (transfer full): an empty nested value of @shape
 */
gpointer
stp_value_new (const StpShape *shape)
{
  gpointer value = g_malloc0 (shape->size);

  stp_shape_init (shape, value);
  return value;
}

/**
 * stp_value_copy:
 * @value: (nullable): a nested value of @shape
 *
 * Returns: (transfer full) (nullable): a copy of @value
 */
gpointer
stp_value_copy (const StpShape *shape, gconstpointer value)
{
  gpointer copy;

  if (value == NULL)
    return NULL;
  copy = g_malloc0 (shape->size);
  stp_shape_copy (shape, value, copy);
  return copy;
}

/**
 * stp_value_free:
 * @value: (transfer full) (nullable): a nested value of @shape
 *
 * Frees @value and what it owns.
 */
void
stp_value_free (const StpShape *shape, gpointer value)
{
  if (value == NULL)
    return;
  stp_shape_clear (shape, value);
  g_free (value);
}

/**
 * stp_value_get_stamp:
 * @shape: a shape whose values merge by themselves
 *
 * Returns: (transfer none): where @value keeps its `modified`, UTC microseconds
 */
gint64 *
stp_value_get_stamp (const StpShape *shape, gpointer value)
{
  return (gpointer) ((guint8 *) value + shape->stamp_offset);
}

/**
 * stp_values_new:
 *
 * Returns: (transfer full): an empty array for nested values of @shape, which it owns
 */
GPtrArray *
stp_values_new (const StpShape *shape)
{
  return g_ptr_array_new_with_free_func (shape->free_func);
}

/**
 * stp_map_new:
 * @shape: (nullable): the shape of the values; %NULL where they are enumeration values
 *
 * Returns: (transfer full): an empty map from text to values, which owns both
 */
GHashTable *
stp_map_new (const StpShape *shape)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shape ? shape->free_func : NULL);
}

/**
 * stp_member_get_pointer:
 *
 * Returns: (nullable): what the member points to; %NULL also for one that is no pointer, whose
 *   place must not be read as one
 */
gpointer
stp_member_get_pointer (const StpMember *member, gconstpointer instance)
{
  gboolean pointer = member->nested != NULL || member->kind == STP_MEMBER_TEXT ||
                     member->kind == STP_MEMBER_ID || member->kind == STP_MEMBER_TEXTS ||
                     member->kind == STP_MEMBER_DAYS || member->kind == STP_MEMBER_ENUM_MAP;

  return pointer ? *STP_MEMBER_AT (gpointer, instance, member) : NULL;
}

/**
 * stp_shape_find:
 *
 * Returns: (nullable): the member of that name
 */
const StpMember *
stp_shape_find (const StpShape *shape, const char *name)
{
  for (guint i = 0; i < shape->n_members; i++)
    if (g_str_equal (shape->members[i].name, name))
      return &shape->members[i];
  return NULL;
}
