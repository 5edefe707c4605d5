// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define STP_LOCK_NAME "diary.lock"

typedef struct _StpLock StpLock;

StpLock *stp_lock_take (const char *diary, GError **error);
void stp_lock_release (StpLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StpLock, stp_lock_release)

G_END_DECLS
