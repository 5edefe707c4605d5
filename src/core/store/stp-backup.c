// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/stp-codec.h"
#include "store/stp-file.h"
#include "store/stp-gzip.h"
#include "store/stp-photos.h"
#include "store/stp-tar.h"

#define DIARY "diary.json"
#define PHOTOS STP_PHOTOS_FOLDER "/"

/* A diary of a hundred years has a tenth of this. */
#define MOST_UNPACKED (1024 * 1024 * 1024)

/**
 * stp_backup_free:
 *
 * Frees what was read; the file stays.
 */
void
stp_backup_free (StpBackup *self)
{
  g_clear_pointer (&self->document, g_bytes_unref);
  g_clear_pointer (&self->snapshot, stp_snapshot_unref);
  g_free (self);
}

static gboolean
is_diary (GBytes *document)
{
  g_autoptr (StpSnapshot) snapshot = stp_codec_read (document, NULL, NULL, NULL);

  return snapshot != NULL;
}

/**
 * stp_backup_dup_document:
 * @folder: where the diary is
 * @snapshot: what it holds
 * @read_only: whether it can only be looked at
 *
 * One that can only be looked at is taken as it lies on the disk, since writing it anew might lose
 * what this version does not understand. For a worker.
 *
 * Returns: (transfer full): the diary as a document
 */
GBytes *
stp_backup_dup_document (const char *folder, StpSnapshot *snapshot, gboolean read_only)
{
  g_autofree char *path = g_build_filename (folder, DIARY, NULL);
  gboolean missing;
  g_autoptr (GBytes) document = read_only ? stp_file_read (path, &missing, NULL) : NULL;

  return document && is_diary (document) ? g_steal_pointer (&document) : stp_codec_write (snapshot);
}

static gboolean
add_photos (GOutputStream *stream, const char *folder, gint64 now, GError **error)
{
  g_autofree char *place = g_build_filename (folder, STP_PHOTOS_FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, NULL);
      g_autofree char *inside = g_strconcat (PHOTOS, name, NULL);
      g_autoptr (GBytes) bytes = NULL;
      gboolean missing;

      if (!g_str_has_suffix (name, ".jpg"))
        continue;
      bytes = stp_file_read (path, &missing, error);
      if (bytes == NULL)
        return FALSE;
      if (stp_photos_is_name_of (name, bytes) && !stp_tar_add (stream, inside, bytes, now, error))
        return FALSE;
    }
  return TRUE;
}

/* A file that replaces none is not synced by closing it. One without a path is on no disk here. */
static gboolean
finish (GOutputStream *stream, GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);

  return g_output_stream_close (stream, NULL, error) && (!path || stp_file_sync (path, error));
}

/**
 * stp_backup_write:
 * @file: what is written, as a whole or not at all; on the disk once this returns
 * @folder: where the diary's photos are
 * @document: the diary, by stp_backup_dup_document()
 *
 * Writes one file with all of a diary. Takes a while: for a worker.
 */
gboolean
stp_backup_write (GFile *file, const char *folder, GBytes *document, GError **error)
{
  gint64 now = g_get_real_time ();
  g_autoptr (GCancellable) failed = g_cancellable_new ();
  g_autoptr (GZlibCompressor) packer = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GFileOutputStream) base = g_file_replace (
    file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  g_autoptr (GOutputStream) stream = NULL;

  if (base == NULL)
    return FALSE;
  stream = g_converter_output_stream_new (G_OUTPUT_STREAM (base), G_CONVERTER (packer));
  if (stp_tar_add (stream, DIARY, document, now, error) &&
      add_photos (stream, folder, now, error) && stp_tar_end (stream, error))
    return finish (stream, file, error);
  /* Closing would put half a backup in the place of a whole one. */
  g_cancellable_cancel (failed);
  g_output_stream_close (stream, failed, NULL);
  return FALSE;
}

typedef struct
{
  const char *photos; /* (nullable) */
  StpBackup *backup;  /* (owned) (nullable) */
} Unpacking;

/* What is there already is written again: it may be damaged, or just about to be removed. */
static gboolean
unpack_photo (const char *name, GBytes *bytes, const char *photos, GError **error)
{
  g_autofree char *path = g_build_filename (photos, name, NULL);

  if (!stp_photos_is_name_of (name, bytes))
    return TRUE;
  if (stp_file_make_folder (photos))
    return stp_file_replace (path, bytes, error);
  stp_file_set_error (error, errno, _ ("The folder for photos could not be made."));
  return FALSE;
}

