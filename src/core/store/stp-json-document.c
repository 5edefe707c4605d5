// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-json-document.h"

#include <string.h>

/*
 * Where the values of a document lie.
 *
 * Why it is here although json-glib reads JSON: the scan has looked at every byte already, and
 * json-glib would look at each again to make a tree that is copied into records and freed. With
 * that tree a diary of twenty years took 1.46 times as long to open as the tree alone, without it
 * half as long. Here a text is a pointer into the document. What no record has a field for still
 * becomes a tree of json-glib's, which is kept and written back, and so does a document that is
 * rescued.
 *
 * It sees in every document what json-glib sees in its strict mode; the tests and the fuzzer of the
 * codec hold the two together. The scan before it refuses three things that json-glib takes:
 * nesting deeper than STP_JSON_DEPTH, control characters in a text, and a document of nothing. And
 * it reports, so that the diary opens read-only, what json-glib changes in silence: numbers that
 * are no integers of 64 bits, minus zero, the character NUL, and members given twice.
 */

struct _StpJsonDocument
{
  const char *data; /* borrowed */
  char *copy;       /* as long as @data, texts unescaped and ended in place */
  GArray *values;   /* of StpJson */
};

typedef struct
{
  char *at, *end;
  GArray *values;
  guint open; /* place of the innermost array or object that is not closed yet */
} Build;

static StpJson *
add (Build *self, StpJsonKind kind, const char *text)
{
  const StpJson value = { text, 0, 1, kind };

  g_array_append_val (self->values, value);

  return &g_array_index (self->values, StpJson, self->values->len - 1);
}

static int
read_unit (const char *digits)
{
  int unit = 0;

  for (guint i = 0; i < 4; i++)
    unit = unit * 16 + g_ascii_xdigit_value (digits[i]);

  return unit;
}

/* Moves past the escape at @from, whose backslash was read, and writes what it stands for. It is
 * never longer than the escape. */
static char *
unescape (const char **from, char *to)
{
  static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
  const char escape = *(*from)++;
  const char *letter = strchr (letters, escape);
  gunichar c;

  if (escape != 'u')
    {
      *to = letter ? meant[letter - letters] : escape;
      return to + 1;
    }
  c = read_unit (*from);
  *from += 4;
  if (c >= 0xd800 && c <= 0xdbff)
    {
      c = 0x10000 + ((c - 0xd800) << 10) + (read_unit (*from + 2) - 0xdc00);
      *from += 6;
    }

  return to + g_unichar_to_utf8 (c, to);
}

static void
add_text (Build *self)
{
  StpJson *value = add (self, STP_JSON_TEXT, self->at + 1);
  const char *from = self->at + 1;
  char *to = self->at + 1;

  while (*from != '"' && *from != '\\')
    from++;
  to += from - to;
  while (*from != '"')
    if (*from == '\\')
      {
        from++;
        to = unescape (&from, to);
      }
    else
      {
        *to++ = *from++;
      }
  value->length = from + 1 - self->at;
  self->at += value->length;
  *to = '\0';
}

static StpJsonKind
kind_of_number (const char *text, gsize length)
{
  char digits[32];

  if (length >= sizeof digits)
    return STP_JSON_NUMBER;
  memcpy (digits, text, length);
  digits[length] = '\0';

  return g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, NULL, NULL)
           ? STP_JSON_INT
           : STP_JSON_NUMBER;
}

static void
add_word (Build *self)
{
  const gsize length = strcspn (self->at, ",]} \t\r\n");
  StpJson *value = add (self, STP_JSON_NULL, self->at);

  value->length = length;
  if (*self->at == 't')
    value->kind = STP_JSON_TRUE;
  else if (*self->at == 'f')
    value->kind = STP_JSON_FALSE;
  else if (*self->at != 'n')
    value->kind = kind_of_number (self->at, length);
  self->at += length;
}

/* Until it is closed, its span is the place of the one around it. */
static void
open_container (Build *self)
{
  const guint place = self->values->len;
  StpJson *value = add (self, *self->at == '{' ? STP_JSON_OBJECT : STP_JSON_ARRAY, self->at);

  value->span = self->open;
  self->open = place;
  self->at++;
}

static void
close_container (Build *self)
{
  const guint place = self->open;
  StpJson *value = &g_array_index (self->values, StpJson, place);

  self->open = value->span;
  value->span = self->values->len - place;
  value->length = ++self->at - value->text;
}

