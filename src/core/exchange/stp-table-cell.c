// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "exchange/stp-table-cell-private.h"

#include <string.h>

#include "store/stp-json-out.h"
#include "store/stp-json-scan.h"

/*
 * Between a member in JSON and a cell of a table. Text, times and days stand as they are; lists of
 * names or days with spaces between; whatever has members of its own, and whatever this version
 * does not know, as JSON. Empty is not set.
 */

static gboolean
is_number (const char *text)
{
  text += *text == '-';
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

/* What a spreadsheet would run instead of show, and text that is empty, which is not the same as
 * none; after any number of our guards. */
static gboolean
needs_guard (const char *text)
{
  text += strspn (text, "'");
  return *text == '\0' || strchr ("=+-@\t\r\n", *text) != NULL;
}

static char *
guard (const char *text)
{
  return needs_guard (text) && !is_number (text) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

static const char *
unguard (const char *cell)
{
  return *cell == '\'' && needs_guard (cell) ? cell + 1 : cell;
}

static gboolean
is_list (const StpMember *member)
{
  return member->kind == STP_MEMBER_SET || member->kind == STP_MEMBER_WEEKDAYS ||
         member->kind == STP_MEMBER_DAYS;
}

/* Whether the reader would take the text for text without being told. */
static gboolean
is_plain (const StpMember *member)
{
  return member->kind == STP_MEMBER_TEXT || member->kind == STP_MEMBER_ID ||
         member->kind == STP_MEMBER_INSTANT || member->kind == STP_MEMBER_DAY ||
         member->kind == STP_MEMBER_CLOCK_TIME || member->kind == STP_MEMBER_ENUM;
}

/* An element that can stand beside others with a space between; else %NULL. */
static char *
dup_word (const StpMember *member, JsonNode *element)
{
  const char *text;

  if (member->kind == STP_MEMBER_WEEKDAYS)
    return stp_json_to_text (element);
  if (json_node_get_value_type (element) != G_TYPE_STRING)
    return NULL;
  text = json_node_get_string (element);
  return *text != '\0' && *text != '[' && text[strcspn (text, " \t\r\n")] == '\0' ? g_strdup (text)
                                                                                  : NULL;
}

static char *
join_words (const StpMember *member, JsonArray *elements)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  for (guint i = 0; i < json_array_get_length (elements); i++)
    {
      char *word = dup_word (member, json_array_get_element (elements, i));

      if (word == NULL)
        return NULL;
      g_ptr_array_add (words, word);
    }
  return words->len > 0 ? g_strjoinv (" ", (char **) words->pdata) : NULL;
}

/*
 * stp_table_cell_write:
 * @member: (nullable): what is known of it
 * @node: (nullable): what the document has for it
 *
 * Returns: (transfer full): what stands in the cell, before quotes
 */
char *
stp_table_cell_write (const StpMember *member, JsonNode *node)
{
  g_autofree char *text = NULL;

  if (node == NULL)
    return g_strdup ("");
  if (member != NULL && is_plain (member) && json_node_get_value_type (node) == G_TYPE_STRING)
    text = g_strdup (json_node_get_string (node));
  else if (member != NULL && is_list (member) && JSON_NODE_HOLDS_ARRAY (node))
    text = join_words (member, json_node_get_array (node));
  if (text == NULL)
    text = stp_json_to_text (node);
  return guard (text);
}

static JsonNode *
make_text (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

/* Looked through first, since the parser trusts that what it reads is not made to break it. */
static JsonNode *
parse (const char *text)
{
  gsize length = strlen (text), seen;

  return stp_json_scan_value (text, length, &seen) && seen == length ? json_from_string (text, NULL)
                                                                     : NULL;
}

static JsonNode *
split_words (const StpMember *member, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  json_node_take_array (node, array);
  for (char **word = words; *word; word++)
    {
      JsonNode *number = member->kind == STP_MEMBER_WEEKDAYS && is_number (*word) ? parse (*word)
                                                                                  : NULL;

      if (**word != '\0')
        json_array_add_element (array, number ? number : make_text (*word));
    }
  return node;
}

/* Spreadsheets shout. */
static JsonNode *
parse_flag (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);

  return parse (lower);
}

static JsonNode *
parse_cell (const StpMember *member, const char *text)
{
  if (is_list (member) && *text != '[')
    return split_words (member, text);
  if (member->kind == STP_MEMBER_BOOL || member->kind == STP_MEMBER_MAYBE)
    return parse_flag (text);
  return parse (text);
}

/*
 * stp_table_cell_read:
 * @member: (nullable): what is known of it
 * @cell: what stands in the cell, not empty
 *
 * Returns: (transfer full) (nullable): what the document would have; of a known member in any case,
 *   since the reader says what is wrong with it
 */
JsonNode *
stp_table_cell_read (const StpMember *member, const char *cell)
{
  const char *text = unguard (cell);
  JsonNode *node;

  if (member == NULL)
    return parse (text);
  node = is_plain (member) ? NULL : parse_cell (member, text);
  return node ? node : make_text (text);
}
