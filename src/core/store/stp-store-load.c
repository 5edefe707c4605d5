// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "store/stp-draft.h"
#include "store/stp-file.h"
#include "store/stp-generations.h"
#include "store/stp-photos.h"
#include "store/stp-store-private.h"

#define DIARY_NAME "diary.json"

void
stp_loaded_free (StpLoaded *self)
{
  g_free (self->path);
  g_clear_pointer (&self->lock, stp_lock_release);
  g_clear_pointer (&self->snapshot, stp_snapshot_unref);
  g_clear_object (&self->derived);
  g_clear_object (&self->diary);
  g_free (self->set_aside);
  g_free (self->trouble);
  g_clear_pointer (&self->unnamed, g_ptr_array_unref);
  g_clear_pointer (&self->writer, stp_writer_unref);
  g_clear_object (&self->draft);
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
  g_autofree char *path = g_build_filename (folder, DIARY_NAME, NULL);

  if (!stp_file_make_folder (folder))
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

/* Empty, but with the id of the diary that should be there: so that what was kept of it can be
 * brought back as edits. */
static StpSnapshot *
begin_again (const char *folder)
{
  g_autoptr (StpSnapshot) kept = stp_generations_read_newest (folder);

  return stp_snapshot_new (kept ? kept->id : NULL);
}

/* What a link leads to may be anything, and not ours to rename: the link itself is set aside, and
 * the diary stays in its folder from now on. */
static gboolean
stay_at_link (StpLoaded *self, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, DIARY_NAME, NULL);

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return TRUE;
  g_clear_pointer (&self->lock, stp_lock_release);
  g_set_str (&self->path, path);
  self->lock = stp_lock_take (path, error);
  return self->lock != NULL;
}

/* What was read of it takes its place at once: whoever is killed now must not find nothing, nor
 * must a link dangle. What the disk refuses is tried again with the first save. */
static void
take_place (StpLoaded *self, const char *folder)
{
  g_autoptr (GBytes) bytes = stp_codec_write (self->snapshot);

  self->unsaved = !stp_file_replace (self->path, bytes, NULL);
  stp_writer_unref (self->writer);
  self->writer = stp_writer_new (folder, self->path);
}

/* Without a lock somebody else may be at work on the file: it is not touched. */
static void
set_aside (StpLoaded *self, const char *folder, GBytes *bytes, gint64 now, const char *fault)
{
  g_autofree char *stamp = file_stamp (now);
  g_autoptr (StpSnapshot) empty = begin_again (folder);
  g_autoptr (GError) error = NULL;

  self->restorable = stp_generations_any (folder);
  self->snapshot = bytes ? stp_codec_rescue (bytes, empty->id) : NULL;
  if (self->snapshot != NULL)
    self->n_rescued = stp_codec_count (self->snapshot);
  else
    self->snapshot = g_steal_pointer (&empty);
  if (self->lock != NULL && stay_at_link (self, folder, &error))
    self->set_aside = stp_file_set_aside (self->path, stamp, &error);
  if (self->set_aside != NULL)
    take_place (self, folder);
  else
    make_read_only (self, error ? error->message : fault);
}

static void
take (StpLoaded *self, StpSnapshot *snapshot, gboolean read_only)
{
  self->snapshot = snapshot;
  if (read_only)
    make_read_only (self, stp_codec_describe_read_only (snapshot));
}

static gboolean
read_diary (StpLoaded *self, const char *folder, gint64 now, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  StpSnapshot *snapshot = NULL;
  gboolean missing, read_only = FALSE;

  bytes = stp_file_read (self->path, &missing, &own_error);
  if (missing)
    {
      self->snapshot = begin_again (folder);
      self->gone = self->restorable = stp_generations_any (folder);
      return TRUE;
    }
  if (bytes != NULL)
    snapshot = stp_codec_read (bytes, NULL, &read_only, &own_error);
  if (snapshot != NULL)
    take (self, snapshot, read_only);
  else if (g_error_matches (own_error, STP_STORE_ERROR, STP_STORE_ERROR_UNREADABLE))
    set_aside (self, folder, bytes, now, own_error->message);
  else
    g_propagate_error (error, g_steal_pointer (&own_error));
  if (snapshot != NULL && !self->read_only)
    self->unnamed = stp_photos_list_unnamed (folder, bytes);
  return self->snapshot != NULL;
}

/**
 * stp_loaded_new:
 * @folder: where the diary is kept; it is made if need be
 * @now: UTC microseconds
 *
 * Locks and reads a diary, and what was being entered beside it. What cannot be read is set aside,
 * and as much of it as can be is taken over; what could not be reached, because the disk failed or
 * permission is missing, is left alone and reported.
 *
 * Returns: (transfer full) (nullable): what was found
 */
StpLoaded *
stp_loaded_new (const char *folder, gint64 now, GError **error)
{
  g_autoptr (StpLoaded) self = g_new0 (StpLoaded, 1);

  if (!find (self, folder, error) || !lock (self, error))
    return NULL;
  self->writer = stp_writer_new (folder, self->path);
  if (!read_diary (self, folder, now, error))
    return NULL;
  self->draft = stp_draft_load (folder);
  return g_steal_pointer (&self);
}

/**
 * stp_loaded_open:
 * @clock: the diary's
 * @derive: (nullable): what to make of the diary
 *
 * Makes the diary. Nobody else has it yet, so that this may run in a worker too.
 */
void
stp_loaded_open (StpLoaded *self, StpClock *clock, StpDeriveFunc derive)
{
  self->diary = stp_diary_new_from_snapshot (clock, self->snapshot);
  g_clear_pointer (&self->snapshot, stp_snapshot_unref);
  if (derive != NULL)
    self->derived = derive (self->diary);
}
