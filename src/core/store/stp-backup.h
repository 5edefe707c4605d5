// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "diary/stp-snapshot.h"

G_BEGIN_DECLS

/* One file with a whole diary: a tar archive, compressed, with `diary.json` and `photos/`. Any
 * archive manager opens it. */
#define STP_BACKUP_SUFFIX ".tar.gz"

gboolean stp_backup_write (GFile *file, const char *folder, StpSnapshot *snapshot, GError **error);
StpSnapshot *stp_backup_read (GFile *file, const char *photos, GError **error);

G_END_DECLS
