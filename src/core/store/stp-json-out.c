// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-json-out.h"

#include <math.h>
#include <string.h>

static void
new_line (StpJsonOut *self)
{
  if (!self->pretty)
    return;
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

/**
 * stp_json_out_open:
 * @bracket: `{` or `[`
 *
 * Begins an object or an array.
 */
void
stp_json_out_open (StpJsonOut *self, char bracket)
{
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->empty = TRUE;
}

/**
 * stp_json_out_close:
 * @bracket: `}` or `]`
 *
 * Ends what was opened last.
 */
void
stp_json_out_close (StpJsonOut *self, char bracket)
{
  self->depth--;
  if (!self->empty)
    new_line (self);
  g_string_append_c (self->text, bracket);
  self->empty = FALSE;
}

/**
 * stp_json_out_next:
 *
 * Comes before each element of an array.
 */
void
stp_json_out_next (StpJsonOut *self)
{
  if (!self->empty)
    g_string_append_c (self->text, ',');
  new_line (self);
  self->empty = FALSE;
}

/**
 * stp_json_out_name:
 *
 * Comes before each value in an object.
 */
void
stp_json_out_name (StpJsonOut *self, const char *name)
{
  stp_json_out_next (self);
  stp_json_out_text (self, name);
  g_string_append (self->text, self->pretty ? ": " : ":");
}

static void
append_escape (GString *text, char c)
{
  static const char letters[] = "\bb\ff\nn\rr\tt\"\"\\\\";

  for (const char *l = letters; *l; l += 2)
    if (*l == c)
      {
        g_string_append_c (text, '\\');
        g_string_append_c (text, l[1]);
        return;
      }
  g_string_append_printf (text, "\\u%04x", (guchar) c);
}

void
stp_json_out_text (StpJsonOut *self, const char *text)
{
  const char *from = text, *p;

  g_string_append_c (self->text, '"');
  for (p = text; *p; p++)
    if ((guchar) *p < 0x20 || *p == '"' || *p == '\\')
      {
        g_string_append_len (self->text, from, p - from);
        append_escape (self->text, *p);
        from = p + 1;
      }
  g_string_append_len (self->text, from, p - from);
  g_string_append_c (self->text, '"');
}

void
stp_json_out_int (StpJsonOut *self, gint64 value)
{
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

void
stp_json_out_bool (StpJsonOut *self, gboolean value)
{
  g_string_append (self->text, value ? "true" : "false");
}

/* As short as it can be without being another number. JSON has no word for one that was too large
 * to be read: it stays too large. */
static void
append_double (GString *text, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    {
      g_string_append (text, value < 0 ? "-1e999" : "1e999");
      return;
    }
  g_ascii_formatd (number, sizeof number, "%.15g", value);
  if (g_ascii_strtod (number, NULL) != value)
    g_ascii_dtostr (number, sizeof number, value);
  g_string_append (text, number);
}

static void
write_value (StpJsonOut *self, JsonNode *node)
{
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    stp_json_out_text (self, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    stp_json_out_bool (self, json_node_get_boolean (node));
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    stp_json_out_int (self, json_node_get_int (node));
  else
    append_double (self->text, json_node_get_double (node));
}

static void
write_array (StpJsonOut *self, JsonArray *array)
{
  stp_json_out_open (self, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      stp_json_out_next (self);
      stp_json_out_node (self, json_array_get_element (array, i));
    }
  stp_json_out_close (self, ']');
}

static void
write_object (StpJsonOut *self, JsonObject *object)
{
  g_autoptr (GList) names = stp_json_sorted_names (object);

  stp_json_out_open (self, '{');
  for (GList *l = names; l; l = l->next)
    {
      stp_json_out_name (self, l->data);
      stp_json_out_node (self, json_object_get_member (object, l->data));
    }
  stp_json_out_close (self, '}');
}

/**
 * stp_json_out_node:
 *
 * Writes a whole tree, the members of its objects by name.
 */
void
stp_json_out_node (StpJsonOut *self, JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      write_object (self, json_node_get_object (node));
      break;
    case JSON_NODE_ARRAY:
      write_array (self, json_node_get_array (node));
      break;
    case JSON_NODE_VALUE:
      write_value (self, node);
      break;
    case JSON_NODE_NULL:
      g_string_append (self->text, "null");
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * stp_json_to_text:
 *
 * Returns: (transfer full): a whole tree without white space, the members of its objects by name
 */
char *
stp_json_to_text (JsonNode *node)
{
  StpJsonOut out = STP_JSON_OUT_COMPACT (g_string_new (NULL));

  stp_json_out_node (&out, node);
  return g_string_free_and_steal (out.text);
}

/**
 * stp_json_sorted_names:
 *
 * Returns: (transfer container): the names of @object's members by code point, which in UTF-8 is
 *   the order of bytes
 */
GList *
stp_json_sorted_names (JsonObject *object)
{
  return g_list_sort (json_object_get_members (object), (GCompareFunc) strcmp);
}
