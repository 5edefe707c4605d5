// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * From any text to pieces: one walk over the characters, which cuts at separators and notes
 * where a new list begins. What a piece means is not asked here.
 */

#include "config.h"

#include "ingredients/stp-reader-private.h"

#include <string.h>

#include "ingredients/stp-heading-private.h"

/* A bracket that is not closed within this many bytes was never meant to be one. */
#define BRACKET_MAX 240
#define LABEL_MAX 120

/* So many make room for nearly every list at once. */
#define PIECES_USUAL 96

typedef struct
{
  const char *text;
  gsize length;
  gsize at;
  gsize piece_start;
  gboolean soft;
  gboolean fresh;
  StpReading *reading;
} Scanner;

static void
clear_list (gpointer data)
{
  g_free (((StpList *) data)->label);
}

static void
open_list (Scanner *self, char *label, StpListNature nature)
{
  StpList list = { label, nature };

  g_array_append_val (self->reading->lists, list);
}

/* Most letters are one byte, for which calling a function is a waste. */
static gunichar
char_at (const char *p)
{
  return (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Trims white space, no-break spaces and zero-width ones, and a bullet before. */
static void
trim (const char *text, gsize *start, gsize *end)
{
  while (*start < *end && !g_ascii_isalnum (text[*start]))
    {
      gunichar c = char_at (text + *start);

      if (!g_unichar_isspace (c) && !g_unichar_iszerowidth (c) && c != '-' && c != '.' && c != 0xa0)
        break;
      *start = g_utf8_next_char (text + *start) - text;
    }

  while (*start < *end && !g_ascii_isalnum (text[*end - 1]))
    {
      const char *last = g_utf8_prev_char (text + *end);
      gunichar c = char_at (last);

      if (!g_unichar_isspace (c) && !g_unichar_iszerowidth (c) && c != '*' && c != '.' && c != 0xa0)
        break;
      *end = last - text;
    }
}

/* Ends the piece before the reading point and moves on by @separator bytes. */
static void
cut (Scanner *self, gsize separator, gboolean soft, gboolean label)
{
  StpPiece piece = { self->piece_start, self->at, self->reading->lists->len - 1,
                     self->soft,        label,    self->fresh };

  trim (self->text, &piece.start, &piece.end);
  if (piece.start < piece.end)
    {
      g_array_append_val (self->reading->pieces, piece);
      self->soft = soft;
      self->fresh = FALSE;
    }
  else
    self->soft = self->soft && soft;

  self->at += separator;
  self->piece_start = self->at;
}

static gboolean
piece_is_empty (Scanner *self)
{
  for (gsize i = self->piece_start; i < self->at; i++)
    if (!is_space (self->text[i]) && self->text[i] != '-')
      return FALSE;
  return TRUE;
}

static gunichar
closing (gunichar opening)
{
  switch (opening)
    {
    case '(':
      return ')';
    case '[':
      return ']';
    case '{':
      return '}';
    case 0xff08:
      return 0xff09;
    case 0x3010:
      return 0x3011;
    default:
      return 0;
    }
}

/* Returns: where the bracket that opens at the reading point closes, or 0. */
static gsize
find_close (Scanner *self, gunichar opening)
{
  const char *start = self->text + self->at;
  int depth = 0;

  for (const char *p = start; *p != '\0' && p - start < BRACKET_MAX; p = g_utf8_next_char (p))
    {
      gunichar c = char_at (p);

      if (c == opening)
        depth++;
      else if (c == closing (opening) && --depth == 0)
        return p - self->text;
    }
  return 0;
}

static gboolean
text_is (const char *text, gsize length, const char *word)
{
  return strlen (word) == length && g_ascii_strncasecmp (text, word, length) == 0;
}

static gboolean
is_joining_word (const char *text, gsize length)
{
  return text_is (text, length, "and") || text_is (text, length, "und") ||
         text_is (text, length, "et") || text_is (text, length, "y");
}

/* What shop pages leave around a folded list. */
static gboolean
is_page_button (const char *text, gsize length)
{
  return text_is (text, length, "more") || text_is (text, length, "less");
}

/* Whether the bracket up to @end stands by itself, with a word after it. */
static gboolean
stands_alone (Scanner *self, gsize end)
{
  if (piece_is_empty (self))
    return TRUE;
  return self->at > 0 && is_space (self->text[self->at - 1]) && is_space (self->text[end]) &&
         g_unichar_isalpha (char_at (self->text + end + 1));
}

/*
 * A bracket inside a piece stays in it, as another name. A square one that stands alone is
 * a heading; `(and)` is a comma.
 */
static void
scan_bracket (Scanner *self, gunichar opening)
{
  gsize width = g_unichar_to_utf8 (opening, NULL);
  gsize close = find_close (self, opening);

  if (close == 0)
    {
      cut (self, width, FALSE, FALSE);
      return;
    }

  const char *inside = self->text + self->at + width;
  gsize length = close - self->at - width;
  gsize whole = close - self->at + g_unichar_to_utf8 (closing (opening), NULL);

  if (is_joining_word (inside, length) || is_page_button (inside, length))
    cut (self, whole, FALSE, FALSE);
  else if (opening != '(' && opening != 0xff08 && stands_alone (self, self->at + whole))
    {
      cut (self, whole, FALSE, FALSE);
      open_list (self, g_strndup (inside, length), STP_LIST_PLAIN);
    }
  else
    self->at += whole;
}

/* A capital after a small letter begins a word too: `WaterInactive Ingredients`. */
static gboolean
starts_word (Scanner *self)
{
  const char *here = self->text + self->at;

  if (self->at == 0 || here[-1] == ' ')
    return TRUE;
  if (g_ascii_isupper (*here) && g_ascii_islower (here[-1]))
    return TRUE;
  return !g_unichar_isalpha (char_at (g_utf8_prev_char (here)));
}

static gboolean
scan_heading (Scanner *self)
{
  const char *here = self->text + self->at;
  StpListNature nature;
  gsize length;

  if (!starts_word (self))
    return FALSE;

  length = stp_heading_match (here, &nature);
  if (length == 0)
    return FALSE;

  cut (self, length, FALSE, FALSE);
  open_list (self, NULL, nature);
  self->fresh = TRUE;
  return TRUE;
}

/* A colon before white space ends a heading; `1:1` and the like stay in the piece. */
static gboolean
scan_colon (Scanner *self, gsize width)
{
  gsize after = self->at + width;
  gsize start = self->piece_start;
  gsize end = self->at;

  if (self->text[after] != '\0' && !is_space (self->text[after]) && width == 1)
    return FALSE;

  const char *first = self->text + start;
  while (is_space (*first))
    first++;
  trim (self->text, &start, &end);
  if (start >= end || end - start > LABEL_MAX)
    return FALSE;

  StpListNature nature = *first == '-' ? STP_LIST_CLAIM : STP_LIST_PLAIN;
  cut (self, width, FALSE, TRUE);
  open_list (self, g_strndup (self->text + start, end - start), nature);
  return TRUE;
}

/*
 * Digits on both sides make a comma part of a number (`0,3 %`) or of a name
 * (`1,2-hexanediol`), unless they are long as colour numbers are.
 */
static gboolean
comma_is_inside (Scanner *self)
{
  const char *here = self->text + self->at;
  const char *before = here;
  guint digits = 0;

  while (before > self->text && g_ascii_isdigit (before[-1]))
    {
      before--;
      digits++;
    }
  if (digits == 0 || digits > 3)
    return FALSE;
  if (g_ascii_isdigit (here[1]))
    return TRUE;

  gboolean begins = (gsize) (before - self->text) == self->piece_start ||
                    (is_space (before[-1]) &&
                     (gsize) (before - 1 - self->text) <= self->piece_start);
  return begins && digits == 1 && here[1] == ' ' && g_ascii_isdigit (here[2]);
}

/* A full stop ends a piece where a sentence or a new list begins after it. */
static gboolean
ends_sentence (Scanner *self)
{
  const char *p = self->text + self->at + 1;

  if (!is_space (*p))
    return FALSE;
  while (is_space (*p))
    p++;
  gunichar next = char_at (p);
  return g_unichar_isupper (next) || next > 0x1100 || next == '[' || next == '*' || next == '-';
}

static gboolean
is_hard_separator (gunichar c)
{
  switch (c)
    {
    case ';':
    case '|':
    case '@':
    case 0xff0c: /* full-width comma */
    case 0x3001: /* ideographic comma */
    case 0x3002: /* ideographic full stop */
    case 0xff1b: /* full-width semicolon */
    case 0xff5c: /* full-width bar */
    case 0x60c:  /* Arabic comma */
    case 0x2022: /* bullets and dots */
    case 0xb7:
    case 0x2219:
    case 0x25cf:
    case 0x25a0:
    case 0x25aa:
    case 0x318d:
    case 0x30fb:
      return TRUE;
    default:
      return FALSE;
    }
}

/* A hyphen after a space opens a bullet; before one it may only be a broken line. */
static gboolean
scan_hyphen (Scanner *self)
{
  const char *here = self->text + self->at;
  gboolean space_before = self->at > 0 && is_space (here[-1]);
  gboolean space_after = is_space (here[1]);

  if (piece_is_empty (self))
    return FALSE;
  if (space_before && !g_ascii_isdigit (here[1]))
    cut (self, 0, space_after, FALSE);
  else if (space_after)
    cut (self, 1, TRUE, FALSE);
  else
    return FALSE;

  if (space_before)
    self->at++;
  return TRUE;
}

static gboolean
scan_separator (Scanner *self, gunichar c)
{
  gsize width = g_unichar_to_utf8 (c, NULL);
  const char *here = self->text + self->at;

  if (is_hard_separator (c) || (c == ',' && !comma_is_inside (self)))
    cut (self, width, FALSE, FALSE);
  else if (c == '\n')
    {
      cut (self, width, TRUE, FALSE);
      self->fresh = TRUE;
    }
  else if (c == '.' && ends_sentence (self))
    {
      cut (self, width, FALSE, FALSE);
      self->fresh = TRUE;
    }
  else if (c == '>' && self->at > 0 && is_space (here[-1]) && is_space (here[1]))
    cut (self, width, FALSE, FALSE);
  else if (c == '*' && self->at > 0 && is_space (here[-1]) && !is_space (here[1]))
    cut (self, width, FALSE, FALSE);
  else
    return FALSE;
  return TRUE;
}

/* Hangul is three bytes, the first of them one of these four. */
static gboolean
is_hangul (const char *letter)
{
  return (guchar) *letter >= 0xea && (guchar) *letter <= 0xed;
}

/* Inside a word nothing begins or ends: goes on to where it may. */
static void
skip_word (Scanner *self)
{
  const char *p = self->text + self->at;

  if (self->at >= 1 && g_ascii_isalpha (p[-1]))
    while (g_ascii_islower (*p))
      p++;
  else if (self->at >= 3 && is_hangul (p - 3))
    while (is_hangul (p))
      p += 3;
  self->at = p - self->text;
}

static void
scan (Scanner *self)
{
  gunichar c = char_at (self->text + self->at);

  if (c == ' ' || (c < 0x80 && g_ascii_isdigit (c)))
    self->at++;
  else if (closing (c) != 0)
    scan_bracket (self, c);
  else if ((c == ':' && scan_colon (self, 1)) || (c == 0xff1a && scan_colon (self, 3)))
    self->fresh = FALSE;
  else if (!(c == '-' && scan_hyphen (self)) && !scan_separator (self, c) && !scan_heading (self))
    self->at = g_utf8_next_char (self->text + self->at) - self->text;
}

/*
 * stp_reading_new:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): the pieces of @text and the lists they stand in
 */
StpReading *
stp_reading_new (const char *text)
{
  StpReading *self = g_new0 (StpReading, 1);
  Scanner scanner = { .text = text, .length = strlen (text), .fresh = TRUE, .reading = self };

  self->pieces = g_array_sized_new (FALSE, FALSE, sizeof (StpPiece), PIECES_USUAL);
  self->lists = g_array_new (FALSE, FALSE, sizeof (StpList));
  g_array_set_clear_func (self->lists, clear_list);
  open_list (&scanner, NULL, STP_LIST_PLAIN);

  while (scanner.at < scanner.length)
    {
      scan (&scanner);
      if (scanner.at < scanner.length)
        skip_word (&scanner);
    }
  scanner.at = MIN (scanner.at, scanner.length);
  cut (&scanner, 0, FALSE, FALSE);
  return self;
}

void
stp_reading_free (StpReading *self)
{
  g_array_unref (self->pieces);
  g_array_unref (self->lists);
  g_free (self);
}