static void
build (Build *self)
{
  while (self->at < self->end)
    switch (*self->at)
      {
      case '{':
      case '[':
        open_container (self);
        break;
      case '}':
      case ']':
        close_container (self);
        break;
      case '"':
        add_text (self);
        break;
      case ' ':
      case '\t':
      case '\r':
      case '\n':
      case ',':
      case ':':
        self->at++;
        break;
      default:
        add_word (self);
      }
}

/**
 * stp_json_document_new:
 * @data: UTF-8 that stp_json_scan() took for JSON; it must outlive the document
 *
 * Returns: (transfer full): its values
 */
StpJsonDocument *
stp_json_document_new (const char *data, gsize length)
{
  StpJsonDocument *self = g_new0 (StpJsonDocument, 1);
  Build all = { 0 };

  self->data = data;
  self->copy = g_malloc (length + 1);
  memcpy (self->copy, data, length);
  self->copy[length] = '\0';
  self->values = g_array_new (FALSE, FALSE, sizeof (StpJson));

  all.at = self->copy;
  all.end = self->copy + length;
  all.values = self->values;
  build (&all);

  return self;
}

/**
 * stp_json_document_free:
 *
 * Frees a document and all of its values.
 */
void
stp_json_document_free (StpJsonDocument *self)
{
  g_array_unref (self->values);
  g_free (self->copy);
  g_free (self);
}

/**
 * stp_json_document_get_root:
 *
 * Returns: the value that the document is
 */
const StpJson *
stp_json_document_get_root (StpJsonDocument *self)
{
  return &g_array_index (self->values, StpJson, 0);
}

/**
 * stp_json_document_dup_node:
 * @value: one of the document
 *
 * Returns: (transfer full): @value as json-glib has it
 */
JsonNode *
stp_json_document_dup_node (StpJsonDocument *self, const StpJson *value)
{
  const gsize quote = value->kind == STP_JSON_TEXT;
  const char *text = self->data + (value->text - quote - self->copy);
  g_autoptr (JsonParser) parser = NULL;

  switch (value->kind)
    {
    case STP_JSON_NULL:
      return json_node_init_null (json_node_alloc ());
    case STP_JSON_FALSE:
    case STP_JSON_TRUE:
      return json_node_init_boolean (json_node_alloc (), value->kind == STP_JSON_TRUE);
    case STP_JSON_INT:
      return json_node_init_int (json_node_alloc (), stp_json_get_int (value));
    case STP_JSON_TEXT:
      return json_node_init_string (json_node_alloc (), value->text);
    case STP_JSON_NUMBER:
    case STP_JSON_ARRAY:
    case STP_JSON_OBJECT:
    default:
      parser = json_parser_new ();
      /* It was scanned, and is JSON. */
      return json_parser_load_from_data (parser, text, value->length, NULL)
               ? json_parser_steal_root (parser)
               : json_node_init_null (json_node_alloc ());
    }
}

/**
 * stp_json_get_member:
 * @object: an object
 *
 * Returns: (nullable): the value of that name; of several the last, as json-glib has it
 */
const StpJson *
stp_json_get_member (const StpJson *object, const char *name)
{
  const StpJson *found = NULL;
  const StpJson *end = object + object->span;

  for (const StpJson *at = object + 1; at < end; at += 1 + at[1].span)
    if (at->text[0] == name[0] && g_str_equal (at->text, name))
      found = at + 1;

  return found;
}

/**
 * stp_json_get_text:
 *
 * Returns: (nullable): what @value says, if it is a text
 */
const char *
stp_json_get_text (const StpJson *value)
{
  return value->kind == STP_JSON_TEXT ? value->text : NULL;
}

/**
 * stp_json_get_int:
 * @value: a whole number of 64 bits
 *
 * Returns: the number
 */
gint64
stp_json_get_int (const StpJson *value)
{
  return g_ascii_strtoll (value->text, NULL, 10);
}

/**
 * stp_json_iter_init:
 * @container: an array or an object
 *
 * Begins before the first of what it holds.
 */
void
stp_json_iter_init (StpJsonIter *self, const StpJson *container)
{
  self->at = container + 1;
  self->end = container + container->span;
  self->named = container->kind == STP_JSON_OBJECT;
}

/**
 * stp_json_iter_next:
 * @name: (out) (optional): the name of a member
 *
 * Returns: (nullable): the next value, %NULL after the last
 */
const StpJson *
stp_json_iter_next (StpJsonIter *self, const char **name)
{
  const StpJson *value = self->at;

  if (value >= self->end)
    return NULL;
  if (self->named)
    {
      if (name != NULL)
        *name = value->text;
      value++;
    }
  self->at = value + value->span;

  return value;
}
