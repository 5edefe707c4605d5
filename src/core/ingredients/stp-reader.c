// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * From any text to pieces: one walk over the characters, which cuts at separators and notes
 * where a new list begins. What a piece means is not asked here.
 */

#include "config.h"

#include "ingredients/stp-reader-private.h"

#include <string.h>

#include "ingredients/stp-bracket-private.h"
#include "ingredients/stp-footnote-private.h"
#include "ingredients/stp-heading-private.h"
#include "ingredients/stp-scanner-private.h"
#include "ingredients/stp-separator-private.h"

/* So many make room for nearly every list at once. */
#define PIECES_USUAL 96

static void
clear_list (gpointer data)
{
  g_free (((StpList *) data)->label);
}

/* Whether the bracket up to @end stands by itself, with a word after it. */
static gboolean
stands_alone (StpScanner *self, gsize end)
{
  if (stp_scanner_piece_is_empty (self))
    return TRUE;
  return self->at > 0 && stp_scanner_is_space (self->text[self->at - 1]) &&
         stp_scanner_is_space (self->text[end]) &&
         g_unichar_isalpha (stp_scanner_char_at (self->text + end + 1));
}

/* What stands for "may contain" on a pack. */
static gboolean
begins_maybe (const char *inside)
{
  return strncmp (inside, "+/-", 3) == 0;
}

/* `[+/- CI 77491, CI 77492]`, `['Aqua', 'Glycerin']`: opens the list inside and goes on there. */
static gboolean
scan_bracketed_list (StpScanner *self, const char *inside, gsize length)
{
  const gboolean maybe = begins_maybe (inside);

  if (!maybe && memchr (inside, ',', length) == NULL)
    return FALSE;
  if (maybe)
    inside += 3 + strspn (inside + 3, " :]");
  stp_scanner_cut (self, inside - self->text - self->at, FALSE, FALSE);
  stp_scanner_open_list (self, NULL, maybe ? STP_LIST_MAYBE : STP_LIST_PLAIN);
  stp_scanner_begin_line (self, TRUE);
  return TRUE;
}

/*
 * A bracket inside a piece stays in it, as another name. A square one that stands alone is
 * a heading or a list; `(and)` is a comma.
 */
static void
scan_bracket (StpScanner *self, gunichar opening)
{
  gsize width = g_unichar_to_utf8 (opening, NULL);
  gsize close = stp_bracket_find_close (self->text, self->at, opening);

  if (close == 0)
    {
      stp_scanner_cut (self, width, FALSE, FALSE);
      return;
    }

  const char *inside = self->text + self->at + width;
  gsize length = close - self->at - width;
  gsize whole = close - self->at + g_unichar_to_utf8 (stp_bracket_get_closing (opening), NULL);

  if (stp_bracket_parts_names (inside, length))
    stp_scanner_cut (self, whole, FALSE, FALSE);
  else if (opening != '(' && opening != 0xff08 &&
           (begins_maybe (inside) || stands_alone (self, self->at + whole)))
    {
      if (scan_bracketed_list (self, inside, length))
        return;
      stp_scanner_cut (self, whole, FALSE, FALSE);
      stp_scanner_open_list (self, g_strndup (inside, length), STP_LIST_PLAIN);
    }
  else
    self->at += whole;
}

/* A capital after a small letter begins a word too: `WaterInactive Ingredients`. */
static gboolean
starts_word (StpScanner *self)
{
  const char *here = self->text + self->at;

  if (self->at == 0 || here[-1] == ' ')
    return TRUE;
  if (g_ascii_isupper (*here) && g_ascii_islower (here[-1]))
    return TRUE;
  return !g_unichar_isalpha (stp_scanner_char_at (g_utf8_prev_char (here)));
}

static gboolean
scan_heading (StpScanner *self)
{
  const char *here = self->text + self->at;
  StpListNature nature;
  gsize length;

  if (!stp_heading_may_begin (here) || !starts_word (self))
    return FALSE;

  length = stp_heading_match (here, &nature);
  if (length == 0)
    return FALSE;

  stp_scanner_cut (self, length, FALSE, FALSE);
  stp_scanner_open_list (self, NULL, nature);
  stp_scanner_begin_line (self, TRUE);
  return TRUE;
}

