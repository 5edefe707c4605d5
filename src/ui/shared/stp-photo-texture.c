// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-photo-texture.h"

/**
 * stp_photo_texture_finish:
 * @result: of stp_photo_load_async()
 *
 * Returns: (transfer full) (nullable): the photo for the screen; %NULL if it is not on this
 * computer
 */
GdkTexture *
stp_photo_texture_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (GdkPixbuf) picture = stp_photo_load_finish (result, error);
  g_autoptr (GBytes) pixels = picture ? gdk_pixbuf_read_pixel_bytes (picture) : NULL;

  if (!picture)
    return NULL;
  /* What GDK has for this is deprecated. */
  return gdk_memory_texture_new (gdk_pixbuf_get_width (picture), gdk_pixbuf_get_height (picture),
                                 gdk_pixbuf_get_has_alpha (picture) ? GDK_MEMORY_R8G8B8A8
                                                                    : GDK_MEMORY_R8G8B8,
                                 pixels, gdk_pixbuf_get_rowstride (picture));
}
