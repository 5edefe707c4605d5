// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *stp_file_resolve (const char *path, GError **error);
GBytes *stp_file_read (const char *path, gboolean *missing, GError **error);
gboolean stp_file_sync (const char *path, GError **error);
gboolean stp_file_make_folder (const char *path);
char *stp_file_dup_final_name (const char *name);
gboolean stp_file_replace (const char *path, GBytes *bytes, GError **error);
char *stp_file_set_aside (const char *path, const char *stamp, GError **error);
void stp_file_clean (const char *path);
void stp_file_clean_folder (const char *folder);
void stp_file_set_error (GError **error, int saved_errno, const char *what);

G_END_DECLS
