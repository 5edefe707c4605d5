// SPDX-License-Identifier: GPL-3.0-or-later

/* `stipple-diary classify [FILE|-]`: one product a line in, one answer a line out. */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "ingredients/stp-classification.h"
#include "stp-tool.h"

static void
print_line (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *line = json_to_string (root, FALSE);

  fputs (line, stdout);
  fputc ('\n', stdout);
}

static void
add_id (JsonBuilder *builder, JsonNode *id)
{
  json_builder_set_member_name (builder, "id");
  if (id != NULL)
    json_builder_add_value (builder, json_node_copy (id));
  else
    json_builder_add_null_value (builder);
}

static void
print_error (JsonNode *id, const char *message)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  add_id (builder, id);
  json_builder_set_member_name (builder, "error");
  json_builder_add_string_value (builder, message);
  json_builder_end_object (builder);
  print_line (builder);
}

static void
add_finding (JsonBuilder *builder, const StpFinding *finding)
{
  json_builder_set_member_name (
    builder, stp_enum_to_nick (STP_TYPE_INGREDIENT_CLASS, finding->ingredient_class));
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "as");
  json_builder_add_string_value (builder, finding->as == STP_FINDING_ACTIVE ? "active" : "trace");
  json_builder_set_member_name (builder, "token");
  json_builder_add_string_value (builder, finding->token);
  json_builder_set_member_name (builder, "position");
  json_builder_add_int_value (builder, finding->position);
  json_builder_set_member_name (builder, "why");
  json_builder_add_string_value (builder, finding->why);
  json_builder_end_object (builder);
}

static gboolean
has_ingredient (StpClassification *classification)
{
  for (guint i = 0; i < stp_classification_get_n_tokens (classification); i++)
    if (stp_classification_get_token (classification, i)->position > 0)
      return TRUE;
  return FALSE;
}

/* Where nothing of a list was read as an ingredient, all of it is what was not recognised. */
static void
add_unrecognised (JsonBuilder *builder, StpClassification *classification, const char *list)
{
  const char *const *unrecognised = stp_classification_get_unrecognised (classification);
  g_autofree char *text = g_strstrip (g_strdup (list != NULL ? list : ""));

  json_builder_set_member_name (builder, "unrecognised");
  json_builder_begin_array (builder);
  for (guint i = 0; unrecognised[i] != NULL; i++)
    json_builder_add_string_value (builder, unrecognised[i]);
  if (*text != '\0' && !has_ingredient (classification))
    json_builder_add_string_value (builder, text);
  json_builder_end_array (builder);
}

static void
print_classification (JsonNode *id, StpClassification *classification, const char *list)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  add_id (builder, id);
  json_builder_set_member_name (builder, "classes");
  json_builder_begin_object (builder);
  for (guint i = 0; i < stp_classification_get_n_findings (classification); i++)
    add_finding (builder, stp_classification_get_finding (classification, i));
  json_builder_end_object (builder);

  add_unrecognised (builder, classification, list);
  json_builder_end_object (builder);
  print_line (builder);
}

/* Reads a member that is text or missing. Returns: %FALSE where it is something else. */
static gboolean
read_text (JsonObject *object, const char *member, const char **text)
{
  JsonNode *node = json_object_get_member (object, member);

  *text = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  *text = json_node_get_string (node);
  return TRUE;
}

/* An unknown kind is one of a newer version: the name has to tell. */
static StpProductKind
read_kind (const char *kind, const char *category)
{
  int known = kind != NULL ? stp_enum_from_nick (STP_TYPE_PRODUCT_KIND, kind) : 0;

  if (known > 0)
    return known;
  return category != NULL ? stp_product_kind_from_category (category) : STP_PRODUCT_OTHER;
}

static gboolean
classify_object (JsonObject *object)
{
  JsonNode *id = json_object_get_member (object, "id");
  const char *name, *brand, *kind, *category, *ingredients;

  if (!read_text (object, "name", &name) || !read_text (object, "brand", &brand) ||
      !read_text (object, "kind", &kind) || !read_text (object, "category", &category) ||
      !read_text (object, "ingredients", &ingredients))
    {
      print_error (id, _ ("A member that should be text is not"));
      return FALSE;
    }

  g_autoptr (
    StpClassification) classification = stp_classify (name, brand, read_kind (kind, category),
                                                    ingredients, NULL, 0);
  if (stp_classification_get_fault (classification) != NULL)
    {
      print_error (id, stp_classification_get_fault (classification));
      return FALSE;
    }
  print_classification (id, classification, ingredients);
  return TRUE;
}

/* The parser would end the text there, and what follows would go unseen. */
static gboolean
holds_nul (const char *line)
{
  /* Two characters at a time: a backslash that is itself escaped begins nothing. */
  for (const char *at = strchr (line, '\\'); at && at[1]; at = strchr (at + 2, '\\'))
    if (g_str_has_prefix (at, "\\u0000"))
      return TRUE;

  return FALSE;
}

static gboolean
classify_line (JsonParser *parser, const char *line, gsize length)
{
  if (!g_utf8_validate (line, length, NULL))
    {
      print_error (NULL, _ ("The line is not UTF-8"));
      return FALSE;
    }
  if (holds_nul (line))
    {
      print_error (NULL, _ ("The line has the character NUL"));
      return FALSE;
    }
  if (!json_parser_load_from_data (parser, line, length, NULL))
    {
      print_error (NULL, _ ("The line is not JSON"));
      return FALSE;
    }

  JsonNode *root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      print_error (NULL, _ ("The line is not an object"));
      return FALSE;
    }
  return classify_object (json_node_get_object (root));
}

static gboolean
is_blank (const char *line, gsize length)
{
  return strspn (line, " \t\r\n") == length;
}

static int
classify_stream (FILE *stream)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  int status = STP_EXIT_DONE;
  char *line = NULL;
  size_t size = 0;
  ssize_t length;

  while ((length = getline (&line, &size, stream)) >= 0)
    if (!is_blank (line, length) && !classify_line (parser, line, length))
      status = STP_EXIT_UNREADABLE;

  if (ferror (stream))
    {
      stp_tool_print_error (g_strerror (errno));
      status = STP_EXIT_UNREADABLE;
    }
  free (line);
  return status;
}

/**
 * stp_command_classify:
 *
 * `classify [FILE|-]`: reads products as JSON Lines and says what is in them. A line that
 * cannot be read is answered with an error, and the rest goes on.
 */
int
stp_command_classify (int argc, char **argv)
{
  if (!stp_tool_parse ("[FILE|-]",
                       _ ("Reads one product a line, as JSON: id, name, brand, kind or category, "
                          "ingredients. Prints its classes and what is not recognised."),
                       NULL, &argc, &argv))
    return STP_EXIT_USAGE;
  if (argc > 2)
    {
      stp_tool_print_error (_ ("“classify” takes one file."));
      return STP_EXIT_USAGE;
    }
  if (argc < 2 || g_str_equal (argv[1], "-"))
    return classify_stream (stdin);

  FILE *stream = fopen (argv[1], "r");
  if (stream == NULL)
    {
      if (errno == ENOENT)
        stp_tool_print_missing (argv[1]);
      else
        g_printerr ("stipple-diary: %s: %s\n", argv[1], g_strerror (errno));
      return STP_EXIT_UNREADABLE;
    }

  int status = classify_stream (stream);
  fclose (stream);
  return status;
}
