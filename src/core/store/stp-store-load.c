// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/stp-file.h"
#include "store/stp-store-private.h"

void
stp_loaded_free (StpLoaded *self)
{
  g_free (self->path);
  g_clear_pointer (&self->lock, stp_lock_release);
  g_clear_pointer (&self->snapshot, stp_snapshot_unref);
  g_free (self->set_aside);
  g_free (self->trouble);
  g_free (self);
}

static void
make_read_only (StpLoaded *self, const char *trouble)
{
  self->read_only = TRUE;
  if (self->trouble == NULL)
    self->trouble = g_strdup (trouble);
}

static gboolean
find (StpLoaded *self, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "diary.json", NULL);

  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      stp_file_set_error (error, errno, _ ("The folder of the diary could not be made."));
      return FALSE;
    }
  self->path = stp_file_resolve (path, error);
  return self->path != NULL;
}

static gboolean
lock (StpLoaded *self, GError **error)
{
  g_autoptr (GError) reason = NULL;

  self->lock = stp_lock_take (self->path, &reason);
  if (self->lock != NULL)
    {
      stp_file_clean (self->path);
      return TRUE;
    }
  if (g_error_matches (reason, STP_STORE_ERROR, STP_STORE_ERROR_READ_ONLY))
    {
      make_read_only (self, reason->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* UTC, without the colons that some file systems refuse. */
static char *
file_stamp (gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / STP_SECOND);

  return g_date_time_format (time, "%Y%m%dT%H%M%SZ");
}

/* Without a lock somebody else may be at work on the file: it is not touched. */
static void
set_aside (StpLoaded *self, gint64 now, const char *fault)
{
  g_autofree char *stamp = file_stamp (now);
  g_autoptr (GError) error = NULL;

  self->snapshot = stp_snapshot_new (NULL);
  if (self->lock != NULL)
    self->set_aside = stp_file_set_aside (self->path, stamp, &error);
  if (self->set_aside == NULL)
    make_read_only (self, error ? error->message : fault);
}

static gboolean
read_diary (StpLoaded *self, gint64 now, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean missing, read_only;

  bytes = stp_file_read (self->path, &missing, error);
  if (missing)
    self->snapshot = stp_snapshot_new (NULL);
  if (bytes == NULL)
    return missing;
  self->snapshot = stp_codec_read (bytes, NULL, &read_only, &own_error);
  if (self->snapshot == NULL)
    set_aside (self, now, own_error->message);
  else if (read_only)
    make_read_only (self, self->snapshot->format > STP_DIARY_FORMAT
                            ? _ ("A newer version of Stipple wrote this diary, so it can only be "
                                 "looked at.")
                            : _ ("This diary holds something that Stipple could not write back as "
                                 "it is, so it can only be looked at."));
  return TRUE;
}

/**
 * stp_loaded_new:
 * @folder: where the diary is kept; it is made if need be
 * @now: UTC microseconds
 *
 * Locks and reads a diary. What cannot be read is set aside; what could not be reached, because the
 * disk failed or permission is missing, is left alone and reported.
 *
 * Returns: (transfer full) (nullable): what was found
 */
StpLoaded *
stp_loaded_new (const char *folder, gint64 now, GError **error)
{
  g_autoptr (StpLoaded) self = g_new0 (StpLoaded, 1);

  if (!find (self, folder, error) || !lock (self, error) || !read_diary (self, now, error))
    return NULL;
  return g_steal_pointer (&self);
}
