// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib.h>

#include "diary/stp-record.h"
#include "store/stp-json-out.h"

/*
 * The schema that the project ships, and the page for people, are drawn from the same tables as the
 * codec. The test fails if a file is not what they say; `--print` and `--page` say what it should
 * be.
 */

#define DATE "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
#define HOUR "([01][0-9]|2[0-3])"
#define SIXTY "[0-5][0-9]"
#define MOMENT DATE "[Tt]" HOUR ":" SIXTY ":" SIXTY "(\\.[0-9]+)?"

static void
put_text (StpJsonOut *out, const char *name, const char *text)
{
  stp_json_out_name (out, name);
  stp_json_out_text (out, text);
}

static void
put_int (StpJsonOut *out, const char *name, int value)
{
  stp_json_out_name (out, name);
  stp_json_out_int (out, value);
}

static void
open_object (StpJsonOut *out, const char *name)
{
  if (name != NULL)
    stp_json_out_name (out, name);
  stp_json_out_open (out, '{');
}

static void
put_reference (StpJsonOut *out, const char *name)
{
  g_autofree char *reference = g_strconcat ("#/$defs/", name, NULL);

  put_text (out, "$ref", reference);
}

/* StpProductKind is "product-kind". */
static char *
enum_name (GType type)
{
  const char *c = g_type_name (type) + strlen ("Stp");
  GString *name = g_string_new (NULL);

  for (; *c; c++)
    {
      if (g_ascii_isupper (*c) && name->len > 0)
        g_string_append_c (name, '-');
      g_string_append_c (name, g_ascii_tolower (*c));
    }
  return g_string_free_and_steal (name);
}

static void
put_enum_reference (StpJsonOut *out, const StpMember *member)
{
  g_autofree char *name = enum_name (member->enum_type ());

  put_reference (out, name);
}

static void
put_integer (StpJsonOut *out, int min, int max)
{
  put_text (out, "type", "integer");
  put_int (out, "minimum", min);
  put_int (out, "maximum", max);
}

/* Opens an object of which the values follow. */
static void
open_values (StpJsonOut *out, const char *type, const char *keyword)
{
  put_text (out, "type", type);
  open_object (out, keyword);
}

