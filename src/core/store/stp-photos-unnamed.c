// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/stp-file.h"
#include "store/stp-generations.h"
#include "store/stp-photos.h"
#include "store/stp-system.h"

/**
 * Unnamed:
 * @inode, @changed: of the file when it was found, since it may be taken again meanwhile
 *
 * A photo that the diary does not name.
 */
typedef struct
{
  char *name;
  guint64 inode;
  gint64 changed;
} Unnamed;

static void
unnamed_free (gpointer data)
{
  Unnamed *self = data;

  g_free (self->name);
  g_free (self);
}

/* Every text that looks like a name counts, wherever it stands: a newer version may have written
 * it, and to keep one photo too many costs less than to lose one. */
static void
add_names (GHashTable *names, GBytes *document)
{
  gsize length;
  const char *text = g_bytes_get_data (document, &length);
  const char *end = text + length;
  const char *found = text;

  while ((found = g_strstr_len (found, end - found, STP_PHOTOS_SUFFIX)) != NULL)
    {
      const char *after = found + strlen (STP_PHOTOS_SUFFIX);

      if (found - text >= STP_PHOTOS_DIGITS)
        g_hash_table_add (names,
                          g_strndup (found - STP_PHOTOS_DIGITS, after - found + STP_PHOTOS_DIGITS));
      found = after;
    }
}

static Unnamed *
describe (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, STP_PHOTOS_FOLDER, name, NULL);
  GStatBuf info;
  Unnamed *self;

  if (!stp_photos_is_name (name) || g_lstat (path, &info) < 0)
    return NULL;
  self = g_new0 (Unnamed, 1);
  self->name = g_strdup (name);
  self->inode = info.st_ino;
  self->changed = info.st_mtime;
  return self;
}

/**
 * stp_photos_list_unnamed:
 * @folder: the diary's folder
 * @document: the diary as it is on the disk
 *
 * Returns: (transfer full): photos that it does not name, for stp_photos_remove_unnamed()
 */
GPtrArray *
stp_photos_list_unnamed (const char *folder, GBytes *document)
{
  g_autofree char *place = g_build_filename (folder, STP_PHOTOS_FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *unnamed = g_ptr_array_new_with_free_func (unnamed_free);
  const char *name;

  if (dir != NULL)
    add_names (names, document);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      Unnamed *photo = g_hash_table_contains (names, name) ? NULL : describe (folder, name);

      if (photo != NULL)
        g_ptr_array_add (unnamed, photo);
    }
  return unnamed;
}

/* A draft, and diaries that could not be read and that somebody may mend. */
static gboolean
add_names_beside (GHashTable *names, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GBytes) document = NULL;
      gboolean missing;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      document = stp_file_read (path, &missing, NULL);
      if (document == NULL)
        return FALSE;
      add_names (names, document);
    }
  return dir != NULL;
}

static gboolean
add_names_kept (GHashTable *names, const char *folder)
{
  g_autoptr (GPtrArray) generations = stp_generations_list (folder);

  for (guint i = 0; i < generations->len; i++)
    {
      const StpGeneration *generation = generations->pdata[i];
      g_autoptr (GBytes) document = stp_generations_read_document (folder, generation->name, NULL);

      if (document == NULL)
        return FALSE;
      add_names (names, document);
    }
  return TRUE;
}

static void
remove_photo (const char *folder, const Unnamed *photo)
{
  g_autofree char *path = g_build_filename (folder, STP_PHOTOS_FOLDER, photo->name, NULL);
  GStatBuf info;

  if (g_lstat (path, &info) == 0 && info.st_ino == photo->inode && info.st_mtime == photo->changed)
    stp_system_get ()->unlink (path);
}

/**
 * stp_photos_remove_unnamed:
 * @folder: the diary's folder
 * @unnamed: from stp_photos_list_unnamed()
 *
 * Removes those that no earlier state, draft or set-aside diary names either. If one of these
 * cannot be read, nothing is removed. Takes a while.
 */
void
stp_photos_remove_unnamed (const char *folder, GPtrArray *unnamed)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (unnamed->len == 0 || !add_names_beside (names, folder) || !add_names_kept (names, folder))
    return;
  for (guint i = 0; i < unnamed->len; i++)
    {
      const Unnamed *photo = unnamed->pdata[i];

      if (!g_hash_table_contains (names, photo->name))
        remove_photo (folder, photo);
    }
}

typedef struct
{
  char *folder;
  GPtrArray *unnamed;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->folder);
  g_ptr_array_unref (self->unnamed);
  g_free (self);
}

static void
remove_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *self = data;

  stp_photos_remove_unnamed (self->folder, self->unnamed);
  g_task_return_boolean (task, TRUE);
}

/**
 * stp_photos_remove_unnamed_async:
 * @folder: the diary's folder
 * @unnamed: from stp_photos_list_unnamed()
 *
 * As stp_photos_remove_unnamed(), in a worker that nobody waits for. Only for whoever holds the
 * lock, and only right after loading, when there is nothing that undo could bring back.
 */
void
stp_photos_remove_unnamed_async (const char *folder, GPtrArray *unnamed)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Job *job = g_new0 (Job, 1);

  job->folder = g_strdup (folder);
  job->unnamed = g_ptr_array_ref (unnamed);
  g_task_set_source_tag (task, stp_photos_remove_unnamed_async);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, remove_thread);
}
