// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-json-scan.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "store/stp-codec-private.h"

/*
 * One pass over the bytes before anything is read. It finds what json-glib would let by
 * or change in silence: nesting that exhausts the stack, numbers that are not integers of 64
 * bits, members given twice, the character NUL. And it knows line and column.
 */

typedef struct
{
  const char *text;
  gsize length;
  guint hash;
} Key;

typedef struct
{
  gboolean object;
  guint index;     /* of the element being read */
  guint keys_from; /* where this object's keys begin in Scan.keys */
} Frame;

typedef struct
{
  const char *start, *at, *end;
  Frame frames[STP_JSON_DEPTH];
  guint depth;
  GArray *keys;
  GStringChunk *unescaped;
  GPtrArray *faults;
} Scan;

static char *
pointer_here (Scan *scan)
{
  GString *pointer = g_string_new (NULL);

  for (guint i = 0; i < scan->depth; i++)
    {
      Frame *frame = &scan->frames[i];
      guint keys_to = i + 1 < scan->depth ? scan->frames[i + 1].keys_from : scan->keys->len;

      if (!frame->object)
        g_string_append_printf (pointer, "/%u", frame->index);
      else if (keys_to > frame->keys_from)
        {
          Key *key = &g_array_index (scan->keys, Key, keys_to - 1);

          stp_path_append_name (pointer, key->text, key->length);
        }
    }
  return g_string_free_and_steal (pointer);
}

/* Something that is JSON but would not be the same after reading and writing it. */
static void
does_not_survive (Scan *scan, const char *text)
{
  StpFault *fault = stp_fault_new (NULL, FALSE, text);

  g_free (fault->pointer);
  fault->pointer = pointer_here (scan);
  g_ptr_array_add (scan->faults, fault);
}

static gboolean
not_json (Scan *scan, const char *text)
{
  guint line = 1, column = 1;
  g_autofree char *sentence = NULL;

  for (const char *p = scan->start; p < scan->at; p++)
    if (*p == '\n')
      line++, column = 1;
    else if ((*p & 0xc0) != 0x80)
      column++;
  /* Translators: where in a damaged file, and then a sentence that says what is wrong there. */
  sentence = g_strdup_printf (_ ("Line %u, column %u: %s"), line, column, text);
  g_ptr_array_add (scan->faults, stp_fault_new (NULL, TRUE, sentence));
  return FALSE;
}

static gboolean
unexpected (Scan *scan)
{
  if (scan->at == scan->end)
    return not_json (scan, _ ("The file ends too early."));
  return not_json (scan, _ ("This is not JSON."));
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end &&
         (*scan->at == ' ' || *scan->at == '\n' || *scan->at == '\r' || *scan->at == '\t'))
    scan->at++;
}

static gboolean
take (Scan *scan, char expected)
{
  if (scan->at == scan->end || *scan->at != expected)
    return FALSE;
  scan->at++;
  return TRUE;
}

static int
hex_unit (Scan *scan)
{
  int unit = 0;

  for (guint i = 0; i < 4; i++, scan->at++)
    {
      if (scan->at == scan->end || !g_ascii_isxdigit (*scan->at))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (*scan->at);
    }
  return unit;
}

static gboolean
scan_unicode_escape (Scan *scan)
{
  int unit = hex_unit (scan);

  if (unit == 0)
    does_not_survive (scan, _ ("Text with the character NUL cannot be kept."));
  if (unit < 0 || (unit >= 0xdc00 && unit <= 0xdfff))
    return unexpected (scan);
  if (unit < 0xd800 || unit > 0xdbff)
    return TRUE;
  if (!take (scan, '\\') || !take (scan, 'u'))
    return unexpected (scan);
  unit = hex_unit (scan);
  return (unit >= 0xdc00 && unit <= 0xdfff) || unexpected (scan);
}