static void
put_member (StpJsonOut *out, const StpMember *member)
{
  switch (member->kind)
    {
    case STP_MEMBER_TEXT:
      put_text (out, "type", "string");
      break;
    case STP_MEMBER_ID:
      put_reference (out, "id");
      break;
    case STP_MEMBER_INT:
      put_integer (out, member->min, member->max);
      break;
    case STP_MEMBER_BOOL:
    case STP_MEMBER_MAYBE:
      put_text (out, "type", "boolean");
      break;
    case STP_MEMBER_INSTANT:
      put_reference (out, "instant");
      break;
    case STP_MEMBER_DAY:
      put_reference (out, "day");
      break;
    case STP_MEMBER_CLOCK_TIME:
      put_reference (out, "time");
      break;
    case STP_MEMBER_ENUM:
      put_enum_reference (out, member);
      break;
    case STP_MEMBER_SET:
      open_values (out, "array", "items");
      put_enum_reference (out, member);
      stp_json_out_close (out, '}');
      break;
    case STP_MEMBER_WEEKDAYS:
      open_values (out, "array", "items");
      put_integer (out, 1, 7);
      stp_json_out_close (out, '}');
      break;
    case STP_MEMBER_DAYS:
      open_values (out, "array", "items");
      put_reference (out, "day");
      stp_json_out_close (out, '}');
      break;
    case STP_MEMBER_TEXTS:
      open_values (out, "array", "items");
      put_text (out, "type", "string");
      stp_json_out_close (out, '}');
      break;
    case STP_MEMBER_VALUE:
      put_reference (out, member->nested->name);
      break;
    case STP_MEMBER_VALUES:
      open_values (out, "array", "items");
      put_reference (out, member->nested->name);
      stp_json_out_close (out, '}');
      break;
    case STP_MEMBER_MAP:
      open_values (out, "object", "additionalProperties");
      put_reference (out, member->nested->name);
      stp_json_out_close (out, '}');
      break;
    case STP_MEMBER_ENUM_MAP:
      open_values (out, "object", "additionalProperties");
      put_enum_reference (out, member);
      stp_json_out_close (out, '}');
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
put_required_name (StpJsonOut *out, const char *name)
{
  stp_json_out_next (out);
  stp_json_out_text (out, name);
}

static void
put_required (StpJsonOut *out, const StpShape *shape, gboolean id, gboolean stamp)
{
  gboolean any = id || stamp;

  for (guint i = 0; i < shape->n_members; i++)
    any |= shape->members[i].required;
  if (!any)
    return;
  stp_json_out_name (out, "required");
  stp_json_out_open (out, '[');
  if (id)
    put_required_name (out, "id");
  if (stamp)
    put_required_name (out, "modified");
  for (guint i = 0; i < shape->n_members; i++)
    if (shape->members[i].required)
      put_required_name (out, shape->members[i].name);
  stp_json_out_close (out, ']');
}

static void
put_referring_member (StpJsonOut *out, const char *name, const char *definition)
{
  open_object (out, name);
  put_reference (out, definition);
  stp_json_out_close (out, '}');
}

static void
put_shape (StpJsonOut *out, const StpShape *shape, gboolean id, gboolean stamp)
{
  open_object (out, shape->name);
  put_text (out, "type", "object");
  put_required (out, shape, id, stamp);
  open_object (out, "properties");
  if (id)
    put_referring_member (out, "id", "id");
  if (stamp)
    put_referring_member (out, "modified", "stamp");
  for (guint i = 0; i < shape->n_members; i++)
    {
      open_object (out, shape->members[i].name);
      put_member (out, &shape->members[i]);
      stp_json_out_close (out, '}');
    }
  stp_json_out_close (out, '}');
  stp_json_out_close (out, '}');
}

/* Names that this version does not know are kept, so any text is valid beside the list. */
static void
put_enum (StpJsonOut *out, const char *name, GType type)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);

  open_object (out, name);
  stp_json_out_name (out, "anyOf");
  stp_json_out_open (out, '[');
  stp_json_out_next (out);
  stp_json_out_open (out, '{');
  stp_json_out_name (out, "enum");
  stp_json_out_open (out, '[');
  for (guint i = 0; i < enum_class->n_values; i++)
    {
      stp_json_out_next (out);
      stp_json_out_text (out, enum_class->values[i].value_nick);
    }
  stp_json_out_close (out, ']');
  stp_json_out_close (out, '}');
  stp_json_out_next (out);
  stp_json_out_open (out, '{');
  put_text (out, "type", "string");
  stp_json_out_close (out, '}');
  stp_json_out_close (out, ']');
  stp_json_out_close (out, '}');
}

/* Each definition once, in the order in which the tables come to it. */
static void
put_definitions_of (StpJsonOut *out, const StpShape *shape, GHashTable *done)
{
  for (guint i = 0; i < shape->n_members; i++)
    {
      const StpMember *member = &shape->members[i];

      if (member->enum_type != NULL)
        {
          g_autofree char *name = enum_name (member->enum_type ());

          if (g_hash_table_add (done, g_strdup (name)))
            put_enum (out, name, member->enum_type ());
        }
      if (member->nested != NULL && g_hash_table_add (done, g_strdup (member->nested->name)))
        {
          put_definitions_of (out, member->nested, done);
          put_shape (out, member->nested, FALSE, member->nested->stamp_offset != 0);
        }
    }
}

static void
put_pattern (StpJsonOut *out, const char *name, const char *description, const char *pattern)
{
  open_object (out, name);
  put_text (out, "description", description);
  put_text (out, "type", "string");
  put_text (out, "pattern", pattern);
  stp_json_out_close (out, '}');
}