static StpBackup *
read_document (GBytes *document, GError **error)
{
  g_autoptr (StpBackup) self = g_new0 (StpBackup, 1);

  self->document = g_bytes_ref (document);
  self->snapshot = stp_codec_read (document, NULL, &self->read_only, error);
  return self->snapshot ? g_steal_pointer (&self) : NULL;
}

static gboolean
unpack (const char *name, GBytes *bytes, gpointer data, GError **error)
{
  Unpacking *self = data;

  if (g_str_has_prefix (name, "./"))
    name += 2;
  if (g_str_equal (name, DIARY) && self->backup == NULL)
    {
      self->backup = read_document (bytes, error);
      return self->backup != NULL;
    }
  if (self->photos != NULL && g_str_has_prefix (name, PHOTOS))
    return unpack_photo (name + strlen (PHOTOS), bytes, self->photos, error);
  return TRUE;
}

/* What the unpacker says of a file that is cut or damaged is nothing that a person understands. */
static void
explain (GError **error)
{
  if (error == NULL || (*error)->domain != G_IO_ERROR ||
      ((*error)->code != G_IO_ERROR_INVALID_DATA && (*error)->code != G_IO_ERROR_PARTIAL_INPUT))
    return;
  g_clear_error (error);
  g_set_error_literal (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE,
                       _ ("This is not a backup that can be read."));
}

/* An earlier state that somebody took from its folder. */
static StpBackup *
read_generation (GFile *file, GError **error)
{
  g_autoptr (GBytes) packed = g_file_load_bytes (file, NULL, NULL, error);
  g_autoptr (GBytes) document = packed ? stp_gzip_unpack (packed, MOST_UNPACKED, error) : NULL;

  return document ? read_document (document, error) : NULL;
}

static gboolean
begins_with_brace (GInputStream *stream)
{
  GBufferedInputStream *buffered = G_BUFFERED_INPUT_STREAM (stream);
  char first = '\0';

  g_buffered_input_stream_fill (buffered, -1, NULL, NULL);
  return g_buffered_input_stream_peek (buffered, &first, 0, 1) == 1 && first == '{';
}

static StpBackup *
read_packed (GFile *file, GInputStream *base, const char *photos, GError **error)
{
  g_autoptr (GZlibDecompressor) unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) unpacked = g_converter_input_stream_new (base, G_CONVERTER (unpacker));
  g_autoptr (GInputStream) stream = g_buffered_input_stream_new (unpacked);
  Unpacking unpacking = { .photos = photos };

  if (begins_with_brace (stream))
    unpacking.backup = read_generation (file, error);
  else if (!stp_tar_read (stream, unpack, &unpacking, error))
    g_clear_pointer (&unpacking.backup, stp_backup_free);
  else if (unpacking.backup == NULL)
    g_set_error_literal (error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE,
                         _ ("There is no diary in this file."));
  if (unpacking.backup == NULL)
    explain (error);
  return unpacking.backup;
}

/* A file that is not on a disk of this computer has no path. */
static GBytes *
load (GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  gboolean missing = FALSE;
  GBytes *bytes = path ? stp_file_read (path, &missing, error)
                       : g_file_load_bytes (file, NULL, NULL, error);

  if (missing)
    stp_file_set_error (error, ENOENT, _ ("The diary could not be read."));
  return bytes;
}

/**
 * stp_backup_read:
 * @file: a backup, or a diary by itself, packed or not
 * @photos: (nullable): folder into which the photos go
 *
 * Reads a backup. Takes a while: for a worker.
 *
 * Returns: (transfer full) (nullable): the diary in it
 */
StpBackup *
stp_backup_read (GFile *file, const char *photos, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GBytes) document = NULL;
  guint8 magic[2] = { 0 };

  if (stream == NULL || g_input_stream_read (G_INPUT_STREAM (stream), magic, 2, NULL, error) < 0)
    return NULL;
  if (magic[0] == 0x1f && magic[1] == 0x8b)
    return g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, error)
             ? read_packed (file, G_INPUT_STREAM (stream), photos, error)
             : NULL;
  document = load (file, error);
  return document ? read_document (document, error) : NULL;
}
