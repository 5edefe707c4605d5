// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-store-struct-private.h"

/**
 * stp_store_get_draft:
 *
 * Returns: (transfer none) (nullable): what is being entered, or was when the program ended
 */
StpProduct *
stp_store_get_draft (StpStore *self)
{
  g_return_val_if_fail (STP_IS_STORE (self), NULL);

  return self->draft;
}

/**
 * stp_store_keep_draft:
 * @draft: what was entered so far; it is copied
 *
 * Keeps what is being entered beside the diary until it is discarded, so that a crash does not lose
 * it. It is saved as edits are: nobody waits for the disk.
 */
void
stp_store_keep_draft (StpStore *self, StpProduct *draft)
{
  g_return_if_fail (STP_IS_STORE (self));
  g_return_if_fail (self->diary != NULL && STP_IS_PRODUCT (draft));

  if (stp_diary_get_read_only (self->diary))
    return;
  g_clear_object (&self->draft);
  self->draft = stp_record_copy (draft);
  stp_store_draft_changed (self);
}

/**
 * stp_store_discard_draft:
 *
 * Forgets what was being entered: it is in the diary now, or was not meant.
 */
void
stp_store_discard_draft (StpStore *self)
{
  g_return_if_fail (STP_IS_STORE (self));

  if (self->draft == NULL || stp_diary_get_read_only (self->diary))
    return;
  g_clear_object (&self->draft);
  stp_store_draft_changed (self);
}
