// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/stp-workspace.h"

G_BEGIN_DECLS

/**
 * StpShelfSection:
 *
 * Where a product stands today, in the order of the list. What is prescribed is never paused:
 * needling waits for it; and of some only a doctor can say that they may be used (E3).
 */
typedef enum
{
  STP_SHELF_PAUSED,
  STP_SHELF_WAITING,
  STP_SHELF_DOCTOR,
  STP_SHELF_FINE,
  STP_SHELF_UNREAD,
  STP_SHELF_ARCHIVED,
} StpShelfSection;

/**
 * StpShelfEntry:
 *
 * A product as the list shows it, with what the timeline says of it now. Its words are made when
 * a row shows them: of a thousand products ten are seen.
 *
 * Properties (read only): `title`, `details` (classes in words, and that it expires soon), `status`
 * (when it is back), `section-title`, `summary` (all of it as one text, for assistive technology),
 * `photo` (nullable `GdkPaintable`, read when it is first asked for).
 */
#define STP_TYPE_SHELF_ENTRY (stp_shelf_entry_get_type ())
G_DECLARE_FINAL_TYPE (StpShelfEntry, stp_shelf_entry, STP, SHELF_ENTRY, GObject)

StpShelfEntry *
stp_shelf_entry_new (StpWorkspace *workspace, StpProduct *product, GPtrArray *stretches);
void stp_shelf_entry_refresh (StpShelfEntry *self, GPtrArray *stretches);

StpProduct *stp_shelf_entry_get_product (StpShelfEntry *self);
StpShelfSection stp_shelf_entry_get_section (StpShelfEntry *self);
const char *stp_shelf_entry_get_title (StpShelfEntry *self);
const char *stp_shelf_entry_get_details (StpShelfEntry *self);
const char *stp_shelf_entry_get_status (StpShelfEntry *self);

void stp_shelf_entry_prepare (StpShelfEntry *self);
guint64 stp_shelf_entry_get_classes (StpShelfEntry *self);
gboolean stp_shelf_entry_get_expiring (StpShelfEntry *self);
gboolean stp_shelf_entry_matches (StpShelfEntry *self, const char *const *needles);

G_END_DECLS
