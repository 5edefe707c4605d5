// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "library/stp-shelf-entry.h"

G_BEGIN_DECLS

/**
 * StpShelf:
 *
 * The products of a diary as a sorted, searched list in sections.
 *
 * Properties: `search`, `empty` (read only: there is no product at all, whatever is searched).
 */
#define STP_TYPE_SHELF (stp_shelf_get_type ())
G_DECLARE_FINAL_TYPE (StpShelf, stp_shelf, STP, SHELF, GObject)

StpShelf *stp_shelf_new (StpWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
GListModel *stp_shelf_get_model (StpShelf *self);
guint stp_shelf_find (StpShelf *self, const char *product);

const char *stp_shelf_get_search (StpShelf *self);
void stp_shelf_set_search (StpShelf *self, const char *search);
gboolean stp_shelf_get_empty (StpShelf *self);

G_END_DECLS
