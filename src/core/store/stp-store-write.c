// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gstdio.h>

#include "store/stp-draft.h"
#include "store/stp-file.h"
#include "store/stp-generations.h"
#include "store/stp-store-private.h"

struct _StpWriter
{
  gatomicrefcount refs;
  GMutex mutex;
  char *folder, *path;
  guint64 written; /* the latest revision on the disk */
  guint64 draft_written;
  GStatBuf mark; /* the file as this writer found or left it */
};

static void
mark (StpWriter *self)
{
  if (g_stat (self->path, &self->mark) < 0)
    self->mark = (GStatBuf) { 0 };
}

/* Somebody who does not ask for the lock, such as a tool that carries files, wrote meanwhile. */
static gboolean
was_replaced (StpWriter *self)
{
  GStatBuf info;

  return g_stat (self->path, &info) == 0 &&
         (info.st_ino != self->mark.st_ino || info.st_size != self->mark.st_size ||
          info.st_mtim.tv_sec != self->mark.st_mtim.tv_sec ||
          info.st_mtim.tv_nsec != self->mark.st_mtim.tv_nsec);
}

/**
 * stp_writer_new:
 * @folder: where generations are kept
 * @path: the diary itself, not a link; it is about to be read: what somebody puts there from now on
 *   is not what the writer's snapshots were made from
 */
StpWriter *
stp_writer_new (const char *folder, const char *path)
{
  StpWriter *self = g_new0 (StpWriter, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->mutex);
  self->folder = g_strdup (folder);
  self->path = g_strdup (path);
  mark (self);
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
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/**
 * stp_writer_write:
 * @revision: grows with every edit
 * @now: UTC microseconds
 *
 * What is replaced is kept where a generation is due. That it cannot be kept, on a full disk, is
 * no reason not to save, unless it is somebody else's.
 *
 * Returns: whether @snapshot, or a later one, is on the disk
 */
gboolean
stp_writer_write (StpWriter *self,
                  StpSnapshot *snapshot,
                  guint64 revision,
                  gint64 now,
                  GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (GBytes) bytes = NULL;

  if (self->written >= revision)
    return TRUE;
  bytes = stp_codec_write (snapshot);
  if (!was_replaced (self))
    stp_generations_keep (self->folder, self->path, STP_KEEP_HOURLY, now, NULL);
  else if (!stp_generations_keep (self->folder, self->path, STP_KEEP_NOW, now, error))
    return FALSE;
  if (!stp_file_replace (self->path, bytes, error))
    return FALSE;
  mark (self);
  self->written = revision;
  return TRUE;
}

/**
 * stp_writer_write_draft:
 * @draft: (nullable): by stp_draft_write(); %NULL removes what is kept
 * @revision: grows with every edit
 *
 * Returns: whether @draft, or a later one, is on the disk
 */
gboolean
stp_writer_write_draft (StpWriter *self, GBytes *draft, guint64 revision, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->draft_written >= revision)
    return TRUE;
  if (draft == NULL)
    stp_draft_discard (self->folder);
  else if (!stp_draft_keep (self->folder, draft, error))
    return FALSE;
  self->draft_written = revision;
  return TRUE;
}

/**
 * stp_writer_keep:
 * @now: UTC microseconds
 *
 * Returns: whether what is on the disk now is kept as a generation
 */
gboolean
stp_writer_keep (StpWriter *self, gint64 now, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return stp_generations_keep (self->folder, self->path, STP_KEEP_NOW, now, error);
}
