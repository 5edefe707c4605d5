// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "shared/stp-workspace.h"

/**
 * StpPhotoGroup:
 *
 * Shows a photo that a record names, and takes another: from a file, dropped on it, or pasted. It
 * edits nothing: whoever has the record puts the reference in it.
 *
 *     stp_photo_group_set_workspace (group, workspace);
 *     stp_photo_group_show (group, product_id, product->photo);
 *     g_signal_connect_object (group, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
 *
 * Signal `taken (const char *reference)`: the photo is on the disk, as `photos/<sha256>.jpg`.
 * Signal `removed`: the record is to name none any more; the file stays for undo.
 */
#define STP_TYPE_PHOTO_GROUP (stp_photo_group_get_type ())
G_DECLARE_FINAL_TYPE (StpPhotoGroup, stp_photo_group, STP, PHOTO_GROUP, AdwPreferencesGroup)

void stp_photo_group_set_workspace (StpPhotoGroup *self, StpWorkspace *workspace);
void stp_photo_group_show (StpPhotoGroup *self, const char *owner, const char *reference);
void stp_photo_group_take (StpPhotoGroup *self, GLoadableIcon *source);
void stp_photo_group_paste (StpPhotoGroup *self);
