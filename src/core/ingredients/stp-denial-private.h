// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean stp_denial_covers (const char *words, const char *match, gsize length);
gboolean stp_denial_follows (const char *rest);
gboolean stp_denial_opens (const char *words);
gboolean stp_denial_boasts (const char *words);
gboolean stp_denial_is_shunned (const char *word);
gboolean stp_denial_closes (const char *words);

G_END_DECLS
