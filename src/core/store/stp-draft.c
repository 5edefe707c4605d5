// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-draft.h"

#include "store/stp-codec.h"
#include "store/stp-file.h"
#include "store/stp-system.h"

/* A diary of this one product: what can read the one can read the other. */
#define FILE_NAME "product-draft.json"

/* What a draft without a name is kept under: a record has to have one. */
#define NO_NAME "-"

static char *
get_path (const char *folder)
{
  return g_build_filename (folder, FILE_NAME, NULL);
}

/**
 * stp_draft_write:
 * @draft: what was entered so far
 *
 * Returns: (transfer full): the draft as it is kept
 */
GBytes *
stp_draft_write (StpProduct *draft)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (StpSnapshot) snapshot = stp_snapshot_new (id);
  StpProduct *copy = stp_record_copy (draft);

  if (!copy->name)
    copy->name = g_strdup (NO_NAME);
  stp_snapshot_take (snapshot, copy);
  return stp_codec_write (snapshot);
}

/**
 * stp_draft_keep:
 * @folder: where the diary is
 * @bytes: by stp_draft_write()
 * @error: why the disk said no
 *
 * Puts the draft on the disk so that a crash does not lose it; only its owner can read the file.
 *
 * Returns: whether it is on the disk
 */
gboolean
stp_draft_keep (const char *folder, GBytes *bytes, GError **error)
{
  g_autofree char *path = get_path (folder);

  return stp_file_replace (path, bytes, error);
}

/**
 * stp_draft_load:
 * @folder: where the diary is
 *
 * Returns: (transfer full) (nullable): what was entered when the program ended; a file that cannot
 *   be read counts as none
 */
StpProduct *
stp_draft_load (const char *folder)
{
  g_autofree char *path = get_path (folder);
  gboolean missing = FALSE;
  g_autoptr (GBytes) bytes = stp_file_read (path, &missing, NULL);
  g_autoptr (StpSnapshot) snapshot = bytes ? stp_codec_read (bytes, NULL, NULL, NULL) : NULL;
  StpProduct *draft;

  if (!snapshot || snapshot->records[STP_RECORD_PRODUCT]->len != 1)
    return NULL;

  draft = stp_record_copy (snapshot->records[STP_RECORD_PRODUCT]->pdata[0]);
  if (g_str_equal (draft->name, NO_NAME))
    g_clear_pointer (&draft->name, g_free);
  return draft;
}

/**
 * stp_draft_discard:
 * @folder: where the diary is
 *
 * Removes what was kept, if anything was.
 */
void
stp_draft_discard (const char *folder)
{
  g_autofree char *path = get_path (folder);

  stp_system_get ()->unlink (path);
}
