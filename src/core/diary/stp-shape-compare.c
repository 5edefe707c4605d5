// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-shape.h"

#include <string.h>

#include "diary/stp-time.h"

/**
 * stp_member_is_set:
 * @member: a member of the shape of @instance
 *
 * Returns: whether the member says anything; what says nothing is left out of the file
 */
gboolean
stp_member_is_set (const StpMember *member, gconstpointer instance)
{
  switch (member->kind)
    {
    case STP_MEMBER_INT:
    case STP_MEMBER_MAYBE:
    case STP_MEMBER_CLOCK_TIME:
      return *STP_MEMBER_AT (int, instance, member) != STP_UNSET;
    case STP_MEMBER_BOOL:
    case STP_MEMBER_DAY:
    case STP_MEMBER_ENUM:
      return *STP_MEMBER_AT (int, instance, member) != 0;
    case STP_MEMBER_INSTANT:
      return STP_MEMBER_AT (StpInstant, instance, member)->us != STP_TIME_UNSET;
    case STP_MEMBER_SET:
    case STP_MEMBER_WEEKDAYS:
      return *STP_MEMBER_AT (guint64, instance, member) != 0;
    case STP_MEMBER_TEXT:
    case STP_MEMBER_ID:
    case STP_MEMBER_DAYS:
    case STP_MEMBER_TEXTS:
    case STP_MEMBER_VALUE:
    case STP_MEMBER_VALUES:
    case STP_MEMBER_MAP:
    case STP_MEMBER_ENUM_MAP:
      return *STP_MEMBER_AT (gpointer, instance, member) != NULL;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
values_equal (const StpShape *shape, GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!stp_value_equal (shape, a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
maps_equal (const StpShape *shape, GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key, value, other;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      if (!g_hash_table_lookup_extended (b, key, NULL, &other))
        return FALSE;
      if (shape ? !stp_value_equal (shape, value, other) : value != other)
        return FALSE;
    }
  return TRUE;
}

static gboolean
instants_equal (const StpInstant *a, const StpInstant *b)
{
  return a->us == b->us && (a->us == STP_TIME_UNSET || a->offset == b->offset);
}

static gboolean
pointers_equal (const StpMember *member, gpointer a, gpointer b)
{
  switch ((int) member->kind)
    {
    case STP_MEMBER_TEXT:
    case STP_MEMBER_ID:
      return g_str_equal (a, b);
    case STP_MEMBER_TEXTS:
      return g_strv_equal (a, b);
    case STP_MEMBER_DAYS:
      return ((GArray *) a)->len == ((GArray *) b)->len &&
             memcmp (((GArray *) a)->data, ((GArray *) b)->data,
                     ((GArray *) a)->len * sizeof (guint)) == 0;
    case STP_MEMBER_VALUE:
      return stp_value_equal (member->nested, a, b);
    case STP_MEMBER_VALUES:
      return values_equal (member->nested, a, b);
    case STP_MEMBER_MAP:
    case STP_MEMBER_ENUM_MAP:
      return maps_equal (member->nested, a, b);
    default:
      g_assert_not_reached ();
    }
}

/**
 * stp_member_equal:
 *
 * Returns: whether @a and @b say the same in @member
 */
gboolean
stp_member_equal (const StpMember *member, gconstpointer a, gconstpointer b)
{
  switch (member->kind)
    {
    case STP_MEMBER_INT:
    case STP_MEMBER_MAYBE:
    case STP_MEMBER_CLOCK_TIME:
    case STP_MEMBER_BOOL:
    case STP_MEMBER_DAY:
    case STP_MEMBER_ENUM:
      return *STP_MEMBER_AT (int, a, member) == *STP_MEMBER_AT (int, b, member);
    case STP_MEMBER_INSTANT:
      return instants_equal (STP_MEMBER_AT (StpInstant, a, member),
                             STP_MEMBER_AT (StpInstant, b, member));
    case STP_MEMBER_SET:
    case STP_MEMBER_WEEKDAYS:
      return *STP_MEMBER_AT (guint64, a, member) == *STP_MEMBER_AT (guint64, b, member);
    case STP_MEMBER_TEXT:
    case STP_MEMBER_ID:
    case STP_MEMBER_DAYS:
    case STP_MEMBER_TEXTS:
    case STP_MEMBER_VALUE:
    case STP_MEMBER_VALUES:
    case STP_MEMBER_MAP:
    case STP_MEMBER_ENUM_MAP:
      if (!stp_member_is_set (member, a) || !stp_member_is_set (member, b))
        return stp_member_is_set (member, a) == stp_member_is_set (member, b);
      return pointers_equal (member, *STP_MEMBER_AT (gpointer, a, member),
                             *STP_MEMBER_AT (gpointer, b, member));
    default:
      g_assert_not_reached ();
    }
}

/**
 * stp_value_equal:
 *
 * Returns: whether two nested values say the same; their stamps are not looked at
 */
gboolean
stp_value_equal (const StpShape *shape, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < shape->n_members; i++)
    if (!stp_member_equal (&shape->members[i], a, b))
      return FALSE;
  return TRUE;
}

/**
 * stp_value_is_blank:
 *
 * Returns: whether @value has no member set: an entry that was removed and keeps only its stamp
 */
gboolean
stp_value_is_blank (const StpShape *shape, gconstpointer value)
{
  for (guint i = 0; i < shape->n_members; i++)
    if (stp_member_is_set (&shape->members[i], value))
      return FALSE;
  return TRUE;
}
