// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean stp_statement_is_sentence (const char *words);
gboolean stp_statement_is_closed (const char *words);
gboolean stp_statement_affirms (const char *words, const char *match);
gboolean stp_statement_promises (const char *words, const char *strength);

G_END_DECLS
