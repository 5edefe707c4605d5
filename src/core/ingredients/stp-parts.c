// SPDX-License-Identifier: GPL-3.0-or-later

/* Takes one ingredient apart: its name, its names in brackets, its strength. */

#include "config.h"

#include "ingredients/stp-parts-private.h"

#include <string.h>

#include "ingredients/stp-text-private.h"

void
stp_parts_init (StpParts *self)
{
  *self = (StpParts) { .raw = g_string_sized_new (64),
                       .inner = g_string_sized_new (64),
                       .main = g_string_sized_new (64),
                       .whole = g_string_sized_new (64) };
}

void
stp_parts_clear (StpParts *self)
{
  g_string_free (self->raw, TRUE);
  g_string_free (self->inner, TRUE);
  g_string_free (self->main, TRUE);
  g_string_free (self->whole, TRUE);
}

static gboolean
is_opening (gunichar c)
{
  return c == '(' || c == '[' || c == '{' || c == 0xff08 || c == 0x3010;
}

static gboolean
is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == '}' || c == 0xff09 || c == 0x3011;
}

static void
add_alias (StpParts *self, const char *start, const char *end)
{
  if (start < end && self->n_aliases < STP_ALIASES_MAX)
    self->aliases[self->n_aliases++] = (StpSpan) { start, end };
}

/* Reads a strength at @p, unless the digit belongs to a name. Returns: where it ends, or @p. */
static const char *
skip_strength (StpParts *self, const char *p, const char *start, const char *end)
{
  const char *after = p;

  if (p > start && (g_ascii_isdigit (p[-1]) || p[-1] == '-' || p[-1] == '.'))
    return p;
  self->ppm = MAX (self->ppm, stp_text_read_strength (p, end, &after));
  self->absent |= after > p && strcspn (p, "123456789") >= (gsize) (after - p);
  return after;
}

/* `Glycerin1)`: what is closed without having been opened is the number of a footnote. */
static void
drop_footnote (GString *text)
{
  gsize length = text->len;

  while (length > 1 && g_ascii_isdigit (text->str[length - 1]))
    length--;
  g_string_truncate (text, length);
}

/* Brackets, digits that may be a strength, and what brackets of Japanese begin with. */
static const gboolean is_special[256] = {
  ['('] = TRUE, [')'] = TRUE,  ['['] = TRUE,         [']'] = TRUE,  ['{'] = TRUE,
  ['}'] = TRUE, [0xe3] = TRUE, ['0' ... '9'] = TRUE, [0xef] = TRUE,
};

/* Returns: the next special byte, or @end. */
static const char *
skip_plain (const char *p, const char *end)
{
  while (p < end && !is_special[(guchar) *p])
    p++;
  return p;
}

static void
add_text (StpParts *self, const char *start, const char *end, int depth)
{
  g_string_append_len (self->inner, start, end - start);
  if (depth == 0)
    g_string_append_len (self->raw, start, end - start);
}

/*
 * stp_parts_take:
 * @start: the first byte of an ingredient
 * @end: the byte after its last
 *
 * Takes the text apart; what was in @self before is gone.
 */
void
stp_parts_take (StpParts *self, const char *start, const char *end)
{
  const char *alias = NULL;
  int depth = 0;

  self->ppm = self->n_aliases = 0;
  self->absent = FALSE;
  g_string_truncate (self->main, 0);
  g_string_truncate (self->whole, 0);

  self->text = start;
  self->length = end - start;
  if (stp_text_squash_plain (self->main, start, end - start))
    return;
  if (skip_plain (start, end) == end)
    {
      stp_text_squash (self->main, start, end - start);
      return;
    }

  g_string_truncate (self->raw, 0);
  g_string_truncate (self->inner, 0);
  for (const char *p = start; p < end;)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      const char *after = g_ascii_isdigit (*p) ? skip_strength (self, p, start, end) : p;

      if (after > p)
        next = after;
      else if (is_opening (c) && depth++ == 0)
        alias = next;
      else if (is_closing (c) && depth > 0 && --depth == 0)
        add_alias (self, alias, p);
      else if (is_closing (c) && depth == 0)
        {
          drop_footnote (self->raw);
          drop_footnote (self->inner);
        }
      else
        {
          next = skip_plain (next, end);
          add_text (self, p, next, depth);
        }
      p = next;
    }

  self->text = self->raw->str;
  self->length = self->raw->len;
  stp_text_squash (self->main, self->text, self->length);
  if (self->n_aliases > 0)
    stp_text_squash (self->whole, self->inner->str, self->inner->len);
}

/*
 * stp_parts_has_slash:
 *
 * Returns: whether it may be several names: `Aqua/Water/Eau`
 */
gboolean
stp_parts_has_slash (const StpParts *self)
{
  return memchr (self->text, '/', self->length) != NULL ||
         memchr (self->text, '\\', self->length) != NULL;
}
