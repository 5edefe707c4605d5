// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-gzip.h"

#include <glib/gi18n-lib.h>

#include "store/stp-codec.h"

/* Level 6 makes a diary a tenth as large; 9 takes three times as long for two per cent more. */
#define LEVEL 6

static GBytes *
convert (GConverter *converter, GBytes *bytes, gsize most, GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (1 << 16);
  gsize length, read, written;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  GConverterResult result;

  do
    {
      result = g_converter_convert (converter, data, length, buffer, 1 << 16,
                                    G_CONVERTER_INPUT_AT_END, &read, &written, error);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      data += read;
      length -= read;
      g_byte_array_append (array, buffer, written);
      if (array->len > most)
        {
          g_set_error_literal (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE,
                               _ ("The file is too large."));
          return NULL;
        }
    }
  while (result != G_CONVERTER_FINISHED);
  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

/**
 * stp_gzip_pack:
 *
 * Returns: (transfer full) (nullable): @bytes as a gzip file
 */
GBytes *
stp_gzip_pack (GBytes *bytes, GError **error)
{
  g_autoptr (GZlibCompressor) packer = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, LEVEL);

  return convert (G_CONVERTER (packer), bytes, G_MAXUINT32, error);
}

/**
 * stp_gzip_unpack:
 * @bytes: a gzip file
 * @most: how many bytes may come out of it, so that a small file cannot fill the memory
 *
 * Returns: (transfer full) (nullable): what was packed
 */
GBytes *
stp_gzip_unpack (GBytes *bytes, gsize most, GError **error)
{
  g_autoptr (GZlibDecompressor) unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

  return convert (G_CONVERTER (unpacker), bytes, MIN (most, G_MAXUINT32), error);
}
