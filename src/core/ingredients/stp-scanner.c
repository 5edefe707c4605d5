// SPDX-License-Identifier: GPL-3.0-or-later

/* Where the reader is in a text, and what it has cut off so far. */

#include "config.h"

#include "ingredients/stp-scanner-private.h"

#include <string.h>

#include "ingredients/stp-evidence-private.h"
#include "ingredients/stp-heading-private.h"

/* Of a title, the words among which its kind is looked for: `Night Serum with AHA`. Fewer where
 * it may be the name of an oil or a flower. */
#define TITLE_WORDS 5
#define KIND_WORDS 2

void
stp_scanner_open_list (StpScanner *self, char *label, StpListNature nature)
{
  StpList list = { label, nature };

  g_array_append_val (self->reading->lists, list);
}

static gboolean
is_blank (gunichar c)
{
  if (c < 0x80)
    return stp_scanner_is_space (c) || c == '\v' || c == '\f';
  return g_unichar_isspace (c) || g_unichar_iszerowidth (c) || c == 0xa0;
}

/* What closes a list whose bracket was opened before: `Iron Oxides]`. */
static gboolean
is_left_over (const char *text, gsize start, gsize end)
{
  return text[end - 1] == ']' && memchr (text + start, '[', end - start) == NULL;
}

/* Trims white space, no-break spaces and zero-width ones, and a bullet before. */
void
stp_scanner_trim (const char *text, gsize *start, gsize *end)
{
  while (*start < *end && !g_ascii_isalnum (text[*start]))
    {
      gunichar c = stp_scanner_char_at (text + *start);

      if (!is_blank (c) && c != '-' && c != '.')
        break;
      *start = g_utf8_next_char (text + *start) - text;
    }

  while (*start < *end && !g_ascii_isalnum (text[*end - 1]))
    {
      const char *last = g_utf8_prev_char (text + *end);
      gunichar c = stp_scanner_char_at (last);

      if (!is_blank (c) && c != '*' && c != '.' && !is_left_over (text, *start, *end))
        break;
      *end = last - text;
    }
}

/* Returns: (nullable): the last piece of the list that is being read. */
static StpPiece *
get_last_piece (StpScanner *self)
{
  GArray *pieces = self->reading->pieces;

  if (pieces->len == 0)
    return NULL;
  StpPiece *last = &g_array_index (pieces, StpPiece, pieces->len - 1);
  return last->list == self->reading->lists->len - 1 ? last : NULL;
}

/*
 * Nearly every list begins with water, so that water on a new line begins a list. The line
 * before may say what the list is of.
 */
static void
begin_list_at_water (StpScanner *self, StpPiece *piece)
{
  StpPiece *last = get_last_piece (self);
  char *label = NULL;

  if (last == NULL || !self->line || self->text[self->at] != ',' ||
      !stp_heading_is_water (self->text + piece->start, piece->end - piece->start))
    return;

  if (last->fresh && self->soft && last->end - last->start <= STP_LABEL_MAX)
    {
      last->title = TRUE;
      label = g_strndup (self->text + last->start, last->end - last->start);
    }
  stp_scanner_open_list (self, label, STP_LIST_PLAIN);
  piece->list++;
}

/* Whether the last of the text is what shops call a product: `Tocopherol Night Cream`. */
static gboolean
ends_in_kind (const char *text, gsize length, guint n_words)
{
  const char *start = text + length;

  for (guint words = 0; words < n_words && start > text; words++)
    {
      while (start > text && stp_scanner_is_space (start[-1]))
        start--;
      while (start > text && !stp_scanner_is_space (start[-1]))
        start--;
    }

  g_autofree char *end = g_strndup (start, text + length - start);
  return stp_kind_from_text (stp_dictionary_get_default (), end) != STP_PRODUCT_OTHER;
}

static gboolean
has_space (const char *text, gsize length)
{
  return memchr (text, ' ', length) != NULL || memchr (text, '\n', length) != NULL;
}

/*
 * The water of a list may stand right after the title or the sentence before it: `Night Cream
 * Aqua,`. Within a list that is only believed after a kind of product, as flowers have water,
 * too.
 */
static void
split_title (StpScanner *self, StpPiece *piece)
{
  const char *text = self->text + piece->start;
  gboolean first = get_last_piece (self) == NULL || piece->fresh;
  gboolean sure;

  if (self->text[self->at] != ',')
    return;
  gsize length = stp_heading_find_water (text, piece->end - piece->start, &sure);
  if (length == 0 || !((first && sure && has_space (text, length - 1)) ||
                       ends_in_kind (text, length, sure ? TITLE_WORDS : KIND_WORDS)))
    return;

  StpPiece title = *piece;
  title.end = piece->start + length;
  stp_scanner_trim (self->text, &title.start, &title.end);
  gboolean label = title.end - title.start <= STP_LABEL_MAX;
  title.label = label;
  g_array_append_val (self->reading->pieces, title);
  stp_scanner_open_list (
    self, label ? g_strndup (self->text + title.start, title.end - title.start) : NULL,
    STP_LIST_PLAIN);
  *piece = (StpPiece) { piece->start + length, piece->end, self->reading->lists->len - 1 };
}

/* Ends the piece before the reading point and moves on by @separator bytes. */
void
stp_scanner_cut (StpScanner *self, gsize separator, gboolean soft, gboolean label)
{
  StpPiece piece = { .start = self->piece_start,
                     .end = self->at,
                     .list = self->reading->lists->len - 1,
                     .soft = self->soft,
                     .label = label,
                     .fresh = self->fresh,
                     .note = self->note };

  stp_scanner_trim (self->text, &piece.start, &piece.end);
  if (piece.start < piece.end)
    {
      begin_list_at_water (self, &piece);
      split_title (self, &piece);
      g_array_append_val (self->reading->pieces, piece);
      self->soft = soft;
      self->fresh = FALSE;
      self->line = soft;
      /* `*marked: of organic origin` */
      self->note = label && piece.note != STP_NOTE_NO ? STP_NOTE_LAST : STP_NOTE_NO;
    }
  else
    {
      self->soft = self->soft && soft;
      self->line = self->line && soft;
    }

  self->at += separator;
  self->piece_start = self->at;
}

/* Whether the line after the reading point is one more entry of what stands above. */
static gboolean
is_bulleted (StpScanner *self)
{
  const char *p = self->text + self->at;

  while (stp_scanner_is_space (*p))
    p++;
  return *p == '-' || *p == '*' || g_str_has_prefix (p, "\u2022") || g_str_has_prefix (p, "\u00b7");
}

/*
 * A line or a sentence begins after the reading point; what a product is free from ends there,
 * unless it goes on line by line.
 */
void
stp_scanner_begin_line (StpScanner *self, gboolean line)
{
  StpList *list = &g_array_index (self->reading->lists, StpList, self->reading->lists->len - 1);

  if (list->nature == STP_LIST_ASIDE && get_last_piece (self) != NULL && !is_bulleted (self))
    stp_scanner_open_list (self, NULL, STP_LIST_PLAIN);
  self->fresh = TRUE;
  self->line = line;
  self->bullet = STP_NO_BULLET;
}

/*
 * stp_scanner_piece_is_empty:
 *
 * Returns: whether nothing but blanks and hyphens stands between the last cut and here
 */
gboolean
stp_scanner_piece_is_empty (StpScanner *self)
{
  gsize at = MAX (self->blank_end, self->piece_start);

  while (at < self->at && (stp_scanner_is_space (self->text[at]) || self->text[at] == '-'))
    at++;
  self->blank_end = at;
  return at == self->at;
}
