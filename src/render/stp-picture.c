// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "stp-picture.h"

#include <glib/gi18n-lib.h>

/* No camera's file is as large, and no picture has as many pixels: what has would fill the memory.
 */
#define MOST_BYTES (64 * 1024 * 1024)
#define MOST_PIXELS (G_GINT64_CONSTANT (200) * 1000 * 1000)

#define CHUNK (64 * 1024)

/* Nobody sees a difference to more, and a photo takes a third of the space. */
#define QUALITY "90"

typedef struct
{
  int longest_side;
  gboolean too_large;
} Limits;

static void
scale (int *width, int *height, int longest_side)
{
  const int longer = MAX (*width, *height);

  if (longer <= longest_side)
    return;
  *width = (int) MAX (1, (gint64) *width * longest_side / longer);
  *height = (int) MAX (1, (gint64) *height * longest_side / longer);
}

/* Said before there is room for the first pixel: a photo is made small while it is read, and
 * nothing is what makes a decoder give up. */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, Limits *limits)
{
  limits->too_large = (gint64) width * height > MOST_PIXELS;
  if (limits->too_large)
    width = height = 0;
  else
    scale (&width, &height, limits->longest_side);
  gdk_pixbuf_loader_set_size (loader, width, height);
}

/* Returns: whether it was fed to its end; if not, @error says why where that is not in @limits. */
static gboolean
feed (GdkPixbufLoader *loader,
      GInputStream *stream,
      Limits *limits,
      GCancellable *cancellable,
      GError **error)
{
  g_autofree guchar *buffer = g_malloc (CHUNK);
  gsize total = 0;
  gssize length;

  while ((length = g_input_stream_read (stream, buffer, CHUNK, cancellable, error)) > 0)
    {
      total += length;
      limits->too_large |= total > MOST_BYTES;
      if (limits->too_large || !gdk_pixbuf_loader_write (loader, buffer, length, error))
        return FALSE;
    }
  return length == 0;
}

/* What a decoder has to say of a file is for those who write decoders. */
static void
explain (GError **error, const Limits *limits, GError *reason)
{
  if (limits->too_large)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("This picture is too large."));
  else if (reason == NULL || reason->domain != G_IO_ERROR)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("This file is not a picture that Stipple can read."));
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  g_clear_error (&reason);
}

/**
 * stp_picture_read:
 * @stream: a file as a camera or a browser saves it
 * @longest_side: pixels; a larger picture is made smaller, a smaller one stays as it is
 *
 * Reads a picture and turns it upright as its metadata says.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL with one sentence for the user
 */
GdkPixbuf *
stp_picture_read (GInputStream *stream, int longest_side, GCancellable *cancellable, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  Limits limits = { .longest_side = longest_side };
  GError *reason = NULL;
  gboolean whole;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (longest_side > 0, NULL);

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &limits);
  whole = feed (loader, stream, &limits, cancellable, &reason);
  /* Whoever gives up has to close it all the same, and is told the first reason. */
  whole = gdk_pixbuf_loader_close (loader, whole ? &reason : NULL) && whole;
  if (whole && gdk_pixbuf_loader_get_pixbuf (loader) != NULL)
    return gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  explain (error, &limits, reason);
  return NULL;
}

/* The format knows no transparency: what shows through is paper. */
static GdkPixbuf *
lay_on_paper (GdkPixbuf *picture)
{
  if (!gdk_pixbuf_get_has_alpha (picture))
    return g_object_ref (picture);
  return gdk_pixbuf_composite_color_simple (picture, gdk_pixbuf_get_width (picture),
                                            gdk_pixbuf_get_height (picture), GDK_INTERP_NEAREST,
                                            255, 64, 0xffffff, 0xffffff);
}

/**
 * stp_picture_write_jpeg:
 * @picture: a picture
 *
 * Writes the pixels and nothing else: not where or when they were taken, nor by what.
 *
 * Returns: (transfer full) (nullable): a file
 */
GBytes *
stp_picture_write_jpeg (GdkPixbuf *picture, GError **error)
{
  g_autoptr (GdkPixbuf) opaque = lay_on_paper (picture);
  char *buffer;
  gsize length;

  if (!gdk_pixbuf_save_to_buffer (opaque, &buffer, &length, "jpeg", error, "quality", QUALITY,
                                  NULL))
    return NULL;
  return g_bytes_new_take (buffer, length);
}
