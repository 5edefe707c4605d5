// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "diary/stp-product.h"

G_BEGIN_DECLS

/* A product that is being entered, kept beside the diary until it is saved or discarded. */
gboolean stp_draft_keep (GFile *folder, StpProduct *draft, GError **error);
StpProduct *stp_draft_load (GFile *folder);
void stp_draft_discard (GFile *folder);

G_END_DECLS
