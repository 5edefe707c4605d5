// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "stp-photo.h"

#include <glib/gi18n-lib.h>

#include "store/stp-photos.h"
#include "stp-picture.h"

/* Enough for a whole screen, and for skin at arm's length. */
#define LONGEST_SIDE 2560

typedef struct
{
  char *folder;
  GLoadableIcon *source; /* (owned) (nullable): what is taken */
  char *path;            /* (nullable): what is loaded */
  int longest_side;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->folder);
  g_clear_object (&self->source);
  g_free (self->path);
  g_free (self);
}

static void
take_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *self = data;
  GError *error = NULL;
  g_autoptr (
    GInputStream) stream = g_loadable_icon_load (self->source, LONGEST_SIDE, NULL, cancellable,
                                               &error);
  g_autoptr (
    GdkPixbuf) picture = stream ? stp_picture_read (stream, LONGEST_SIDE, cancellable, &error) : NULL;
  g_autoptr (GBytes) jpeg = picture ? stp_picture_write_jpeg (picture, &error) : NULL;
  char *reference = jpeg ? stp_photos_keep (self->folder, jpeg, &error) : NULL;

  if (reference != NULL)
    g_task_return_pointer (task, reference, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * stp_photo_take_async:
 * @folder: of the diary
 * @source: a picture: a `GFileIcon` for a file, or a `GdkTexture`
 *
 * Copies a picture beside the diary: upright, without metadata, its longest side 2560 pixels at
 * most, for nobody else to read. Nothing is changed if that cannot be done.
 */
void
stp_photo_take_async (const char *folder,
                      GLoadableIcon *source,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job;

  g_return_if_fail (folder != NULL);
  g_return_if_fail (G_IS_LOADABLE_ICON (source));

  job = g_new0 (Job, 1);
  job->folder = g_strdup (folder);
  job->source = g_object_ref (source);
  g_task_set_source_tag (task, stp_photo_take_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, take_thread);
}

/**
 * stp_photo_take_finish:
 *
 * Returns: (transfer full) (nullable): the reference for a record, once the photo is on the disk;
 *   %NULL with one sentence for the user
 */
char *
stp_photo_take_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *self = data;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  GError *error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &error);
  GdkPixbuf *picture = stream ? stp_picture_read (G_INPUT_STREAM (stream), self->longest_side,
                                                  cancellable, &error)
                              : NULL;

  if (picture != NULL)
    g_task_return_pointer (task, picture, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * stp_photo_load_async:
 * @folder: of the diary
 * @reference: (nullable): what a record names
 * @longest_side: pixels
 *
 * Reads a photo for the screen.
 */
void
stp_photo_load_async (const char *folder,
                      const char *reference,
                      int longest_side,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *path = stp_photos_get_path (folder, reference);
  Job *job;

  g_task_set_source_tag (task, stp_photo_load_async);
  if (path == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                               _ ("The photo is not on this computer."));
      return;
    }
  job = g_new0 (Job, 1);
  job->path = g_steal_pointer (&path);
  job->longest_side = longest_side;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * stp_photo_load_finish:
 *
 * Returns: (transfer full) (nullable): the photo; %NULL if it is not on this computer
 */
GdkPixbuf *
stp_photo_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
