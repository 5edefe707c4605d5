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
