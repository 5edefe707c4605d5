// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "store/stp-beside.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "store/stp-codec.h"
#include "store/stp-erase.h"
#include "store/stp-file.h"
#include "store/stp-photos.h"

#define DIARY "diary.json"

static gboolean
holds (const char *folder, const char *id)
{
  g_autofree char *path = g_build_filename (folder, DIARY, NULL);
  gboolean missing;
  g_autoptr (GBytes) bytes = stp_file_read (path, &missing, NULL);
  g_autoptr (StpSnapshot) snapshot = bytes ? stp_codec_read (bytes, NULL, NULL, NULL) : NULL;

  return snapshot && g_str_equal (snapshot->id, id);
}

/**
 * stp_beside_find:
 * @home: where the first diary lies
 * @others: the folder in which each of the others has one
 * @id: of a diary
 *
 * Reads one after the other: for a worker.
 *
 * Returns: (transfer full) (nullable): the folder of the diary with that id
 */
char *
stp_beside_find (const char *home, const char *others, const char *id)
{
  g_autoptr (GDir) dir = g_dir_open (others, 0, NULL);
  const char *name;

  if (holds (home, id))
    return g_strdup (home);
  while (dir && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (others, name, NULL);

      if (holds (folder, id))
        return g_steal_pointer (&folder);
    }
  return NULL;
}

/* Named by the diary, unless another is there by that name. */
static char *
choose_folder (const char *others, const char *id)
{
  g_autofree char *diary = g_build_filename (others, id, DIARY, NULL);
  g_autofree char *other_id = g_uuid_string_random ();

  return g_build_filename (others, g_file_test (diary, G_FILE_TEST_EXISTS) ? other_id : id, NULL);
}

static gboolean
fill (const char *folder, GFile *file, GBytes *document, GError **error)
{
  g_autofree char *photos = g_build_filename (folder, STP_PHOTOS_FOLDER, NULL);
  g_autofree char *diary = g_build_filename (folder, DIARY, NULL);
  g_autoptr (StpBackup) again = stp_backup_read (file, photos, error);

  return again && stp_file_replace (diary, document, error);
}

/**
 * stp_beside_lay:
 * @others: the folder in which each diary but the first has one
 * @file: a backup, or a diary by itself
 * @backup: what was read of it
 *
 * Lays the diary that a backup holds beside the others, to the byte, with its photos. For a worker.
 *
 * Returns: (transfer full) (nullable): its folder; if it could not be done, nothing is left there
 */
char *
stp_beside_lay (const char *others, GFile *file, StpBackup *backup, GError **error)
{
  g_autofree char *folder = choose_folder (others, backup->snapshot->id);

  if (!stp_file_make_folder (folder))
    stp_file_set_error (error, errno, _ ("There is no place for another diary."));
  else if (fill (folder, file, backup->document, error))
    return g_steal_pointer (&folder);
  else
    stp_erase (folder, NULL);
  return NULL;
}
