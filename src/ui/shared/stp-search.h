// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds what was typed in names, whatever their accents and their script. */
char *stp_search_fold (const char *text);
char **stp_search_split (const char *typed);
gboolean stp_search_matches (const char *folded, const char *const *needles);

G_END_DECLS
