// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * StpTypo: a name that a wrong, missing or added letter leads to, or two that changed places
 * @key: the bytes it is filed under
 * @name: where it begins in the string of all names
 * @length: its bytes
 * @ingredient: its place among the ingredients
 */
typedef struct
{
  guint32 key;
  guint32 name;
  guint16 length;
  guint16 ingredient;
} StpTypo;

/*
 * StpTypos:
 * @by_start, @by_end: the names by their first and by their last bytes, sorted by key and then
 *   by length; those of the same length in the order of the dictionary
 * @n: of each
 */
typedef struct
{
  const StpTypo *by_start;
  const StpTypo *by_end;
  guint n;
} StpTypos;

static inline guint64
stp_typo_get_order (const StpTypo *self)
{
  return (guint64) self->key << 16 | self->length;
}

gboolean stp_typo_file (const char *name, const char *squashed, StpTypo *by_start, StpTypo *by_end);
const StpTypo *stp_typos_find (const StpTypos *self, const char *names, const char *text);

G_END_DECLS
