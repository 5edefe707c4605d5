// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "exchange/stp-csv-private.h"

#include <string.h>

/*
 * stp_csv_guess_separator:
 *
 * Returns: what parts the fields of the first line: a tab, a semicolon or a comma
 */
char
stp_csv_guess_separator (const char *text)
{
  gsize length = strcspn (text, "\r\n");

  for (const char *candidate = "\t;"; *candidate != '\0'; candidate++)
    if (memchr (text, *candidate, length) != NULL)
      return *candidate;
  return ',';
}

/* A field in quotes may hold separators, line breaks, and quotes written twice. */
static const char *
read_quoted (const char *p, GString *field, gboolean *whole)
{
  for (; *p != '\0'; p++)
    {
      if (*p == '"' && p[1] != '"')
        return p + 1;
      if (*p == '"')
        p++;
      g_string_append_c (field, *p);
    }
  *whole = FALSE;
  return p;
}

static gboolean
ends_field (char c, char separator)
{
  return c == '\0' || c == separator || c == '\n' || c == '\r';
}

static const char *
read_field (const char *p, char separator, GString *field, gboolean *whole)
{
  if (*p == '"')
    {
      p = read_quoted (p + 1, field, whole);
      *whole &= ends_field (*p, separator);
    }
  for (; !ends_field (*p, separator); p++)
    g_string_append_c (field, *p);
  return p;
}

/*
 * stp_csv_read_row:
 * @text: (inout): where the row begins; then where the next one does
 * @whole: (out) (optional): whether its quotes are as RFC 4180 has them; the fields are a guess
 *   if not
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the fields of a row, %NULL at the
 * end of the text
 */
GPtrArray *
stp_csv_read_row (const char **text, char separator, gboolean *whole)
{
  gboolean ignored;
  const char *p = *text + strspn (*text, "\r\n");

  if (*p == '\0')
    return NULL;

  whole = whole != NULL ? whole : &ignored;
  *whole = TRUE;
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);
  for (;; p++)
    {
      GString *field = g_string_new (NULL);

      p = read_field (p, separator, field, whole);
      g_ptr_array_add (fields, g_string_free_and_steal (field));
      if (*p != separator)
        break;
    }
  *text = p;
  return fields;
}

/*
 * stp_csv_count_lines:
 *
 * Returns: how many lines end from @from to before @to
 */
guint
stp_csv_count_lines (const char *from, const char *to)
{
  guint n = 0;

  for (; from < to; from++)
    n += *from == '\n' || (*from == '\r' && from[1] != '\n');
  return n;
}

/*
 * stp_csv_append_field:
 * @row: the row so far
 * @first: whether it is the first field of its row
 *
 * Appends a field, in quotes where RFC 4180 asks for them.
 */
void
stp_csv_append_field (GString *row, gboolean first, const char *text)
{
  if (!first)
    g_string_append_c (row, ',');
  if (text[strcspn (text, ",\"\r\n")] == '\0')
    {
      g_string_append (row, text);
      return;
    }
  g_string_append_c (row, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *text);
    }
  g_string_append_c (row, '"');
}
