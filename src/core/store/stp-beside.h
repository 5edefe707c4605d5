// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/stp-backup.h"

G_BEGIN_DECLS

char *stp_beside_find (const char *home, const char *others, const char *id);
char *stp_beside_lay (const char *others, GFile *file, StpBackup *backup, GError **error);

G_END_DECLS