/* What stood between commas in `-Vitamins C, E, and F:` is one claim. */
static void
gather_bullet (StpScanner *self)
{
  if (self->bullet == STP_NO_BULLET || self->at - self->bullet_start > STP_LABEL_MAX)
    return;
  g_array_set_size (self->reading->pieces, self->bullet);
  self->piece_start = self->blank_end = self->bullet_start;
  self->fresh = TRUE;
  self->soft = FALSE;
}

/* Whether what follows begins as a list does: no heading is believed against that. */
static gboolean
begins_with_water (const char *text)
{
  const char *end;

  text += strspn (text, " \t\r\n");
  for (end = text; *end != '\0' && *end != ','; end = g_utf8_next_char (end))
    if (stp_separator_is_hard (g_utf8_get_char (end)))
      break;
  return end > text && stp_heading_is_water (text, end - text);
}

static StpListNature
label_nature (const char *first, const char *label, gsize length, const char *after)
{
  if (*first == '-')
    return STP_LIST_CLAIM;
  if (!stp_heading_is_aside (label, length) && !stp_heading_refuses (label, length))
    return STP_LIST_PLAIN;
  return begins_with_water (after) ? STP_LIST_PLAIN : STP_LIST_ASIDE;
}

/* `… Parfum Ingredients:` ends a piece before the heading. */
static gboolean
scan_known_heading (StpScanner *self, gsize width)
{
  gsize end = self->at;
  StpListNature nature;
  gsize length = stp_heading_match_end (self->text + self->piece_start, end - self->piece_start,
                                        &nature);

  if (length == 0)
    return FALSE;
  self->at = end - length;
  stp_scanner_cut (self, length + width, FALSE, FALSE);
  stp_scanner_open_list (self, NULL, nature);
  stp_scanner_begin_line (self, TRUE);
  return TRUE;
}

/* A colon before white space ends a heading; `1:1` and the like stay in the piece. */
static gboolean
scan_colon (StpScanner *self, gsize width)
{
  gsize after = self->at + width;

  if (scan_known_heading (self, width))
    return TRUE;
  if (self->text[after] != '\0' && !stp_scanner_is_space (self->text[after]) && width == 1)
    return FALSE;

  gather_bullet (self);
  gsize start = self->piece_start;
  gsize end = self->at;
  const char *first = self->text + start;
  while (stp_scanner_is_space (*first))
    first++;
  stp_scanner_trim (self->text, &start, &end);
  if (start >= end || end - start > STP_LABEL_MAX)
    return FALSE;

  StpListNature nature = label_nature (first, self->text + start, end - start, self->text + after);
  stp_scanner_cut (self, width, FALSE, TRUE);
  stp_scanner_open_list (self, g_strndup (self->text + start, end - start), nature);
  stp_scanner_begin_line (self, TRUE);
  self->fresh = FALSE;
  return TRUE;
}

/* A dash that begins a line or a sentence begins a claim. */
static void
note_bullet (StpScanner *self)
{
  if (!self->fresh)
    return;
  self->bullet = self->reading->pieces->len;
  self->bullet_start = self->at;
}

/* A hyphen after a space opens a bullet; before one it may only be a broken line. */
static gboolean
scan_hyphen (StpScanner *self)
{
  const char *here = self->text + self->at;
  gboolean space_before = self->at > 0 && stp_scanner_is_space (here[-1]);
  gboolean space_after = stp_scanner_is_space (here[1]);

  if (stp_scanner_piece_is_empty (self))
    {
      note_bullet (self);
      return FALSE;
    }
  if (space_before && !g_ascii_isdigit (here[1]))
    stp_scanner_cut (self, 0, space_after, FALSE);
  else if (space_after)
    stp_scanner_cut (self, 1, TRUE, FALSE);
  else
    return FALSE;

  if (space_before)
    self->at++;
  return TRUE;
}

