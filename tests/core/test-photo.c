// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <string.h>

#include "store-fixture.h"
#include "store/stp-photos.h"
#include "stp-photo.h"
#include "stp-picture.h"

#define RED 0xff0000ff
#define BLUE 0x0000ffff

/* The left half red, the right half blue. */
static GdkPixbuf *
make_picture (int width, int height, gboolean alpha)
{
  GdkPixbuf *picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, width, height);
  g_autoptr (GdkPixbuf) left = gdk_pixbuf_new_subpixbuf (picture, 0, 0, width / 2, height);

  gdk_pixbuf_fill (picture, BLUE);
  gdk_pixbuf_fill (left, RED);
  return picture;
}

static GBytes *
encode (GdkPixbuf *picture, const char *format)
{
  char *buffer;
  gsize length;
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_save_to_buffer (picture, &buffer, &length, format, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (buffer, length);
}

/* A camera's file: after the first two bytes of the JPEG comes what the camera says of itself. */
static GBytes *
encode_camera (GdkPixbuf *picture, guint8 orientation)
{
  static const char maker[] = "SECRET-CAMERA";
  const guint8 head[] = { 0xff, 0xd8, 0xff, 0xe1, 0,  0, 'E', 'x', 'i', 'f',
                          0,    0,    'I',  'I',  42, 0, 8,   0,   0,   0 };
  const guint8 entries[] = { 2, 0, 0x0f, 1, 2, 0, sizeof maker, 0, 0, 0, 38, 0, 0, 0, 0x12, 1,
                             3, 0, 1,    0, 0, 0, orientation,  0, 0, 0, 0,  0, 0, 0 };
  g_autoptr (GBytes) plain = encode (picture, "jpeg");
  g_autoptr (GByteArray) file = g_byte_array_new ();
  const gsize segment = sizeof head - 4 + sizeof entries + sizeof maker;

  g_byte_array_append (file, head, sizeof head);
  g_byte_array_append (file, entries, sizeof entries);
  g_byte_array_append (file, (const guint8 *) maker, sizeof maker);
  file->data[4] = (guint8) (segment >> 8);
  file->data[5] = (guint8) segment;
  g_byte_array_append (file, (const guint8 *) g_bytes_get_data (plain, NULL) + 2,
                       g_bytes_get_size (plain) - 2);
  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}

/* A file that says of itself that it has so many pixels as would fill the memory. */
static GBytes *
encode_vast (GdkPixbuf *picture)
{
  g_autoptr (GBytes) plain = encode (picture, "jpeg");
  gsize length;
  guint8 *data = g_bytes_unref_to_data (g_steal_pointer (&plain), &length);
  gsize frame = 0;

  while (data[frame] != 0xff || data[frame + 1] != 0xc0)
    g_assert_cmpuint (++frame + 9, <, length);
  /* Height and width, after the length and the bits of a sample. */
  data[frame + 5] = data[frame + 7] = 0xf0;
  return g_bytes_new_take (data, length);
}

static GdkPixbuf *
read_bytes (GBytes *bytes, int longest_side, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return stp_picture_read (stream, longest_side, NULL, error);
}

static GdkPixbuf *
read_ok (GBytes *bytes, int longest_side)
{
  g_autoptr (GError) error = NULL;
  GdkPixbuf *picture = read_bytes (bytes, longest_side, &error);

  g_assert_no_error (error);
  return picture;
}

static void
assert_size (GdkPixbuf *picture, int width, int height)
{
  g_assert_cmpint (gdk_pixbuf_get_width (picture), ==, width);
  g_assert_cmpint (gdk_pixbuf_get_height (picture), ==, height);
}

/* JPEG does not carry a colour through unchanged. */
static void
assert_colour (GdkPixbuf *picture, int x, int y, guint red, guint green, guint blue)
{
  const guint8 *pixel = gdk_pixbuf_read_pixels (picture) +
                        (gsize) y * gdk_pixbuf_get_rowstride (picture) +
                        (gsize) x * gdk_pixbuf_get_n_channels (picture);

  g_assert_cmpint (ABS ((int) pixel[0] - (int) red), <, 24);
  g_assert_cmpint (ABS ((int) pixel[1] - (int) green), <, 24);
  g_assert_cmpint (ABS ((int) pixel[2] - (int) blue), <, 24);
}

static void
test_orientation (void)
{
  g_autoptr (GdkPixbuf) drawn = make_picture (64, 32, FALSE);
  g_autoptr (GBytes) upright = encode_camera (drawn, 1);
  g_autoptr (GBytes) turned = encode_camera (drawn, 6);
  g_autoptr (GBytes) mirrored = encode_camera (drawn, 2);
  g_autoptr (GdkPixbuf) as_it_is = read_ok (upright, 100);
  g_autoptr (GdkPixbuf) clockwise = read_ok (turned, 100);
  g_autoptr (GdkPixbuf) swapped = read_ok (mirrored, 100);
  g_autoptr (GdkPixbuf) small = read_ok (turned, 16);

  assert_size (as_it_is, 64, 32);
  assert_colour (as_it_is, 8, 16, 255, 0, 0);
  assert_size (clockwise, 32, 64);
  assert_colour (clockwise, 16, 8, 255, 0, 0);
  assert_colour (clockwise, 16, 56, 0, 0, 255);
  assert_colour (swapped, 8, 16, 0, 0, 255);
  assert_size (small, 8, 16);
  assert_colour (small, 4, 2, 255, 0, 0);
}

static void
test_size (void)
{
  g_autoptr (GdkPixbuf) drawn = make_picture (3000, 40, FALSE);
  g_autoptr (GBytes) file = encode (drawn, "png");
  g_autoptr (GdkPixbuf) smaller = read_ok (file, 2560);
  g_autoptr (GdkPixbuf) same = read_ok (file, 5000);
  g_autoptr (GdkPixbuf) tiny = read_ok (file, 10);

  assert_size (smaller, 2560, 34);
  assert_size (same, 3000, 40);
  assert_size (tiny, 10, 1);
}

static gboolean
has_text (GBytes *bytes, const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const gsize wanted = strlen (text);

  for (gsize i = 0; i + wanted <= length; i++)
    if (memcmp (data + i, text, wanted) == 0)
      return TRUE;
  return FALSE;
}

/* Neither where nor by what it was taken, and nothing of a second picture inside the first. */
static void
test_metadata (void)
{
  g_autoptr (GdkPixbuf) drawn = make_picture (64, 32, FALSE);
  g_autoptr (GBytes) file = encode_camera (drawn, 6);
  g_autoptr (GdkPixbuf) picture = read_ok (file, 100);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) jpeg = stp_picture_write_jpeg (picture, &error);

  g_assert_no_error (error);
  g_assert_true (has_text (file, "SECRET"));
  g_assert_false (has_text (jpeg, "SECRET"));
  g_assert_false (has_text (jpeg, "Exif"));
}

