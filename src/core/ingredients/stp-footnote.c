// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * Footnotes: `Glycerin*, … *organic`, `Glycerin¹`, `Glycerin (1)`. The words behind a mark are a
 * note where a name before them carries the same mark; whole names may begin with one, too.
 */

#include "config.h"

#include "ingredients/stp-footnote-private.h"

#include <string.h>

#include "ingredients/stp-separator-private.h"
#include "stp-enums.h"

/* `*` and `****` are two notes; more of them are a line across the page. */
#define REPEATS_MAX 4

/* Each sign has as many bits as repeats; those of numbers stand behind them. */
static const gunichar signs[] = { '*', '+', '^', 0xa7, 0xb0, 0x2020, 0x2021, 0x203b };

#define FIRST_NUMBER (G_N_ELEMENTS (signs) * REPEATS_MAX)

#define FULL_WIDTH_ASTERISK 0xff0a

/* Returns: the number that is raised, or 0 */
static guint
read_raised (gunichar c)
{
  switch (c)
    {
    case 0xb9:
      return 1;
    case 0xb2:
      return 2;
    case 0xb3:
      return 3;
    default:
      return c >= 0x2074 && c <= 0x2079 ? c - 0x2070 : 0;
    }
}

static gsize
match_sign (const char *text, guint64 *bit)
{
  const gunichar c = g_utf8_get_char (text);
  const guint raised = read_raised (c);
  const char *p = g_utf8_next_char (text);
  guint repeats = 1;

  if (raised > 0)
    {
      *bit = STP_BIT (FIRST_NUMBER + raised);
      return p - text;
    }
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (signs[i] != (c == FULL_WIDTH_ASTERISK ? '*' : c))
        continue;
      for (; g_utf8_get_char (p) == c; p = g_utf8_next_char (p))
        repeats++;
      *bit = STP_BIT (i * REPEATS_MAX + MIN (repeats, REPEATS_MAX) - 1);
      return p - text;
    }
  return 0;
}

/* `(1)`, `(*)`; but `L (+) Lactic Acid` */
static gsize
match_bracket (const char *text, guint64 *bit)
{
  gsize length = 0;

  if (text[1] >= '1' && text[1] <= '9')
    {
      *bit = STP_BIT (FIRST_NUMBER + text[1] - '0');
      length = 1;
    }
  else if (text[1] == '*')
    length = match_sign (text + 1, bit);
  return length > 0 && text[length + 1] == ')' ? length + 2 : 0;
}

/* Returns: the bytes of the mark at @text, which @bit tells from others; 0 = there is none */
static gsize
match_mark (const char *text, guint64 *bit)
{
  return *text == '(' ? match_bracket (text, bit) : match_sign (text, bit);
}

/* Nothing but brackets of the same name follows: `Glycerin*, …`, `Parfum* (Fragrance)`. */
static gboolean
ends_name (const char *after)
{
  while (stp_scanner_is_space (*after))
    after++;
  return *after == '\0' || strchr (",.([)]/", *after) != NULL ||
         stp_separator_is_hard (g_utf8_get_char (after));
}

/* Whether what stands at @at of @text is parted from all before it by more than a comma. */
static gboolean
follows_stop (const char *text, gsize at)
{
  guint lines = 0;

  for (; at > 0 && stp_scanner_is_space (text[at - 1]); at--)
    lines += text[at - 1] == '\n';
  return at > 0 && (text[at - 1] == '.' || lines > 1);
}

/* What the piece is that begins with a mark at the reading point. */
static StpNote
judge (const StpScanner *self, guint64 bit)
{
  const gboolean stop = follows_stop (self->text, self->at);

  if (self->marks_behind & bit)
    return stop ? STP_NOTE_SURE : STP_NOTE_LAST;
  return stop && (self->marks_before & bit) != 0 ? STP_NOTE_LAST : STP_NOTE_NO;
}

/* Whether a mark in the middle of a piece parts it. A plus sign joins two, with spaces around. */
static gboolean
parts (const StpScanner *self, const char *after, guint64 bit)
{
  const char *here = self->text + self->at;

  if (!stp_scanner_is_space (here[-1]))
    return FALSE;
  return stp_scanner_is_space (*after) ? *here != '+' && (self->marks_behind & bit) != 0
                                       : *here == '*' || (self->marks_behind & bit) != 0;
}

/*
 * stp_footnote_scan:
 *
 * Reads a mark at the reading point, which is noted for those that follow.
 *
 * Returns: whether there was one
 */
gboolean
stp_footnote_scan (StpScanner *self)
{
  const char *here = self->text + self->at;
  guint64 bit;
  const gsize length = match_mark (here, &bit);
  const char *after = here + length;

  if (length == 0)
    return FALSE;

  const gboolean empty = stp_scanner_piece_is_empty (self);
  if (!empty &&
      (ends_name (after) || (!stp_scanner_is_space (here[-1]) && stp_scanner_is_space (*after))))
    self->marks_behind |= bit;
  else if (!ends_name (after) && (empty || parts (self, after, bit)))
    {
      const StpNote note = judge (self, bit);

      stp_scanner_cut (self, length, FALSE, FALSE);
      self->marks_before |= bit;
      self->note = note;
    }
  self->at = after - self->text;
  return TRUE;
}

/*
 * stp_footnote_leads:
 * @text: what follows a full stop
 *
 * Returns: whether a note begins there: `Glycerin.*Organic`
 */
gboolean
stp_footnote_leads (const char *text)
{
  guint64 bit;
  const gsize length = match_mark (text, &bit);

  return length > 0 && !ends_name (text + length);
}
