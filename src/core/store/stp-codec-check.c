// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/stp-codec-private.h"

/*
 * What is only visible across members and records. None of it keeps a diary from being opened.
 */

/* The year 2200, as a day and as a moment. */
#define FIRST_FAR_DAY 803169
#define FIRST_FAR_MOMENT (G_GINT64_CONSTANT (7258118400) * STP_SECOND)

/* Wherever both stand in one object, the second must not come before the first. */
static const struct
{
  const char *first, *second;
} ordered[] = {
  { "start", "end" },   { "at", "until" }, { "at", "done_at" },
  { "since", "until" }, { "on", "until" }, { "since", "at" },
};

static gboolean
comes_before (gconstpointer instance, const StpMember *second, const StpMember *first)
{
  if (first->kind != second->kind)
    return FALSE;
  if (first->kind == STP_MEMBER_DAY)
    {
      guint day = *STP_MEMBER_AT (guint, instance, second);

      return day != STP_DAY_UNSET && day < *STP_MEMBER_AT (guint, instance, first);
    }
  if (first->kind == STP_MEMBER_INSTANT)
    {
      gint64 us = STP_MEMBER_AT (StpInstant, instance, second)->us;

      return us != STP_TIME_UNSET && us < STP_MEMBER_AT (StpInstant, instance, first)->us;
    }
  return FALSE;
}

static void
check_after (StpReader *self,
             const StpPath *path,
             const StpShape *shape,
             const StpMember *second,
             gconstpointer instance)
{
  const StpPath here = { path, second->name, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    {
      const StpMember *first = g_str_equal (ordered[i].second, second->name)
                                 ? stp_shape_find (shape, ordered[i].first)
                                 : NULL;
      g_autofree char *text = NULL;

      if (first == NULL || !comes_before (instance, second, first))
        continue;
      text = g_strdup_printf (_ ("This is before “%s”."), first->name);
      stp_reader_fault (self, &here, FALSE, text);
    }
}

/* A slip of a digit can hold every start back for centuries. */
static void
check_far (StpReader *self, const StpPath *path, const StpMember *member, gconstpointer instance)
{
  gboolean far = member->kind == STP_MEMBER_DAY
                   ? *STP_MEMBER_AT (guint, instance, member) >= FIRST_FAR_DAY
                   : STP_MEMBER_AT (StpInstant, instance, member)->us >= FIRST_FAR_MOMENT;

  if (far)
    stp_reader_fault (self, path, FALSE, _ ("This is too far ahead to be meant."));
}

static void
check_reference (StpReader *self, const StpPath *path, const StpMember *member, const char *id)
{
  g_autofree char *text = NULL;
  gpointer type;

  if (g_hash_table_lookup_extended (self->ids, id, NULL, &type) &&
      GPOINTER_TO_INT (type) == member->target)
    return;
  /* Translators: %s is a kind of record as the file names it: product, device, session… */
  text = g_strdup_printf (_ ("There is no %s with this id."),
                          stp_record_type_get_name (member->target));
  stp_reader_fault (self, path, FALSE, text);
}

static void
check_instance (StpReader *self, const StpPath *path, const StpShape *shape, gpointer instance);

static void
check_map (StpReader *self, const StpPath *path, const StpShape *shape, GHashTable *map)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, map);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const StpPath here = { path, key, 0 };

      check_instance (self, &here, shape, value);
    }
}

static void
check_values (StpReader *self, const StpPath *path, const StpShape *shape, GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      const StpPath here = { path, NULL, i };

      check_instance (self, &here, shape, values->pdata[i]);
    }
}

static void
check_member (StpReader *self, const StpPath *path, const StpMember *member, gpointer instance)
{
  gpointer value = stp_member_get_pointer (member, instance);

  if (value == NULL || (member->kind != STP_MEMBER_ID && member->nested == NULL))
    return;
  if (member->kind == STP_MEMBER_ID)
    check_reference (self, path, member, value);
  else if (member->kind == STP_MEMBER_VALUE)
    check_instance (self, path, member->nested, value);
  else if (member->kind == STP_MEMBER_MAP)
    check_map (self, path, member->nested, value);
  else
    check_values (self, path, member->nested, value);
}

static void
check_instance (StpReader *self, const StpPath *path, const StpShape *shape, gpointer instance)
{
  for (guint i = 0; i < shape->n_members; i++)
    {
      const StpMember *member = &shape->members[i];
      const StpPath here = { path, member->name, 0 };

      if (member->kind == STP_MEMBER_DAY || member->kind == STP_MEMBER_INSTANT)
        {
          check_after (self, path, shape, member, instance);
          check_far (self, &here, member, instance);
        }
      else
        check_member (self, &here, member, instance);
    }
}

static void
check_deleted (StpReader *self, StpSnapshot *snapshot, const StpPath *path, gpointer record)
{
  gint64 *stamp = g_hash_table_lookup (snapshot->deleted, stp_record_get_id (record));

  if (stamp != NULL && *stamp >= stp_record_get_modified (record))
    stp_reader_fault (self, path, FALSE, _ ("This record is also listed as deleted."));
}

/**
 * stp_reader_cross_check:
 * @snapshot: fresh from the document, its records still in the order of the file
 *
 * Reports references to what is not there, ends before their starts, and deleted records that are
 * still there.
 */
void
stp_reader_cross_check (StpReader *self, StpSnapshot *snapshot)
{
  const StpPath profile = { NULL, "profile", 0 };

  check_instance (self, &profile, stp_record_get_shape (snapshot->profile), snapshot->profile);
  for (int type = STP_RECORD_PRODUCT; type < STP_RECORD_N; type++)
    {
      const StpPath list = { NULL, stp_record_type_get_plural (type), 0 };
      GPtrArray *records = snapshot->records[type];

      for (guint i = 0, at = 0; i < records->len; i++, at++)
        {
          StpPath here = { &list, NULL, at };

          while (g_hash_table_contains (self->dropped, STP_READER_PLACE (type, at)))
            here.index = ++at;
          check_deleted (self, snapshot, &here, records->pdata[i]);
          check_instance (self, &here, stp_record_get_shape (records->pdata[i]), records->pdata[i]);
        }
    }
}
