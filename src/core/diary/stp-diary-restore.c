// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-diary-check-private.h"
#include "diary/stp-diary-struct-private.h"

/**
 * Lasting:
 * @newcomers: (element-type utf8 StpRecord): what comes back that is not there now, by its id
 * @found: (element-type utf8): ids of what undo leaves
 */
typedef struct
{
  GHashTable *newcomers, *found;
} Lasting;

/* A record stays with all that it names. */
static gboolean
keep_cb (const char *id, gpointer user_data)
{
  Lasting *self = user_data;
  StpRecord *newcomer = g_hash_table_lookup (self->newcomers, id);

  if (newcomer && g_hash_table_add (self->found, g_strdup (id)))
    stp_record_visit_names (newcomer, keep_cb, self);
  return FALSE;
}

/* What is never undone where it is recorded; a reaction may alarm, which the rules know. */
static gboolean
is_lasting (gpointer record)
{
  const StpRecordType type = stp_record_get_record_type (record);

  return type == STP_RECORD_GATE || type == STP_RECORD_STEP ||
         (type == STP_RECORD_REACTION && stp_reaction_is_marked (record));
}

static void
keep_what_is_named (StpDiary *self, Lasting *lasting)
{
  stp_record_visit_names (self->profile, keep_cb, lasting);
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    for (guint i = 0; i < stp_diary_get_n_records (self, type); i++)
      stp_record_visit_names (stp_diary_peek_record (self, type, i), keep_cb, lasting);
}

/* Returns: (transfer full): ids of those of @drafts that undo leaves: alarms, gates and steps, what
 * the diary named while it was missing, and what all of these name. */
static GHashTable *
list_lasting (StpDiary *self, GPtrArray *drafts)
{
  g_autoptr (GHashTable) newcomers = g_hash_table_new (g_str_hash, g_str_equal);
  Lasting lasting = { newcomers, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  for (guint i = 0; i < drafts->len; i++)
    if (stp_diary_lookup_same (self, drafts->pdata[i]) == NULL)
      g_hash_table_insert (newcomers, (gpointer) stp_record_get_id (drafts->pdata[i]),
                           drafts->pdata[i]);
  keep_what_is_named (self, &lasting);
  for (guint i = 0; i < drafts->len; i++)
    if (is_lasting (drafts->pdata[i]))
      keep_cb (stp_record_get_id (drafts->pdata[i]), &lasting);
  return lasting.found;
}

/**
 * stp_records_outlast_undo:
 * @records: (element-type StpRecord): as for stp_diary_restore()
 *
 * Returns: whether undo would leave some of them
 */
gboolean
stp_records_outlast_undo (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    if (is_lasting (records->pdata[i]))
      return TRUE;
  return FALSE;
}

/**
 * stp_diary_restore:
 * @drafts: (element-type StpRecord): records as they once were; they are sealed
 * @label: what is done, translated, for "Undo …"
 *
 * Brings records back in one edit, with fresh stamps. What they name need not be there: a diary may
 * always have lacked it. It is for the caller to know that none of them takes back what happened.
 * Undo leaves alarms, gates and steps, and what they name: it never opens a lock (E14).
 *
 * Returns: whether it was done; if not, nothing changed
 */
gboolean
stp_diary_restore (StpDiary *self, GPtrArray *drafts, const char *label, GError **error)
{
  g_return_val_if_fail (STP_IS_DIARY (self), FALSE);
  g_return_val_if_fail (drafts != NULL && label != NULL, FALSE);

  if (!stp_diary_check_writable (self, error))
    return FALSE;
  stp_diary_begin_edit (self, label);
  self->group_lasting = list_lasting (self, drafts);
  for (guint i = 0; i < drafts->len; i++)
    {
      gpointer before = stp_diary_lookup_same (self, drafts->pdata[i]);
      g_autoptr (StpRecord) alive = before ? g_object_ref (before) : NULL;

      stp_diary_seal_and_swap (self, drafts->pdata[i], alive);
    }
  stp_diary_end_edit (self);
  return TRUE;
}
