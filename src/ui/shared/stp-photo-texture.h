// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "stp-photo.h"

G_BEGIN_DECLS

GdkTexture *stp_photo_texture_finish (GAsyncResult *result, GError **error);
GdkTexture *stp_photo_texture_finish_square (GAsyncResult *result, GError **error);

G_END_DECLS
