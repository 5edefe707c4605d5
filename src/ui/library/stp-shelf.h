// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "library/stp-shelf-query.h"

G_BEGIN_DECLS

/**
 * StpShelf:
 *
 * The products of a diary as a sorted, searched list in sections.
 *
 * Properties: `search`, `filters` (`guint`, a set of [flags@StpShelfFilters]), `n-hidden` (read
 * only: how many products the filters hide of what is searched), `empty` (read only: there is no
 * product at all, whatever is searched).
 */
#define STP_TYPE_SHELF (stp_shelf_get_type ())
G_DECLARE_FINAL_TYPE (StpShelf, stp_shelf, STP, SHELF, GObject)

StpShelf *stp_shelf_new (StpWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
GListModel *stp_shelf_get_model (StpShelf *self);
guint stp_shelf_find (StpShelf *self, const char *product);

const char *stp_shelf_get_search (StpShelf *self);
void stp_shelf_set_search (StpShelf *self, const char *search);
StpShelfFilters stp_shelf_get_filters (StpShelf *self);
void stp_shelf_set_filters (StpShelf *self, StpShelfFilters filters);
guint stp_shelf_get_n_hidden (StpShelf *self);
gboolean stp_shelf_get_empty (StpShelf *self);

G_END_DECLS
