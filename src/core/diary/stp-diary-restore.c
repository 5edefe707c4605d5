// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "diary/stp-diary-struct-private.h"

/**
 * stp_diary_restore:
 * @drafts: (element-type StpRecord): records as they once were; they are sealed
 * @label: what is done, translated, for "Undo …"
 *
 * Brings records back in one edit, with fresh stamps. What they name need not be there: a diary may
 * always have lacked it. It is for the caller to know that none of them takes back what happened.
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
  for (guint i = 0; i < drafts->len; i++)
    {
      gpointer before = stp_diary_lookup_same (self, drafts->pdata[i]);
      g_autoptr (StpRecord) alive = before ? g_object_ref (before) : NULL;

      stp_diary_seal_and_swap (self, drafts->pdata[i], alive);
    }
  stp_diary_end_edit (self);
  return TRUE;
}
