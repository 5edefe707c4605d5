// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-profile-stamp-private.h"

/*
 * The profile's keyed members merge entry by entry, so each entry carries its own stamp. Here an
 * edited profile is held against the one before it: what changed is stamped, what was taken away
 * leaves a blank entry with a stamp, and what stayed keeps the stamp it had.
 */

static gpointer
stamp_value (const StpShape *shape, gpointer before, gpointer value, gint64 stamp)
{
  if (before == NULL && value == NULL)
    return NULL;
  if (value == NULL)
    value = stp_value_new (shape);
  if (before && stp_value_equal (shape, before, value))
    stamp = *stp_value_get_stamp (shape, before);
  *stp_value_get_stamp (shape, value) = stamp;
  return value;
}

static void
stamp_map (const StpShape *shape, GHashTable *before, GHashTable **map, gint64 stamp)
{
  GHashTableIter iter;
  gpointer key, value;

  if (before && *map == NULL)
    *map = stp_map_new (shape);
  if (*map == NULL)
    return;
  g_hash_table_iter_init (&iter, *map);
  while (g_hash_table_iter_next (&iter, &key, &value))
    stamp_value (shape, before ? g_hash_table_lookup (before, key) : NULL, value, stamp);
  if (before == NULL)
    return;
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (*map, key))
      g_hash_table_insert (*map, g_strdup (key), stamp_value (shape, value, NULL, stamp));
}

static gboolean
is_stamped (const StpMember *member)
{
  return (member->kind == STP_MEMBER_VALUE || member->kind == STP_MEMBER_MAP) &&
         member->nested->stamp_offset;
}

/**
 * stp_profile_stamp:
 * @before: the profile in the diary
 * @draft: the profile that is to take its place
 * @stamp: the stamp of this edit, UTC microseconds
 *
 * Returns: whether anything outside the keyed members changed, so that the profile itself has to
 *   carry @stamp
 */
gboolean
stp_profile_stamp (StpProfile *before, StpProfile *draft, gint64 stamp)
{
  const StpShape *shape = stp_record_get_shape (before);
  gboolean changed = FALSE;

  for (guint i = 0; i < shape->n_members; i++)
    {
      const StpMember *member = &shape->members[i];

      if (!is_stamped (member))
        changed |= !stp_member_equal (member, before, draft);
      else if (member->kind == STP_MEMBER_VALUE)
        *STP_MEMBER_AT (gpointer, draft, member) = stamp_value (
          member->nested, *STP_MEMBER_AT (gpointer, before, member),
          *STP_MEMBER_AT (gpointer, draft, member), stamp);
      else
        stamp_map (member->nested, *STP_MEMBER_AT (GHashTable *, before, member),
                   STP_MEMBER_AT (GHashTable *, draft, member), stamp);
    }
  return changed;
}