/* Moves past a string, whose opening quote is next. */
static gboolean
scan_string (Scan *scan, gboolean *escaped)
{
  *escaped = FALSE;
  if (!take (scan, '"'))
    return unexpected (scan);
  while (scan->at < scan->end && *scan->at != '"')
    {
      if ((guchar) *scan->at < 0x20)
        return unexpected (scan);
      if (*scan->at++ != '\\')
        continue;
      *escaped = TRUE;
      if (scan->at == scan->end)
        break;
      if (*scan->at == 'u')
        {
          scan->at++;
          if (!scan_unicode_escape (scan))
            return FALSE;
        }
      else if (strchr ("\"\\/bfnrt", *scan->at) != NULL && *scan->at != '\0')
        scan->at++;
      else
        return unexpected (scan);
    }
  return take (scan, '"') || unexpected (scan);
}

static gboolean
scan_digits (Scan *scan)
{
  const char *from = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
  return scan->at > from;
}

static gboolean
is_kept_integer (const char *from, gsize length)
{
  char text[32];
  gint64 value;

  if (length >= sizeof text)
    return FALSE;
  memcpy (text, from, length);
  text[length] = '\0';
  return !g_str_equal (text, "-0") &&
         g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value, NULL);
}

static gboolean
scan_number (Scan *scan)
{
  const char *from = scan->at;

  take (scan, '-');
  if (!take (scan, '0') && !scan_digits (scan))
    return unexpected (scan);
  if (take (scan, '.') && !scan_digits (scan))
    return unexpected (scan);
  if (take (scan, 'e') || take (scan, 'E'))
    {
      if (!take (scan, '+'))
        take (scan, '-');
      if (!scan_digits (scan))
        return unexpected (scan);
    }
  if (!is_kept_integer (from, scan->at - from))
    does_not_survive (scan, _ ("This number cannot be kept: only whole numbers of 64 bits can."));
  return TRUE;
}

static gboolean
scan_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length || memcmp (scan->at, word, length) != 0)
    return unexpected (scan);
  scan->at += length;
  return TRUE;
}

static guint
hash_bytes (const char *text, gsize length)
{
  guint hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;
  return hash;
}

/* Reads `"name":` and remembers the name. */
static gboolean
scan_key (Scan *scan)
{
  const char *from = scan->at;
  gboolean escaped;
  Key key;

  if (!scan_string (scan, &escaped))
    return FALSE;
  key.text = from + 1;
  key.length = scan->at - from - 2;
  if (escaped)
    {
      g_autofree char *quoted = g_strndup (from, scan->at - from);
      g_autoptr (JsonNode) node = json_from_string (quoted, NULL);

      if (node != NULL)
        {
          key.text = g_string_chunk_insert (scan->unescaped, json_node_get_string (node));
          key.length = strlen (key.text);
        }
    }
  key.hash = hash_bytes (key.text, key.length);
  g_array_append_val (scan->keys, key);
  skip_space (scan);
  return take (scan, ':') || unexpected (scan);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Key *key_a = a, *key_b = b;

  if (key_a->hash != key_b->hash)
    return key_a->hash < key_b->hash ? -1 : 1;
  if (key_a->length != key_b->length)
    return key_a->length < key_b->length ? -1 : 1;
  return memcmp (key_a->text, key_b->text, key_a->length);
}

/* Of the object or array that ends here the keys, if any, are checked and dropped. */
static void
close_frame (Scan *scan)
{
  guint from = scan->frames[scan->depth - 1].keys_from;
  guint n = scan->keys->len - from;
  Key *keys;

  if (n > 1)
    {
      keys = &g_array_index (scan->keys, Key, from);
      qsort (keys, n, sizeof *keys, compare_keys);
      for (guint i = 1; i < n; i++)
        if (compare_keys (&keys[i - 1], &keys[i]) == 0)
          {
            Key twice = keys[i];

            g_array_append_val (scan->keys, twice);
            does_not_survive (scan, _ ("This member is given twice."));
            keys = &g_array_index (scan->keys, Key, from);
          }
    }
  g_array_set_size (scan->keys, from);
  scan->depth--;
}

