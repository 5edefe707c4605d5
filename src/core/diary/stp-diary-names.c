// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-diary-check-private.h"

static gboolean
visit_value (const StpShape *shape, gconstpointer instance, StpNameFunc func, gpointer user_data);

static gboolean
visit_texts (char **texts, StpNameFunc func, gpointer user_data)
{
  for (; *texts; texts++)
    if (func (*texts, user_data))
      return TRUE;
  return FALSE;
}

static gboolean
visit_values (const StpShape *shape, GPtrArray *values, StpNameFunc func, gpointer user_data)
{
  for (guint i = 0; i < values->len; i++)
    if (visit_value (shape, values->pdata[i], func, user_data))
      return TRUE;
  return FALSE;
}

static gboolean
visit_map (const StpShape *shape, GHashTable *map, StpNameFunc func, gpointer user_data)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, map);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (visit_value (shape, value, func, user_data))
      return TRUE;
  return FALSE;
}

static gboolean
visit_member (const StpMember *member, gpointer pointer, StpNameFunc func, gpointer user_data)
{
  switch ((int) member->kind)
    {
    case STP_MEMBER_ID:
      return func (pointer, user_data);
    case STP_MEMBER_TEXTS:
      return visit_texts (pointer, func, user_data);
    case STP_MEMBER_VALUE:
      return visit_value (member->nested, pointer, func, user_data);
    case STP_MEMBER_VALUES:
      return visit_values (member->nested, pointer, func, user_data);
    case STP_MEMBER_MAP:
      return visit_map (member->nested, pointer, func, user_data);
    default:
      return FALSE;
    }
}

static gboolean
visit_value (const StpShape *shape, gconstpointer instance, StpNameFunc func, gpointer user_data)
{
  for (guint i = 0; i < shape->n_members; i++)
    {
      const StpMember *member = &shape->members[i];

      if (stp_member_is_set (member, instance) &&
          visit_member (member, stp_member_get_pointer (member, instance), func, user_data))
        return TRUE;
    }
  return FALSE;
}

/**
 * stp_record_visit_names:
 * @func: called with each id by which @record names another
 *
 * Returns: whether @func said %TRUE, which ends the visit
 */
gboolean
stp_record_visit_names (gpointer record, StpNameFunc func, gpointer user_data)
{
  return visit_value (stp_record_get_shape (record), record, func, user_data);
}

static gboolean
is_one_of (const char *id, gpointer user_data)
{
  return g_hash_table_contains (user_data, id);
}

/**
 * stp_diary_is_any_named:
 * @ids: (element-type utf8): a set of ids
 *
 * In one pass, however many they are.
 *
 * Returns: whether some record names one of @ids; what a record with one of them names counts not
 */
gboolean
stp_diary_is_any_named (StpDiary *self, GHashTable *ids)
{
  if (stp_record_visit_names (stp_diary_get_profile (self), is_one_of, ids))
    return TRUE;
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    for (guint i = 0; i < stp_diary_get_n_records (self, type); i++)
      {
        gpointer other = stp_diary_peek_record (self, type, i);

        if (!g_hash_table_contains (ids, stp_record_get_id (other)) &&
            stp_record_visit_names (other, is_one_of, ids))
          return TRUE;
      }
  return FALSE;
}

/**
 * stp_diary_is_named:
 * @record: a record of the diary
 *
 * Returns: whether another record names @record, so that it can only be archived or hidden
 */
gboolean
stp_diary_is_named (StpDiary *self, gpointer record)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (ids, (gpointer) stp_record_get_id (record));
  return stp_diary_is_any_named (self, ids);
}
