// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-photo-texture.h"

/* What GDK has for this is deprecated. */
static GdkTexture *
make_texture (GdkPixbuf *picture)
{
  g_autoptr (GBytes) pixels = gdk_pixbuf_read_pixel_bytes (picture);

  return gdk_memory_texture_new (gdk_pixbuf_get_width (picture), gdk_pixbuf_get_height (picture),
                                 gdk_pixbuf_get_has_alpha (picture) ? GDK_MEMORY_R8G8B8A8
                                                                    : GDK_MEMORY_R8G8B8,
                                 pixels, gdk_pixbuf_get_rowstride (picture));
}

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

  return picture ? make_texture (picture) : NULL;
}

/**
 * stp_photo_texture_finish_square:
 * @result: of stp_photo_load_async()
 *
 * Returns: (transfer full) (nullable): the middle of the photo, as wide as it is high
 */
GdkTexture *
stp_photo_texture_finish_square (GAsyncResult *result, GError **error)
{
  g_autoptr (GdkPixbuf) picture = stp_photo_load_finish (result, error);
  g_autoptr (GdkPixbuf) middle = NULL;
  g_autoptr (GdkPixbuf) alone = NULL;
  int width, height, side;

  if (!picture)
    return NULL;
  width = gdk_pixbuf_get_width (picture);
  height = gdk_pixbuf_get_height (picture);
  side = MIN (width, height);
  middle = gdk_pixbuf_new_subpixbuf (picture, (width - side) / 2, (height - side) / 2, side, side);
  /* Else all of the photo stays in memory behind it. */
  alone = gdk_pixbuf_copy (middle);
  return make_texture (alone);
}
