// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Photos lie beside the diary as `photos/<sha256>.jpg`: named by what is in them, so that none is
 * ever replaced by another, and a copy is none the more. */
#define STP_PHOTOS_FOLDER "photos"
#define STP_PHOTOS_SUFFIX ".jpg"
#define STP_PHOTOS_DIGITS 64

gboolean stp_photos_is_name (const char *name);
gboolean stp_photos_is_name_of (const char *name, GBytes *bytes);
char *stp_photos_get_path (const char *folder, const char *reference);
char *stp_photos_keep (const char *folder, GBytes *jpeg, GError **error);

GPtrArray *stp_photos_list_unnamed (const char *folder, GBytes *document);
void stp_photos_remove_unnamed (const char *folder, GPtrArray *unnamed);
void stp_photos_remove_unnamed_async (const char *folder, GPtrArray *unnamed);

G_END_DECLS
