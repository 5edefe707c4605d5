// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diary/stp-diary.h"

G_BEGIN_DECLS

typedef gboolean (*StpNameFunc) (const char *id, gpointer user_data);

gboolean stp_record_visit_names (gpointer record, StpNameFunc func, gpointer user_data);
gboolean stp_diary_check_draft (StpDiary *self, gpointer draft, GError **error);
gboolean stp_diary_is_any_named (StpDiary *self, GHashTable *ids);

G_END_DECLS
