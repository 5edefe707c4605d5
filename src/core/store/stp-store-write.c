// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-file.h"
#include "store/stp-store-private.h"

struct _StpWriter
{
  gatomicrefcount refs;
  GMutex mutex;
  char *path;
  guint64 written; /* the latest generation on the disk */
};

/**
 * stp_writer_new:
 * @path: the diary itself, not a link
 */
StpWriter *
stp_writer_new (const char *path)
{
  StpWriter *self = g_new0 (StpWriter, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->mutex);
  self->path = g_strdup (path);
  return self;
}

StpWriter *
stp_writer_ref (StpWriter *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
stp_writer_unref (StpWriter *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

/**
 * stp_writer_write:
 * @generation: grows with every edit
 *
 * Returns: whether @snapshot, or a later one, is on the disk
 */
gboolean
stp_writer_write (StpWriter *self, StpSnapshot *snapshot, guint64 generation, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (GBytes) bytes = NULL;

  if (self->written >= generation)
    return TRUE;
  bytes = stp_codec_write (snapshot);
  if (!stp_file_replace (self->path, bytes, error))
    return FALSE;
  self->written = generation;
  return TRUE;
}