static void
put_definitions (StpJsonOut *out)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  open_object (out, "$defs");
  put_pattern (out, "id", "UUID in lower case",
               "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");
  put_pattern (out, "stamp", "UTC, written with six digits of a second",
               "^" MOMENT "([Zz]|[+-]00:00)$");
  put_pattern (out, "instant", "RFC 3339, with the offset it was entered in",
               "^" MOMENT "([Zz]|[+-]" HOUR ":" SIXTY ")$");
  put_pattern (out, "day", "a day of the calendar", "^" DATE "$");
  put_pattern (out, "time", "a time of day", "^" HOUR ":" SIXTY "$");
  for (int type = STP_RECORD_PROFILE; type < STP_RECORD_N; type++)
    {
      put_definitions_of (out, stp_record_type_get_shape (type), done);
      put_shape (out, stp_record_type_get_shape (type), type != STP_RECORD_PROFILE, TRUE);
    }
  stp_json_out_close (out, '}');
}

static void
put_document (StpJsonOut *out)
{
  open_object (out, "properties");
  open_object (out, "format");
  put_int (out, "const", 1);
  stp_json_out_close (out, '}');
  put_referring_member (out, "id", "id");
  put_referring_member (out, "profile", "profile");
  for (int type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    {
      open_object (out, stp_record_type_get_plural (type));
      open_values (out, "array", "items");
      put_reference (out, stp_record_type_get_name (type));
      stp_json_out_close (out, '}');
      stp_json_out_close (out, '}');
    }
  open_object (out, "deleted");
  put_text (out, "type", "object");
  put_referring_member (out, "propertyNames", "id");
  put_referring_member (out, "additionalProperties", "stamp");
  stp_json_out_close (out, '}');
  stp_json_out_close (out, '}');
}

static char *
make_schema (void)
{
  StpJsonOut out = STP_JSON_OUT_PRETTY (g_string_new (NULL));

  open_object (&out, NULL);
  put_text (&out, "$schema", "https://json-schema.org/draft/2020-12/schema");
  put_text (&out, "$id", "urn:stipple:diary:1");
  put_text (&out, "title", "Stipple diary, format 1");
  put_text (&out, "description",
            "Members and names that are not listed here are kept and written back. Numbers are "
            "whole and of 64 bits, everywhere.");
  put_text (&out, "type", "object");
  stp_json_out_name (&out, "required");
  stp_json_out_open (&out, '[');
  put_required_name (&out, "format");
  put_required_name (&out, "id");
  stp_json_out_close (&out, ']');
  put_document (&out);
  put_definitions (&out);
  stp_json_out_close (&out, '}');
  g_string_append_c (out.text, '\n');
  return g_string_free_and_steal (out.text);
}

/* The same for people. */

static const char *const kind_words[] = {
  [STP_MEMBER_TEXT] = "text",
  [STP_MEMBER_ID] = "id of a ",
  [STP_MEMBER_INT] = "whole number",
  [STP_MEMBER_BOOL] = "true or false",
  [STP_MEMBER_MAYBE] = "true or false",
  [STP_MEMBER_INSTANT] = "instant",
  [STP_MEMBER_DAY] = "day",
  [STP_MEMBER_CLOCK_TIME] = "time of day",
  [STP_MEMBER_ENUM] = "one of ",
  [STP_MEMBER_SET] = "list of ",
  [STP_MEMBER_WEEKDAYS] = "list of days of the week, Monday is 1",
  [STP_MEMBER_DAYS] = "list of days",
  [STP_MEMBER_TEXTS] = "list of texts",
  [STP_MEMBER_VALUE] = "object: ",
  [STP_MEMBER_VALUES] = "list of objects: ",
  [STP_MEMBER_MAP] = "object by key of objects: ",
  [STP_MEMBER_ENUM_MAP] = "object by key of ",
};

static void
append_details (GString *page, const StpMember *member)
{
  g_autofree char *name = member->enum_type ? enum_name (member->enum_type ()) : NULL;

  g_string_append (page, kind_words[member->kind]);
  if (member->kind == STP_MEMBER_ID)
    g_string_append (page, stp_record_type_get_name (member->target));
  if (member->kind == STP_MEMBER_INT)
    g_string_append_printf (page, ", %d to %d", member->min, member->max);
  if (member->nested != NULL || name != NULL)
    g_string_append_printf (page, "*%s*", member->nested ? member->nested->name : name);
  if (member->required)
    g_string_append (page, ", never left out");
}

static void
append_shape (GString *page, const StpShape *shape)
{
  g_string_append_printf (page, "\n### %s%s\n\n| member | value |\n|---|---|\n", shape->name,
                          shape->stamp_offset ? " (with `modified`)" : "");
  for (guint i = 0; i < shape->n_members; i++)
    {
      g_string_append_printf (page, "| `%s` | ", shape->members[i].name);
      append_details (page, &shape->members[i]);
      g_string_append (page, " |\n");
    }
}

static void
append_enum (GString *page, GType type)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  g_autofree char *name = enum_name (type);

  g_string_append_printf (page, "\n*%s*:", name);
  for (guint i = 0; i < enum_class->n_values; i++)
    g_string_append_printf (page, " `%s`", enum_class->values[i].value_nick);
  g_string_append_c (page, '\n');
}

