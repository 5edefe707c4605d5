// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-tar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/stp-codec.h"

/*
 * As much of POSIX ustar as two kinds of files with short names need. libarchive would do it too,
 * but for the sake of these lines it would be one more thing that the app stands on.
 */

#define BLOCK 512

/* No photo and no diary is as large; what is would fill the memory. */
#define MOST_BYTES (512 * 1024 * 1024)

#define MOST_PADDING (1024 * 1024)

typedef struct
{
  char name[100];
  char mode[8];
  char uid[8];
  char gid[8];
  char size[12];
  char mtime[12];
  char checksum[8];
  char type;
  char link[100];
  char magic[6];
  char version[2];
  char rest[247];
} Header;

G_STATIC_ASSERT (sizeof (Header) == BLOCK);

static guint
sum_up (const Header *header)
{
  const guint8 *bytes = (const guint8 *) header;
  guint sum = 0;

  /* The sum's own place counts as spaces. */
  for (gsize i = 0; i < BLOCK; i++)
    sum += i >= G_STRUCT_OFFSET (Header, checksum) && i < G_STRUCT_OFFSET (Header, type) ? ' '
                                                                                         : bytes[i];
  return sum;
}

static gsize
padding_of (gsize length)
{
  return (BLOCK - length % BLOCK) % BLOCK;
}

/**
 * stp_tar_add:
 * @name: shorter than 100 bytes
 * @now: when, UTC microseconds
 *
 * Adds one file, which only its owner may read when it is unpacked.
 */
gboolean
stp_tar_add (GOutputStream *stream, const char *name, GBytes *bytes, gint64 now, GError **error)
{
  static const guint8 zeros[BLOCK];
  Header header = { .type = '0', .magic = "ustar", .version = { '0', '0' } };
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  g_return_val_if_fail (strlen (name) < sizeof header.name, FALSE);

  g_strlcpy (header.name, name, sizeof header.name);
  g_snprintf (header.mode, sizeof header.mode, "%07o", 0600);
  g_snprintf (header.uid, sizeof header.uid, "%07o", 0);
  g_snprintf (header.gid, sizeof header.gid, "%07o", 0);
  g_snprintf (header.size, sizeof header.size, "%011" G_GINT64_MODIFIER "o", (guint64) length);
  g_snprintf (header.mtime, sizeof header.mtime, "%011" G_GINT64_MODIFIER "o",
              (guint64) (now / G_USEC_PER_SEC));
  g_snprintf (header.checksum, sizeof header.checksum, "%06o", sum_up (&header));
  return g_output_stream_write_all (stream, &header, BLOCK, NULL, NULL, error) &&
         g_output_stream_write_all (stream, data, length, NULL, NULL, error) &&
         g_output_stream_write_all (stream, zeros, padding_of (length), NULL, NULL, error);
}

/**
 * stp_tar_end:
 *
 * Ends the archive; the stream stays open.
 */
gboolean
stp_tar_end (GOutputStream *stream, GError **error)
{
  static const guint8 zeros[2 * BLOCK];

  return g_output_stream_write_all (stream, zeros, sizeof zeros, NULL, NULL, error);
}

static gboolean
broken (GError **error)
{
  g_set_error_literal (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE,
                       _ ("This is not a backup that can be read."));
  return FALSE;
}

static gboolean
read_block (GInputStream *stream, gpointer buffer, gsize length, GError **error)
{
  gsize read;

  return g_input_stream_read_all (stream, buffer, length, &read, NULL, error) &&
         (read == length || broken (error));
}

/* Octal digits, then spaces or NULs. */
static gboolean
read_number (const char *field, gsize length, guint64 *value)
{
  g_autofree char *text = g_strndup (field, length);

  return g_ascii_string_to_unsigned (g_strstrip (text), 8, 0, G_MAXINT64, value, NULL);
}

static gboolean
read_entry (GInputStream *stream,
            const Header *header,
            StpTarFunc func,
            gpointer data,
            GError **error)
{
  g_autofree char *name = g_strndup (header->name, sizeof header->name);
  g_autoptr (GBytes) bytes = NULL;
  guint64 length, sum;
  guint8 *content;

  if (!read_number (header->checksum, sizeof header->checksum, &sum) || sum != sum_up (header) ||
      !read_number (header->size, sizeof header->size, &length) || length > MOST_BYTES)
    return broken (error);
  content = g_malloc (length + padding_of (length) + 1);
  bytes = g_bytes_new_take (content, length);
  if (!read_block (stream, content, length + padding_of (length), error))
    return FALSE;
  return (header->type != '0' && header->type != '\0') || func (name, bytes, data, error);
}

/* To the end, where gzip says whether all of it was right; tar's own padding is a few kilobytes. */
static gboolean
read_rest (GInputStream *stream, GError **error)
{
  char buffer[BLOCK];
  gssize length = 0;

  for (guint i = 0; i < MOST_PADDING / BLOCK; i++)
    {
      length = g_input_stream_read (stream, buffer, BLOCK, NULL, error);
      if (length <= 0)
        return length == 0;
    }
  return broken (error);
}

/**
 * stp_tar_read:
 * @func: called for each file, in their order; folders, links and the like are passed over
 *
 * Returns: whether the archive was read to its end and @func never said no
 */
gboolean
stp_tar_read (GInputStream *stream, StpTarFunc func, gpointer data, GError **error)
{
  Header header;

  for (;;)
    {
      if (!read_block (stream, &header, BLOCK, error))
        return FALSE;
      if (header.name[0] == '\0')
        return read_rest (stream, error);
      if (!read_entry (stream, &header, func, data, error))
        return FALSE;
    }
}
