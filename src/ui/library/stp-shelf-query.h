// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "library/stp-shelf-entry.h"

G_BEGIN_DECLS

/**
 * StpShelfFilters:
 *
 * What the list can be narrowed to. Two kinds of ingredients are either one or the other; all else
 * holds at once.
 */
typedef enum
{
  STP_SHELF_ONLY_PAUSED = 1 << 0,
  STP_SHELF_ONLY_RETINOID = 1 << 1,
  STP_SHELF_ONLY_ACID = 1 << 2,
  STP_SHELF_ONLY_EXPIRING = 1 << 3,
} StpShelfFilters;

/**
 * StpShelfQuery:
 * @search: (nullable): what the user typed
 * @needles: (nullable): the same, as it is looked for
 * @classes: of the ingredient that was typed
 * @filters: what the list is narrowed to
 *
 * What is looked for on the shelf. Belongs to one shelf; all zero finds everything.
 */
typedef struct
{
  char *search;
  char **needles;
  guint64 classes;
  StpShelfFilters filters;
} StpShelfQuery;

void stp_shelf_query_clear (StpShelfQuery *self);
gboolean stp_shelf_query_set_search (StpShelfQuery *self, const char *search);
gboolean stp_shelf_query_finds (const StpShelfQuery *self, StpShelfEntry *entry);
gboolean stp_shelf_query_lets_through (const StpShelfQuery *self, StpShelfEntry *entry);

G_END_DECLS
