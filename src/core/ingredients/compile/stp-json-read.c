// SPDX-License-Identifier: GPL-3.0-or-later

/* Members of a JSON object that must be just what is asked for; everything else is a fault. */

#include "config.h"

#include "ingredients/compile/stp-json-read-private.h"

#include <gio/gio.h>

#include "stp-enums.h"

/* Sets @error to @what and @text. Returns: %FALSE. */
gboolean
stp_json_fault (GError **error, const char *what, const char *text)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s “%s”", what, text);
  return FALSE;
}

/* Returns: whether @object has none but the @known members. */
gboolean
stp_json_check_members (JsonObject *object, const char *const *known, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      return stp_json_fault (error, "unknown member", l->data);
  return TRUE;
}

/* Whether @member of @object is a list of nothing but @type: texts, or objects. */
gboolean
stp_json_read_list (JsonObject *object,
                    const char *member,
                    GType type,
                    JsonArray **list,
                    GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return stp_json_fault (error, "there must be a list in", member);

  *list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (*list); i++)
    if (json_node_get_value_type (json_array_get_element (*list, i)) != type)
      return stp_json_fault (
        error, type == G_TYPE_STRING ? "not all are texts in" : "not all are objects in", member);
  return TRUE;
}

/* Whether @member of @object is an object, which @child then is. */
gboolean
stp_json_read_object (JsonObject *object, const char *member, JsonObject **child, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return stp_json_fault (error, "there must be an object in", member);
  *child = json_node_get_object (node);
  return TRUE;
}

/* Reads the nicks in @member of @object, if there is one, to a set of values of @type. */
gboolean
stp_json_read_set (JsonObject *object, const char *member, GType type, guint64 *set, GError **error)
{
  JsonArray *array;

  *set = 0;
  if (!json_object_has_member (object, member))
    return TRUE;
  if (!stp_json_read_list (object, member, G_TYPE_STRING, &array, error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *nick = json_array_get_string_element (array, i);
      int value = stp_enum_from_nick (type, nick);

      if (value <= 0)
        return stp_json_fault (error, "unknown value", nick);
      *set |= STP_BIT (value);
    }
  return TRUE;
}

/* Reads which of @words stands in @member of @object; without it, the first of them. */
gboolean
stp_json_read_word (JsonObject *object,
                    const char *member,
                    const char *const *words,
                    guint n_words,
                    guint *index,
                    GError **error)
{
  const char *text = json_object_get_string_member_with_default (object, member, words[0]);

  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], text) == 0)
      {
        *index = i;
        return TRUE;
      }
  return stp_json_fault (error, "unknown word", text != NULL ? text : member);
}
