// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "diary/stp-product.h"

G_BEGIN_DECLS

/* A product that is being entered, kept beside the diary until it is saved or discarded. */
GBytes *stp_draft_write (StpProduct *draft);
gboolean stp_draft_keep (const char *folder, GBytes *bytes, GError **error);
StpProduct *stp_draft_load (const char *folder);
void stp_draft_discard (const char *folder);

G_END_DECLS
