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
read_quoted (const char *p, GString *field)
{
  for (; *p != '\0'; p++)
    {
      if (*p == '"' && p[1] != '"')
        return p + 1;
      if (*p == '"')
        p++;
      g_string_append_c (field, *p);
    }
  return p;
}

static const char *
read_field (const char *p, char separator, GString *field)
{
  if (*p == '"')
    p = read_quoted (p + 1, field);
  for (; *p != '\0' && *p != separator && *p != '\n' && *p != '\r'; p++)
    g_string_append_c (field, *p);
  return p;
}

/*
 * stp_csv_read_row:
 * @text: (inout): where the row begins; then where the next one does
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the fields of a row, %NULL at the
 * end of the text
 */
GPtrArray *
stp_csv_read_row (const char **text, char separator)
{
  const char *p = *text + strspn (*text, "\r\n");

  if (*p == '\0')
    return NULL;

  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);
  for (;; p++)
    {
      GString *field = g_string_new (NULL);

      p = read_field (p, separator, field);
      g_ptr_array_add (fields, g_string_free_and_steal (field));
      if (*p != separator)
        break;
    }
  *text = p;
  return fields;
}