static gboolean
scan_separator (StpScanner *self, gunichar c)
{
  gsize width = g_unichar_to_utf8 (c, NULL);
  const char *here = self->text + self->at;

  if (stp_separator_is_hard (c) ||
      (c == ',' && !stp_separator_is_inner_comma (self->text, self->at, self->piece_start)))
    stp_scanner_cut (self, width, FALSE, FALSE);
  else if (c == '\n')
    {
      stp_scanner_cut (self, width, TRUE, FALSE);
      stp_scanner_begin_line (self, self->line);
    }
  else if ((c == '.' && stp_separator_ends_sentence (self->text, self->at)) ||
           c == STP_IDEOGRAPHIC_STOP)
    {
      stp_scanner_cut (self, width, FALSE, FALSE);
      stp_scanner_begin_line (self, TRUE);
    }
  else if (c == '#' && stp_separator_begins_tag (self->text, self->at))
    {
      stp_scanner_cut (self, 0, FALSE, FALSE);
      self->at += width;
    }
  else if (c == '>' && self->at > 0 && stp_scanner_is_space (here[-1]) &&
           stp_scanner_is_space (here[1]))
    stp_scanner_cut (self, width, FALSE, FALSE);
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

/* Inside a word, and at a space, nothing begins or ends: goes on to where it may. */
static void
skip_word (StpScanner *self)
{
  const char *p = self->text + self->at;

  if (self->at >= 1 && g_ascii_isalpha (p[-1]))
    while (g_ascii_islower (*p))
      p++;
  else if (self->at >= 3 && is_hangul (p - 3))
    while (is_hangul (p))
      p += 3;
  while (*p == ' ')
    p++;
  self->at = p - self->text;
}

/* The head of an entry, `2.`, is no part of it: they count up from the first of a line. */
static gboolean
scan_number (StpScanner *self)
{
  gboolean empty = stp_scanner_piece_is_empty (self);
  guint number = self->number + 1;
  gsize length = 0;

  if (!empty && !stp_scanner_is_space (self->text[self->at - 1]))
    return FALSE;
  if (number > 1)
    length = stp_separator_match_number (self->text, self->at, number);
  if (length == 0 && empty && self->fresh)
    length = stp_separator_match_number (self->text, self->at, number = 1);
  if (length == 0)
    return FALSE;

  self->number = number;
  stp_scanner_cut (self, length, FALSE, FALSE);
  stp_scanner_begin_line (self, FALSE);
  return TRUE;
}

static void
scan_mark (StpScanner *self, gunichar c)
{
  if (c == ' ')
    self->at++;
  else if (stp_footnote_may_begin (c) && stp_footnote_scan (self))
    return;
  else if (stp_bracket_get_closing (c) != 0)
    scan_bracket (self, c);
  else if ((c == ':' && scan_colon (self, 1)) || (c == 0xff1a && scan_colon (self, 3)))
    return;
  else if (!(c == '-' && scan_hyphen (self)) && !scan_separator (self, c) && !scan_heading (self))
    self->at = g_utf8_next_char (self->text + self->at) - self->text;
}

static void
scan (StpScanner *self)
{
  gunichar c = stp_scanner_char_at (self->text + self->at);

  if (is_hangul (self->text + self->at))
    self->at += 3;
  else if (c >= 0x80 || !g_ascii_isalnum (c))
    scan_mark (self, c);
  else if (g_ascii_isdigit (c) ? !scan_number (self) : !scan_heading (self))
    self->at++;
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
  StpScanner scanner = { .text = text,
                         .length = strlen (text),
                         .fresh = TRUE,
                         .line = TRUE,
                         .bullet = STP_NO_BULLET,
                         .reading = self };

  self->pieces = g_array_sized_new (FALSE, FALSE, sizeof (StpPiece), PIECES_USUAL);
  self->lists = g_array_new (FALSE, FALSE, sizeof (StpList));
  g_array_set_clear_func (self->lists, clear_list);
  stp_scanner_open_list (&scanner, NULL, STP_LIST_PLAIN);

  while (scanner.at < scanner.length)
    {
      scan (&scanner);
      if (scanner.at < scanner.length)
        skip_word (&scanner);
    }
  scanner.at = MIN (scanner.at, scanner.length);
  stp_scanner_cut (&scanner, 0, FALSE, FALSE);
  return self;
}

void
stp_reading_free (StpReading *self)
{
  g_array_unref (self->pieces);
  g_array_unref (self->lists);
  g_free (self);
}
