// SPDX-License-Identifier: GPL-3.0-or-later

/* Which marks part two ingredients, and which belong to one. */

#include "config.h"

#include "ingredients/stp-separator-private.h"

#include "ingredients/stp-footnote-private.h"

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

gboolean
stp_separator_is_hard (gunichar c)
{
  switch (c)
    {
    case ';':
    case '|':
    case '@':
    case 0xff0c: /* full-width comma */
    case 0x3001: /* ideographic comma */
    case 0xff1b: /* full-width semicolon */
    case 0xff5c: /* full-width bar */
    case 0xff64: /* half-width ideographic comma */
    case 0x60c:  /* Arabic comma */
    case 0x2022: /* bullets and dots */
    case 0xb7:
    case 0x2219:
    case 0x25cf:
    case 0x25a0:
    case 0x25aa:
    case 0x3163: /* a Korean vowel that looks like a bar, and one that looks like a dot */
    case 0x318d:
    case 0x30fb:
      return TRUE;
    default:
      return FALSE;
    }
}

/* `PEG-10,3-O-Ethyl …`, `Laureth-7,1,2-Hexanediol`: the digits before end a name. */
static gboolean
ends_name (const char *before, guint digits, const char *after)
{
  if (*before != '-' || !g_ascii_isalpha (before[-1]))
    return FALSE;
  return digits > 1 ||
         (g_ascii_isdigit (after[0]) && after[1] == ',' && g_ascii_isdigit (after[2]));
}

/*
 * stp_separator_is_inner_comma:
 * @text: a text with a comma at @at
 * @piece_start: where the ingredient began
 *
 * Digits on both sides make a comma part of a number (`0,3 %`) or of a name
 * (`1,2-hexanediol`), unless they are long as colour numbers are.
 *
 * Returns: whether the comma belongs to the ingredient
 */
gboolean
stp_separator_is_inner_comma (const char *text, gsize at, gsize piece_start)
{
  const char *here = text + at;
  const char *before = here;
  guint digits = 0;

  while (before > text && g_ascii_isdigit (before[-1]))
    {
      before--;
      digits++;
    }
  if (digits == 0 || digits > 3)
    return FALSE;
  if (g_ascii_isdigit (here[1]))
    return before < text + 2 || !ends_name (before - 1, digits, here + 1);

  gboolean begins = (gsize) (before - text) == piece_start ||
                    (is_space (before[-1]) && (gsize) (before - 1 - text) <= piece_start);
  return begins && digits == 1 && here[1] == ' ' && g_ascii_isdigit (here[2]);
}

/* `Vit. A` is one name, and so is its Polish form. */
static gboolean
shortens_vitamin (const char *text, gsize at)
{
  if (at < 3 || (at > 3 && g_ascii_isalpha (text[at - 4])))
    return FALSE;

  const char *word = text + at - 3;
  return g_ascii_strncasecmp (word, "vit", 3) == 0 || g_ascii_strncasecmp (word, "wit", 3) == 0;
}

/*
 * stp_separator_ends_sentence:
 * @text: a text with a full stop at @at
 *
 * Returns: whether a sentence or a new list begins after it: `Glycerin. Free of …`, `Glycerin. 0%
 * retinol`
 */
gboolean
stp_separator_ends_sentence (const char *text, gsize at)
{
  const char *p = text + at + 1;

  if (!is_space (*p))
    return stp_footnote_leads (p);
  if (shortens_vitamin (text, at))
    return FALSE;
  while (is_space (*p))
    p++;
  gunichar next = g_utf8_get_char (p);
  if (g_ascii_isdigit (*p))
    return p[strspn (p, "0123456789., ")] == '%';
  return g_unichar_isupper (next) || next > 0x1100 || next == '[' || next == '*' || next == '-';
}

/*
 * stp_separator_begins_tag:
 *
 * Returns: whether a tag of a social network stands at @at of @text; `Blue #1` is a colour
 */
gboolean
stp_separator_begins_tag (const char *text, gsize at)
{
  return text[at] == '#' && (at == 0 || is_space (text[at - 1])) &&
         g_unichar_isalpha (g_utf8_get_char (text + at + 1));
}

/*
 * stp_separator_match_number:
 * @text: a text with a digit at @at
 * @number: the number looked for
 *
 * Returns: the bytes of @number as the head of an entry, `2.` or `2)`; 0 = it is none
 */
gsize
stp_separator_match_number (const char *text, gsize at, guint number)
{
  const char *p = text + at;
  guint value = 0;

  while (g_ascii_isdigit (*p) && value < 1000)
    value = value * 10 + (*p++ - '0');
  if (value != number || (*p != '.' && *p != ')') || g_ascii_isdigit (p[1]))
    return 0;
  return p + 1 - (text + at);
}
