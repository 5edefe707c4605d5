// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define STP_ALIASES_MAX 6

typedef struct
{
  const char *start;
  const char *end;
} StpSpan;

/*
 * StpParts: one ingredient as given, taken apart.
 * @text, @length: its text without strengths and brackets, as given or, where there were
 *   any, in @raw
 * @main: the same squashed
 * @whole: squashed with what stands in brackets
 * @aliases: what stands in brackets
 * @ppm: the greatest declared strength
 * @absent: it is declared to be no share at all: `0 % retinol`
 */
typedef struct
{
  const char *text;
  gsize length;
  GString *raw;
  GString *inner;
  GString *main;
  GString *whole;
  StpSpan aliases[STP_ALIASES_MAX];
  guint n_aliases;
  guint ppm;
  gboolean absent;
} StpParts;

void stp_parts_init (StpParts *self);
void stp_parts_clear (StpParts *self);
void stp_parts_take (StpParts *self, const char *start, const char *end);
gboolean stp_parts_has_slash (const StpParts *self);

G_END_DECLS
