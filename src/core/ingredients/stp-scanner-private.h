// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingredients/stp-reader-private.h"

G_BEGIN_DECLS

/* What stands above a list, and what a shop praises in one bullet, is shorter. */
#define STP_LABEL_MAX 120

#define STP_NO_BULLET G_MAXUINT

/*
 * StpScanner:
 * @fresh: the piece begins a line or a sentence
 * @line: and no comma stands before it
 * @blank_end: how far the piece is known to be blank
 * @number: of the last entry of a numbered list
 * @bullet: the first piece of a bullet, whose colon has not come yet
 * @bullet_start: where that bullet begins
 * @marks_behind, @marks_before: marks of footnotes met so far behind and before names, a bit each
 * @note: what the piece is
 */
typedef struct
{
  const char *text;
  gsize length;
  gsize at;
  gsize piece_start;
  gsize blank_end;
  gboolean soft;
  gboolean fresh;
  gboolean line;
  guint number;
  guint bullet;
  gsize bullet_start;
  guint64 marks_behind;
  guint64 marks_before;
  StpNote note;
  StpReading *reading;
} StpScanner;

/* Most letters are one byte, for which calling a function is a waste. */
static inline gunichar
stp_scanner_char_at (const char *p)
{
  return (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);
}

static inline gboolean
stp_scanner_is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void stp_scanner_open_list (StpScanner *self, char *label, StpListNature nature);
void stp_scanner_cut (StpScanner *self, gsize separator, gboolean soft, gboolean label);
void stp_scanner_begin_line (StpScanner *self, gboolean line);
gboolean stp_scanner_piece_is_empty (StpScanner *self);
void stp_scanner_trim (const char *text, gsize *start, gsize *end);

G_END_DECLS
