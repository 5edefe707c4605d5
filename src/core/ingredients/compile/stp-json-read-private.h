// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean stp_json_fault (GError **error, const char *what, const char *text);
gboolean stp_json_check_members (JsonObject *object, const char *const *known, GError **error);
gboolean stp_json_read_list (JsonObject *object,
                             const char *member,
                             GType type,
                             JsonArray **list,
                             GError **error);
gboolean
stp_json_read_object (JsonObject *object, const char *member, JsonObject **child, GError **error);
gboolean stp_json_read_set (JsonObject *object,
                            const char *member,
                            GType type,
                            guint64 *set,
                            GError **error);
gboolean stp_json_read_word (JsonObject *object,
                             const char *member,
                             const char *const *words,
                             guint n_words,
                             guint *index,
                             GError **error);

G_END_DECLS
