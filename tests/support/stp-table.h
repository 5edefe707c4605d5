// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A table of test cases: one case a line, fields parted by tabs, `\n` and the like as in C;
 * empty lines and lines that begin with # are not cases.
 */
typedef void (*StpRowFunc) (const char *const *fields, gpointer user_data);

char *stp_table_path (const char *name);
guint stp_table_each (const char *name, guint n_fields, StpRowFunc func, gpointer user_data);

G_END_DECLS