static gboolean
open_frame (Scan *scan, gboolean object)
{
  if (scan->depth == STP_JSON_DEPTH)
    return not_json (scan, _ ("This is nested too deeply."));
  scan->frames[scan->depth++] = (Frame) { object, 0, scan->keys->len };
  return TRUE;
}

/* A value up to its end, or an opening bracket: then @opened is set. */
static gboolean
scan_value (Scan *scan, gboolean *opened)
{
  gboolean escaped;

  *opened = FALSE;
  skip_space (scan);
  if (scan->at == scan->end)
    return unexpected (scan);
  switch (*scan->at)
    {
    case '{':
    case '[':
      *opened = TRUE;
      return open_frame (scan, *scan->at++ == '{');
    case '"':
      return scan_string (scan, &escaped);
    case 't':
      return scan_word (scan, "true");
    case 'f':
      return scan_word (scan, "false");
    case 'n':
      return scan_word (scan, "null");
    default:
      return scan_number (scan);
    }
}

/* What follows a value: closing brackets, and a comma where more is to come. */
static gboolean
scan_after_value (Scan *scan)
{
  while (scan->depth > 0)
    {
      Frame *frame = &scan->frames[scan->depth - 1];

      skip_space (scan);
      if (take (scan, ','))
        {
          frame->index++;
          skip_space (scan);
          return !frame->object || scan_key (scan);
        }
      if (!take (scan, frame->object ? '}' : ']'))
        return unexpected (scan);
      close_frame (scan);
    }
  return TRUE;
}

/* After an opening bracket: nothing but its end, or the first name. */
static gboolean
scan_after_opening (Scan *scan, gboolean *empty)
{
  Frame *frame = &scan->frames[scan->depth - 1];

  skip_space (scan);
  *empty = take (scan, frame->object ? '}' : ']');
  if (!*empty)
    return !frame->object || scan_key (scan);
  close_frame (scan);
  return scan_after_value (scan);
}

static gboolean
scan_whole_value (Scan *scan)
{
  gboolean opened, empty;

  do
    {
      if (!scan_value (scan, &opened))
        return FALSE;
      if (opened ? !scan_after_opening (scan, &empty) : !scan_after_value (scan))
        return FALSE;
    }
  while (scan->depth > 0);
  return TRUE;
}

static gboolean
scan_document (Scan *scan)
{
  if (!scan_whole_value (scan))
    return FALSE;
  skip_space (scan);
  return scan->at == scan->end || unexpected (scan);
}

static gboolean
run (Scan *scan, const char *data, gsize length, GPtrArray *faults, gboolean (*func) (Scan *))
{
  gboolean ok;

  scan->start = scan->at = data;
  scan->end = data + length;
  scan->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  scan->unescaped = g_string_chunk_new (256);
  scan->faults = faults;
  ok = func (scan);
  g_array_unref (scan->keys);
  g_string_chunk_free (scan->unescaped);
  return ok;
}

/**
 * stp_json_scan:
 * @data: UTF-8
 * @faults: (element-type StpFault): gets what is found
 *
 * Checks that @data is JSON as RFC 8259 has it, and reports what would not survive being read
 * and written back.
 *
 * Returns: whether it is JSON; if not, the last of @faults says where it stops being so
 */
gboolean
stp_json_scan (const char *data, gsize length, GPtrArray *faults)
{
  g_autofree Scan *scan = g_new0 (Scan, 1);

  return run (scan, data, length, faults, scan_document);
}

/**
 * stp_json_scan_value:
 * @data: text that begins with a value; what follows it may be anything
 * @seen: (out): how much of it was looked at; for a whole value, its length
 *
 * Returns: whether there is a whole value, which would survive
 */
gboolean
stp_json_scan_value (const char *data, gsize length, gsize *seen)
{
  g_autofree Scan *scan = g_new0 (Scan, 1);
  g_autoptr (GPtrArray) faults = stp_faults_new ();

  gboolean whole = run (scan, data, length, faults, scan_whole_value);

  *seen = scan->at - data;
  return whole && faults->len == 0;
}