static void
test_transparent (void)
{
  g_autoptr (GdkPixbuf) drawn = make_picture (64, 32, TRUE);
  g_autoptr (GdkPixbuf) again = NULL;
  g_autoptr (GBytes) jpeg = NULL;
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_fill (drawn, 0x00000000);
  jpeg = stp_picture_write_jpeg (drawn, &error);
  g_assert_no_error (error);
  again = read_ok (jpeg, 100);
  assert_colour (again, 32, 16, 255, 255, 255);
}

static void
assert_refused (GBytes *bytes, const char *sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_bytes (bytes, 100, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_refused (void)
{
  g_autoptr (GdkPixbuf) drawn = make_picture (64, 32, FALSE);
  g_autoptr (GBytes) whole = encode (drawn, "png");
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, 20);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("Aqua, Glycerin", 14);
  g_autoptr (GBytes) vast = encode_vast (drawn);

  assert_refused (cut, "This file is not a picture that Stipple can read.");
  assert_refused (empty, "This file is not a picture that Stipple can read.");
  assert_refused (text, "This file is not a picture that Stipple can read.");
  assert_refused (vast, "This picture is too large.");
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static char *
take (StoreFixture *fixture, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GIcon) source = g_file_icon_new (file);
  g_autoptr (GAsyncResult) result = NULL;

  stp_photo_take_async (fixture->folder, G_LOADABLE_ICON (source), NULL, finished_cb, &result);
  return stp_photo_take_finish (wait_for (&result), error);
}

static void
test_take (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPixbuf) drawn = make_picture (3000, 1500, FALSE);
  g_autoptr (GBytes) file = encode_camera (drawn, 8);
  g_autofree char *path = g_build_filename (fixture->base, "camera.jpg", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *reference = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GdkPixbuf) shown = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (file, NULL), g_bytes_get_size (file), &error);
  g_assert_no_error (error);
  reference = take (fixture, path, &error);
  g_assert_no_error (error);
  kept = stp_photos_get_path (fixture->folder, reference);
  g_assert_cmpint (store_mode_of (kept), ==, 0600);

  stp_photo_load_async (fixture->folder, reference, 5000, NULL, finished_cb, &result);
  shown = stp_photo_load_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  assert_size (shown, 1280, 2560);
  assert_colour (shown, 640, 2400, 255, 0, 0);
}

static void
test_take_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->base, "list.txt", NULL);
  g_autoptr (GError) error = NULL;

  store_write_file (path, "Aqua, Glycerin");
  g_assert_null (take (fixture, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
}

static void
test_load_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  stp_photo_load_async (fixture->folder, "photos/../x.jpg", 100, NULL, finished_cb, &result);
  g_assert_null (stp_photo_load_finish (wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/orientation", test_orientation);
  g_test_add_func ("/picture/size", test_size);
  g_test_add_func ("/picture/metadata", test_metadata);
  g_test_add_func ("/picture/transparent", test_transparent);
  g_test_add_func ("/picture/refused", test_refused);
  g_test_add ("/photo/take", StoreFixture, NULL, store_set_up, test_take, store_tear_down);
  g_test_add ("/photo/take-nothing", StoreFixture, NULL, store_set_up, test_take_nothing,
              store_tear_down);
  g_test_add ("/photo/load-nothing", StoreFixture, NULL, store_set_up, test_load_nothing,
              store_tear_down);

  return g_test_run ();
}