static void
append_page_of (GString *shapes, GString *enums, const StpShape *shape, GHashTable *done)
{
  if (!g_hash_table_add (done, (gpointer) shape))
    return;
  append_shape (shapes, shape);
  for (guint i = 0; i < shape->n_members; i++)
    {
      const StpMember *member = &shape->members[i];

      if (member->enum_type && g_hash_table_add (done, (gpointer) member->enum_type))
        append_enum (enums, member->enum_type ());
      if (member->nested)
        append_page_of (shapes, enums, member->nested, done);
    }
}

static char *
make_page (void)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) enums = g_string_new (NULL);
  GString *page = g_string_new (
    "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n"
    "# The diary, format 1\n\n"
    "`diary.json` is one JSON object in UTF-8: `format` (1), `id`, `profile`, a list for each kind "
    "of record, and\n`deleted`, which maps the ids of deleted records to when that was. "
    "`stipple-diary check` names what is wrong with one;\n`diary-1.schema.json` says the same as "
    "this page to programs. Both are drawn from the tables in the source.\n\n"
    "- Every record has `id`, a UUID in lower case, and `modified`, its last edit in UTC; the "
    "profile has no `id`.\n"
    "- Numbers are whole. Lengths of needles are in micrometres, strengths in thousandths.\n"
    "- An instant has the offset it was entered in: `2026-11-22T19:30:00+01:00`. Where only the "
    "day is known, `on` is\n  given instead, with the `zone` it was a day of.\n"
    "- What is not set is left out. Members and names that are not listed are kept and written "
    "back.\n"
    "- An entry of `rules`, `answers`, `clearances` or `consultation` with nothing but `modified` "
    "was removed.\n"
    "- Two copies of one diary merge record by record, the later `modified` winning; a deletion "
    "that is not older\n  removes the record.\n\n"
    "## Records and what is in them\n");

  for (int type = STP_RECORD_PROFILE; type < STP_RECORD_N; type++)
    append_page_of (page, enums, stp_record_type_get_shape (type), done);
  g_string_append_printf (page, "\n## Names\n%s", enums->str);
  return g_string_free_and_steal (page);
}

static void
assert_committed (const char *name, const char *expected)
{
  g_autofree char *path = g_build_filename (g_getenv ("STIPPLE_TEST_DATA_DIR"), "..", "..", "data",
                                            name, NULL);
  g_autofree char *committed = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &committed, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (committed, ==, expected);
}

static void
test_schema (void)
{
  g_autofree char *schema = make_schema ();

  assert_committed ("diary-1.schema.json", schema);
}

static void
test_page (void)
{
  g_autofree char *page = make_page ();

  assert_committed ("diary-1.md", page);
}

int
main (int argc, char **argv)
{
  if (argc == 2 && (g_str_equal (argv[1], "--print") || g_str_equal (argv[1], "--page")))
    {
      g_autofree char *text = g_str_equal (argv[1], "--page") ? make_page () : make_schema ();

      g_print ("%s", text);
      return 0;
    }
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/schema/schema", test_schema);
  g_test_add_func ("/schema/page", test_page);

  return g_test_run ();
}
