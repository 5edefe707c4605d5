// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "diary/stp-snapshot.h"

G_BEGIN_DECLS

/* One file with a whole diary: a tar archive, compressed, with `diary.json` and `photos/`. Any
 * archive manager opens it. */
#define STP_BACKUP_SUFFIX ".tar.gz"

/**
 * StpBackup:
 * @document: the diary as it stands in the file
 * @snapshot: what it holds
 * @read_only: whether writing that anew would lose something
 *
 * What a backup holds beside photos.
 */
typedef struct
{
  GBytes *document;
  StpSnapshot *snapshot;
  gboolean read_only;
} StpBackup;

void stp_backup_free (StpBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpBackup, stp_backup_free)

GBytes *stp_backup_dup_document (const char *folder, StpSnapshot *snapshot, gboolean read_only);
gboolean stp_backup_write (GFile *file, const char *folder, GBytes *document, GError **error);
StpBackup *stp_backup_read (GFile *file, const char *photos, GError **error);

G_END_DECLS
