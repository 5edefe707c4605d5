// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-merge.h"

#include <glib/gi18n-lib.h>

#include "diary/stp-record-private.h"
#include "store/stp-codec-private.h"

/*
 * Everything here takes the greater of two in one total order, or the union by key: that is what
 * makes merging commutative, associative and idempotent.
 */

static gboolean has_extras (const StpShape *shape, gconstpointer instance);

static gboolean
member_has_extras (const StpMember *member, gconstpointer instance)
{
  gpointer value = member->nested ? stp_member_get_pointer (member, instance) : NULL;
  GPtrArray *values = value;

  if (value == NULL)
    return FALSE;
  if (member->kind == STP_MEMBER_VALUE)
    return has_extras (member->nested, value);
  if (member->kind == STP_MEMBER_MAP)
    return TRUE;
  for (guint i = 0; i < values->len; i++)
    if (has_extras (member->nested, values->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Whether anything stands beside the fields, here or further in. A map is taken to have some. */
static gboolean
has_extras (const StpShape *shape, gconstpointer instance)
{
  if (*STP_EXTRAS (shape, instance) != NULL)
    return TRUE;
  for (guint i = 0; i < shape->n_members; i++)
    if (member_has_extras (&shape->members[i], instance))
      return TRUE;
  return FALSE;
}

/* Nearly everything that two copies hold is the same in both, and writing it out to see is slow. */
static gboolean
is_same (const StpShape *shape, gconstpointer a, gconstpointer b)
{
  return a == b ||
         (stp_value_equal (shape, a, b) && !has_extras (shape, a) && !has_extras (shape, b));
}

/* Of two edits with one stamp the greater text wins, which each side writes alike. */
static gpointer
pick_record (gpointer a, gpointer b)
{
  gint64 stamp_a = stp_record_get_modified (a), stamp_b = stp_record_get_modified (b);
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;

  if (stamp_a != stamp_b)
    return stamp_a > stamp_b ? a : b;
  if (is_same (stp_record_get_shape (a), a, b))
    return a;
  text_a = stp_codec_write_canonical_text (a);
  text_b = stp_codec_write_canonical_text (b);
  return strcmp (text_a, text_b) >= 0 ? a : b;
}

/* Entries with nothing but a stamp stand for a removal, and win or lose like any other. */
static gpointer
pick_value (const StpShape *shape, gpointer a, gpointer b)
{
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;
  gint64 stamp_a, stamp_b;

  if (a == NULL || b == NULL)
    return a ? a : b;
  stamp_a = *stp_value_get_stamp (shape, a);
  stamp_b = *stp_value_get_stamp (shape, b);
  if (stamp_a != stamp_b)
    return stamp_a > stamp_b ? a : b;
  if (is_same (shape, a, b))
    return a;
  text_a = stp_codec_write_canonical_value (shape, a);
  text_b = stp_codec_write_canonical_value (shape, b);
  return strcmp (text_a, text_b) >= 0 ? a : b;
}

static gboolean
merges_by_itself (const StpMember *member)
{
  return member->nested != NULL && member->nested->stamp_offset != 0;
}

static void
merge_into_map (const StpShape *shape, GHashTable *merged, GHashTable *from)
{
  GHashTableIter iter;
  gpointer key, value;

  if (from == NULL)
    return;
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gpointer winner = pick_value (shape, g_hash_table_lookup (merged, key), value);

      if (winner == value)
        g_hash_table_insert (merged, g_strdup (key), stp_value_copy (shape, value));
    }
}

static GHashTable *
merge_maps (const StpShape *shape, GHashTable *a, GHashTable *b)
{
  GHashTable *merged;

  if (a == NULL && b == NULL)
    return NULL;
  merged = stp_map_new (shape);
  merge_into_map (shape, merged, a);
  merge_into_map (shape, merged, b);
  return merged;
}

static void
clear_member (const StpMember *member, gpointer instance)
{
  gpointer *field = STP_MEMBER_AT (gpointer, instance, member);

  if (member->kind == STP_MEMBER_VALUE)
    stp_value_free (member->nested, *field);
  else
    g_clear_pointer ((GHashTable **) field, g_hash_table_unref);
  *field = NULL;
}

/* The profile without the entries that merge by themselves. */
static gpointer
copy_without_entries (gpointer profile)
{
  const StpShape *shape = stp_record_get_shape (profile);
  gpointer copy = stp_record_copy (profile);

  for (guint i = 0; i < shape->n_members; i++)
    if (merges_by_itself (&shape->members[i]))
      clear_member (&shape->members[i], copy);
  return copy;
}

static void
merge_entries (gpointer merged, gpointer a, gpointer b)
{
  const StpShape *shape = stp_record_get_shape (merged);

  for (guint i = 0; i < shape->n_members; i++)
    {
      const StpMember *member = &shape->members[i];
      gpointer of_a, of_b, *field;

      if (!merges_by_itself (member))
        continue;
      of_a = *STP_MEMBER_AT (gpointer, a, member);
      of_b = *STP_MEMBER_AT (gpointer, b, member);
      field = STP_MEMBER_AT (gpointer, merged, member);
      if (member->kind == STP_MEMBER_VALUE)
        *field = stp_value_copy (member->nested, pick_value (member->nested, of_a, of_b));
      else
        *field = merge_maps (member->nested, of_a, of_b);
    }
}

/* Gives back one of the two where it comes to the same, so that a diary sees no change. */
static gpointer
merge_profiles (gpointer a, gpointer b)
{
  g_autoptr (StpRecord) plain_a = copy_without_entries (a);
  g_autoptr (StpRecord) plain_b = copy_without_entries (b);
  g_autoptr (StpRecord) merged = g_object_ref (pick_record (plain_a, plain_b));
  g_autofree char *text = NULL;
  g_autofree char *text_a = NULL;

  merge_entries (merged, a, b);
  text = stp_codec_write_canonical_text (merged);
  text_a = stp_codec_write_canonical_text (a);
  return g_str_equal (text, text_a) ? g_object_ref (a) : g_steal_pointer (&merged);
}

static void
merge_deleted (StpSnapshot *merged, StpSnapshot *from)
{
  GHashTableIter iter;
  gpointer id, stamp;

  g_hash_table_iter_init (&iter, from->deleted);
  while (g_hash_table_iter_next (&iter, &id, &stamp))
    {
      gint64 *known = g_hash_table_lookup (merged->deleted, id);

      if (known == NULL || *known < *(gint64 *) stamp)
        stp_snapshot_set_deleted (merged, id, *(gint64 *) stamp);
    }
}

static void
take_unless_deleted (StpSnapshot *merged, gpointer record)
{
  gint64 *deleted = g_hash_table_lookup (merged->deleted, stp_record_get_id (record));

  if (deleted == NULL || *deleted < stp_record_get_modified (record))
    stp_snapshot_take (merged, g_object_ref (record));
}

/* Both lists are in the order of ids, and so is the outcome. */
static void
merge_records (StpSnapshot *merged, GPtrArray *a, GPtrArray *b)
{
  guint i = 0, j = 0;

  while (i < a->len || j < b->len)
    {
      int order = i == a->len ? 1
                  : j == b->len
                    ? -1
                    : strcmp (stp_record_get_id (a->pdata[i]), stp_record_get_id (b->pdata[j]));

      if (order < 0)
        take_unless_deleted (merged, a->pdata[i++]);
      else if (order > 0)
        take_unless_deleted (merged, b->pdata[j++]);
      else
        take_unless_deleted (merged, pick_record (a->pdata[i++], b->pdata[j++]));
    }
}

/* Of two records of different types with one id, which only somebody's hand can make. */
static gpointer
pick_type (gpointer a, gpointer b)
{
  gint64 stamp_a = stp_record_get_modified (a), stamp_b = stp_record_get_modified (b);
  g_autofree char *text_a = stp_codec_write_canonical_text (a);
  g_autofree char *text_b = stp_codec_write_canonical_text (b);

  if (stamp_a != stamp_b)
    return stamp_a > stamp_b ? a : b;
  return strcmp (text_a, text_b) >= 0 ? a : b;
}

/* An id stands for one record whatever its type: with two of them the outcome could not be read. */
static void
drop_losers (StpSnapshot *merged)
{
  g_autoptr (GHashTable) winners = g_hash_table_new (g_str_hash, g_str_equal);

  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    for (guint i = 0; i < merged->records[type]->len; i++)
      {
        gpointer record = merged->records[type]->pdata[i];
        gpointer other = g_hash_table_lookup (winners, stp_record_get_id (record));
        gpointer winner = other ? pick_type (other, record) : record;

        /* The key goes with its record. */
        g_hash_table_replace (winners, (gpointer) stp_record_get_id (winner), winner);
      }
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    for (guint i = merged->records[type]->len; i-- > 0;)
      {
        GPtrArray *records = merged->records[type];

        if (g_hash_table_lookup (winners, stp_record_get_id (records->pdata[i])) !=
            records->pdata[i])
          g_ptr_array_remove_index (records, i);
      }
}

static void
merge_extras (JsonObject *merged, JsonObject *from)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (from == NULL)
    return;
  json_object_iter_init (&iter, from);
  while (json_object_iter_next (&iter, &name, &node))
    {
      JsonNode *known = json_object_get_member (merged, name);
      g_autofree char *known_text = known ? stp_json_to_text (known) : NULL;
      g_autofree char *text = stp_json_to_text (node);

      if (known == NULL || strcmp (known_text, text) < 0)
        json_object_set_member (merged, name, json_node_ref (node));
    }
}

/* Members of the document that a newer version added carry no stamp: the greater text wins. */
static JsonObject *
merge_unknown (JsonObject *a, JsonObject *b)
{
  JsonObject *merged;

  if (a == NULL && b == NULL)
    return NULL;
  merged = json_object_new ();
  merge_extras (merged, a);
  merge_extras (merged, b);
  json_object_seal (merged);
  return merged;
}

static gboolean
can_merge (StpSnapshot *a, StpSnapshot *b, GError **error)
{
  if (!g_str_equal (a->id, b->id))
    {
      g_set_error_literal (error, STP_STORE_ERROR, STP_STORE_ERROR_FOREIGN,
                           _ ("These are two different diaries, not two copies of one."));
      return FALSE;
    }
  if (MAX (a->format, b->format) > STP_DIARY_FORMAT)
    {
      stp_codec_set_read_only_error (a->format > STP_DIARY_FORMAT ? a : b, error);
      return FALSE;
    }
  return TRUE;
}

/**
 * stp_merge:
 * @a: a diary
 * @b: another copy of the same diary
 *
 * Brings two copies together: of two edits to one record the later wins, and no record is lost.
 * What both hold is shared, not copied, so call it in the thread that owns them.
 *
 * Returns: (transfer full) (nullable): the outcome; %NULL with %STP_STORE_ERROR_FOREIGN for two
 *   diaries that are not the same one, with %STP_STORE_ERROR_READ_ONLY for a newer format
 */
StpSnapshot *
stp_merge (StpSnapshot *a, StpSnapshot *b, GError **error)
{
  StpSnapshot *merged;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  if (!can_merge (a, b, error))
    return NULL;
  merged = stp_snapshot_new (a->id);
  stp_snapshot_take (merged, merge_profiles (a->profile, b->profile));
  merge_deleted (merged, a);
  merge_deleted (merged, b);
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    merge_records (merged, a->records[type], b->records[type]);
  drop_losers (merged);
  merged->extras = merge_unknown (a->extras, b->extras);
  return merged;
}
