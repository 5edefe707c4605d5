// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-diary-check-private.h"

#include <glib/gi18n-lib.h>

static gboolean
fail (GError **error, const StpShape *shape, const StpMember *member, const char *what)
{
  g_set_error (error, STP_DIARY_ERROR, STP_DIARY_ERROR_INVALID, "%s.%s: %s", shape->name,
               member->name, what);
  return FALSE;
}

static gboolean
check_int (const StpMember *member, int value)
{
  return value == STP_UNSET || (value >= member->min && value <= member->max);
}

static gboolean
check_members (StpDiary *self, const StpShape *shape, gconstpointer instance, GError **error);

static gboolean
check_nested (StpDiary *self, const StpMember *member, gconstpointer instance, GError **error)
{
  gpointer nested = *STP_MEMBER_AT (gpointer, instance, member);
  GHashTableIter iter;
  gpointer value;

  if (nested == NULL)
    return TRUE;
  if (member->kind == STP_MEMBER_VALUE)
    return check_members (self, member->nested, nested, error);
  if (member->kind == STP_MEMBER_VALUES)
    {
      for (guint i = 0; i < ((GPtrArray *) nested)->len; i++)
        if (!check_members (self, member->nested, ((GPtrArray *) nested)->pdata[i], error))
          return FALSE;
      return TRUE;
    }
  g_hash_table_iter_init (&iter, nested);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!check_members (self, member->nested, value, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_member (StpDiary *self,
              const StpShape *shape,
              const StpMember *member,
              gconstpointer instance,
              GError **error)
{
  const char *text;

  if (member->required && !stp_member_is_set (member, instance))
    return fail (error, shape, member, _ ("is missing"));
  switch ((int) member->kind)
    {
    case STP_MEMBER_INT:
      if (!check_int (member, *STP_MEMBER_AT (int, instance, member)))
        return fail (error, shape, member, _ ("is out of range"));
      return TRUE;
    case STP_MEMBER_ID:
      text = *STP_MEMBER_AT (char *, instance, member);
      if (text && !stp_diary_lookup (self, member->target, text))
        return fail (error, shape, member, _ ("names something that is not in the diary"));
      return TRUE;
    case STP_MEMBER_TEXT:
      text = *STP_MEMBER_AT (char *, instance, member);
      if (text && !g_utf8_validate (text, -1, NULL))
        return fail (error, shape, member, _ ("is not text"));
      return TRUE;
    case STP_MEMBER_VALUE:
    case STP_MEMBER_VALUES:
    case STP_MEMBER_MAP:
      return check_nested (self, member, instance, error);
    default:
      return TRUE;
    }
}

static gboolean
check_members (StpDiary *self, const StpShape *shape, gconstpointer instance, GError **error)
{
  /* An entry that was removed keeps nothing but its stamp, not even what is required. */
  if (shape->stamp_offset && stp_value_is_blank (shape, instance))
    return TRUE;
  for (guint i = 0; i < shape->n_members; i++)
    if (!check_member (self, shape, &shape->members[i], instance, error))
      return FALSE;
  return TRUE;
}

/**
 * stp_diary_check_draft:
 *
 * Returns: whether @draft has what it needs, within range, and names only what exists
 */
gboolean
stp_diary_check_draft (StpDiary *self, gpointer draft, GError **error)
{
  return check_members (self, stp_record_get_shape (draft), draft, error);
}

static gboolean
holds_one (char **texts, GHashTable *ids)
{
  for (; *texts; texts++)
    if (g_hash_table_contains (ids, *texts))
      return TRUE;
  return FALSE;
}

static gboolean
value_names (const StpShape *shape, gconstpointer instance, GHashTable *ids)
{
  for (guint i = 0; i < shape->n_members; i++)
    {
      const StpMember *member = &shape->members[i];
      gpointer pointer;
      GHashTableIter iter;
      gpointer value;

      if (!stp_member_is_set (member, instance))
        continue;
      pointer = stp_member_get_pointer (member, instance);
      if (member->kind == STP_MEMBER_ID && g_hash_table_contains (ids, pointer))
        return TRUE;
      if (member->kind == STP_MEMBER_TEXTS && holds_one (pointer, ids))
        return TRUE;
      if (member->kind == STP_MEMBER_VALUE && value_names (member->nested, pointer, ids))
        return TRUE;
      if (member->kind == STP_MEMBER_VALUES)
        for (guint j = 0; j < ((GPtrArray *) pointer)->len; j++)
          if (value_names (member->nested, ((GPtrArray *) pointer)->pdata[j], ids))
            return TRUE;
      if (member->kind != STP_MEMBER_MAP)
        continue;
      g_hash_table_iter_init (&iter, pointer);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        if (value_names (member->nested, value, ids))
          return TRUE;
    }
  return FALSE;
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
  StpProfile *profile = stp_diary_get_profile (self);

  if (value_names (stp_record_get_shape (profile), profile, ids))
    return TRUE;
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    for (guint i = 0; i < stp_diary_get_n_records (self, type); i++)
      {
        gpointer other = stp_diary_peek_record (self, type, i);

        if (!g_hash_table_contains (ids, stp_record_get_id (other)) &&
            value_names (stp_record_get_shape (other), other, ids))
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
