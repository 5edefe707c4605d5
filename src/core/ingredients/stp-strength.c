// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "ingredients/stp-text-private.h"

#include <string.h>

typedef struct
{
  const char *text;
  double parts_per_million;
} Unit;

/* International units and weights say nothing about a share of the product: read and dropped. */
static const Unit units[] = {
  { "%", 10000 },   { "％", 10000 },   { "percent", 10000 }, { "ppm", 1 },  { "ppb", 0.001 },
  { "mg/g", 1000 }, { "mg/ml", 1000 }, { "iu/g", 0 },        { "i.u.", 0 }, { "iu", 0 },
  { "‰", 1000 },    { "mcg", 0 },      { "mg", 0 },          { "g", 0 },
};

/* A comma before exactly three digits and no percent sign groups thousands: 40,000ppm. */
static gboolean
groups_thousands (const char *comma, const char *end)
{
  return end - comma > 3 && g_ascii_isdigit (comma[1]) && g_ascii_isdigit (comma[2]) &&
         g_ascii_isdigit (comma[3]) && !(end - comma > 4 && g_ascii_isdigit (comma[4]));
}

typedef struct
{
  char plain[32];
  char grouped[32];
} Number;

/* Reads the digits both ways, with a comma as decimal mark and with commas left out. */
static const char *
read_digits (const char *p, const char *end, Number *number)
{
  gsize n = 0, m = 0;
  gboolean groups = TRUE;

  for (; p < end && n < sizeof number->plain - 1; p++)
    {
      gboolean inside = p + 1 < end && g_ascii_isdigit (p[1]);

      if (g_ascii_isdigit (*p))
        number->grouped[m++] = number->plain[n++] = *p;
      else if (*p == ',' && inside)
        {
          groups = groups && groups_thousands (p, end);
          number->plain[n++] = '.';
        }
      else if (*p == ' ' && inside && groups_thousands (p, end))
        continue;
      else if (*p == ',' && end - p > 1 && p[1] == ' ' && groups_thousands (p + 1, end))
        p++;
      else if (*p == '.' && inside)
        number->grouped[m++] = number->plain[n++] = '.';
      else
        break;
    }
  number->plain[n] = number->grouped[m] = '\0';
  if (!groups)
    memcpy (number->grouped, number->plain, sizeof number->plain);
  return p;
}

/* Most numbers are part of a name: nothing that begins a unit comes after them. */
static gboolean
begins_unit (char c)
{
  return (guchar) c >= 0x80 || c == '%' || (c | 0x20) == 'p' || (c | 0x20) == 'm' ||
         (c | 0x20) == 'i' || (c | 0x20) == 'g';
}

static const Unit *
match_unit (const char *p, const char *end)
{
  if (p == end || !begins_unit (*p))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize length = strlen (units[i].text);

      if ((gsize) (end - p) < length || g_ascii_strncasecmp (p, units[i].text, length) != 0)
        continue;
      /* `10 Glycerin`: a letter that goes on is no weight. */
      if (units[i].parts_per_million > 0 || p + length == end || !g_ascii_isalnum (p[length]))
        return &units[i];
    }
  return NULL;
}

/* By weight or by volume: `2% w/w`. */
static const char *
skip_basis (const char *p, const char *end)
{
  static const char *const bases[] = { "w/w", "w/v", "v/v" };
  const char *q = p;

  while (q < end && *q == ' ')
    q++;
  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    if (end - q >= 3 && g_ascii_strncasecmp (q, bases[i], 3) == 0)
      return q + 3;
  return p;
}

/*
 * stp_text_read_strength:
 * @text: where a number begins
 * @end: the end of the text
 * @after: (out): the byte after the unit; left alone when there is none
 *
 * Reads `2%`, `0,3 %`, `40,000ppm`, `2.0 percent`, `500IU/g`, `2% w/w`.
 *
 * Returns: parts per million, at least 1 for any declared share; 0 without a known unit and for
 * no share at all
 */
guint
stp_text_read_strength (const char *text, const char *end, const char **after)
{
  Number number;
  const char *p = read_digits (text, end, &number);

  while (p < end && *p == ' ')
    p++;

  const Unit *unit = match_unit (p, end);
  if (unit == NULL)
    return 0;
  *after = skip_basis (p + strlen (unit->text), end);
  if (unit->parts_per_million == 0)
    return 0;

  gboolean grouped = unit->parts_per_million < 1000;
  double value = g_ascii_strtod (grouped ? number.grouped : number.plain, NULL);
  double ppm = value * unit->parts_per_million;
  return value > 0 ? (guint) CLAMP (ppm, 1, 1000000) : 0;
}
